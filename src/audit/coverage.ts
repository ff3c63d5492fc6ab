import { textsOf } from "../sources/paperText/outline.ts";
import type { Spot, Text } from "../sources/paperText/paper.ts";
import type { AuditedPaper } from "./rule.ts";

/** How much of what a paper says in numbers was held against something. */
export type Coverage = {
  /** Numbers that it prints, of whatever kind, but for those of headings, dates and references. */
  readonly printed: number;
  /** Of these, computed from the data: right by construction. */
  readonly bound: number;
  /** Typed, and held against something by some rule. */
  readonly checked: number;
  /** Typed, and nothing is known to hold them against. */
  readonly unverifiable: number;
};

/** What a number looks like that says how many or how much: not a part of a word, a date or a code. */
const numberPattern = /(?<![\p{L}\d./_-])[-−+]?£?\d[\d,]*(?:\.\d+)?(?:%|m\b)?(?![\p{L}\d/_])/gu;
const notQuantities =
  /\b\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d{4})?|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?[\s-]+(?:\d{4}|\d{2})\b|\b(?:19|20)\d\d(?:[/-]\d{2,4})?\b|\b(?:[Pp]ages?|[Tt]ables?|[Ff]igures?|[Ss]ections?|[Nn]otes?|[Ii]tems?|[Qq]uestions?|[Qq]uarters?|[Pp]aragraphs?|[Pp]arts?)\s+\d[\d.]*|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/gu;

/** A number as it is printed, and where. */
export type PrintedNumber = { readonly text: string; readonly spot: Spot };

/** The numbers of a text that say how many or how much. */
export function numbersIn(words: Text): PrintedNumber[] {
  const masked = words.text.replace(notQuantities, (found) => " ".repeat(found.length));
  return [...masked.matchAll(numberPattern)].map(({ 0: text, index }) => ({
    text,
    spot: words.spotAt(index),
  }));
}

/** A place as a key. */
export const spotKey = ({ line, column }: Spot): string => `${line}:${column}`;

/** Whether a rule was told of a number, by whichever of its characters. */
const isChecked = ({ text, spot }: PrintedNumber, checked: ReadonlySet<string>): boolean =>
  [...text].some((_, i) => checked.has(spotKey({ ...spot, column: spot.column + i })));

/**
 * Counts the numbers of a paper.
 *
 * @param checked keys of the spots that rules were told of
 * @param isBound whether a number was computed from the data
 */
export function coverageOf(
  { parts }: AuditedPaper,
  checked: ReadonlySet<string>,
  isBound: (number: PrintedNumber) => boolean,
): Coverage {
  const numbers = parts.flatMap(({ part }) => textsOf(part).flatMap(numbersIn));
  const typed = numbers.filter((number) => !isBound(number));
  const held = typed.filter((number) => isChecked(number, checked)).length;
  return {
    printed: numbers.length,
    bound: numbers.length - typed.length,
    checked: held,
    unverifiable: typed.length - held,
  };
}
