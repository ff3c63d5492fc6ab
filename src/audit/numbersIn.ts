import type { Spot, Text } from "../sources/paperText/paper.ts";
import { spotAt } from "../sources/paperText/text.ts";

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
    spot: spotAt(words, index),
  }));
}
