import type { Assets } from "./assets.ts";
import { printKey, readBuildCache } from "./buildCache.ts";
import { chartsOf, type DocumentView, isFlowView } from "./document/worded.ts";
import { blankDrawings, drawAll } from "./drawings.ts";
import type { Worded } from "./gist.ts";
import type { Drawings, Style } from "./html/drawings.ts";
import { paperHtml } from "./html/paper.ts";
import { summaryHtml } from "./html/summary.ts";
import type { PdfMetadata } from "./pdf/metadata.ts";
import {
  type Finished,
  firstPlan,
  keptDocument,
  type Pages,
  type PrintEffects,
  printDocument,
  wantedPages,
} from "./printDocument.ts";
import { printingVersion, settingVersion } from "./version.ts";

/** A document as it goes out, and its charts as SVG text by their names. */
export type FinishedDocument = {
  readonly finished: Finished;
  readonly charts: ReadonlyMap<string, string>;
};

/** A document, worded: the name of its files, its words, and the date it bears. */
type ToFinish = {
  readonly name: string;
  readonly worded: Pick<Worded, "view" | "gist">;
  readonly date: string;
};

/** Draws, sets and prints one document; what has not changed since the last build is taken from it. */
export async function finishDocument(
  { name, worded, date }: ToFinish,
  { theme, style }: Assets,
  printing: PrintEffects,
  drawingVersion: string,
): Promise<FinishedDocument> {
  const before = await readBuildCache(printing.cache, name);
  const depth = depthOf(name);
  const key = printKey(
    JSON.stringify([worded.gist.key, date, depth]),
    printing.browser,
    drawingVersion,
    settingVersion(),
    printingVersion(),
  );
  const same = keptDocument(before, key, worded.gist.title);
  if (same !== null) return same;
  const { view } = worded;
  const metadata = { ...metadataOf(view, date), depth };
  printing.progress(`${name}: drawing ${chartsOf(view).length} charts`);
  // The pages of a document that was never printed are learnt from blank boxes for charts, while the charts are drawn.
  const [drawn, learnt] = await Promise.all([
    drawAll(view, theme, before.drawings, drawingVersion),
    before.print !== null || before.pages.size > 0
      ? null
      : learnPages(name, view, { theme, style }, printing),
  ]);
  const template = htmlOf(view, drawn.drawings, style);
  const known = wantedPages(template).every((id) => before.pages.has(id));
  const plan = learnt ?? (known ? before.pages : await learnPages(name, view, { theme, style }, printing));
  const document = { name, template, metadata, plan };
  const kept = { drawings: drawn.cache, setting: { key, charts: drawn.hashes } };
  return { finished: await printDocument(document, before, kept, printing), charts: drawn.charts };
}

/** Where the parts of a document stand, from a print with blank boxes for its charts; a document without page numbers needs none. */
async function learnPages(
  name: string,
  view: DocumentView,
  { theme, style }: Pick<Assets, "theme" | "style">,
  printing: PrintEffects,
): Promise<Pages> {
  const template = htmlOf(view, blankDrawings(view, theme), style);
  if (wantedPages(template).length === 0) return new Map();
  return firstPlan({ name, template }, await printing.printer());
}

/** Folders between the outputs and the file. What is exempt is only ever part of a pack, which lies one folder higher. */
const depthOf = (name: string): number => name.replace("/exempt/", "/").split("/").length - 1;

/** The HTML of a document; page numbers are placeholders until `fillPages`. */
const htmlOf = (view: DocumentView, drawings: Drawings, style: Style): string =>
  isFlowView(view) ? paperHtml(view, drawings, style) : summaryHtml(view, drawings, style);

function metadataOf(view: DocumentView, date: string): PdfMetadata {
  const { fullTitle, author, organisation, title } = isFlowView(view) ? view : view.paper;
  return { title: fullTitle, author, subject: `${organisation}: ${title}`, date };
}
