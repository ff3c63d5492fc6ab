import { PDFRef } from "@cantoo/pdf-lib";

/** Object numbers of what a pack holds once. */
export const packNumbers = {
  catalog: 1,
  pages: 2,
  structure: 3,
  document: 4,
  outlines: 5,
  metadata: 6,
  information: 7,
  profile: 8,
  parentTree: 9,
  idTree: 10,
  destinations: 11,
  outputIntent: 12,
  pageLabels: 13,
  crossReference: 14,
  stampFont: 16,
} as const;

/** The first number that a paper may have; those before it are the pack's own and its stamp font's. */
export const firstSlot = 64;

/** Numbers that every paper keeps for what ties it to the pack, from the start of its slot. */
export const ownNumbers = {
  pages: 0,
  part: 1,
  parents: 2,
  ids: 3,
  destinations: 4,
  outline: 5,
  save: 6,
  restore: 7,
} as const;

/** Where the paper's own objects begin in its slot. */
export const firstObject = 8;

// References that are no object's of the paper: marked by generations that no PDF can have.
const packGeneration = 70_000;
const ownGeneration = 70_001;
const stampGeneration = 70_002;

/** A reference to one of the pack's own objects. */
export const packRef = (name: keyof typeof packNumbers): PDFRef =>
  PDFRef.of(packNumbers[name], packGeneration);

/** A reference to one of the objects that tie the paper to the pack. */
export const ownRef = (name: keyof typeof ownNumbers): PDFRef => PDFRef.of(ownNumbers[name], ownGeneration);

/** A reference to what the pack draws on a page of the paper, by the page's index. */
export const stampRef = (index: number): PDFRef => PDFRef.of(index, stampGeneration);

/** The number of one of those references where the paper's slot begins at `base`; undefined for an object of the paper. */
export function knownNumber(ref: PDFRef, base: number, firstStamp: number): number | undefined {
  if (ref.generationNumber === packGeneration) return ref.objectNumber;
  if (ref.generationNumber === ownGeneration) return base + ref.objectNumber;
  return ref.generationNumber === stampGeneration ? firstStamp + ref.objectNumber : undefined;
}
