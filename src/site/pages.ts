import { aToZPage } from "../document/site/aToZ.ts";
import type { SiteWords } from "../document/site/context.ts";
import { decisionsPage } from "../document/site/decisions.ts";
import { homePage } from "../document/site/home.ts";
import { latestFirst } from "../document/site/lists.ts";
import { measurePage } from "../document/site/measurePage.ts";
import { measuresPage } from "../document/site/measures.ts";
import { meetingPage } from "../document/site/meetingPage.ts";
import { meetingsPage } from "../document/site/meetings.ts";
import { notFoundPage } from "../document/site/notFoundPage.ts";
import type { PlainPageView } from "../document/site/plainPage.ts";
import { questionsPage } from "../document/site/questions.ts";
import { quarterPage, reportsPage } from "../document/site/reports.ts";
import type { PointedChart } from "../document/site/screenChart.ts";
import { searchPage } from "../document/site/searchPage.ts";
import { methodPage, statementPage } from "../document/site/textPages.ts";
import type { Drawings } from "../html/drawings.ts";
import { measureData } from "../html/site/measure.ts";
import { meetingData } from "../html/site/meeting.ts";
import { plainData } from "../html/site/plain.ts";
import type { SiteSetter } from "../html/site/setter.ts";
import type { TemplateFiles } from "../html/templates.ts";
import { correctionsPage } from "./correctionsPage.ts";
import { dataPage } from "./dataPage.ts";
import type { DigestedInput } from "./digest.ts";
import { pageFile } from "./setPage.ts";
import type { SiteFile } from "./site.ts";
import { specifiedInformationPage } from "./specifiedInformationPage.ts";

/** What the project brings to every site. */
export type SiteStyle = {
  readonly templates: TemplateFiles;
  /** What pages load: style sheet, fonts, scripts. */
  readonly assets: readonly SiteFile[];
  readonly icons: Omit<Drawings, "chart" | "strip">;
  /** The texts of docs/accessibility.md and docs/method.md. */
  readonly texts: { readonly accessibility: string; readonly method: string };
  /** Draws a chart as SVG text, with the words of its values. */
  draw(chart: PointedChart): Promise<string>;
};

/** Every page of the website but those of documents. */
export async function* pageFiles(
  site: SiteWords,
  input: DigestedInput,
  style: SiteStyle,
  set: SiteSetter,
): AsyncGenerator<SiteFile> {
  const drawings: Drawings = { ...style.icons, chart: undrawn, strip: undrawn };
  for (const view of plainPages(site, input, style))
    yield pageFile(set, view, "plain", plainData(view, drawings));
  yield pageFile(set, searchPage(), "search", {});
  for (const held of site.facts.meetings.values()) {
    const view = meetingPage(site, held);
    yield pageFile(set, view, "meeting", meetingData(view, drawings));
  }
  for (const id of site.facts.measures.keys()) yield await measureFile(site, id, style, set, drawings);
}

const undrawn = (): never => {
  throw new Error("a page without drawings asked for one");
};

/** Every page of lists, tables and words. */
function plainPages(site: SiteWords, input: DigestedInput, { texts }: SiteStyle): PlainPageView[] {
  const latest = latestFirst(site.documents.filter(({ kind }) => kind === "summary"))[0];
  const digest = input.documents.find(({ entry }) => entry === latest);
  return [
    homePage(site, digest?.summary ?? null),
    measuresPage(site),
    reportsPage(site),
    ...[...site.facts.quarters.values()].map((one) => quarterPage(site, one)),
    meetingsPage(site),
    decisionsPage(site),
    questionsPage(site),
    aToZPage(site),
    notFoundPage(),
    statementPage(site, texts.accessibility),
    methodPage(texts.method),
    correctionsPage(input),
    dataPage(site, input),
    specifiedInformationPage(site.facts.specifiedInformation),
  ];
}

async function measureFile(
  site: SiteWords,
  id: string,
  style: SiteStyle,
  set: SiteSetter,
  drawings: Drawings,
): Promise<SiteFile> {
  const view = measurePage(site, id);
  const charts = [view.chart, view.areasChart].flatMap((one) => (one === null ? [] : [one.wide, one.narrow]));
  const drawn = new Map<string, string>();
  for (const one of charts) drawn.set(one.chart.id, await style.draw(one));
  const own: Drawings = { ...drawings, chart: (name) => drawn.get(name) ?? undrawn() };
  return pageFile(set, view, "measure", measureData(view, own));
}
