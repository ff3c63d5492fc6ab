import type { ContentText } from "./pdfContent.ts";

/** Keeps what was made of something by a hash of that. */
export type Keeping<T> = { get(key: string): T | undefined; set(key: string, value: T): void };

/** The searches that a place of a file answers: the number of each, and `parted` as a finder tells it. */
export type PlaceHits = {
  readonly where: string;
  readonly hits: readonly (readonly [search: number, parted: number])[];
};

/** The wordings of one file; see `Wordings`. */
export type FileWordings = {
  readonly runs: readonly string[];
  readonly ends: readonly string[];
  readonly starts: readonly string[];
};

/** What earlier searches have read and found, so that the next reads only what has changed. */
export type LeakMemory = {
  /** What streams of content show, by their bytes and fonts. */
  readonly shown: Keeping<ContentText>;
  /** What a file answers, by its bytes and the searches. */
  readonly hits: Keeping<readonly PlaceHits[]>;
  /** What is filled in at build time, by the file that says it. */
  readonly wordings: Keeping<FileWordings>;
};

/** The memory of one search alone. */
export const noMemory = (): LeakMemory => ({ shown: new Map(), hits: new Map(), wordings: new Map() });
