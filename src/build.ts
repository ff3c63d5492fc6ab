import { basename, join } from "node:path";
import { type Assets, readAssets } from "./assets.ts";
import { type BuildCache, type KeptPrint, printKey, readBuildCache, writeBuildCache } from "./buildCache.ts";
import { readChecked } from "./check.ts";
import { keepOnly, type OutputFile, prepareFolder, writeOutputs } from "./disk.ts";
import { chartsOf, type DocumentView, isFlowView, type Worded } from "./document/worded.ts";
import { blankDrawings, drawAll } from "./drawings.ts";
import type { Drawings, Style } from "./html/drawings.ts";
import { fillPages } from "./html/pages.ts";
import { paperHtml } from "./html/paper.ts";
import { summaryHtml } from "./html/summary.ts";
import type { PdfMetadata } from "./pdf/metadata.ts";
import { loadReader, openPrint, type Print } from "./pdf/print.ts";
import type { Printer } from "./pdf/printer.ts";
import type { SourceFiles } from "./reading.ts";
import { buildReport } from "./report.ts";
import type { Target } from "./targets.ts";
import { printingVersion } from "./version.ts";

/** What a build needs of the world: the sources, a printer, a place for what may be thrown away, and someone to tell. */
export type BuildEffects = {
  readonly files: SourceFiles;
  /** The printer, asked for when the first paper is ready, so that a mistake in the sources is told first. */
  printer(): Promise<{ readonly printer: Printer; readonly browser: string }>;
  readonly cacheFolder: string;
  /** Names the code and packages that draw charts: a change of them draws all anew. */
  readonly drawingVersion: string;
  progress(line: string): void;
  /** Milliseconds since some fixed moment. */
  now(): number;
};

/** One document that was built. */
export type Built = {
  readonly target: Target;
  readonly worded: Worded;
  /** The files that were written, below the output folder. */
  readonly files: readonly OutputFile[];
  /** The page on which each part of the document stands. */
  readonly plan: Pages;
  readonly pdf: string;
  readonly pages: number;
  readonly charts: number;
  readonly figures: number;
  readonly seconds: number;
};

/**
 * The whole line: sources are read and checked, figures computed, pages worded, charts drawn, HTML filled, printed twice (once to
 * learn the page numbers, unless they are as last time), finished, and written in one stroke.
 *
 * @throws SourceError for mistakes in the sources, before anything is written
 */
export async function build(
  targets: readonly string[],
  out: string,
  effects: BuildEffects,
  releasing = false,
): Promise<Built[]> {
  const { loaded, papers } = await readChecked("data", targets, effects.files, releasing);
  const assets = await readAssets();
  await prepareFolder(out);
  const built: Built[] = [];
  for (const { target, worded } of papers) {
    const started = effects.now();
    const { files, ...made } = await buildDocument(target, worded, assets, effects);
    const report = await buildReport(out, target, loaded.sources, files, made.browser);
    await writeOutputs(out, [...files, report]);
    await keepOnly(
      join(out, target.path, "charts", target.document),
      new Set(files.map(({ path }) => basename(path))),
    );
    built.push({
      target,
      worded,
      files,
      plan: made.plan,
      pdf: join(out, target.path, `${target.document}.pdf`),
      pages: made.pages,
      charts: chartsOf(worded.view).length,
      figures: worded.register.printed().length,
      seconds: (effects.now() - started) / 1000,
    });
  }
  return built;
}

type Made = {
  readonly files: OutputFile[];
  readonly pages: number;
  readonly plan: Pages;
  readonly browser: string;
};

