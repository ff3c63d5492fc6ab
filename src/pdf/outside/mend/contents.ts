import { deflateSync } from "node:zlib";
import {
  PDFArray,
  type PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  type PDFStream,
} from "@cantoo/pdf-lib";
import { bytesOf, dictIn, entry, nameIn } from "../objects.ts";
import { type Found, reachedFromPages } from "./reach.ts";

const name = PDFName.of;

/** A piece of drawing instructions: of a page, or of a drawing, a pattern or a group that others show. */
export type Piece = {
  /** null for a drawing that is used by pages. */
  readonly page: PDFPage | null;
  readonly resources: PDFDict | null;
  readonly content: string;
  write(content: string): void;
};

/** All pieces of a document, each once. */
export function piecesOf(document: PDFDocument): Piece[] {
  return [...document.getPages().map(pagePiece), ...reachedFromPages(document).flatMap(drawingPiece)];
}

/** The drawing instructions of a page, one character a byte; what cannot be unpacked is left out. */
export function pageContent(page: PDFPage): string {
  const contents = entry(page.node, "Contents");
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  return parts
    .map((part) => latin(bytesOf(part === undefined ? part : page.doc.context.lookup(part))))
    .join("\n");
}

/** Gives a page that content; a stream that other pages may share stays as it is. */
export function writePage(page: PDFPage, content: string): void {
  const { context } = page.doc;
  page.node.set(name("Contents"), context.register(packed(page.doc, content)));
}

const pagePiece = (page: PDFPage): Piece => ({
  page,
  resources: dictIn(page.node, "Resources"),
  content: pageContent(page),
  write: (content) => writePage(page, content),
});

function drawingPiece({ dict, stream, ref }: Found): Piece[] {
  const draws = nameIn(dict, "Subtype") === "Form" || entry(dict, "PatternType")?.toString() === "1";
  if (stream === null || ref === null || !draws) return [];
  return [
    {
      page: null,
      resources: dictIn(dict, "Resources"),
      content: latin(bytesOf(stream)),
      write: (content) => rewriteStream(ref, stream, Buffer.from(content, "latin1")),
    },
  ];
}

/** Another stream in its place, with the same entries and other content. */
export function rewriteStream(ref: PDFRef, { dict }: PDFStream, content: Uint8Array): void {
  for (const key of ["Length", "DecodeParms", "DL"]) dict.delete(name(key));
  dict.set(name("Filter"), name("FlateDecode"));
  dict.context.assign(ref, PDFRawStream.of(dict, deflateSync(content)));
}

const packed = ({ context }: PDFDocument, content: string): PDFRawStream =>
  PDFRawStream.of(context.obj({ Filter: "FlateDecode" }), deflateSync(Buffer.from(content, "latin1")));

const latin = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString("latin1");
