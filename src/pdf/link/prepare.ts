import { type PDFDocument, PDFName, PDFNull, type PDFObject, type PDFRef } from "@cantoo/pdf-lib";
import { type OutwardLink, prepareLinks } from "./links.ts";
import { byBytes, destinationsOf, keyString, nameIn, startName } from "./names.ts";
import { firstObject, ownRef, packRef } from "./numbers.ts";
import { type OutlineKids, prepareOutline } from "./outline.ts";
import { type PageShape, preparePages } from "./pages.ts";
import { openWalk } from "./reachable.ts";
import { prepareStructure } from "./structure.ts";
import { type Tally, tallyOf } from "./tally.ts";

/** A finished paper, taken apart for a pack: all but the numbers that its objects get there. */
export type Prepared = {
  /** Begins every id and name of the paper in the pack; holds no full stop. */
  readonly prefix: string;
  readonly title: string;
  readonly pages: readonly PageShape[];
  /** The paper's own objects, in the order of their numbers. */
  readonly objects: readonly PDFObject[];
  /** The objects that tie it to the pack, by their numbers from the start of the slot; the list of its parent tree apart. */
  readonly ties: ReadonlyMap<number, PDFObject>;
  readonly placeOf: ReadonlyMap<PDFRef, number>;
  /** Where each key of the parent tree leads; the keys are the places in the list. */
  readonly parents: readonly PDFObject[];
  readonly outline: OutlineKids;
  readonly hasIds: boolean;
  /** The names that other papers may link to, as the pack knows them. */
  readonly names: readonly string[];
  readonly links: readonly OutwardLink[];
  /** What it holds, counted before anything is changed. */
  readonly tally: Tally;
};

const name = PDFName.of;

/**
 * Takes a finished document apart for a pack, in place: the document is of no other use afterwards.
 *
 * @param prefix letters, digits and hyphens; no two papers of a pack have the same
 * @param lang the language of the pack; a paper's own stands at its part where it differs
 */
export function preparePaper(
  document: PDFDocument,
  { prefix, title, lang }: { readonly prefix: string; readonly title: string; readonly lang: string },
): Prepared {
  if (!/^[\w-]+$/.test(prefix)) throw new RangeError(`Not a prefix for names: ${prefix}`);
  const { context } = document;
  const tally = tallyOf(document);
  const places = destinationsOf(document);
  const pageRefs = document.getPages().map(({ ref }) => ref);
  const structure = prepareStructure(document, prefix, title, lang);
  const links = prepareLinks(document, prefix);
  const outline = prepareOutline(document, prefix);
  const pages = preparePages(document);
  const first = pageRefs[0];
  if (first === undefined) throw new RangeError(`${title} has no page`);
  const named = [...places].map(([own, place]): [string, PDFObject] => [nameIn(prefix, own), place]);
  named.push([nameIn(prefix, startName), context.obj([first, "XYZ", null, null, null])]);
  named.sort(([a], [b]) => byBytes(a, b));

  const walk = openWalk(document);
  for (const ref of pageRefs) walk.from(ref);
  const ties = new Map<number, PDFObject>();
  const tie = (place: Parameters<typeof ownRef>[0], object: PDFObject): void => {
    walk.from(object);
    ties.set(ownRef(place).objectNumber, object);
  };
  tie(
    "pages",
    context.obj({ Type: "Pages", Parent: packRef("pages"), Kids: pageRefs, Count: pageRefs.length }),
  );
  tie("part", structure.part);
  if (outline !== null) walk.from(outline.first);
  tie("destinations", leaf(document, named));
  if (structure.ids.length > 0) tie("ids", leaf(document, structure.ids));
  tie("save", context.stream("q"));
  tie("restore", context.stream("Q"));
  const parents = walk.reached().keys.map((key) => structure.parents.get(key) ?? PDFNull);
  for (const each of parents) walk.from(each);

  const { refs } = walk.reached();
  return {
    prefix,
    title,
    pages,
    objects: refs.map((ref) => context.lookup(ref) ?? PDFNull),
    ties,
    placeOf: new Map(refs.map((ref, i) => [ref, firstObject + i])),
    parents,
    outline,
    hasIds: structure.ids.length > 0,
    names: named.map(([key]) => key),
    links,
    tally,
  };
}

/** A leaf of one of the pack's trees of names: the paper's names, sorted, and the first and last of them. */
function leaf({ context }: PDFDocument, entries: readonly (readonly [string, PDFObject])[]): PDFObject {
  const keys = entries.map(([key]) => keyString(key));
  const ends = [keys[0], keys.at(-1)].filter((key) => key !== undefined);
  const dict = context.obj({ Names: entries.flatMap(([, value], i) => [keys[i] ?? PDFNull, value]) });
  dict.set(name("Limits"), context.obj(ends));
  return dict;
}
