import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from "@cantoo/pdf-lib";
import { destinationsOf, nameText } from "../../link/names.ts";
import { dictIn, entry, nameIn, textIn } from "../objects.ts";

const name = PDFName.of;

/** Tells whether a link leads to a place of the document. */
export type Places = {
  /** The place as it may stay, a name or an array that begins with a page; null for one that is not there. */
  placeOf(object: PDFObject | undefined): PDFObject | null;
};

/** Keeps, in place, only the names and bookmarks that lead to a page of the document. */
export function keepPlaces(document: PDFDocument): Places {
  const { catalog, context } = document;
  const pages = document.getPages().map(({ ref }) => ref);
  const known = new Set(pages);
  const arrayOf = (object: PDFObject | undefined): PDFArray | null => {
    if (!(object instanceof PDFArray)) return null;
    const [page, ...rest] = object.asArray();
    const target = page instanceof PDFNumber ? pages[page.asNumber()] : page;
    if (!(target instanceof PDFRef) || !known.has(target)) return null;
    return context.obj([target, ...rest.map((each) => context.lookup(each) ?? null)]) as PDFArray;
  };
  const names = new Map<string, PDFArray>();
  for (const [key, place] of destinationsOf(document)) {
    const kept = arrayOf(place);
    if (kept !== null) names.set(key, kept);
  }
  const list = context.obj({});
  for (const [key, place] of names) list.set(name(key), place);
  catalog.set(name("Dests"), list);
  dictIn(catalog, "Names")?.delete(name("Dests"));
  const placeOf = (object: PDFObject | undefined): PDFObject | null => {
    const target = context.lookup(object);
    const place = target instanceof PDFDict ? target.lookup(name("D")) : target;
    const named = nameText(place);
    return named === undefined ? arrayOf(place) : names.has(named) ? (place ?? null) : null;
  };
  keepBookmarks(document, placeOf);
  return { placeOf };
}

/** Bookmarks that start something lose it, and lead nowhere. */
function keepBookmarks(document: PDFDocument, placeOf: Places["placeOf"]): void {
  const waiting = [dictIn(document.catalog, "Outlines")];
  const seen = new Set<PDFDict>();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === null || seen.has(at)) continue;
    seen.add(at);
    const action = dictIn(at, "A");
    const place = placeOf(
      at.get(name("Dest")) ?? (nameIn(action, "S") === "GoTo" ? action?.get(name("D")) : undefined),
    );
    for (const key of ["A", "AA", "SE", "Dest"]) at.delete(name(key));
    if (place !== null) at.set(name("Dest"), place);
    waiting.push(dictIn(at, "First"), dictIn(at, "Next"));
  }
}

/** What of a link may come into a pack. */
const ofLinks = new Set(
  ["Type", "Subtype", "Rect", "Border", "C", "BS", "QuadPoints", "Contents", "H", "NM"].map((key) =>
    name(key),
  ),
);
/** Addresses that lead to a page or a person; others are scripts, or files on somebody's disk. */
const addresses = /^\s*(https?|ftp|mailto|tel):|^\s*[\w./?#%-]+$/i;

/** Makes a link fit for a pack, in place: it leads to an address or to a place of the document, and nothing else is in it. */
export function keepLink(link: PDFDict, page: PDFRef, { placeOf }: Places): boolean {
  const { context } = link;
  const action = dictIn(link, "A");
  const kind = nameIn(action, "S");
  const address = kind === "URI" ? textIn(action, "URI") : null;
  const place = placeOf(link.get(name("Dest")) ?? (kind === "GoTo" ? action?.get(name("D")) : undefined));
  if ((address === null || !addresses.test(address)) && place === null) return false;
  for (const key of link.keys()) if (!ofLinks.has(key)) link.delete(key);
  // Shown and printed, whatever it was (ISO 19005-2:2011, 6.3.2).
  link.set(name("F"), PDFNumber.of(4));
  link.set(name("P"), page);
  const uri = entry(action, "URI");
  if (place !== null) link.set(name("Dest"), place);
  else if (uri !== undefined) link.set(name("A"), context.obj({ Type: "Action", S: "URI", URI: uri }));
  return true;
}
