import type { NamedMonth } from "./claim.ts";

const starts = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Source of a pattern for a month's name, long or short; it makes no group. */
export const monthPattern =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";

const named = new RegExp(
  `\\b(${monthPattern})\\b[ -]?(?:['’‘]?((?:19|20)\\d\\d|\\d\\d)\\b(?![,.]\\d| ?%))?`,
  "g",
);

/** A month that is named in a text, and where. */
export type MonthMention = NamedMonth & { readonly at: number; readonly end: number };

/** The months named in a text. "May" counts with a year or behind a word such as "in" only, as it is also a verb. */
export const monthsIn = (text: string): MonthMention[] =>
  [...text.matchAll(named)].flatMap((match): MonthMention[] => {
    const { 0: whole, 1: name = "", 2: year, index } = match;
    const isVerb =
      name === "May" &&
      year === undefined &&
      !/\b(?:in|to|of|since|by|until|from|and|during) $/.test(text.slice(0, index));
    return isVerb
      ? []
      : [{ month: monthOf(name), year: yearOf(year), at: index, end: index + whole.trimEnd().length }];
  });

const monthOf = (name: string): number => starts.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const yearOf = (written: string | undefined): number | null =>
  written === undefined ? null : Number(written) < 100 ? 2000 + Number(written) : Number(written);

/** Whether two mentions may mean one month: a missing year fits any. */
export const sameMonth = (a: NamedMonth, b: NamedMonth): boolean =>
  a.month === b.month && (a.year === null || b.year === null || a.year === b.year);
