import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";
import { byBytes, keyText, nameIn, nameText, startName } from "../pdf/link/names.ts";
import { type OutlineTally, openTally, type Tally } from "../pdf/link/tally.ts";
import { treeEntries } from "../pdf/link/trees.ts";
import { linkedPart } from "../pdf/paperLinks.ts";

/** A part of a pack as it went in: what it must still hold when the pack is assembled. */
export type ExpectedPart = {
  readonly prefix: string;
  readonly title: string;
  /** Its title in the outline; null where the outline passes it over. */
  readonly entry: string | null;
  /** The number of its first page. */
  readonly first: number;
  readonly tally: Tally;
};

const name = PDFName.of;

/**
 * Proves an assembled pack: counts what its papers held when each stood by itself.
 *
 * @param placeOf the prefix of the part that an address leads to; null for one that leads out of the pack
 * @returns what was lost, added or leads elsewhere; nothing where all is there
 */
export function proofProblems(
  document: PDFDocument,
  parts: readonly ExpectedPart[],
  placeOf: (address: string) => string | null,
): string[] {
  const reader = openTally(document, keyText);
  const placed = withPages(parts);
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
    ...differs("destinations", [...reader.destinations].sort(byName), destinationsWanted(placed)),
    ...differs("outline", reader.outline(document.catalog.lookup(name("Outlines"))), outlineWanted(placed)),
    ...treeProblems(document),
  ];
  placed.forEach(({ prefix, tally, begin, end }, i) => {
    const { given: ids, ...structure } = reader.structure(found[i], begin, end);
    given.push(...ids);
    const wanted = { ...tally, elements: asPart(tally.elements) };
    problems.push(
      ...differs(`${prefix}: elements`, sorted(structure.elements), sorted(wanted.elements)),
      ...differs(`${prefix}: content in the structure`, structure.held, tally.held),
      ...differs(`${prefix}: ids`, structure.ids, tally.ids),
      ...differs(`${prefix}: heads of cells`, structure.heads, tally.heads),
      ...differs(`${prefix}: content of pages`, reader.contents(begin, end, ownContent), tally.contents),
      ...differs(`${prefix}: links`, reader.links(begin, end), linksWanted(tally, begin, placed, placeOf)),
    );
  });
  return [...problems, ...differs("different ids", new Set(given).size, given.length)];
}

/** Without what the pack adds: states of drawing saved before, restored after, and the stamps last. */
function ownContent(streams: readonly PDFObject[]): readonly PDFObject[] {
  const [save, restore] = [streams[0], streams.at(-2)];
  return streams.slice(0, -1).filter((stream) => stream !== save && stream !== restore);
}

type PlacedPart = ExpectedPart & { readonly begin: number; readonly end: number };

/** Each part with the first of its pages in the file, and the one after its last. */
function withPages(parts: readonly ExpectedPart[]): PlacedPart[] {
  let end = 0;
  return parts.map((part) => {
    const begin = end;
    end += part.tally.contents.length;
    return { ...part, begin, end };
  });
}

/** A problem where what was found is not what was wanted; of lists, the first place where they part. */
function differs(what: string, found: unknown, wanted: unknown): string[] {
  if (Array.isArray(found) && Array.isArray(wanted) && found.length === wanted.length)
    return found.flatMap((each, i) => differs(`${what}, ${i + 1}`, each, wanted[i])).slice(0, 1);
  if (Array.isArray(found) && Array.isArray(wanted)) {
    const at = found.findIndex((each, i) => JSON.stringify(each) !== JSON.stringify(wanted[i]));
    const first = at < 0 ? found.length : at;
    return [
      `${what}: ${found.length}, not ${wanted.length}; first ${JSON.stringify(found[first])}, not ${JSON.stringify(wanted[first])}`,
    ];
  }
  const [is, should] = [JSON.stringify(found), JSON.stringify(wanted)];
  return is === should ? [] : [`${what}: ${is}, not ${should}`];
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
  parts
    .flatMap(({ prefix, tally, begin }): [string, number][] => [
      [nameIn(prefix, startName), begin],
      ...Object.entries(tally.destinations).map(([own, page]): [string, number] => [
        nameIn(prefix, own),
        begin + page,
      ]),
    ])
    .sort(byName);

const outlineWanted = (parts: readonly PlacedPart[]): OutlineTally[] =>
  parts.flatMap(({ entry, tally, begin }) =>
    entry === null
      ? []
      : [[entry, begin] as const, ...tally.outline.map(([title, page]) => [title, begin + page] as const)],
  );

/** Where each link of a paper leads in the pack: to its own pages, to those of another part, or out. */
const linksWanted = (
  { links }: Tally,
  begin: number,
  parts: readonly PlacedPart[],
  placeOf: (address: string) => string | null,
): (number | string | null)[] =>
  links.map((link) => {
    if (typeof link === "number") return begin + link;
    const prefix = link === null ? null : placeOf(link);
    const to = parts.find((part) => part.prefix === prefix);
    if (to === undefined || link === null) return link;
    return to.begin + (to.tally.destinations[linkedPart(link) ?? ""] ?? 0);
  });

const labelsWanted = (parts: readonly PlacedPart[]): number[] =>
  parts.flatMap(({ first, tally }) => tally.contents.map((_, i) => first + i));

/** The label of each page, a number; NaN for one that is none. */
function labelsOf(document: PDFDocument, pageCount: number): number[] {
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
