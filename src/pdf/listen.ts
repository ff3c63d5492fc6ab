import { EncryptedPDFError, type PDFDocument } from "@cantoo/pdf-lib";
import { type MarkedText, markedText } from "./markedText.ts";
import { openFinished } from "./print.ts";
import { readStructure } from "./structureTree.ts";
import { tell } from "./teller.ts";

/** What is heard, line by line, or in a few words why nothing can be. */
export type Listened =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly why: string };

/**
 * What a screen reader would say of a PDF.
 *
 * @param pages says when another page begins
 */
export async function listen(pdf: Uint8Array, options: { readonly pages: boolean }): Promise<Listened> {
  if (!Buffer.from(pdf.subarray(0, 1024)).includes("%PDF-")) return { ok: false, why: "this is not a PDF" };
  const parsed = await parse(pdf);
  if (typeof parsed === "string") return { ok: false, why: parsed };
  const tagged = readStructure(parsed.document, parsed.texts);
  if (tagged === null)
    return {
      ok: false,
      why: "this PDF is not tagged, so a screen reader can only guess what it says and in which order",
    };
  return { ok: true, lines: tell(tagged, options) };
}

type Parsed = { readonly document: PDFDocument; readonly texts: MarkedText };

/** What the two readers make of the file, or what is wrong with it. */
async function parse(pdf: Uint8Array): Promise<Parsed | string> {
  const document = await openFinished(pdf).catch((error: unknown) =>
    error instanceof EncryptedPDFError ? "this PDF is encrypted: save it without a password first" : damaged,
  );
  if (typeof document === "string") return document;
  const texts = await markedText(pdf).catch((error: unknown) => {
    // What pdf.js finds wrong in a file it names an exception; another error is a bug.
    if (error instanceof Error && error.name.endsWith("Exception")) return null;
    throw error;
  });
  return texts === null ? damaged : { document, texts };
}

const damaged = "this PDF is damaged and cannot be read";
