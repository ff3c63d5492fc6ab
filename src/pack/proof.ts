import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";
import { byBytes, keyText, nameIn, nameText, startName } from "../pdf/link/names.ts";
import { type OutlineTally, openTally, type Tally } from "../pdf/link/tally.ts";
import { treeEntries } from "../pdf/link/trees.ts";
import { differs } from "./differs.ts";

/** A part of a pack as it went in: what it must still hold when the pack is assembled. */
export type ExpectedPart = {
  readonly prefix: string;
  readonly title: string;
  /** Its title in the outline; null where the outline passes it over. */
  readonly entry: string | null;
  /** The number of its first page. */
  readonly first: number;
  readonly tally: Tally;
  /** The name in the pack that each address of its links leads to; null for one that leads out of it. */
  readonly places: Readonly<Record<string, string | null>>;
};

const name = PDFName.of;

/**
 * Proves an assembled pack, or one of some of its papers alone: counts what the papers held when each stood by itself. Of a link that
 * leads to a paper which is not there, the name is looked at.
 *
 * @returns what was lost, added or leads elsewhere; nothing where all is there
 */
export function proofProblems(document: PDFDocument, parts: readonly ExpectedPart[]): string[] {
  const reader = openTally(document, keyText, (place) => !parts.some(({ prefix }) => isOf(prefix, place)));
  const placed = withPages(parts);
  const pages = new Map(destinationsWanted(placed));
  const found = partsOf(document);
  const given: string[] = [];
  const problems = [
    ...differs("pages", reader.pageCount, placed.at(-1)?.end ?? 0),
    ...differs("page labels", labelsOf(document, reader.pageCount), labelsWanted(placed)),
    ...differs(
      "parts",
      found.map(titleOf),
      parts.map(({ title }) => title),
    ),
    ...differs("destinations", [...reader.destinations].sort(byName), [...pages].sort(byName)),
    ...differs("outline", reader.outline(document.catalog.lookup(name("Outlines"))), outlineWanted(placed)),
    ...treeProblems(document),
  ];
  placed.forEach((part, i) => {
    const { prefix, tally, begin, end } = part;
    const { given: ids, ...structure } = reader.structure(found[i], begin, end);
    given.push(...ids);
    const wanted = { ...tally, elements: asPart(tally.elements) };
    problems.push(
      ...differs(`${prefix}: elements`, sorted(structure.elements), sorted(wanted.elements)),
      ...differs(`${prefix}: content in the structure`, structure.held, tally.held),
      ...differs(`${prefix}: ids`, structure.ids, tally.ids),
      ...differs(`${prefix}: ids that are not its own`, ids.filter((id) => !isOf(prefix, id)).length, 0),
      ...differs(`${prefix}: heads of cells`, structure.heads, tally.heads),
      ...differs(`${prefix}: content of pages`, reader.contents(begin, end, ownContent), tally.contents),
      ...differs(`${prefix}: links`, reader.links(begin, end), linksWanted(part, pages)),
    );
  });
  return [...problems, ...differs("different ids", new Set(given).size, given.length)];
}

/** Whether a name or an id of the pack is one of a part; those of two parts are never the same. */
const isOf = (prefix: string, name: string): boolean => name.startsWith(nameIn(prefix, ""));

/** Without what the pack adds: states of drawing saved before, restored after, and the stamps last. */
function ownContent(streams: readonly PDFObject[]): readonly PDFObject[] {
  const [save, restore] = [streams[0], streams.at(-2)];
  return streams.slice(0, -1).filter((stream) => stream !== save && stream !== restore);
}

/** A part with the first of its pages in the file, and the one after its last. */
export type PlacedPart = ExpectedPart & { readonly begin: number; readonly end: number };

/** Each part with its pages. */
export function withPages(parts: readonly ExpectedPart[]): PlacedPart[] {
  let end = 0;
  return parts.map((part) => {
    const begin = end;
    end += part.tally.contents.length;
    return { ...part, begin, end };
  });
}

const sorted = (counts: Readonly<Record<string, number>>): [string, number][] =>
  Object.entries(counts).sort(byName);

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** A paper's document element is a section of the pack. */
function asPart({
  Document = 0,
  Sect = 0,
  ...others
}: Readonly<Record<string, number>>): Record<string, number> {
  return Document + Sect === 0 ? others : { ...others, Sect: Document + Sect };
}

