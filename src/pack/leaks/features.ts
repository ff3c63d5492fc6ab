import { posix } from "node:path";
import { addressFeatures } from "./addresses.ts";
import { datesIn, overlaps } from "./dates.ts";
import { byLetters, type Feature } from "./feature.ts";
import { nameFeatures } from "./names.ts";
import { keyOf, normalise, wordsIn } from "./normalise.ts";
import type { Piece, ReadFile } from "./piece.ts";
import { isPdf, piecesOf } from "./readFile.ts";
import { seenPages } from "./readPdf.ts";
import { referenceFeatures } from "./references.ts";
import { runFeatures } from "./runs.ts";
import { valueFeatures } from "./values.ts";

/** A feature of an exempt source and where it stands there. */
export type ExemptFeature = Feature & {
  readonly file: string;
  /** From 1; of a PDF the page. */
  readonly line: number;
  /** The normalised text it stands in. */
  readonly text: string;
};

/** Everything in an exempt source by which a leak would be known; of a picture its name alone. */
export async function exemptFeatures(file: ReadFile): Promise<ExemptFeature[]> {
  const pieces = (await piecesOf(file)).filter(({ where }) => where !== "file name");
  // What a page shows is put together to words by the places of its letters.
  const ofPdf = "bytes" in file && isPdf(file.bytes);
  const pages = ofPdf ? await seenPages(file.bytes) : [];
  const read = [...pages, ...pieces.filter(({ where }) => pages.every((page) => page.where !== where))];
  return [
    ...read.flatMap((each) => pieceFeatures(each, file.file, ofPdf)),
    ...nameOfFile(posix.basename(file.file, posix.extname(file.file)), file.file),
  ];
}

function pieceFeatures({ text: raw, where, line }: Piece, file: string, ofPdf: boolean): ExemptFeature[] {
  const text = normalise(raw);
  const dates = datesIn(text);
  const isDate = (start: number, end: number): boolean => overlaps(dates, start, end);
  const words = wordsIn(text);
  const lineOf = ofPdf ? () => line : lineCounter(text, line);
  const features = [
    // What is also some words in sequence is told as what it is.
    ...addressFeatures(text),
    ...referenceFeatures(text, isDate),
    ...valueFeatures(text, isDate),
    // The Markdown as it stands only adds the targets of its links.
    ...(where === "source" ? [] : nameFeatures(text, words, isDate)),
    ...(where === "source" ? [] : runFeatures(words, isDate)),
  ];
  return features.map((feature) => ({ ...feature, file, line: lineOf(feature.start), text }));
}

/** The line of an offset. */
function lineCounter(text: string, first: number): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return first + low;
  };
}

/** Shorter names of files are words of everyday. */
const shortestFileName = 8;

function nameOfFile(name: string, file: string): ExemptFeature[] {
  const text = normalise(name);
  const key = keyOf(text);
  if (key.length < shortestFileName) return [];
  return [{ ...byLetters("file name", key, { start: 0, end: text.length }), file, line: 1, text }];
}
