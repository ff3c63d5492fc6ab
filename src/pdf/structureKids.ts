import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef } from "@cantoo/pdf-lib";

const name = PDFName.of;

/** Content of a page that an element of the structure tree holds; the element may leave it to those around it to say which page. */
export type MarkedContent = { readonly page: PDFRef | undefined; readonly id: number };

/** One thing that an element of the structure tree holds; `object` is how it stands in the element's list (ISO 32000-1:2008, 14.7.2). */
export type StructureKid = { readonly object: PDFObject } & (
  | { readonly kind: "element"; readonly ref: PDFRef | undefined; readonly element: PDFDict }
  | ({ readonly kind: "content" } & MarkedContent)
  | { readonly kind: "annotation"; readonly annotation: PDFDict }
);

/** What an element, or the root, holds, in reading order. What is none of these, or damaged, is passed over. */
export function kidsOf(parent: PDFDict): readonly StructureKid[] {
  const kids = parent.get(name("K"));
  const list = parent.context.lookup(kids);
  const objects = list instanceof PDFArray ? list.asArray() : kids === undefined ? [] : [kids];
  return objects.flatMap((object) => kidOf(parent, object) ?? []);
}

function kidOf(parent: PDFDict, object: PDFObject): StructureKid | null {
  const target = parent.context.lookup(object);
  const page = asRef(parent.get(name("Pg")));
  if (target instanceof PDFNumber) return { kind: "content", object, page, id: target.asNumber() };
  if (!(target instanceof PDFDict)) return null;
  if (target.has(name("S"))) return { kind: "element", object, ref: asRef(object), element: target };
  const id = target.lookup(name("MCID"));
  if (id instanceof PDFNumber)
    return { kind: "content", object, page: asRef(target.get(name("Pg"))) ?? page, id: id.asNumber() };
  const annotation = target.lookup(name("Obj"));
  return annotation instanceof PDFDict ? { kind: "annotation", object, annotation } : null;
}

const asRef = (object: PDFObject | undefined): PDFRef | undefined =>
  object instanceof PDFRef ? object : undefined;

/** Gives what an element holds, in the course of one walk down the tree. */
export type Walk = (parent: PDFDict) => readonly StructureKid[];

/** A walk on which each element is met once, so that a tree that bites its tail ends. */
export function newWalk(): Walk {
  const met = new Set<PDFDict>();
  return (parent) =>
    kidsOf(parent).filter((kid) => {
      if (kid.kind !== "element") return true;
      const first = !met.has(kid.element);
      met.add(kid.element);
      return first;
    });
}
