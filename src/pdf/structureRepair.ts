import { PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef } from "@cantoo/pdf-lib";
import { type ParentTree, parentTree } from "./parentTree.ts";
import {
  attributesOf,
  kidsOf,
  type MarkedContent,
  markedContent,
  roleOf,
  type StructureElement,
  structureElements,
  structureRoot,
} from "./structureElements.ts";

const name = PDFName.of;

/**
 * Mends what Chromium leaves out of its structure tree: items of lists get a body, a table's head that is printed again on each page is
 * heard once, and types of its own are mapped to those of the standard (ISO 14289-1:2014, 7.1, 7.2, 7.5, 7.6).
 *
 * @returns the marked content that is no longer in the tree
 */
export function repairStructure(document: PDFDocument): readonly MarkedContent[] {
  const root = structureRoot(document);
  if (!root) return [];
  mapRoles(document, root);
  const parents = parentTree(document);
  const dropped: MarkedContent[] = [];
  for (const each of [...structureElements(document, root)]) {
    if (roleOf(each.element) === "LI") giveBody(document, each, parents);
    if (isColumnHead(document, each.element)) dropped.push(...keepFirstPage(document, each.element));
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
function giveBody(document: PDFDocument, { ref, element }: StructureElement, parents: ParentTree): void {
  const { context } = document;
  const role = (kid: PDFObject): string | undefined => {
    const target = context.lookup(kid);
    return target instanceof PDFDict ? roleOf(target) : undefined;
  };
  const kids = kidsOf(document, element);
  const own = kids.filter((kid) => ["Lbl", "LBody"].includes(role(kid) ?? ""));
  const rest = kids.filter((kid) => !own.includes(kid));
  if (rest.length === 0) return;
  const page = element.get(name("Pg"));
  const body = context.register(
    context.obj({ Type: "StructElem", S: "LBody", P: ref, K: rest, ...(page ? { Pg: page } : {}) }),
  );
  for (const kid of rest) {
    const content = markedContent(document, element, kid);
    if (content) parents.assign(content, body);
    const target = context.lookup(kid);
    if (kid instanceof PDFRef && target instanceof PDFDict) target.set(name("P"), body);
  }
  element.set(name("K"), context.obj([...own, body]));
}

/** Only the rows of a table's head are repeated; the head of a row that goes over a page's end goes on there. */
const isColumnHead = (document: PDFDocument, element: PDFDict): boolean =>
  roleOf(element) === "TH" &&
  attributesOf(document, element).some((set) => set.lookup(name("Scope")) === name("Column"));

/** Takes out of an element, and of those in it, whatever stands on a later page than its first. */
function keepFirstPage(document: PDFDocument, head: PDFDict): MarkedContent[] {
  const elements = [head, ...[...structureElements(document, head)].map(({ element }) => element)];
  const pieces = elements.flatMap((element) =>
    kidsOf(document, element).map((kid) => ({
      element,
      kid,
      content: markedContent(document, element, kid),
    })),
  );
  const first = pieces.find(({ content }) => content)?.content?.page;
  const repeated = pieces.filter(({ content }) => content && content.page !== first);
  for (const element of new Set(repeated.map((piece) => piece.element))) {
    const gone = new Set(repeated.filter((piece) => piece.element === element).map(({ kid }) => kid));
    element.set(name("K"), document.context.obj(kidsOf(document, element).filter((kid) => !gone.has(kid))));
  }
  return repeated.flatMap(({ content }) => (content ? [content] : []));
}
