import {
  PDFArray,
  PDFCatalog,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFPageLeaf,
  PDFPageTree,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { knownNumber } from "./numbers.ts";
import { parentKeys } from "./writeObject.ts";

/** What a paper takes with it into a pack: the objects that its pages, structure and names lead to, in the order they are met. */
export type Reached = {
  readonly refs: readonly PDFRef[];
  /** Keys of the parent tree as the paper had them, in the order they are met: the new key is the place in the list. */
  readonly keys: readonly number[];
};

/**
 * Walks a document's objects, and renumbers the keys of the parent tree from zero, in place. What nothing leads to, an earlier version of
 * a page for instance, is left behind; and so is what only ties the document together, and pages that were taken out of it, though links
 * or elements may still name them.
 */
export function openWalk(document: PDFDocument) {
  const pages = new Set<PDFObject>(document.getPages().map(({ node }) => node));
  const root = document.catalog.lookup(PDFName.of("StructTreeRoot"));
  const staysBehind = (object: PDFObject): boolean =>
    (object instanceof PDFPageLeaf && !pages.has(object)) ||
    object instanceof PDFPageTree ||
    object instanceof PDFCatalog ||
    object === root;
  const refs: PDFRef[] = [];
  const keys: number[] = [];
  const seen = new Set<PDFObject>();
  const renumber = (dict: PDFDict): void => {
    for (const key of parentKeys) {
      const old = dict.get(key);
      if (!(old instanceof PDFNumber)) continue;
      dict.set(key, PDFNumber.of(keys.length));
      keys.push(old.asNumber());
    }
  };
  const enter = (object: PDFObject): readonly PDFObject[] => {
    if (object instanceof PDFRef) {
      const target = document.context.lookup(object);
      if (knownNumber(object, 0, 0) !== undefined || target === undefined || staysBehind(target)) return [];
      refs.push(object);
      return [target];
    }
    if (object instanceof PDFArray) return object.asArray();
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) return [];
    renumber(dict);
    return dict.values();
  };
  return {
    /** Walks whatever a root leads to and has not been met yet. */
    from(root: PDFObject): void {
      const waiting = [root];
      while (waiting.length > 0) {
        const object = waiting.pop();
        if (object === undefined || !leadsOn(object) || seen.has(object)) continue;
        seen.add(object);
        const next = enter(object);
        for (let i = next.length - 1; i >= 0; i--) {
          const each = next[i];
          if (each !== undefined) waiting.push(each);
        }
      }
    },
    reached: (): Reached => ({ refs, keys }),
  };
}

const leadsOn = (object: PDFObject): boolean =>
  object instanceof PDFRef ||
  object instanceof PDFDict ||
  object instanceof PDFArray ||
  object instanceof PDFStream;
