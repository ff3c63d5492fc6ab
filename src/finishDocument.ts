import type { Assets } from "./assets.ts";
import { readBuildCache } from "./buildCache.ts";
import { chartsOf, type DocumentView, isFlowView } from "./document/worded.ts";
import { blankDrawings, drawAll } from "./drawings.ts";
import type { Drawings, Style } from "./html/drawings.ts";
import { paperHtml } from "./html/paper.ts";
import { summaryHtml } from "./html/summary.ts";
import type { PdfMetadata } from "./pdf/metadata.ts";
import { type Finished, firstPlan, type PrintEffects, printDocument, wantedPages } from "./printDocument.ts";

/** A document, worded: the name of its files, its words, and the date it bears. */
type ToFinish = { readonly name: string; readonly view: DocumentView; readonly date: string };

/** Draws, sets and prints one document; what has not changed since the last build is taken from it. */
export async function finishDocument(
  { name, view, date }: ToFinish,
  { theme, style }: Assets,
  printing: PrintEffects,
  drawingVersion: string,
): Promise<{ readonly finished: Finished; readonly charts: ReadonlyMap<string, string> }> {
  const before = await readBuildCache(printing.cache, name);
  printing.progress(`${name}: drawing ${chartsOf(view).length} charts`);
  const blank = htmlOf(view, blankDrawings(view, theme), style);
  const known = wantedPages(blank).every((id) => before.pages.has(id));
  const [drawn, plan] = await Promise.all([
    drawAll(view, theme, before.drawings, drawingVersion),
    known
      ? before.pages
      : printing.printer().then((printer) => firstPlan({ name, template: blank }, printer)),
  ]);
  const template = htmlOf(view, drawn.drawings, style);
  const document = { name, template, metadata: metadataOf(view, date), plan };
  return { finished: await printDocument(document, before, drawn.cache, printing), charts: drawn.charts };
}

/** The HTML of a document; page numbers are placeholders until `fillPages`. */
const htmlOf = (view: DocumentView, drawings: Drawings, style: Style): string =>
  isFlowView(view) ? paperHtml(view, drawings, style) : summaryHtml(view, drawings, style);

function metadataOf(view: DocumentView, date: string): PdfMetadata {
  const { fullTitle, author, organisation, title } = isFlowView(view) ? view : view.paper;
  return { title: fullTitle, author, subject: `${organisation}: ${title}`, date };
}
