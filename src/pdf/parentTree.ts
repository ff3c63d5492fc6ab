import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNull,
  PDFNumber,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { structureRoot } from "./structureElements.ts";
import type { MarkedContent } from "./structureKids.ts";

const name = PDFName.of;

/** Changes which element each piece of marked content belongs to, as the pages see it. */
export type ParentTree = {
  /** Gives the content to another element; to none, when it is no longer part of the structure. */
  assign(content: MarkedContent, parent: PDFRef | null): void;
};

/** The tree from marked content to its elements (ISO 32000-1:2008, 14.7.4.4). */
export function parentTree(document: PDFDocument): ParentTree {
  const lists = new Map<number, PDFArray>();
  const root = structureRoot(document)?.lookupMaybe(name("ParentTree"), PDFDict);
  if (root) collect(root, lists);
  return {
    assign({ page, id }, parent) {
      const key = page && document.context.lookup(page, PDFDict).lookup(name("StructParents"));
      const list = key instanceof PDFNumber ? lists.get(key.asNumber()) : undefined;
      if (list && id < list.size()) list.set(id, parent ?? PDFNull);
    },
  };
}

/** The lists of the number tree, by their keys; an annotation's entry is no list. */
function collect(node: PDFDict, lists: Map<number, PDFArray>): void {
  const numbers = node.lookupMaybe(name("Nums"), PDFArray);
  for (let i = 0; numbers && i + 1 < numbers.size(); i += 2) {
    const list = numbers.lookup(i + 1);
    if (list instanceof PDFArray) lists.set(numbers.lookup(i, PDFNumber).asNumber(), list);
  }
  const kids = node.lookupMaybe(name("Kids"), PDFArray);
  for (let i = 0; kids && i < kids.size(); i++) collect(kids.lookup(i, PDFDict), lists);
}
