import { PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { type ParentTree, parentTree } from "./parentTree.ts";
import {
  attributesOf,
  roleOf,
  type StructureElement,
  structureElements,
  structureRoot,
} from "./structureElements.ts";
import { kidsOf, type MarkedContent } from "./structureKids.ts";
import { obeyMark } from "./structureMarks.ts";
import { gather } from "./structureMoves.ts";

const name = PDFName.of;

/**
 * Mends what Chromium leaves out of its structure tree: what the HTML marks as notes, contents and other languages gets its type, items
 * of lists get a body, a table's head that is printed again on each page is heard once, and types of its own are mapped to those of the
 * standard (ISO 14289-1:2014, 7.1, 7.2, 7.5, 7.6, 7.9).
 *
 * @returns the marked content that is no longer in the tree
 */
export function repairStructure(document: PDFDocument): readonly MarkedContent[] {
  const root = structureRoot(document);
  if (!root) return [];
  mapRoles(document, root);
  const parents = parentTree(document);
  const dropped: MarkedContent[] = [];
  for (const each of [...structureElements(root)]) {
    obeyMark(each, parents);
    if (roleOf(each.element) === "LI") giveBody(each, parents);
    if (isColumnHead(each.element)) dropped.push(...keepFirstPage(each.element));
  }
  for (const content of dropped) parents.assign(content, null);
  return dropped;
}

/** Types that Chromium uses although PDF 1.7 does not have them. */
const ownRoles = { Strong: "Span", Em: "Span" };

function mapRoles(document: PDFDocument, root: PDFDict): void {
  const map = root.lookupMaybe(name("RoleMap"), PDFDict) ?? document.context.obj({});
  for (const [own, standard] of Object.entries(ownRoles)) map.set(name(own), name(standard));
  root.set(name("RoleMap"), map);
}

/** An item of a list may hold a label and a body only: whatever else it holds moves into a body. */
function giveBody(item: StructureElement, parents: ParentTree): void {
  const rest = kidsOf(item.element).filter(
    (kid) => kid.kind !== "element" || !["Lbl", "LBody"].includes(roleOf(kid.element) ?? ""),
  );
  if (rest.length > 0) gather(item, rest, "LBody", parents);
}

/** Only the rows of a table's head are repeated; the head of a row that goes over a page's end goes on there. */
const isColumnHead = (element: PDFDict): boolean =>
  roleOf(element) === "TH" &&
  attributesOf(element).some((set) => set.lookup(name("Scope")) === name("Column"));

/** Takes out of an element, and of those in it, whatever stands on a later page than its first. */
function keepFirstPage(head: PDFDict): MarkedContent[] {
  const elements = [head, ...[...structureElements(head)].map(({ element }) => element)];
  const pieces = elements.flatMap((element) =>
    kidsOf(element).flatMap((kid) => (kid.kind === "content" ? [{ element, kid }] : [])),
  );
  const first = pieces[0]?.kid.page;
  const repeated = pieces.filter(({ kid }) => kid.page !== first);
  for (const element of new Set(repeated.map((piece) => piece.element))) {
    const kept = kidsOf(element).filter((kid) => kid.kind !== "content" || kid.page === first);
    element.set(name("K"), head.context.obj(kept.map(({ object }) => object)));
  }
  return repeated.map(({ kid }) => kid);
}
