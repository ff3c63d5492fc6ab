import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";
import { type PrintedPages, printedPages } from "./destinations.ts";
import { finishDocument, type PdfMetadata } from "./finish.ts";

/** A print that has been read once: where its parts stand, and how it is finished. */
export type Print = PrintedPages & {
  /** The file made the same for the same source, with its metadata; once, for it changes what was read. */
  finish(metadata: PdfMetadata): Promise<Uint8Array>;
};

/** Reads a PDF as Chromium wrote it. */
export async function openPrint(pdf: Uint8Array): Promise<Print> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  return { ...printedPages(document), finish: (metadata) => finishDocument(document, metadata) };
}
