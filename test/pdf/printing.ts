import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PdfMetadata } from "../../src/pdf/metadata.ts";
import { openPrint } from "../../src/pdf/print.ts";
import type { PrintOptions } from "../../src/pdf/printer.ts";

const font = createRequire(import.meta.url).resolve(
  "@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2",
);

/** A font that a page may load as `fonts/text.woff2`. */
export const resources = new Map([["fonts/text.woff2", new Uint8Array(readFileSync(font))]]);

const css = `
  @font-face { font-family: Text; src: url("fonts/text.woff2") format("woff2") }
  @page { size: A4; margin: 20mm; @bottom-center { font-family: Text; content: "Page " counter(page) } }
  @page wide { size: A4 landscape }
  body { margin: 0; font-family: Text }
  section { break-before: page }
  .wide { page: wide }
`.replace(/\s+/g, " ");

/** A page of the test's content, with the test's font. */
export const page = (content: string): string =>
  `<!doctype html>\n<html lang="en-GB">\n<head><meta charset="utf-8"><title>Test</title><style>${css}</style></head>\n<body>\n${content}\n</body>\n</html>\n`;

/** Two sections on a page each, with links between them and a table whose cells have headers. */
export const twoSections = page(`
  <section id="first" data-page-width="170"><h1>First</h1><p>See <a href="#second">the second</a>.</p></section>
  <section id="second" class="wide" data-page-width="257"><h1>Second</h1><p>Back to <a href="#first">the first</a>.</p>
  <table><caption>Offences</caption><thead><tr><th scope="col">Area</th><th scope="col">Number</th></tr></thead>
  <tbody><tr><th scope="row">North</th><td>12</td></tr><tr><th scope="row">South</th><td>7</td></tr></tbody></table></section>`);

/** The options of a tagged print of the tests' pages. */
export const tagged: PrintOptions = { file: "test.html", tagged: true, resources };

/** A PDF as an independent reader sees it. */
export type ReadPdf = {
  readonly pages: readonly string[];
  /** Roles of the structure elements in reading order, page after page. */
  readonly roles: readonly string[];
  readonly outline: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly fingerprint: string;
};

/** Reads a PDF with pdf.js, which shares no code with what wrote it. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const standardFontDataUrl = `${join(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"), "..", "standard_fonts")}/`;
  const task = getDocument({ data: pdf.slice(), verbosity: 0, standardFontDataUrl });
  const document = await task.promise;
  const pages: string[] = [];
  const roles: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const each = await document.getPage(number);
    const { items } = await each.getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replace(/\s+/g, " ")
        .trim(),
    );
    roles.push(...rolesOf(await each.getStructTree()));
  }
  const outline = ((await document.getOutline()) ?? []).map(({ title }) => title);
  const { info } = await document.getMetadata();
  const fingerprint = document.fingerprints[0] ?? "";
  await task.destroy();
  return { pages, roles, outline, info: { ...info }, fingerprint };
}

/** A run of text on a page, in millimetres from the left and top edges of the paper; `size` in points. */
export type Run = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
};

/** The runs of text of each page, measured by pdf.js; a line reaches from 0.8 of its size above its baseline to 0.25 below. */
export async function runsOf(pdf: Uint8Array): Promise<Run[][]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const document = await task.promise;
  const pages: Run[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const height = page.view[3] ?? 0;
    const { items } = await page.getTextContent();
    const mm = (points: number): number => (points / 72) * 25.4;
    pages.push(
      items.flatMap((item) => {
        if (!("str" in item) || item.str.trim() === "") return [];
        const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
        const [left, right] = [mm(x), mm(x + item.width)];
        const [top, bottom] = [mm(height - y - 0.8 * size), mm(height - y + 0.25 * size)];
        return [{ text: item.str, left, right, top, bottom, size }];
      }),
    );
  }
  await task.destroy();
  return pages;
}

type StructNode = { readonly role?: string; readonly children?: readonly object[] };

function rolesOf(node: StructNode | null): string[] {
  if (!node) return [];
  return [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap((child) => rolesOf(child))];
}

/** A print finished with that metadata. */
export const finish = async (pdf: Uint8Array, metadata: PdfMetadata): Promise<Uint8Array> =>
  (await openPrint(pdf)).finish(metadata);
