import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";

const name = PDFName.of;

/** An element of the structure tree that has an id, with its reference. */
type Identified = { readonly ref: PDFRef; readonly element: PDFDict; readonly id: string };

/**
 * Renumbers the structure tree's ids in reading order, in place. Chromium numbers them by what else the same
 * browser has shown before. The ids tie table cells to their headers, so those are rewritten too.
 */
export function renumberStructureIds(document: PDFDocument): void {
  const root = document.catalog.lookupMaybe(name("StructTreeRoot"), PDFDict);
  if (!root) return;
  const elements = [...structureElements(document, root)];
  const identified = elements.flatMap(({ ref, element }) => withId(ref, element));
  const renumbered = new Map(identified.map(({ id }, i) => [id, newId(i)]));
  for (const { element, id } of identified) element.set(name("ID"), PDFString.of(renumbered.get(id) ?? id));
  for (const { element } of elements) renumberHeaders(document, element, renumbered);
  if (identified.length > 0) replaceIdTree(document, root, identified);
}

/** Eight digits, so that the order of the ids as text, which the tree of ids wants, is the reading order. */
const newId = (index: number): string => `node${String(index + 1).padStart(8, "0")}`;

/** Every structure element below `parent`, in reading order. */
function* structureElements(
  document: PDFDocument,
  parent: PDFDict,
): Generator<{ readonly ref: PDFRef; readonly element: PDFDict }> {
  for (const kid of kidsOf(document, parent)) {
    const element = kid instanceof PDFRef ? document.context.lookup(kid) : undefined;
    if (!(kid instanceof PDFRef && element instanceof PDFDict && element.has(name("S")))) continue;
    yield { ref: kid, element };
    yield* structureElements(document, element);
  }
}

function kidsOf(document: PDFDocument, element: PDFDict): readonly PDFObject[] {
  const kids = element.get(name("K"));
  const list = document.context.lookup(kids);
  if (list instanceof PDFArray) return list.asArray();
  return kids === undefined ? [] : [kids];
}

function withId(ref: PDFRef, element: PDFDict): Identified[] {
  const id = textOf(element.lookup(name("ID")));
  return id === undefined ? [] : [{ ref, element, id }];
}

const textOf = (object: PDFObject | undefined): string | undefined =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;

/** The attributes of a table cell name the cells that head it: `/A [<</O /Table /Headers [(node…)]>>]`. */
function renumberHeaders(
  document: PDFDocument,
  element: PDFDict,
  renumbered: ReadonlyMap<string, string>,
): void {
  const attributes = element.lookup(name("A"));
  const sets = attributes instanceof PDFArray ? attributes.asArray() : [attributes];
  for (const set of sets.map((each) => (each ? document.context.lookup(each) : undefined))) {
    const headers = set instanceof PDFDict ? set.lookup(name("Headers")) : undefined;
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
