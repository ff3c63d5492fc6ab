import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import {
  attributesOf,
  type StructureElement,
  structureElements,
  structureRoot,
  textOf,
} from "./structureElements.ts";

const name = PDFName.of;

/** An element of the structure tree that has an id. */
type Identified = StructureElement & { readonly id: string };

/**
 * Renumbers the structure tree's ids in reading order, in place. Chromium numbers them by what else the same
 * browser has shown before. The ids tie table cells to their headers, so those are rewritten too.
 */
export function renumberStructureIds(document: PDFDocument): void {
  const root = structureRoot(document);
  if (!root) return;
  const elements = [...structureElements(root)];
  const identified = elements.flatMap(({ ref, element }) => withId(ref, element));
  const renumbered = new Map(identified.map(({ id }, i) => [id, newId(i)]));
  for (const { element, id } of identified) element.set(name("ID"), PDFString.of(renumbered.get(id) ?? id));
  for (const { element } of elements) renumberHeaders(document, element, renumbered);
  if (identified.length > 0) replaceIdTree(document, root, identified);
}

/** Eight digits, so that the order of the ids as text, which the tree of ids wants, is the reading order. */
const newId = (index: number): string => `node${String(index + 1).padStart(8, "0")}`;

function withId(ref: PDFRef, element: PDFDict): Identified[] {
  const id = textOf(element.lookup(name("ID")));
  return id === undefined ? [] : [{ ref, element, id }];
}

/** The attributes of a table cell name the cells that head it: `/A [<</O /Table /Headers [(node…)]>>]`. */
function renumberHeaders(
  document: PDFDocument,
  element: PDFDict,
  renumbered: ReadonlyMap<string, string>,
): void {
  for (const set of attributesOf(element)) {
    const headers = set.lookup(name("Headers"));
    if (!(headers instanceof PDFArray)) continue;
    headers.asArray().forEach((header, i) => {
      const id = renumbered.get(textOf(document.context.lookup(header)) ?? "");
      if (id !== undefined) headers.set(i, PDFString.of(id));
    });
  }
}

/** Writes the tree of ids anew, as one sorted node, and drops the old one's nodes. */
function replaceIdTree(document: PDFDocument, root: PDFDict, identified: readonly Identified[]): void {
  const { context } = document;
  removeTree(document, root.get(name("IDTree")));
  const entries = identified.flatMap(({ ref }, i) => [PDFString.of(newId(i)), ref]);
  root.set(name("IDTree"), context.register(context.obj({ Names: entries })));
}

function removeTree(document: PDFDocument, node: PDFObject | undefined): void {
  const tree = document.context.lookup(node);
  const kids = tree instanceof PDFDict ? tree.lookup(name("Kids")) : undefined;
  if (kids instanceof PDFArray) for (const kid of kids.asArray()) removeTree(document, kid);
  if (node instanceof PDFRef) document.context.delete(node);
}
