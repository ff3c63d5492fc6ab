import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from "@cantoo/pdf-lib";
import { byBytes, keyText, nameIn, nameText, startName } from "../pdf/link/names.ts";
import { ownNumbers } from "../pdf/link/numbers.ts";
import { treeEntries } from "../pdf/link/trees.ts";
import type { AssembledPart } from "./assemble.ts";
import { differs } from "./differs.ts";
import { labelsOf, labelsWanted, withPages } from "./proof.ts";

const name = PDFName.of;

/**
 * Proves that what a pack has once leads to all of its papers: page tree and labels, structure and parent tree, ids, names and outline.
 *
 * @param document the pack without its papers
 */
export function tieProblems(document: PDFDocument, parts: readonly AssembledPart[]): string[] {
  const { catalog } = document;
  const placed = withPages(parts.map(({ expected }) => expected));
  const pageCount = placed.at(-1)?.end ?? 0;
  const pages = catalog.lookup(name("Pages"), PDFDict);
  const structure = catalog.lookup(name("StructTreeRoot"), PDFDict);
  const top = structure.lookup(name("K"), PDFDict);
  const destinations = catalog.lookup(name("Names"), PDFDict).lookup(name("Dests"));
  const sorted = inOrderOfNames(parts);
  const [identified, tagged] = [
    sorted.filter(({ placed: { block } }) => block.hasIds),
    inOrderOfKeys(parts.filter(({ placed: { block } }) => block.hasParents)),
  ];
  return [
    ...differs("pages", kidsOf(pages, "Kids"), numbersOf(parts, "pages")),
    ...differs("the number of pages", numberIn(pages, "Count"), pageCount),
    ...differs("page labels", labelsOf(document, pageCount), labelsWanted(placed)),
    ...differs("parts", kidsOf(top, "K"), numbersOf(parts, "part")),
    ...differs(
      "the document's element",
      [nameText(top.lookup(name("S"))), top.lookup(name("P")) === structure],
      ["Document", true],
    ),
    ...differs("destinations", kidsOf(destinations, "Kids"), numbersOf(sorted, "destinations")),
    ...differs("ids", kidsOf(structure.lookup(name("IDTree")), "Kids"), numbersOf(identified, "ids")),
    ...differs(
      "the parent tree",
      kidsOf(structure.lookup(name("ParentTree")), "Kids"),
      numbersOf(tagged, "parents"),
    ),
    ...differs("keys of two papers in the parent tree", sharedKeys(tagged), 0),
    ...differs("outline", outlineOf(catalog.lookup(name("Outlines"))), outlineWanted(parts)),
    ...differs("papers of one name", sorted.length - new Set(placed.map(({ prefix }) => prefix)).size, 0),
    ...differs("links to names that no paper has", lostNames(parts), []),
  ];
}

/**
 * The keys of a paper in the parent tree that are not in its slot, where another paper's may be.
 *
 * @param alone the paper as a pack of its own
 */
export function strayKeys(alone: PDFDocument, { expected, placed: { block } }: AssembledPart): string[] {
  const { key, keys } = block.slot;
  const tree = alone.catalog.lookup(name("StructTreeRoot"), PDFDict).get(name("ParentTree"));
  const own = [...treeEntries(alone, tree, "Nums")].map(([each]) =>
    each instanceof PDFNumber ? each.asNumber() : Number.NaN,
  );
  const stray = own.filter((each) => !(each >= key && each < key + keys));
  return differs(`${expected.prefix}: keys that are not its own`, stray, []);
}

/** Where the papers keep what ties them to the pack. */
const numbersOf = (parts: readonly AssembledPart[], own: keyof typeof ownNumbers): number[] =>
  parts.map(({ placed: { block } }) => block.slot.base + ownNumbers[own]);

/** A full stop ends a prefix, so that every name of one paper comes before every name of the next. */
const inOrderOfNames = (parts: readonly AssembledPart[]): AssembledPart[] =>
  [...parts].sort((a, b) => byBytes(nameIn(a.expected.prefix, ""), nameIn(b.expected.prefix, "")));

const inOrderOfKeys = (parts: readonly AssembledPart[]): AssembledPart[] =>
  [...parts].sort((a, b) => a.placed.block.slot.key - b.placed.block.slot.key);

/** How many papers begin with their keys before those of the one before them have ended. */
const sharedKeys = (tagged: readonly AssembledPart[]): number =>
  tagged.filter(({ placed: { block } }, i) => {
    const before = tagged[i - 1]?.placed.block.slot;
    return before !== undefined && block.slot.key < before.key + before.keys;
  }).length;

function lostNames(parts: readonly AssembledPart[]): string[] {
  const held = new Set(
    parts.flatMap(({ expected: { prefix, tally } }) =>
      [startName, ...Object.keys(tally.destinations)].map((own) => nameIn(prefix, own)),
    ),
  );
  return parts.flatMap(({ expected: { places } }) =>
    Object.values(places).filter((place) => place !== null && !held.has(place)),
  ) as string[];
}

/** The numbers that a list of a dictionary refers to; NaN for what is no reference. */
function kidsOf(dict: PDFObject | undefined, key: string): number[] {
  const list = dict instanceof PDFDict ? dict.lookup(name(key)) : undefined;
  if (!(list instanceof PDFArray)) return [];
  return list.asArray().map((kid) => (kid instanceof PDFRef ? kid.objectNumber : Number.NaN));
}

function numberIn(dict: PDFDict, key: string): number | null {
  const value = dict.lookup(name(key));
  return value instanceof PDFNumber ? value.asNumber() : null;
}

/** Title, the name it leads to, and the first, the last and the number of entries below it. */
type OutlineEntry = readonly (string | number | null)[];

/** The entries of the pack's own, one a paper. */
function outlineOf(outlines: PDFObject | undefined): OutlineEntry[] {
  const found: OutlineEntry[] = [];
  const seen = new Set<PDFObject>();
  let at = outlines instanceof PDFDict ? outlines.lookup(name("First")) : undefined;
  for (; at instanceof PDFDict && !seen.has(at); at = at.lookup(name("Next"))) {
    seen.add(at);
    const [first, last] = [at.get(name("First")), at.get(name("Last"))];
    found.push([
      nameText(at.lookup(name("Title"))) ?? null,
      keyText(at.lookup(name("Dest"))) ?? null,
      first instanceof PDFRef ? first.objectNumber : null,
      last instanceof PDFRef ? last.objectNumber : null,
      numberIn(at, "Count"),
    ]);
  }
  return found;
}

/** Closed, so the number of entries below is negative. */
const outlineWanted = (parts: readonly AssembledPart[]): OutlineEntry[] =>
  parts.flatMap(({ expected: { prefix, entry }, placed: { block } }): OutlineEntry[] => {
    if (entry === null) return [];
    const { outline } = block;
    const below = outline === null ? [null, null, null] : [outline.first, outline.last, -outline.count];
    return [[entry, nameIn(prefix, startName), ...below]];
  });