async function buildDocument(
  target: Target,
  { view }: Worded,
  assets: Assets,
  effects: BuildEffects,
): Promise<Made> {
  const name = `${target.path}/${target.document}`;
  const cache = await readBuildCache(effects.cacheFolder, name);
  const { printer, browser } = await effects.printer();
  effects.progress(`${name}: drawing ${chartsOf(view).length} charts`);
  const [drawn, plan] = await Promise.all([
    drawAll(view, assets.theme, cache.drawings, effects.drawingVersion),
    plannedPages(view, assets, name, cache, printer),
  ]);
  const template = htmlOf(view, drawn.drawings, assets.style);
  const metadata = metadataOf(view, target);
  const key = printKey(template, JSON.stringify(metadata), browser, printingVersion());
  const printed =
    cache.print?.key === key
      ? kept(template, plan, cache.print)
      : await print(template, name, metadata, plan, printer, effects);
  await writeBuildCache(effects.cacheFolder, name, {
    drawings: drawn.cache,
    pages: printed.pages,
    print: { ...printed, key },
  });
  const text = (path: string, content: string): OutputFile => ({ path, bytes: Buffer.from(content) });
  const charts = [...drawn.charts].map(([id, svg]) =>
    text(`${target.path}/charts/${target.document}/${id}.svg`, svg),
  );
  return {
    files: [{ path: `${name}.pdf`, bytes: printed.pdf }, text(`${name}.html`, printed.html), ...charts],
    pages: printed.pageCount,
    plan: printed.pages,
    browser,
  };
}

/** The HTML of a document; page numbers are placeholders until `fillPages`. */
const htmlOf = (view: DocumentView, drawings: Drawings, style: Style): string =>
  isFlowView(view) ? paperHtml(view, drawings, style) : summaryHtml(view, drawings, style);

function metadataOf(view: DocumentView, { date }: Target): PdfMetadata {
  const { fullTitle, author, organisation, title } = isFlowView(view) ? view : view.paper;
  return { title: fullTitle, author, subject: `${organisation}: ${title}`, date };
}

type Pages = ReadonlyMap<string, number>;

/** A finished paper: its bytes, the HTML they were printed from, and the pages of its parts. */
type Printed = {
  readonly pdf: Uint8Array;
  readonly html: string;
  readonly pages: Pages;
  readonly pageCount: number;
};

/** The print of the last build, when nothing that decides it has changed. */
const kept = (template: string, pages: Pages, { pdf, pageCount }: KeptPrint): Printed => ({
  pdf,
  pageCount,
  pages,
  html: fillPages(template, pages),
});

async function print(
  template: string,
  name: string,
  metadata: PdfMetadata,
  plan: Pages,
  printer: Printer,
  effects: BuildEffects,
): Promise<Printed> {
  effects.progress(`${name}: printing`);
  const { print, html, pages } = await printWithPages(template, `${name}.html`, plan, printer);
  effects.progress(`${name}: finishing ${print.pageCount} pages`);
  return { pdf: await print.finish(metadata), html, pages, pageCount: print.pageCount };
}

type Settled = { readonly print: Print; readonly html: string; readonly pages: ReadonlyMap<string, number> };

/** Planned pages prove right in one print, nearly always; more than three would mean that filling them in moves pages. */
const mostPrints = 4;

const wantedPages = (template: string): string[] =>
  [...template.matchAll(/<!--page ([\w-]+)-->/g)].map(([, id = ""]) => id);

/**
 * The page each part stands on, as far as is known before the real print: as last time, or read from a print with blank boxes for
 * charts, made while the charts are drawn.
 */
async function plannedPages(
  view: DocumentView,
  { theme, style }: Assets,
  name: string,
  cache: BuildCache,
  printer: Printer,
): Promise<Pages> {
  const template = htmlOf(view, blankDrawings(view, theme), style);
  if (wantedPages(template).every((id) => cache.pages.has(id))) return cache.pages;
  const { pdf } = await printer.print(template, { file: `${name}.html`, tagged: false });
  return (await openPrint(pdf)).pageOf;
}

/** Prints a page that names its own page numbers: with the planned ones and, where they turn out otherwise, again. */
async function printWithPages(
  template: string,
  file: string,
  plan: Pages,
  printer: Printer,
): Promise<Settled> {
  const wanted = wantedPages(template);
  let pages = plan;
  for (let tries = 1; tries < mostPrints; tries += 1) {
    const html = fillPages(template, pages);
    const [{ pdf }] = await Promise.all([printer.print(html, { file, tagged: true }), loadReader()]);
    const print = await openPrint(pdf);
    const used = new Map(wanted.map((id) => [id, print.pageOf.get(id) ?? 0]));
    if (wanted.every((id) => used.get(id) === pages.get(id))) return { print, html, pages: used };
    pages = print.pageOf;
  }
  throw new Error(`the page numbers of ${file} do not settle`);
}
