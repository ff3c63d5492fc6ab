import { crc32 } from "node:zlib";
import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFStream } from "@cantoo/pdf-lib";
import { destinationsOf, nameText } from "./names.ts";
import { annotationsOf } from "./pages.ts";
import { type StructureTally, structureReader } from "./structureTally.ts";

const name = PDFName.of;

/** What a paper holds, counted in the paper and again in the pack, so that nothing is lost between; pages are counted from 0. */
export type Tally = StructureTally & {
  /** A checksum of each page's content as it is stored. */
  readonly contents: readonly number[];
  /** For each link, in the order of the pages, the page it leads to, or its address, or null where it leads nowhere. */
  readonly links: readonly (number | string | null)[];
  readonly destinations: Readonly<Record<string, number>>;
  /** The entries of the outline that lead to a page, in reading order. */
  readonly outline: readonly OutlineTally[];
};

/** The title of an entry of an outline, and the page that it leads to. */
export type OutlineTally = readonly [title: string, page: number];

/** Counts what a document holds. It shares nothing with what changes a document but how names and trees are read. */
export function tallyOf(document: PDFDocument): Tally {
  const reader = openTally(document);
  const root = document.catalog.lookup(name("StructTreeRoot"));
  const all = [0, reader.pageCount] as const;
  const { given: _, ...structure } = reader.structure(root instanceof PDFDict ? root : undefined, ...all);
  return {
    ...structure,
    contents: reader.contents(...all, (streams) => streams),
    links: reader.links(...all),
    destinations: Object.fromEntries(reader.destinations),
    outline: reader.outline(document.catalog.lookup(name("Outlines"))),
  };
}

/**
 * What counts in a document, or in the part of it that is some of its pages.
 *
 * @param textOf how names and ids are read
 * @param elsewhere whether a name that the document lacks is one of another, of which it is told; else a link to it leads nowhere
 */
export function openTally(
  document: PDFDocument,
  textOf = nameText,
  elsewhere: (name: string) => boolean = () => false,
) {
  const { context } = document;
  const pages = document.getPages();
  const indexes = new Map<PDFObject, number>(pages.map(({ node }, i) => [node, i]));
  const destinations = new Map<string, number>();
  for (const [key, place] of destinationsOf(document, textOf)) {
    const page = indexes.get(context.lookup(place.get(0)) as PDFObject);
    if (page !== undefined) destinations.set(key, page);
  }
  const landing = (place: PDFObject | undefined): number | string | null => {
    const target = context.lookup(place);
    if (target instanceof PDFArray) return indexes.get(context.lookup(target.get(0)) as PDFObject) ?? null;
    const named = textOf(target) ?? "";
    return destinations.get(named) ?? (named !== "" && elsewhere(named) ? named : null);
  };
  /** Where a link or an entry of the outline leads. */
  const leadsTo = (dict: PDFDict): number | string | null => {
    const action = dict.lookup(name("A"));
    if (!(action instanceof PDFDict)) return landing(dict.get(name("Dest")));
    const kind = action.lookup(name("S"));
    if (kind === name("URI")) return nameText(action.lookup(name("URI"))) ?? null;
    return kind === name("GoTo") ? landing(action.get(name("D"))) : null;
  };
  const outline = (parent: PDFObject | undefined, seen = new Set<PDFObject>()): OutlineTally[] => {
    const found: OutlineTally[] = [];
    let at = parent instanceof PDFDict ? parent.lookup(name("First")) : undefined;
    for (; at instanceof PDFDict && !seen.has(at); at = at.lookup(name("Next"))) {
      seen.add(at);
      const page = leadsTo(at);
      if (typeof page === "number") found.push([nameText(at.lookup(name("Title"))) ?? "", page]);
      found.push(...outline(at, seen));
    }
    return found;
  };
  return {
    pageCount: pages.length,
    destinations: destinations as ReadonlyMap<string, number>,
    structure: structureReader(document, indexes, textOf),
    outline: (parent: PDFObject | undefined) => outline(parent),
    /** @param own which streams of a page's content are counted */
    contents: (
      from: number,
      to: number,
      own: (streams: readonly PDFObject[]) => readonly PDFObject[],
    ): number[] =>
      pages.slice(from, to).map(({ node }) => {
        const target = node.lookup(name("Contents"));
        const streams = target instanceof PDFArray ? target.asArray() : target === undefined ? [] : [target];
        return own(streams).reduce((sum, each) => {
          const stream = context.lookup(each);
          return stream instanceof PDFStream ? crc32(stream.getContents(), sum) : sum;
        }, 0);
      }),
    links: (from: number, to: number): (number | string | null)[] =>
      pages.slice(from, to).flatMap((page) =>
        annotationsOf(page)
          .filter((each) => each.lookup(name("Subtype")) === name("Link"))
          .map(leadsTo),
      ),
  };
}
