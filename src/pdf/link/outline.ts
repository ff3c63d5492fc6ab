import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { keyString, nameIn, nameText } from "./names.ts";
import { ownRef } from "./numbers.ts";

const name = PDFName.of;

/** The ends of a list of outline entries and how many there are; null where there are none. */
export type OutlineKids = { readonly first: PDFRef; readonly last: PDFRef; readonly count: number } | null;

/** Writes a document's outline anew, below the entry that the pack has for the paper; only what leads somewhere, or holds what does, is kept. */
export function prepareOutline(document: PDFDocument, prefix: string): OutlineKids {
  const root = document.catalog.lookup(name("Outlines"));
  return root instanceof PDFDict
    ? entriesBelow(document, root, ownRef("outline"), prefix, new Set([root]))
    : null;
}

function entriesBelow(
  document: PDFDocument,
  parent: PDFDict,
  above: PDFRef,
  prefix: string,
  seen: Set<PDFDict>,
): OutlineKids {
  const { context } = document;
  const entries: {
    readonly entry: PDFDict;
    readonly place: PDFObject | null;
    readonly kids: OutlineKids;
    readonly ref: PDFRef;
  }[] = [];
  for (
    let at = parent.lookup(name("First"));
    at instanceof PDFDict && !seen.has(at);
    at = at.lookup(name("Next"))
  ) {
    seen.add(at);
    const place = placeOf(document, at, prefix);
    const ref = context.nextRef();
    const kids = entriesBelow(document, at, ref, prefix, seen);
    if (place !== null || kids !== null) entries.push({ entry: at, place, kids, ref });
  }
  const [head, tail] = [entries[0], entries.at(-1)];
  if (head === undefined || tail === undefined) return null;
  entries.forEach(({ entry, place, kids, ref }, i) => {
    const [before, after] = [entries[i - 1]?.ref, entries[i + 1]?.ref];
    const written = context.obj({
      Parent: above,
      ...(place === null ? {} : { Dest: place }),
      ...(before === undefined ? {} : { Prev: before }),
      ...(after === undefined ? {} : { Next: after }),
      ...(kids === null ? {} : { First: kids.first, Last: kids.last, Count: -kids.count }),
    });
    written.set(name("Title"), PDFHexString.fromText(nameText(entry.lookup(name("Title"))) ?? ""));
    context.assign(ref, written);
  });
  return { first: head.ref, last: tail.ref, count: entries.length };
}

/** Where an entry leads: a name of the pack's, or the array itself; null for anything but a place of the document. */
function placeOf({ context }: PDFDocument, entry: PDFDict, prefix: string): PDFObject | null {
  const action = entry.lookup(name("A"));
  const goes = action instanceof PDFDict && action.lookup(name("S")) === name("GoTo");
  const place = context.lookup(entry.get(name("Dest")) ?? (goes ? action.get(name("D")) : undefined));
  if (place instanceof PDFArray) return place;
  const named = nameText(place);
  return named === undefined ? null : keyString(nameIn(prefix, named));
}
