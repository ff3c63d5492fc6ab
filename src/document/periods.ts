import type { PeriodKind } from "../model/period.ts";
import { monthNames } from "../sources/monthNames.ts";
import { numberWord } from "./words.ts";

/** "December" of `2019-12` or of any text that starts so. */
export const monthName = (period: string): string => monthNames[Number(period.slice(5, 7)) - 1] ?? period;
export const shortMonth = (period: string): string => monthName(period).slice(0, 3);

/** "29 December 2019" */
export const dayLabel = (date: string): string =>
  `${Number(date.slice(8, 10))} ${monthName(date)} ${date.slice(0, 4)}`;

/** A period in full: "December 2019", "week ending 29 December 2019", "year to June 2019", "April to December 2019". */
export function periodLabel(kind: PeriodKind, period: string): string {
  const month = (p: string): string => `${monthName(p)} ${p.slice(0, 4)}`;
  switch (kind) {
    case "month":
      return month(period);
    case "year-to":
      return `year to ${month(period)}`;
    case "week":
      return `week ending ${dayLabel(period)}`;
    case "date":
      return dayLabel(period);
    case "quarter":
      return `quarter ${period.slice(-1)} of ${period.slice(0, 4)}/${period.slice(5, 7)}`;
    case "range":
      return rangeLabel(period);
  }
}

/** "April to December 2019", or with both years where they differ. */
export function rangeLabel(range: string): string {
  const [from = "", to = ""] = range.split("/");
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${monthName(from)}${sameYear ? "" : ` ${from.slice(0, 4)}`} to ${monthName(to)} ${to.slice(0, 4)}`;
}

/** A period as a column head or chart label: "Dec 2019", "29 Dec 2019", "Apr to Dec 2019". */
export function shortPeriod(kind: PeriodKind, period: string): string {
  const label = periodLabel(kind, period);
  return monthNames.reduce((text, name) => text.replace(name, name.slice(0, 3)), label);
}

/** The period named beside a later one: "November", with its year when that differs. */
export function besideLabel(kind: PeriodKind, period: string, beside: string): string {
  if (kind !== "month") return periodLabel(kind, period);
  return period.slice(0, 4) === beside.slice(0, 4)
    ? monthName(period)
    : `${monthName(period)} ${period.slice(0, 4)}`;
}

/** What a measure's values cover: its kind of period, and for a survey the months. */
export type Spanned = {
  readonly periods: PeriodKind;
  readonly survey?: { readonly months: number } | undefined;
};

/** The months that each value covers where a period does not say so by itself; 1 for most measures. */
const monthsCovered = ({ survey }: Spanned): number => survey?.months ?? 1;

/** "three months", "twelve months" */
export const monthsWords = (months: number): string =>
  `${months === 12 ? "twelve" : numberWord(months)} months`;

/** What a value covers: "December 2019", or "twelve months to December 2019" of a survey whose values cover so many. */
export function spanLabel(measure: Spanned, period: string): string {
  const months = monthsCovered(measure);
  const label = periodLabel(measure.periods, period);
  return months === 1 ? label : `${monthsWords(months)} to ${label}`;
}

/** With its preposition: "in December 2019", "in the twelve months to December 2019". */
export function inSpan(measure: Spanned, period: string): string {
  return monthsCovered(measure) === 1
    ? inPeriod(measure.periods, period)
    : `in the ${spanLabel(measure, period)}`;
}

/** As `inSpan`, but a month of the same year without its year: "in November". */
export const inSpanBeside = (measure: Spanned, period: string, beside: string): string =>
  monthsCovered(measure) === 1 ? inBeside(measure.periods, period, beside) : inSpan(measure, period);

/** How the values of a series lie in time: "each month", "in the twelve months to each month". */
export function eachSpan(measure: Spanned): string {
  const months = monthsCovered(measure);
  if (months > 1) return `in the ${monthsWords(months)} to each month`;
  return {
    month: "each month",
    week: "each week",
    quarter: "each quarter",
    "year-to": "in the twelve months to each date",
    date: "on each date",
    range: "in each period",
  }[measure.periods];
}

/** ", in the twelve months to each month": what a table or an alternative text adds where a column's head does not say what it covers. */
export const coveringWords = (measure: Spanned): string =>
  monthsCovered(measure) === 1 ? "" : `, ${eachSpan(measure)}`;

/** With its preposition: "in December 2019", "in the week ending …", "in the year to June 2019", "on 1 December 2019". */
export function inPeriod(kind: PeriodKind, period: string): string {
  const label = periodLabel(kind, period);
  if (kind === "date") return `on ${label}`;
  return kind === "month" || kind === "range" || kind === "quarter" ? `in ${label}` : `in the ${label}`;
}

/** As `inPeriod`, but a month of the same year without its year: "in November", "in the year to March 2019". */
export const inBeside = (kind: PeriodKind, period: string, beside: string): string =>
  kind === "month" ? `in ${besideLabel(kind, period, beside)}` : inPeriod(kind, period);
