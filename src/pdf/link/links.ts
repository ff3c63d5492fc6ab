import { PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { keyString, nameIn, nameText } from "./names.ts";
import { annotationsOf } from "./pages.ts";

const name = PDFName.of;

/** A link of a paper to another address than a place of its own. */
export type OutwardLink = {
  readonly annotation: PDFDict;
  readonly address: string;
  /** What it does as the paper has it. */
  readonly action: PDFDict;
};

/** Gives links within the paper their names in the pack, in place, and lists those that lead out of it. */
export function prepareLinks(document: PDFDocument, prefix: string): OutwardLink[] {
  const outward: OutwardLink[] = [];
  for (const page of document.getPages())
    for (const annotation of annotationsOf(page)) {
      rename(annotation, "Dest", prefix);
      const action = annotation.lookup(name("A"));
      if (!(action instanceof PDFDict)) continue;
      if (action.lookup(name("S")) === name("GoTo")) rename(action, "D", prefix);
      const address =
        action.lookup(name("S")) === name("URI") ? nameText(action.lookup(name("URI"))) : undefined;
      if (address !== undefined) outward.push({ annotation, address, action });
    }
  return outward;
}

/** A destination that is a name, not an array, gets the paper's prefix. */
export function rename(dict: PDFDict, key: string, prefix: string): void {
  const own = nameText(dict.lookup(name(key)));
  if (own !== undefined) dict.set(name(key), keyString(nameIn(prefix, own)));
}

/** Makes a link lead to a place of the pack, by its name there; or, again, to an address. */
export function leadTo({ annotation, action }: OutwardLink, place: string | null): void {
  if (place === null) {
    annotation.delete(name("Dest"));
    annotation.set(name("A"), action);
  } else {
    annotation.delete(name("A"));
    annotation.set(name("Dest"), keyString(place));
  }
}
