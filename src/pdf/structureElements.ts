import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { newWalk, type Walk } from "./structureKids.ts";

const name = PDFName.of;

/** An element of the structure tree, with its reference. */
export type StructureElement = { readonly ref: PDFRef; readonly element: PDFDict };

/** The root of the structure tree; undefined for an untagged document. */
export const structureRoot = (document: PDFDocument): PDFDict | undefined => {
  const root = document.catalog.lookup(name("StructTreeRoot"));
  return root instanceof PDFDict ? root : undefined;
};

/** Every structure element below `parent` that other objects can refer to, in reading order. */
export function* structureElements(parent: PDFDict, walk: Walk = newWalk()): Generator<StructureElement> {
  for (const kid of walk(parent)) {
    if (kid.kind !== "element") continue;
    if (kid.ref) yield { ref: kid.ref, element: kid.element };
    yield* structureElements(kid.element, walk);
  }
}

/** The type of a structure element, e.g. `TH`. */
export const roleOf = (element: PDFDict): string | undefined => {
  const role = element.lookup(name("S"));
  return role instanceof PDFName ? role.decodeText() : undefined;
};

/** The text of a PDF string; undefined when the object is none. */
export const textOf = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;

/** The attribute sets of an element: one dictionary, or several. */
export function attributesOf(element: PDFDict): readonly PDFDict[] {
  const attributes = element.lookup(name("A"));
  const sets = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
  return sets.map((each) => element.context.lookup(each)).filter((each) => each instanceof PDFDict);
}
