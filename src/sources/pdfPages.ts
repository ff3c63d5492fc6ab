import { createRequire } from "node:module";
import { join } from "node:path";
import type { PDFPageProxy } from "pdfjs-dist";

/**
 * What is read of each page of a PDF, in order, by pdf.js.
 *
 * @throws Error of pdf.js when the file is damaged
 */
export async function readPages<T>(
  pdf: Uint8Array,
  read: (page: PDFPageProxy) => Promise<T>,
): Promise<readonly T[]> {
  // Loaded here, so that only a command that reads text waits for it.
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const fonts = createRequire(import.meta.url).resolve("pdfjs-dist/package.json");
  const standardFontDataUrl = `${join(fonts, "..", "standard_fonts")}/`;
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, standardFontDataUrl });
  try {
    const document = await task.promise;
    const pages: T[] = [];
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await read(await document.getPage(number)));
    return pages;
  } finally {
    await task.destroy();
  }
}

/** The text of a page as it is seen, line by line, whatever its marks and tags. */
export async function pageText(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
}
