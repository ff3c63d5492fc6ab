import type { PeriodKind } from "../model/period.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "December" of `2019-12` or of any text that starts so. */
export const monthName = (period: string): string => months[Number(period.slice(5, 7)) - 1] ?? period;
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
  return months.reduce((text, name) => text.replace(name, name.slice(0, 3)), label);
}

/** The period named beside a later one: "November", with its year when that differs. */
export function besideLabel(kind: PeriodKind, period: string, beside: string): string {
  if (kind !== "month") return periodLabel(kind, period);
  return period.slice(0, 4) === beside.slice(0, 4)
    ? monthName(period)
    : `${monthName(period)} ${period.slice(0, 4)}`;
}

/** With its preposition: "in December 2019", "in the week ending …", "in the year to June 2019", "on 1 December 2019". */
export function inPeriod(kind: PeriodKind, period: string): string {
  const label = periodLabel(kind, period);
  if (kind === "date") return `on ${label}`;
  return kind === "month" || kind === "range" || kind === "quarter" ? `in ${label}` : `in the ${label}`;
}

/** As `inPeriod`, but a month of the same year without its year: "in November", "in the year to March 2019". */
export const inBeside = (kind: PeriodKind, period: string, beside: string): string =>
  kind === "month" ? `in ${besideLabel(kind, period, beside)}` : inPeriod(kind, period);
