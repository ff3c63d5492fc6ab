import { promisify } from "node:util";
import { deflate, inflateSync } from "node:zlib";
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";

const name = PDFName.of;

/** The content of each page of a document. */
export type PageContents = ReadonlyMap<PDFPage, string>;

/** The content of a page, one character a byte; several streams are one, cut anywhere between tokens. */
export function readPageContent(page: PDFPage): string {
  const contents = page.node.lookup(name("Contents"));
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  return streams
    .map((each) => (each ? page.doc.context.lookup(each) : undefined))
    .map((stream) => Buffer.from(streamBytes(stream)).toString("latin1"))
    .join("\n");
}

const compress = promisify<Buffer, Buffer>(deflate);

/** Gives a page that content instead of its own; compressed beside the main thread, while it goes on to the next page. */
export async function writePageContent(page: PDFPage, content: string): Promise<void> {
  const { context } = page.doc;
  const old = page.node.get(name("Contents"));
  // A stream among several may belong to other pages too, so it stays. The number is taken before anything is waited for.
  const place = old instanceof PDFRef && context.lookup(old) instanceof PDFStream ? old : context.nextRef();
  page.node.set(name("Contents"), place);
  const bytes = await compress(Buffer.from(content, "latin1"));
  context.assign(place, PDFRawStream.of(context.obj({ Filter: "FlateDecode" }), bytes));
}

/** What a stream holds, uncompressed; nothing for anything else. */
export function streamBytes(stream: PDFObject | undefined): Uint8Array {
  if (!(stream instanceof PDFStream)) return new Uint8Array();
  if (!(stream instanceof PDFRawStream)) return stream.getContents();
  const filtered = stream.dict.lookup(name("Filter")) === name("FlateDecode");
  if (filtered && !stream.dict.has(name("DecodeParms"))) return inflateSync(stream.contents);
  return decodePDFRawStream(stream).decode();
}

/** The entry of a kind of the page's resources, e.g. its fonts by their names. */
export const pageResources = (page: PDFPage, kind: string): PDFDict | undefined =>
  page.node.Resources()?.lookupMaybe(name(kind), PDFDict);

/** The names of the property lists of a page that hold an MCID. */
export function taggedProperties(page: PDFPage): ReadonlySet<string> {
  const lists = pageResources(page, "Properties");
  const tagged = (lists?.entries() ?? []).filter(([, list]) => {
    const target = page.doc.context.lookup(list);
    return target instanceof PDFDict && target.has(name("MCID"));
  });
  return new Set(tagged.map(([key]) => key.decodeText()));
}
