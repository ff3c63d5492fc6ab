import { type PDFDict, PDFName, type PDFRef } from "@cantoo/pdf-lib";
import type { ParentTree } from "./parentTree.ts";
import type { StructureElement } from "./structureElements.ts";
import { kidsOf, type StructureKid } from "./structureKids.ts";

const name = PDFName.of;

/** Moves what an element holds, or some of it, into a new element of that type, which stands where the first of them stood. */
export function gather(
  { ref, element }: StructureElement,
  moved: readonly StructureKid[],
  role: string,
  parents: ParentTree,
): void {
  const { context } = element;
  const page = element.get(name("Pg"));
  const objects = moved.map(({ object }) => object);
  const made = context.register(
    context.obj({ Type: "StructElem", S: role, P: ref, K: objects, ...(page ? { Pg: page } : {}) }),
  );
  for (const kid of moved) adopt(kid, made, parents);
  const kept = kidsOf(element).flatMap(({ object }) =>
    object === objects[0] ? [made] : objects.includes(object) ? [] : [object],
  );
  element.set(name("K"), context.obj(kept));
}

function adopt(kid: StructureKid, parent: PDFRef, parents: ParentTree): void {
  if (kid.kind === "content") parents.assign(kid, parent);
  else if (kid.kind === "element") kid.element.set(name("P"), parent);
}

/** Gives an element another type; what it said of itself as its old type goes. */
export function retype(element: PDFDict, role: string): void {
  element.set(name("S"), name(role));
  element.delete(name("A"));
}
