import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFString,
} from "@cantoo/pdf-lib";
import type { MarkedText } from "./markedText.ts";
import type { TaggedDocument, TaggedElement, TaggedText } from "./tagged.ts";

const name = PDFName.of;

/**
 * The structure tree of a parsed PDF, with its text.
 *
 * @param texts the text of each page by the number of its marked content
 * @returns null when the file is not tagged
 */
export function readStructure(document: PDFDocument, texts: MarkedText): TaggedDocument | null {
  const root = dict(document.catalog.lookup(name("StructTreeRoot")));
  if (root === null || !root.has(name("K"))) return null;
  const pages = document.getPages();
  const numbers = new Map(pages.map((page, i) => [page.ref.toString(), i + 1]));
  const reading: Reading = { root, numbers, texts, read: new Set() };
  const language = textOf(document.catalog.lookup(name("Lang")));
  return {
    title: document.getTitle()?.trim() || null,
    language,
    pageCount: pages.length,
    children: kidsOf(root).flatMap((kid) => elementOf(reading, kid, { page: null, language })),
  };
}

/** What is known while the tree is read; an element that was read is not read again, so that a tree that bites its tail ends. */
type Reading = {
  readonly root: PDFDict;
  readonly numbers: ReadonlyMap<string, number>;
  readonly texts: MarkedText;
  readonly read: Set<PDFDict>;
};

/** What an element takes from those that hold it, when it says nothing of its own. */
type Around = { readonly page: number | null; readonly language: string | null };

function elementOf(reading: Reading, object: PDFObject, around: Around): TaggedElement[] {
  const element = dict(object);
  if (element === null || !element.has(name("S")) || reading.read.has(element)) return [];
  reading.read.add(element);
  const page = reading.numbers.get(element.get(name("Pg"))?.toString() ?? "") ?? around.page;
  const language = textOf(element.lookup(name("Lang"))) ?? around.language;
  return [
    {
      role: standardRole(reading.root, nameOf(element.lookup(name("S"))) ?? ""),
      page,
      id: textOf(element.lookup(name("ID"))),
      alt: textOf(element.lookup(name("Alt"))),
      actualText: textOf(element.lookup(name("ActualText"))),
      language: language === around.language ? null : language,
      cell: cellOf(element),
      children: kidsOf(element).flatMap((kid) => childOf(reading, kid, { page, language })),
    },
  ];
}

/** A kid is a number of marked content on the element's page, the same with a page of its own, an annotation, or an element. */
function childOf(reading: Reading, kid: PDFObject, around: Around): (TaggedElement | TaggedText)[] {
  if (kid instanceof PDFNumber) return textAt(reading, around.page, kid.asNumber());
  const marked = dict(kid)?.lookup(name("MCID"));
  if (!(marked instanceof PDFNumber)) return elementOf(reading, kid, around);
  const own = reading.numbers.get(dict(kid)?.get(name("Pg"))?.toString() ?? "") ?? around.page;
  return textAt(reading, own, marked.asNumber());
}

function textAt({ texts }: Reading, page: number | null, mark: number): TaggedText[] {
  const text = page === null ? undefined : texts[page - 1]?.get(mark);
  return page === null || text === undefined ? [] : [{ page, text }];
}

/** Follows the role map from a role of the maker's own to a standard one. */
function standardRole(root: PDFDict, role: string): string {
  const map = dict(root.lookup(name("RoleMap")));
  let found = role;
  for (let step = 0; step < 10; step++) {
    const next = nameOf(map?.lookup(name(found)));
    if (next === null || next === found) return found;
    found = next;
  }
  return found;
}

function cellOf(element: PDFDict): TaggedElement["cell"] {
  const sets = listed(element.lookup(name("A"))).flatMap((set) => dict(set) ?? []);
  const attribute = (key: string): PDFObject | undefined =>
    sets.map((set) => set.lookup(name(key))).find((value) => value !== undefined);
  return {
    rowSpan: countOf(attribute("RowSpan")),
    columnSpan: countOf(attribute("ColSpan")),
    scope: nameOf(attribute("Scope")),
    headers: listed(attribute("Headers")).flatMap((header) => textOf(header) ?? []),
  };
}

const kidsOf = (element: PDFDict): readonly PDFObject[] => listed(element.lookup(name("K")));

/** The entries of an array, looked up; one object stands for an array of one. */
const listed = (object: PDFObject | undefined): readonly PDFObject[] =>
  object instanceof PDFArray
    ? object.asArray().flatMap((_, i) => object.lookup(i) ?? [])
    : object === undefined
      ? []
      : [object];

const dict = (object: PDFObject | undefined): PDFDict | null => (object instanceof PDFDict ? object : null);

const nameOf = (object: PDFObject | undefined): string | null =>
  object instanceof PDFName ? object.decodeText() : null;

const textOf = (object: PDFObject | undefined): string | null =>
  object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : null;

const countOf = (object: PDFObject | undefined): number =>
  object instanceof PDFNumber ? Math.max(1, object.asNumber()) : 1;
