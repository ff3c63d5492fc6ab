import { inflateSync } from "node:zlib";
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";

// What stands in a file that somebody else made may be of any kind. Nothing here throws: what is not as asked for is null or empty.

/** A page's content, or a part of it, that unpacks to more than this is not read. */
const mostBytes = 100_000_000;

/** The dictionary of an object, which may be that of a stream. */
export const dictOf = (object: PDFObject | undefined): PDFDict | null =>
  object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : null;

/** The entry of a dictionary, with its reference followed. */
export const entry = (dict: PDFDict | null, key: string): PDFObject | undefined =>
  dict?.lookup(PDFName.of(key));

/** Whether a dictionary has an entry, wherever that leads. */
export const has = (dict: PDFDict | null, key: string): boolean => dict?.has(PDFName.of(key)) === true;

/** The entry of a dictionary that is a dictionary, or a stream's. */
export const dictIn = (dict: PDFDict | null, key: string): PDFDict | null => dictOf(entry(dict, key));

/** The entries of a dictionary's entry that is an array, as they stand (references are not followed); none when it is no array. */
export function listIn(dict: PDFDict | null, key: string): readonly PDFObject[] {
  const list = entry(dict, key);
  return list instanceof PDFArray ? list.asArray() : [];
}

/** The same, with references followed and without what is missing. */
export const itemsIn = (dict: PDFDict | null, key: string): readonly PDFObject[] =>
  dict === null ? [] : listIn(dict, key).flatMap((each) => dict.context.lookup(each) ?? []);

/** The keys of a dictionary, each with what it holds, references followed. */
export const entriesOf = (dict: PDFDict | null): readonly (readonly [string, PDFObject | undefined])[] =>
  (dict?.entries() ?? []).map(([key, value]) => [nameText(key), dict?.context.lookup(value)] as const);

/** The name that an entry is, without its slash. */
export function nameIn(dict: PDFDict | null, key: string): string | null {
  const found = entry(dict, key);
  return found instanceof PDFName ? nameText(found) : null;
}

/** The number that an entry is. */
export function numberIn(dict: PDFDict | null, key: string): number | null {
  return numberOf(entry(dict, key));
}

export const numberOf = (object: PDFObject | undefined): number | null =>
  object instanceof PDFNumber && Number.isFinite(object.asNumber()) ? object.asNumber() : null;

export const isTrue = (dict: PDFDict | null, key: string): boolean => entry(dict, key) === PDFBool.True;

/** The text that an entry is, without blanks around it; null when it is none, or blank. */
export const textIn = (dict: PDFDict | null, key: string): string | null => textOf(entry(dict, key));

export function textOf(object: PDFObject | undefined): string | null {
  if (!(object instanceof PDFString || object instanceof PDFHexString)) return null;
  try {
    // Some programs end a text with a null character, and none may put control characters on a terminal.
    return (
      object
        .decodeText()
        .replaceAll(/[\p{Cc}\p{Cf}]+/gu, " ")
        .trim() || null
    );
  } catch {
    return null;
  }
}

function nameText(name: PDFName): string {
  try {
    return name.decodeText();
  } catch {
    return name.asString().slice(1);
  }
}

/** How a reference reads, `12 0 R`; null for an object that stands in its place. */
export const refText = (object: PDFObject | undefined): string | null =>
  object instanceof PDFRef ? object.toString() : null;

/** What a stream holds, unpacked (a predictor is left in); null when it is damaged, is no stream, or unpacks to more than can be read. */
export function bytesOf(stream: PDFObject | undefined): Uint8Array | null {
  try {
    if (!(stream instanceof PDFStream)) return null;
    if (!(stream instanceof PDFRawStream)) return stream.getContents();
    const filter = entry(stream.dict, "Filter");
    const first = filter instanceof PDFArray ? filter.lookup(0) : filter;
    if (first === undefined) return stream.contents;
    if (first !== PDFName.of("FlateDecode")) return decodePDFRawStream(stream).decode();
    // Node's inflate tells damage and stops at the limit; pdf-lib's does neither, but knows chains of filters.
    const plain = inflateSync(stream.contents, { maxOutputLength: mostBytes });
    return filter instanceof PDFArray && filter.size() > 1 ? decodePDFRawStream(stream).decode() : plain;
  } catch {
    return null;
  }
}
