import type { PDFPageProxy } from "pdfjs-dist";
import type { Checked } from "../../diagnostic.ts";
import { decodeForeign } from "../foreignText.ts";
import { readPages } from "../pdfPages.ts";
import type { ReadPaper } from "./paper.ts";
import { pdfLines } from "./pdfLines.ts";
import type { PdfRun } from "./pdfRows.ts";
import { readLines, readPaper } from "./read.ts";
import type { PaperLine } from "./text.ts";

/**
 * Reads a paper from the bytes of a file: a PDF, plain text or Markdown.
 *
 * Problems: a damaged PDF, bytes that are no text.
 */
export async function readPaperFile(file: string, bytes: Uint8Array): Promise<Checked<ReadPaper>> {
  if (isPdf(bytes)) return readPdf(file, bytes);
  const decoded = decodeForeign(file, bytes);
  return decoded.ok ? { ok: true, value: readPaper(file, decoded.value.source.text) } : decoded;
}

const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");

async function readPdf(file: string, bytes: Uint8Array): Promise<Checked<ReadPaper>> {
  const lines = await pdfFileLines(bytes).catch((error: unknown) => (error instanceof Error ? error : null));
  if (Array.isArray(lines)) return { ok: true, value: readLines(file, lines) };
  const why = lines instanceof Error ? ` (${lines.message})` : "";
  const message = `this PDF cannot be read${why}: ask for the file again`;
  return { ok: false, problems: [{ place: { file, line: 1, column: 1 }, message }] };
}

/**
 * The lines of a PDF's pages.
 *
 * @throws Error of pdf.js when the file is damaged
 */
export const pdfFileLines = async (bytes: Uint8Array): Promise<readonly PaperLine[]> =>
  pdfLines(await readPages(bytes, runsOf));

/** The upright text of a page; what is turned, as along a chart's axis, is left out. */
async function runsOf(page: PDFPageProxy): Promise<readonly PdfRun[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!("str" in item)) return [];
    const [, turned = 0, , height = 0, x = 0, y = 0] = item.transform as readonly number[];
    const size = Math.abs(height);
    return Math.abs(turned) > 0.01 * size || size === 0
      ? []
      : [{ text: item.str, x, y, width: item.width, size, font: item.fontName }];
  });
}
