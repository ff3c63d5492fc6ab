import type { PDFDocument } from "@cantoo/pdf-lib";
import {
  type BuildCache,
  type KeptPrint,
  type KeptSetting,
  printKey,
  readBuildCache,
  writeBuildCache,
} from "./buildCache.ts";
import type { CacheFiles } from "./cacheFiles.ts";
import { fillPages } from "./html/pages.ts";
import type { PdfMetadata } from "./pdf/metadata.ts";
import { paperFile } from "./pdf/paperLinks.ts";
import { loadReader, openFinished, openPrint, type Print } from "./pdf/print.ts";
import type { Printer } from "./pdf/printer.ts";
import { sha256Of } from "./sha256.ts";
import { printingVersion } from "./version.ts";

/** The pages of a document's parts, by their ids. */
export type Pages = ReadonlyMap<string, number>;

/** A paper as it goes out: its bytes, the HTML they were printed from, the pages of its parts. */
export type Finished = {
  readonly pdf: Uint8Array;
  readonly html: string;
  readonly pages: Pages;
  readonly pageCount: number;
  readonly title: string;
  /** SHA-256 of the bytes. */
  readonly sha256: string;
  /** The bytes taken apart; each call gives a document of its own, which may be used up. */
  open(): Promise<PDFDocument>;
};

/** A document that is to be printed: HTML in which page numbers are placeholders, what the PDF says of itself, the name of its files. */
export type ToPrint = {
  readonly name: string;
  readonly template: string;
  readonly metadata: PdfMetadata;
  /** Where its parts stand, as far as is known before the print. */
  readonly plan: Pages;
  /** What is added to the document's own page numbers where it prints them: those of a supplement go on from the pack. */
  readonly offset?: number;
};

/** What printing needs of the world. */
export type PrintEffects = {
  /** The printer, asked for when something must be printed: where nothing has changed, no browser starts. */
  printer(): Promise<Printer>;
  /** Which browser prints, in words that name its version. */
  readonly browser: string;
  readonly cache: CacheFiles;
  progress(line: string): void;
};

/** Prints and finishes a document, or takes the print of the last build when nothing that decides it has changed. */
export async function printDocument(
  document: ToPrint,
  before: BuildCache,
  kept: Kept,
  effects: PrintEffects,
): Promise<Finished> {
  const { name, template, metadata, offset = 0 } = document;
  const key = printKey(
    template,
    JSON.stringify(metadata),
    String(offset),
    effects.browser,
    printingVersion(),
  );
  const made =
    before.print?.key === key
      ? keptPrint(before.print, before.pages)
      : await print(document, await effects.printer(), effects);
  const { pdf, pages, pageCount } = made;
  const html = withPaperLinks(fillPages(template, shifted(pages, offset)), metadata.depth ?? 1);
  const setting = kept.setting && { ...kept.setting, html };
  await writeBuildCache(effects.cache, name, {
    drawings: kept.drawings,
    pages,
    print: { key, pageCount, pdf },
    setting,
  });
  return { ...made, title: metadata.title, html, sha256: sha256Of(pdf) };
}

/** What is kept with the print of a document: its drawings and, where it can be known to be the same next time, what it was set from. */
export type Kept = {
  readonly drawings: BuildCache["drawings"];
  readonly setting: Omit<KeptSetting, "html"> | null;
};

/** The document of the last build as it was, with its charts by name; null where it was set from something else. */
export function keptDocument(
  { drawings, pages, print, setting }: BuildCache,
  key: string,
  title: string,
): { readonly finished: Finished; readonly charts: ReadonlyMap<string, string> } | null {
  if (print === null || setting?.key !== key) return null;
  const charts = new Map<string, string>();
  for (const [id, hash] of setting.charts) {
    const svg = drawings.get(hash);
    if (svg === undefined) return null;
    charts.set(id, svg);
  }
  const { html } = setting;
  return { finished: { ...keptPrint(print, pages), title, html, sha256: sha256Of(print.pdf) }, charts };
}

/** Links to other papers lead to their HTML, which lies beside each other as the PDFs do. */
const withPaperLinks = (html: string, depth: number): string =>
  html.replace(
    /href="(paper:[^"]+)"/g,
    (_, address: string) => `href="${paperFile(address, depth, "html")}"`,
  );

/** Prints a document without charts, such as a front sheet. */
export async function printSheet(sheet: Omit<ToPrint, "plan">, effects: PrintEffects): Promise<Finished> {
  const before = await readBuildCache(effects.cache, sheet.name);
  const known = wantedPages(sheet.template).every((id) => before.pages.has(id));
  const plan = known ? before.pages : await firstPlan(sheet, await effects.printer());
  return printDocument({ ...sheet, plan }, before, { drawings: new Map(), setting: null }, effects);
}

/** The ids whose page numbers a template prints. */
export const wantedPages = (template: string): string[] =>
  [...template.matchAll(/<!--page ([\w-]+)-->/g)].map(([, id = ""]) => id);

/** Where the parts of a document stand, read from a print without tags, which is quick. */
export async function firstPlan(
  { name, template }: Pick<ToPrint, "name" | "template">,
  printer: Printer,
): Promise<Pages> {
  if (wantedPages(template).length === 0) return new Map();
  const { pdf } = await printer.print(template, { file: `${name}.html`, tagged: false });
  return (await openPrint(pdf)).pageOf;
}

type Made = Pick<Finished, "pdf" | "pages" | "pageCount" | "open">;

/** The print of the last build. */
const keptPrint = ({ pdf, pageCount }: KeptPrint, pages: Pages): Made => ({
  pdf,
  pageCount,
  pages,
  open: () => openFinished(pdf),
});

const shifted = (pages: Pages, offset: number): Pages =>
  offset === 0 ? pages : new Map([...pages].map(([id, page]) => [id, page + offset]));

async function print(document: ToPrint, printer: Printer, effects: PrintEffects): Promise<Made> {
  const { name, metadata } = document;
  effects.progress(`${name}: printing`);
  const { print, pages } = await printWithPages(document, printer);
  effects.progress(`${name}: finishing ${print.pageCount} pages`);
  const pdf = await print.finish(metadata);
  let fresh: PDFDocument | null = print.document;
  const open = async (): Promise<PDFDocument> => {
    const document = fresh ?? (await openFinished(pdf));
    fresh = null;
    return document;
  };
  return { pdf, pages, pageCount: print.pageCount, open };
}

/** Planned pages prove right in one print, nearly always; more than three would mean that filling them in moves pages. */
const mostPrints = 4;

/** Prints a page that names its own page numbers: with the planned ones and, where they turn out otherwise, again. */
async function printWithPages(
  { name, template, plan, offset = 0 }: ToPrint,
  printer: Printer,
): Promise<{ readonly print: Print; readonly pages: Pages }> {
  const file = `${name}.html`;
  const wanted = wantedPages(template);
  let pages = plan;
  for (let tries = 1; tries < mostPrints; tries += 1) {
    const html = fillPages(template, shifted(pages, offset));
    const [{ pdf }] = await Promise.all([printer.print(html, { file, tagged: true }), loadReader()]);
    const print = await openPrint(pdf);
    const used = new Map(wanted.map((id) => [id, print.pageOf.get(id) ?? 0]));
    if (wanted.every((id) => used.get(id) === pages.get(id))) return { print, pages: used };
    pages = print.pageOf;
  }
  throw new Error(`the page numbers of ${file} do not settle`);
}
