import { monthNames } from "../monthNames.ts";
import type { IsoDate, PaperPeriod, Text } from "./paper.ts";
import { pieceOf } from "./text.ts";

const months = monthNames.map((name) => name.toLowerCase());
const monthWord =
  "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const ordinal = "(?:\\s?(?:st|nd|rd|th))?";
const worded = new RegExp(`\\b(\\d{1,2})${ordinal}(?:\\s+of)?\\s+${monthWord}\\.?,?\\s+(\\d{4})\\b`, "i");
const monthFirst = new RegExp(`\\b${monthWord}\\.?\\s+(\\d{1,2})${ordinal},?\\s+(\\d{4})\\b`, "i");
const withoutYear = new RegExp(`\\b(\\d{1,2})${ordinal}(?:\\s+of)?\\s+${monthWord}\\b`, "i");
const slashed = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/;
const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/;
const monthYear = new RegExp(
  `(?<!\\d\\s?(?:st|nd|rd|th)?\\s{1,3})\\b${monthWord}[\\s-]+((?:20)?\\d{2})(?![\\d/])`,
  "i",
);
const monthOfFinancialYear = new RegExp(`\\b${monthWord}[\\s-]+(20\\d{2})\\s?/\\s?\\d{2}`, "i");
const quarterMark = /\bQ(?:uarter)?\s?([1-4])\b/i;
const financialYear = /\b(20\d{2})\s?[/–-]\s?(?:20)?(\d{2})\b/;

const two = (n: number): string => String(n).padStart(2, "0");

/** The number of a month from its name or its first letters; 0 for another word. */
const monthNumber = (name: string): number =>
  months.findIndex((month) => month.startsWith(name.toLowerCase().replace(/^sept$/, "sep"))) + 1;

/** A day that exists, or null. */
function day(year: number, month: number, date: number): IsoDate | null {
  const real = new Date(Date.UTC(year, month - 1, date));
  const exists = year > 1900 && real.getUTCMonth() === month - 1 && real.getUTCDate() === date;
  return exists ? `${year}-${two(month)}-${two(date)}` : null;
}

/** The first day that a text names with its year, and the words that name it. A day that does not exist is none. */
export function dateIn(whole: Text): { readonly date: IsoDate; readonly words: Text } | null {
  const { text } = whole;
  const found = [
    read(worded, text, ([, d, m, y]) => day(Number(y), monthNumber(m ?? ""), Number(d))),
    read(monthFirst, text, ([, m, d, y]) => day(Number(y), monthNumber(m ?? ""), Number(d))),
    read(slashed, text, ([, d, m, y]) => day(Number(y), Number(m), Number(d))),
    read(iso, text, ([, y, m, d]) => day(Number(y), Number(m), Number(d))),
  ].flatMap((each) => (each === null ? [] : [each]));
  const [first] = found.sort((a, b) => a.from - b.from);
  return first === undefined ? null : { date: first.date, words: pieceOf(whole, first.from, first.to) };
}

type Found = { readonly date: IsoDate; readonly from: number; readonly to: number };

function read(
  pattern: RegExp,
  text: string,
  toDate: (match: RegExpExecArray) => IsoDate | null,
): Found | null {
  const match = pattern.exec(text);
  const date = match === null ? null : toDate(match);
  return match === null || date === null
    ? null
    : { date, from: match.index, to: match.index + match[0].length };
}

/** A day and month without a year (`Tuesday 31 July`), read in the year of a period that has the same month. */
export function dateWithin(whole: Text, period: PaperPeriod | null): { date: IsoDate; words: Text } | null {
  const match = withoutYear.exec(whole.text);
  const [found = "", d, m = ""] = match ?? [];
  if (match === null || period === null) return null;
  const month = `${period.to.slice(0, 4)}-${two(monthNumber(m))}`;
  if (month < period.from || month > period.to) return null;
  const date = day(Number(month.slice(0, 4)), monthNumber(m), Number(d));
  return date === null ? null : { date, words: pieceOf(whole, match.index, match.index + found.length) };
}

/** `Dec-19`, `December 2019`, `Dec 19` alone as `2019-12`; null for anything else. */
export function monthOf(text: string): string | null {
  const match = monthYear.exec(text);
  const [found, m = "", y = ""] = match ?? [];
  if (found === undefined || found !== text) return null;
  return `${y.length === 2 ? `20${y}` : y}-${two(monthNumber(m))}`;
}

/** True for a text that is a date or a month and nothing else but the name of the day. */
export const isDateAlone = (whole: Text): boolean => {
  const rest = /^(?:date|dated)?[:\s]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)?,?\s*/i;
  const bare = whole.text.replace(rest, "").replace(/[.\s]+$/, "");
  const found = dateIn({ ...whole, text: bare });
  return found?.words.text === bare || monthOf(bare) !== null;
};

/** The period that a paper's title names: a quarter of a financial year, or a month. */
export function periodIn(whole: Text): PaperPeriod | null {
  const { text } = whole;
  const quarter = Number(quarterMark.exec(text)?.[1] ?? 0);
  const month = monthIn(text);
  const year = yearIn(text) ?? (month === null ? null : yearOfMonth(month));
  if (quarter > 0 && year !== null) return quarterOf(year, quarter, whole);
  return month === null ? null : { from: month, to: month, quarter: null, words: whole };
}

function monthIn(text: string): string | null {
  const [, m, y] = monthYear.exec(text) ?? monthOfFinancialYear.exec(text) ?? [];
  if (m === undefined || y === undefined || y.length !== 4) return null;
  return `${y}-${two(monthNumber(m))}`;
}

/** The first of the two years of a financial year whose years follow each other. */
function yearIn(text: string): number | null {
  const [, first, second] = financialYear.exec(text) ?? [];
  return first !== undefined && (Number(first) + 1) % 100 === Number(second) ? Number(first) : null;
}

const yearOfMonth = (month: string): number =>
  Number(month.slice(0, 4)) - (Number(month.slice(5)) < 4 ? 1 : 0);

/** The months of a quarter; a financial year starts in April. */
function quarterOf(year: number, quarter: number, words: Text): PaperPeriod {
  const first = quarter * 3 + 1;
  const inYear = quarter === 4 ? year + 1 : year;
  const start = quarter === 4 ? 1 : first;
  return {
    from: `${inYear}-${two(start)}`,
    to: `${inYear}-${two(start + 2)}`,
    quarter: `${year}-${two((year + 1) % 100)}-q${quarter}`,
    words,
  };
}
