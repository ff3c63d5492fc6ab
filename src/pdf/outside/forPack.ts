import { PDFDocument } from "@cantoo/pdf-lib";

/** A paper from outside made ready to be linked into a pack, or why it cannot be. */
export type ForPack =
  | {
      readonly ok: true;
      readonly document: PDFDocument;
      readonly pageCount: number;
      readonly title: string | null;
      readonly changes: readonly string[];
      readonly inaccessible: string | null;
    }
  | { readonly ok: false; readonly why: string; readonly wayOut: string };

export async function forPack(
  bytes: Uint8Array,
  _options: { readonly passwords: readonly string[]; readonly acceptLosingSignature: boolean },
): Promise<ForPack> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  return {
    ok: true,
    document,
    pageCount: document.getPageCount(),
    title: document.getTitle() ?? null,
    changes: [],
    inaccessible: null,
  };
}
