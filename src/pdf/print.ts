import type { PDFDocument } from "@cantoo/pdf-lib";
import type { PrintedPages } from "./destinations.ts";
import type { PdfMetadata } from "./metadata.ts";

/** A print that has been read once: where its parts stand, and how it is finished. */
export type Print = PrintedPages & {
  /** What was read; after `finish`, the finished document. */
  readonly document: PDFDocument;
  /** The file made the same for the same source, with its metadata; once, for it changes what was read. */
  finish(metadata: PdfMetadata): Promise<Uint8Array>;
};

/** Loads what reads PDFs, in 0.1 s; called while the browser prints, so that nobody waits for it. */
export const loadReader = async () => ({
  ...(await import("@cantoo/pdf-lib")),
  ...(await import("./destinations.ts")),
  ...(await import("./finish.ts")),
});

/** Reads a PDF as Chromium wrote it. */
export async function openPrint(pdf: Uint8Array): Promise<Print> {
  const { printedPages, finishDocument } = await loadReader();
  const document = await openFinished(pdf);
  return {
    ...printedPages(document),
    document,
    finish: (metadata) => finishDocument(document, metadata),
  };
}

/** Takes apart a PDF that this project has written. */
export async function openFinished(pdf: Uint8Array): Promise<PDFDocument> {
  const { ParseSpeeds, PDFDocument } = await loadReader();
  return PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}
