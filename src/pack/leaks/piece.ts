import type { PDFDocument } from "@cantoo/pdf-lib";

type Named = {
  readonly file: string;
  /** Which section of it this is, as a reader of the message knows it. */
  readonly section?: string;
};

/** A file of a source or an output, or a section of one: its path as printed, and what it holds. */
export type ReadFile = Named &
  (
    | { readonly text: string }
    | {
        readonly bytes: Uint8Array;
        /** Of the bytes, where it is known. */
        readonly sha256?: string;
        /** A PDF that has been taken apart already. */
        readonly opened?: () => Promise<PDFDocument>;
      }
  );

/** The same, or what names its bytes, which are made when they must be read, and taken apart perhaps for others, too. */
export type LeakFile =
  | ReadFile
  | (Named & { readonly key: string; made(): Uint8Array; opened(): Promise<PDFDocument> });

/** A stretch of text in a file. */
export type Piece = {
  /** Where in the file: `page 3`, `outline`, `metadata`, `attribute alt`, `text` … */
  readonly where: string;
  readonly text: string;
  /** The line its first character stands on, from 1; of a PDF the page. */
  readonly line: number;
};

/** A piece at the top of its file. */
export const piece = (where: string, text: string, line = 1): Piece => ({ where, text, line });

/** Pieces from one place as one: what is split over them is found, too. */
export function together(pieces: readonly Piece[]): Piece[] {
  const byPlace = new Map<string, { readonly first: Piece; readonly texts: string[] }>();
  for (const each of pieces) {
    const known = byPlace.get(each.where);
    if (known) known.texts.push(each.text);
    else byPlace.set(each.where, { first: each, texts: [each.text] });
  }
  return [...byPlace.values()].map(({ first, texts }) => ({ ...first, text: texts.join("\n") }));
}

/** The text of a file, or its bytes read as UTF-8. */
export const textOf = (file: ReadFile): string =>
  "text" in file ? file.text : new TextDecoder().decode(file.bytes);
