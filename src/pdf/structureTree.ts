import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";
import type { MarkedText } from "./markedText.ts";
import { attributesOf, roleOf, structureRoot, textOf } from "./structureElements.ts";
import { newWalk, type StructureKid, type Walk } from "./structureKids.ts";
import type { TaggedDocument, TaggedElement, TaggedText } from "./tagged.ts";

const name = PDFName.of;

/**
 * The structure tree of a parsed PDF, with its text.
 *
 * @param texts the text of each page by the number of its marked content
 * @returns null when the file is not tagged
 */
export function readStructure(document: PDFDocument, texts: MarkedText): TaggedDocument | null {
  const root = structureRoot(document);
  if (!root?.has(name("K"))) return null;
  const pages = document.getPages();
  const numbers = new Map(pages.map((page, i) => [page.ref.toString(), i + 1]));
  const reading: Reading = { root, numbers, texts, walk: newWalk() };
  const language = textOf(document.catalog.lookup(name("Lang"))) ?? null;
  return {
    title: document.getTitle()?.trim() || null,
    language,
    pageCount: pages.length,
    children: reading
      .walk(root)
      .flatMap((kid) =>
        kid.kind === "element" ? [elementOf(reading, kid.element, { page: null, language })] : [],
      ),
  };
}

/** What is known while the tree is read. */
type Reading = {
  readonly root: PDFDict;
  readonly numbers: ReadonlyMap<string, number>;
  readonly texts: MarkedText;
  readonly walk: Walk;
};

/** What an element takes from those that hold it, when it says nothing of its own. */
type Around = { readonly page: number | null; readonly language: string | null };

function elementOf(reading: Reading, element: PDFDict, around: Around): TaggedElement {
  const page = pageNumber(reading, element.get(name("Pg"))) ?? around.page;
  const text = (key: string): string | null => textOf(element.lookup(name(key))) ?? null;
  const language = text("Lang") ?? around.language;
  return {
    role: standardRole(reading.root, roleOf(element) ?? ""),
    page,
    id: text("ID"),
    alt: text("Alt"),
    actualText: text("ActualText"),
    language: language === around.language ? null : language,
    cell: cellOf(element),
    children: reading.walk(element).flatMap((kid) => childOf(reading, kid, { page, language })),
  };
}

function childOf(reading: Reading, kid: StructureKid, around: Around): (TaggedElement | TaggedText)[] {
  if (kid.kind === "element") return [elementOf(reading, kid.element, around)];
  return kid.kind === "content" ? textAt(reading, pageNumber(reading, kid.page) ?? around.page, kid.id) : [];
}

const pageNumber = ({ numbers }: Reading, page: PDFObject | undefined): number | undefined =>
  page && numbers.get(page.toString());

function textAt({ texts }: Reading, page: number | null, mark: number): TaggedText[] {
  const text = page === null ? undefined : texts[page - 1]?.get(mark);
  return page === null || text === undefined ? [] : [{ page, text }];
}

/** Follows the role map from a role of the maker's own to a standard one. */
function standardRole(root: PDFDict, role: string): string {
  const map = root.lookup(name("RoleMap"));
  let found = role;
  for (let step = 0; step < 10; step++) {
    const next = map instanceof PDFDict ? nameOf(map.lookup(name(found))) : null;
    if (next === null || next === found) return found;
    found = next;
  }
  return found;
}

function cellOf(element: PDFDict): TaggedElement["cell"] {
  const sets = attributesOf(element);
  const attribute = (key: string): PDFObject | undefined =>
    sets.map((set) => set.lookup(name(key))).find((value) => value !== undefined);
  return {
    rowSpan: countOf(attribute("RowSpan")),
    columnSpan: countOf(attribute("ColSpan")),
    scope: nameOf(attribute("Scope")),
    headers: listed(attribute("Headers")).flatMap((header) => textOf(header) ?? []),
  };
}

/** The entries of an array, looked up; one object stands for an array of one. */
const listed = (object: PDFObject | undefined): readonly PDFObject[] =>
  object instanceof PDFArray
    ? object.asArray().flatMap((_, i) => object.lookup(i) ?? [])
    : object === undefined
      ? []
      : [object];

const nameOf = (object: PDFObject | undefined): string | null =>
  object instanceof PDFName ? object.decodeText() : null;

const countOf = (object: PDFObject | undefined): number =>
  object instanceof PDFNumber ? Math.max(1, object.asNumber()) : 1;
