import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";

const name = PDFName.of;

/** An element of the structure tree, with its reference. */
export type StructureElement = { readonly ref: PDFRef; readonly element: PDFDict };

/** Content of a page that an element of the structure tree holds. */
export type MarkedContent = { readonly page: PDFRef | undefined; readonly id: number };

/** The root of the structure tree; undefined for an untagged document. */
export const structureRoot = (document: PDFDocument): PDFDict | undefined =>
  document.catalog.lookupMaybe(name("StructTreeRoot"), PDFDict);

/** Every structure element below `parent`, in reading order. */
export function* structureElements(document: PDFDocument, parent: PDFDict): Generator<StructureElement> {
  for (const kid of kidsOf(document, parent)) {
    const element = kid instanceof PDFRef ? document.context.lookup(kid) : undefined;
    if (!(kid instanceof PDFRef && element instanceof PDFDict && element.has(name("S")))) continue;
    yield { ref: kid, element };
    yield* structureElements(document, element);
  }
}

/** What an element holds, as it stands: references to elements, ids of marked content, dictionaries. */
export function kidsOf(document: PDFDocument, element: PDFDict): readonly PDFObject[] {
  const kids = element.get(name("K"));
  const list = document.context.lookup(kids);
  if (list instanceof PDFArray) return list.asArray();
  return kids === undefined ? [] : [kids];
}

/** The type of a structure element, e.g. `TH`. */
export const roleOf = (element: PDFDict): string | undefined => {
  const role = element.lookup(name("S"));
  return role instanceof PDFName ? role.decodeText() : undefined;
};

/** The marked content that a kid of an element is; undefined when it is something else. */
export function markedContent(
  document: PDFDocument,
  element: PDFDict,
  kid: PDFObject,
): MarkedContent | undefined {
  const target = document.context.lookup(kid);
  const own = element.get(name("Pg"));
  if (target instanceof PDFNumber) return { page: asRef(own), id: target.asNumber() };
  const id = target instanceof PDFDict ? target.lookup(name("MCID")) : undefined;
  if (!(target instanceof PDFDict && id instanceof PDFNumber)) return undefined;
  return { page: asRef(target.get(name("Pg")) ?? own), id: id.asNumber() };
}

const asRef = (object: PDFObject | undefined): PDFRef | undefined =>
  object instanceof PDFRef ? object : undefined;

/** The text of a PDF string; undefined when the object is none. */
export const textOf = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;

/** The attribute sets of an element: one dictionary, or several. */
export function attributesOf(document: PDFDocument, element: PDFDict): readonly PDFDict[] {
  const attributes = element.lookup(name("A"));
  const sets = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
  return sets
    .map((each) => (each ? document.context.lookup(each) : undefined))
    .filter((each) => each instanceof PDFDict);
}
