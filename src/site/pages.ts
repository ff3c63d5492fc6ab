import type { FlowView } from "../document/papers/views.ts";
import { fileOf, outsideAddress, packAddress } from "../document/site/addresses.ts";
import { aToZPage } from "../document/site/aToZ.ts";
import type { DocumentEntry, SiteWords } from "../document/site/context.ts";
import { decisionsPage } from "../document/site/decisions.ts";
import { type DocumentPageView, flowPage, summaryPage } from "../document/site/documentPage.ts";
import { figuresAddress, figuresPage, printedFigures } from "../document/site/figuresPage.ts";
import { homePage, siteName } from "../document/site/home.ts";
import { latestFirst } from "../document/site/lists.ts";
import { measurePage } from "../document/site/measurePage.ts";
import { measuresPage } from "../document/site/measures.ts";
import { meetingPage } from "../document/site/meetingPage.ts";
import { meetingsPage } from "../document/site/meetings.ts";
import { notFoundPage } from "../document/site/notFoundPage.ts";
import type { PageView } from "../document/site/page.ts";
import type { PlainPageView } from "../document/site/plainPage.ts";
import { questionsPage } from "../document/site/questions.ts";
import { quarterPage, reportsPage } from "../document/site/reports.ts";
import type { PointedChart } from "../document/site/screenChart.ts";
import { searchPage } from "../document/site/searchPage.ts";
import { methodPage, statementPage } from "../document/site/textPages.ts";
import type { SummaryView } from "../document/views.ts";
import { isFlowView } from "../document/worded.ts";
import type { Drawings } from "../html/drawings.ts";
import { flowPageData, summaryPageData } from "../html/site/documents.ts";
import { measureData } from "../html/site/measure.ts";
import { meetingData } from "../html/site/meeting.ts";
import { plainData } from "../html/site/plain.ts";
import { type SiteSetter, siteSetter } from "../html/site/setter.ts";
import type { TemplateFiles } from "../html/templates.ts";
import { correctionsPage } from "./correctionsPage.ts";
import { dataPage } from "./dataPage.ts";
import type { SiteDocument, SiteFile, SiteInput } from "./site.ts";
import { specifiedInformationPage } from "./specifiedInformationPage.ts";
import { footer, navigation, siteWords } from "./words.ts";

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

/**
 * Every page of the website, with the PDFs beside them and what the pages load.
 *
 * @param data the other files of the site, which pages link to where they are there
 */
export async function pageFiles(
  input: SiteInput,
  style: SiteStyle,
  data: readonly SiteFile[],
): Promise<SiteFile[]> {
  const site = siteWords(input, data);
  const set = siteSetter(style.templates, {
    name: siteName(site),
    publisher: `Published by the ${site.facts.organisation.commissioner}.`,
    navigation,
    footer,
    root: new URL(site.facts.publishing.address ?? "http://site.invalid/").pathname,
    meetings: new Set(site.facts.meetings.keys()),
  });
  const drawings: Drawings = { ...style.icons, chart: undrawn, strip: undrawn };
  const plain = (view: PlainPageView): SiteFile => pageFile(set, view, "plain", plainData(view, drawings));
  return [
    ...plainPages(site, input, style).map(plain),
    pageFile(set, searchPage(), "search", {}),
    ...[...site.facts.meetings.values()].map((held) => {
      const view = meetingPage(site, held);
      return pageFile(set, view, "meeting", meetingData(view, drawings));
    }),
    ...(await measureFiles(site, style, set, drawings)),
    ...input.documents.flatMap((one) => documentFiles(site, one, set)),
    ...input.packs.map(({ meeting, name, pdf }) => fileAt(packAddress(meeting, name), pdf)),
    ...input.outside.map(({ meeting, file, pdf }) => fileAt(outsideAddress(meeting, file), pdf)),
    ...style.assets,
  ];
}

const undrawn = (): never => {
  throw new Error("a page without drawings asked for one");
};

const fileAt = (address: string, bytes: Uint8Array): SiteFile => ({ path: fileOf(address), bytes });

const pageFile = (set: SiteSetter, view: PageView, template: string, data: object): SiteFile =>
  fileAt(view.address, Buffer.from(set(view, template, data)));

/** Every page of lists, tables and words. */
function plainPages(site: SiteWords, input: SiteInput, { texts }: SiteStyle): PlainPageView[] {
  const latest = latestFirst(site.documents.filter(({ kind }) => kind === "summary"))[0];
  const summary = input.documents.find(
    ({ path, document }) => path === latest?.path && document === latest.document,
  );
  const view = summary === undefined || isFlowView(summary.view) ? null : summary.view;
  return [
    homePage(site, view),
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

async function measureFiles(
  site: SiteWords,
  style: SiteStyle,
  set: SiteSetter,
  drawings: Drawings,
): Promise<SiteFile[]> {
  const files: SiteFile[] = [];
  for (const id of site.facts.measures.keys()) {
    const view = measurePage(site, id);
    const charts = [view.chart, view.areasChart].flatMap((one) =>
      one === null ? [] : [one.wide, one.narrow],
    );
    const drawn = new Map<string, string>();
    for (const one of charts) drawn.set(one.chart.id, await style.draw(one));
    const own: Drawings = { ...drawings, chart: (name) => drawn.get(name) ?? undrawn() };
    files.push(pageFile(set, view, "measure", measureData(view, own)));
  }
  return files;
}

/** A document's page, its PDF, and the page that tells how its figures were computed. */
function documentFiles(site: SiteWords, one: SiteDocument, set: SiteSetter): SiteFile[] {
  const entry = entryOf(site, one);
  const address = figuresAddress(entry, one.register);
  const { told: view, drawings } = one;
  const { of, template, data } = isFlowView(view)
    ? flowOf(flowPage(site, entry, view, address), drawings)
    : summaryOf(summaryPage(site, entry, view, address), drawings);
  const printed = printedFigures(one.register, address);
  return [
    fileAt(of.address, Buffer.from(set(of, template, data, printed.link))),
    fileAt(entry.pdf.address, one.pdf),
    ...(address === null
      ? []
      : [pageFile(set, figuresPage(of, address, one.register, printed.words), "figures", {})]),
  ];
}

const flowOf = (of: DocumentPageView<FlowView>, drawings: Drawings) => ({
  of,
  template: "paper",
  data: flowPageData(of, drawings),
});
const summaryOf = (of: DocumentPageView<SummaryView>, drawings: Drawings) => ({
  of,
  template: "summary",
  data: summaryPageData(of, drawings),
});

function entryOf(site: SiteWords, { path, document }: SiteDocument): DocumentEntry {
  const found = site.documents.find((one) => one.path === path && one.document === document);
  if (found === undefined) throw new Error(`${path}/${document} is not among the site's documents`);
  return found;
}
