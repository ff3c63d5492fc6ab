import { isRealDate } from "../../model/period.ts";
import { monthNumber, monthPattern } from "./months.ts";

/** A day that a text names, with its year. */
export type DateMention = {
  /** `2020-03-16`, or null for a day that is in no calendar (31 June). */
  readonly date: string | null;
  readonly weekday: string | null;
  /** Where it begins (at the weekday, if there is one) and ends. */
  readonly at: number;
  readonly end: number;
  readonly written: string;
};

const weekday = "(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)";
const suffix = "(?:\\s?(?:\\^\\{?)?(?:st|nd|rd|th)\\}?)?";
const inWords = new RegExp(
  `(?:${weekday}\\.?,?\\s+(?:the\\s+)?)?\\b(\\d{1,2})${suffix},?\\s+(?:of\\s+)?(${monthPattern})\\b\\.?,?\\s+(\\d{4})\\b`,
  "gi",
);
const inFigures = /(?<![\d./-])(\d{1,2})([/.])(\d{1,2})\2(\d{4}|(?<=\/)\d{2})(?![\d/]|\.\d)/g;
const isoForm = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g;

/** All forms have a year, of four figures or behind two strokes; most cells of tables have none, which is quickly seen. */
const year = /\d{4}|\/\d\d/;

/** The days that a text names with their years, in its order. */
export function datesIn(text: string): DateMention[] {
  if (!year.test(text)) return [];
  const found = [
    ...[...text.matchAll(inWords)].map((match) =>
      mention(match, match[4], monthNumber(match[3] ?? ""), match[2], match[1] ?? null),
    ),
    ...[...text.matchAll(inFigures)].map((match) =>
      mention(match, fullYear(match[4] ?? ""), Number(match[3]), match[1], null),
    ),
    ...[...text.matchAll(isoForm)].map((match) => mention(match, match[1], Number(match[2]), match[3], null)),
  ];
  return found.sort((a, b) => a.at - b.at);
}

function mention(
  match: RegExpExecArray,
  year: string | undefined,
  month: number | null,
  day: string | undefined,
  named: string | null,
): DateMention {
  const date = `${year}-${String(month ?? 0).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return {
    date: isRealDate(date) ? date : null,
    weekday: named,
    at: match.index,
    end: match.index + match[0].length,
    written: match[0],
  };
}

const fullYear = (year: string): string => (year.length === 2 ? `20${year}` : year);