/** The parts below the one document element. */
function partsOf(document: PDFDocument): PDFDict[] {
  const root = document.catalog.lookup(name("StructTreeRoot"), PDFDict);
  const top = root.lookup(name("K"), PDFDict);
  const kids = top.lookup(name("K"), PDFArray);
  const parts = Array.from({ length: kids.size() }, (_, i) => kids.lookup(i, PDFDict));
  const [roles, parents] = [
    parts.map((part) => part.lookup(name("S"))),
    parts.map((part) => part.lookup(name("P"))),
  ];
  const right = roles.every((role) => role === name("Part")) && parents.every((parent) => parent === top);
  if (!right || top.lookup(name("S")) !== name("Document"))
    throw new Error("the pack is not one document of parts");
  return parts;
}

const titleOf = (part: PDFDict): string => nameText(part.lookup(name("T"))) ?? "";

const destinationsWanted = (parts: readonly PlacedPart[]): [string, number][] =>
  parts.flatMap(({ prefix, tally, begin }): [string, number][] => [
    [nameIn(prefix, startName), begin],
    ...Object.entries(tally.destinations).map(([own, page]): [string, number] => [
      nameIn(prefix, own),
      begin + page,
    ]),
  ]);

const outlineWanted = (parts: readonly PlacedPart[]): OutlineTally[] =>
  parts.flatMap(({ entry, tally, begin }) =>
    entry === null
      ? []
      : [[entry, begin] as const, ...tally.outline.map(([title, page]) => [title, begin + page] as const)],
  );

/** Where each link of a part leads in the pack: to a page, to a name of a paper that is not there, or out. */
function linksWanted(
  { tally, places, begin }: PlacedPart,
  pages: ReadonlyMap<string, number>,
): (number | string | null)[] {
  return tally.links.map((link) => {
    if (typeof link === "number") return begin + link;
    const place = link === null ? null : (places[link] ?? null);
    return place === null ? link : (pages.get(place) ?? place);
  });
}

export const labelsWanted = (parts: readonly PlacedPart[]): number[] =>
  parts.flatMap(({ first, tally }) => tally.contents.map((_, i) => first + i));

/** The label of each page, a number; NaN for one that is none. */
export function labelsOf(document: PDFDocument, pageCount: number): number[] {
  const ranges = [...treeEntries(document, document.catalog.get(name("PageLabels")), "Nums")];
  const starts = ranges.map(([key, value]) => {
    const style = document.context.lookup(value, PDFDict);
    const [from, decimal] = [style.lookup(name("St")), style.lookup(name("S")) === name("D")];
    const start = from instanceof PDFNumber ? from.asNumber() : 1;
    return {
      index: key instanceof PDFNumber ? key.asNumber() : Number.NaN,
      start: decimal ? start : Number.NaN,
    };
  });
  return Array.from({ length: pageCount }, (_, i) => {
    const range = starts.findLast(({ index }) => index <= i);
    return range === undefined ? Number.NaN : range.start + i - range.index;
  });
}

/** Readers halve a tree's list to find a key, so what is not in order is not found. */
function treeProblems(document: PDFDocument): string[] {
  const { catalog } = document;
  const root = catalog.lookup(name("StructTreeRoot"), PDFDict);
  const names = catalog.lookup(name("Names"), PDFDict);
  const keysOf = (tree: PDFObject | undefined, pairs: "Names" | "Nums"): PDFObject[] =>
    [...treeEntries(document, tree, pairs)].map(([key]) => key);
  const inOrder = (keys: readonly PDFObject[], compare: (a: PDFObject, b: PDFObject) => number): boolean =>
    keys.every((key, i) => i === 0 || compare(keys[i - 1] ?? key, key) < 0);
  const text = (a: PDFObject, b: PDFObject): number => byBytes(keyText(a) ?? "", keyText(b) ?? "");
  const number = (a: PDFObject, b: PDFObject): number => Number(a.toString()) - Number(b.toString());
  const ids = [...treeEntries(document, root.get(name("IDTree")), "Names")];
  const idsRight = ids.every(([key, value]) => {
    const element = document.context.lookup(value);
    return element instanceof PDFDict && keyText(element.lookup(name("ID"))) === keyText(key);
  });
  return [
    ...(inOrder(keysOf(names.get(name("Dests")), "Names"), text) ? [] : ["names are not in order"]),
    ...(inOrder(keysOf(root.get(name("IDTree")), "Names"), text) ? [] : ["ids are not in order"]),
    ...(idsRight ? [] : ["an id leads to another element"]),
    ...(inOrder(keysOf(root.get(name("ParentTree")), "Nums"), number)
      ? []
      : ["the parent tree is not in order"]),
  ];
}
