import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFString,
} from "@cantoo/pdf-lib";
import { treeEntries } from "./trees.ts";

const name = PDFName.of;

/** Where a paper begins, for links of other papers: an id that no element has. */
export const startName = "__start";

/** A name of the paper as the pack knows it: two papers may use the same. */
export const nameIn = (prefix: string, own: string): string => `${prefix}.${own}`;

/** A string whose bytes are the UTF-8 of the text; in hexadecimal, so that nothing needs an escape. */
export const keyString = (text: string): PDFHexString =>
  PDFHexString.of(Buffer.from(text, "utf8").toString("hex").toUpperCase());

/** Sorted as the trees of a PDF want it: by bytes. */
export const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** The text of a key of the pack's, as `keyString` wrote it; undefined for anything else. */
export const keyText = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFHexString ? Buffer.from(object.asBytes()).toString("utf8") : undefined;

/** The text of a name or a string; undefined for anything else. */
export const nameText = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFName || object instanceof PDFString || object instanceof PDFHexString
    ? object.decodeText()
    : undefined;

/**
 * The named destinations of a document, old form and new, each as the array that says where it leads.
 *
 * @param textOf how the keys of the new form are read
 */
export function destinationsOf(document: PDFDocument, textOf = nameText): Map<string, PDFArray> {
  const { catalog, context } = document;
  const found = new Map<string, PDFArray>();
  const add = (key: string | undefined, value: PDFObject): void => {
    const target = context.lookup(value);
    const place = target instanceof PDFDict ? target.lookup(name("D")) : target;
    if (key !== undefined && place instanceof PDFArray) found.set(key, place);
  };
  const old = catalog.lookup(name("Dests"));
  if (old instanceof PDFDict) for (const [key, value] of old.entries()) add(key.decodeText(), value);
  const names = catalog.lookup(name("Names"));
  const tree = names instanceof PDFDict ? names.get(name("Dests")) : undefined;
  for (const [key, value] of treeEntries(document, tree, "Names")) add(textOf(context.lookup(key)), value);
  return found;
}
