import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { entry, has, nameIn, numberIn } from "../objects.ts";
import { roleIn17, standardRole } from "./roles.ts";

const name = PDFName.of;

/** Content that an element holds: marked content of a page or of a drawing, or an annotation or a drawing as a whole. */
export type Held =
  | { readonly kind: "content"; readonly page: PDFRef; readonly id: number; readonly stream: PDFRef | null }
  | {
      readonly kind: "object";
      readonly page: PDFRef | null;
      readonly ref: PDFRef;
      readonly target: PDFObject;
    };

/** An element of the structure, with what it holds in order. */
export type Element = {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly parent: Element | null;
  /** The standard type, after the document's own map. */
  role: string;
  kids: (Element | Held)[];
};

const ofElements = new Set(
  ["Type", "S", "P", "ID", "Pg", "K", "A", "C", "T", "Lang", "Alt", "E", "ActualText"].map((key) =>
    name(key),
  ),
);
/** No page has as much marked content. */
const mostMarks = 100_000;
/** Elements and pieces of content that are read at most. */
const mostKids = 3_000_000;

/**
 * The structure of a document in reading order; an element that was met is not met again, and what leads nowhere is left out.
 *
 * @throws RangeError when it is longer than any paper's, as when elements share the lists of what they hold
 */
export function readElements(document: PDFDocument, root: PDFDict): Element[] {
  const { context } = document;
  const pages = new Set(document.getPages().map(({ ref }) => ref));
  const pageOf = (dict: PDFDict | null): PDFRef | null => {
    const page = dict?.get(name("Pg"));
    return page instanceof PDFRef && pages.has(page) ? page : null;
  };
  const elements: Element[] = [];
  const seen = new Set<PDFDict>([root]);
  const waiting: {
    readonly object: PDFObject;
    readonly parent: Element | null;
    readonly page: PDFRef | null;
  }[] = [];
  const wait = (dict: PDFDict, parent: Element | null, page: PDFRef | null): void => {
    const kids = dict.get(name("K"));
    const list = context.lookup(kids);
    const each = list instanceof PDFArray ? list.asArray() : kids === undefined ? [] : [kids];
    for (const object of each.toReversed()) waiting.push({ object, parent, page });
  };
  wait(root, null, null);
  let read = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { object, parent } = next;
    if (++read + waiting.length > mostKids) throw new RangeError("The structure is too long");
    const target = context.lookup(object);
    if (target instanceof PDFNumber) parent?.kids.push(...content(target.asNumber(), next.page, null));
    if (!(target instanceof PDFDict)) continue;
    const page = pageOf(target) ?? next.page;
    if (has(target, "MCID"))
      parent?.kids.push(...content(numberIn(target, "MCID") ?? -1, page, target.get(name("Stm"))));
    else if (has(target, "Obj")) parent?.kids.push(...wholeObject(target, page));
    else if (nameIn(target, "S") !== null && !seen.has(target)) {
      seen.add(target);
      const ref = object instanceof PDFRef ? object : context.register(target);
      const type = roleIn17(root, target);
      const element: Element = { ref, dict: target, parent, role: standardRole(root, type), kids: [] };
      target.set(name("S"), name(type));
      elements.push(element);
      parent?.kids.push(element);
      wait(target, element, page);
      for (const key of target.keys()) if (!ofElements.has(key)) target.delete(key);
    }
  }
  return elements;
}

const content = (id: number, page: PDFRef | null, stream: PDFObject | undefined | null): Held[] =>
  page === null || !(id >= 0 && id < mostMarks)
    ? []
    : [{ kind: "content", page, id, stream: stream instanceof PDFRef ? stream : null }];

function wholeObject(reference: PDFDict, page: PDFRef | null): Held[] {
  const ref = reference.get(name("Obj"));
  const target = entry(reference, "Obj");
  if (!(ref instanceof PDFRef) || !(target instanceof PDFDict || target instanceof PDFStream)) return [];
  return [{ kind: "object", page, ref, target }];
}

/** Writes what the elements hold, and the tree by which pages, drawings and annotations find their elements, anew (ISO 32000-1:2008, 14.7.4). */
export function writeElements(document: PDFDocument, root: PDFDict, elements: readonly Element[]): void {
  const { context } = document;
  const parents: PDFObject[] = [];
  const keys = new Map<PDFRef, { readonly list: PDFArray }>();
  const listOf = (holder: PDFRef): PDFArray => {
    const known = keys.get(holder)?.list;
    if (known !== undefined) return known;
    const target = context.lookup(holder);
    const dict = target instanceof PDFStream ? target.dict : target;
    if (dict instanceof PDFDict) dict.set(name("StructParents"), PDFNumber.of(parents.length));
    const list = context.obj([]) as PDFArray;
    keys.set(holder, { list });
    parents.push(list);
    return list;
  };
  for (const { ref, dict, parent, role, kids } of elements) {
    dict.set(name("Type"), name("StructElem"));
    if (parent !== null) dict.set(name("P"), parent.ref);
    if (role === "Note" && entry(dict, "ID") === undefined)
      dict.set(name("ID"), PDFHexString.fromText(`note${ref.objectNumber}`));
    for (const kid of kids) {
      if (!("kind" in kid)) continue;
      if (kid.kind === "content") {
        const list = listOf(kid.stream ?? kid.page);
        while (list.size() <= kid.id) list.push(context.obj(null));
        list.set(kid.id, ref);
      } else {
        const holder = kid.target instanceof PDFStream ? kid.target.dict : kid.target;
        if (holder instanceof PDFDict) holder.set(name("StructParent"), PDFNumber.of(parents.length));
        parents.push(ref);
      }
    }
    if (kids.length > 0) dict.set(name("K"), context.obj(kids.map((kid) => written(document, kid))));
    else dict.delete(name("K"));
  }
  root.set(name("K"), context.obj(elements.filter(({ parent }) => parent === null).map(({ ref }) => ref)));
  root.set(name("ParentTree"), context.obj({ Nums: parents.flatMap((each, i) => [i, each]) }));
}

function written({ context }: PDFDocument, kid: Element | Held): PDFObject {
  if (!("kind" in kid)) return kid.ref;
  if (kid.kind === "object")
    return context.obj({ Type: "OBJR", Obj: kid.ref, ...(kid.page === null ? {} : { Pg: kid.page }) });
  return context.obj({
    Type: "MCR",
    Pg: kid.page,
    MCID: kid.id,
    ...(kid.stream === null ? {} : { Stm: kid.stream }),
  });
}
