import type { Entry } from "../pdf/link/block.ts";
import { readCrossReference } from "../pdf/link/crossReference.ts";
import { firstSlot, packNumbers } from "../pdf/link/numbers.ts";
import type { Assembled } from "./assemble.ts";
import { differs } from "./differs.ts";

/**
 * Proves that the cross-reference of a pack leads to each object of its papers where that stands, to all others outside the papers, and to
 * none in two places.
 */
export function placeProblems({ bytes, parts }: Assembled): string[] {
  const entries = readCrossReference(bytes);
  const found = new Map(entries.map((entry) => [entry[0], entry]));
  const papers = new Set<number>();
  const ofPapers = parts.flatMap(({ expected, placed, at }) => {
    const wanted = placed.block.entries.map(([number, kind, place, nth]): Entry => {
      papers.add(number);
      return [number, kind, kind === 1 ? place + at : place, nth];
    });
    const wrong = wanted.find((entry) => !isSame(found.get(entry[0]), entry));
    return wrong === undefined
      ? []
      : differs(`${expected.prefix}: places of objects`, found.get(wrong[0]), wrong);
  });
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const inPaper = (place: number): boolean =>
    parts.some(({ at, placed }) => place >= at && place < at + placed.block.bytes.length);
  const isThere = ([number, kind, place]: Entry): boolean =>
    papers.has(number)
      ? kind === 2 || beginsAt(file, number, place)
      : kind === 1 && !inPaper(place) && beginsAt(file, number, place);
  const lost = entries.filter((entry) => !isOfFont(entry[0]) && !isThere(entry));
  const stamps = parts.flatMap(({ placed: { block } }) => block.pages.map((_, i) => block.stamps + i));
  return [
    ...differs("objects with two places", entries.length - found.size, 0),
    ...ofPapers,
    ...differs("objects out of place", numbersOf(lost), []),
    ...differs("pages without stamps", stamps.filter((number) => !found.has(number)).length, 0),
  ];
}

const isSame = (a: Entry | undefined, b: Entry): boolean => b.every((each, i) => a?.[i] === each);

const beginsAt = (file: Buffer, number: number, place: number): boolean => {
  const head = `${number} 0 obj`;
  return file.toString("latin1", place, place + head.length) === head;
};

const numbersOf = (entries: readonly Entry[]): number[] => entries.map(([number]) => number);

/** The font of the stamps is compiled as papers are, partly into object streams. */
const isOfFont = (number: number): boolean => number >= packNumbers.stampFont && number < firstSlot;
