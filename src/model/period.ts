/**
 * The kinds of period a series may have, and how each is written:
 * month `2019-12`; week `2019-12-29` (its last day); quarter of a financial year `2019-20-q3`;
 * year-to `2019-06` (the twelve months that end with it); date `2019-12-01` (a count on that day);
 * range `2019-04/2019-12` (whole months, both included).
 */
export const periodKinds = ["month", "week", "quarter", "year-to", "date", "range"] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** An example of each kind, for messages. */
export const periodExample: Readonly<Record<PeriodKind, string>> = {
  month: "2019-12",
  week: "2019-12-29",
  quarter: "2019-20-q3",
  "year-to": "2019-06",
  date: "2019-12-01",
  range: "2019-04/2019-12",
};

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;
const quarterPattern = /^(\d{4})-(\d{2})-q[1-4]$/;
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a month that is written `2019-12`. */
export const isMonth = (text: string): boolean => monthPattern.test(text);

/** True for a day that exists, written `2019-12-31`. */
export function isRealDate(text: string): boolean {
  const [, year, month, day] = datePattern.exec(text) ?? [];
  return month !== undefined && Number(day) >= 1 && Number(day) <= daysInMonth(`${year}-${month}`);
}

/** True for a financial-year quarter whose two years follow each other, `2019-20-q3`. */
export function isQuarter(text: string): boolean {
  const [, first, second] = quarterPattern.exec(text) ?? [];
  return first !== undefined && (Number(first) + 1) % 100 === Number(second);
}

/** Number of days in a month written `2019-12`; 0 when there is no such month. */
export function daysInMonth(month: string): number {
  const year = Number(month.slice(0, 4));
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month.slice(5, 7)) - 1] ?? 0;
}

/** True when `text` is a period of that kind and exists in the calendar. */
export function isPeriod(kind: PeriodKind, text: string): boolean {
  if (kind === "month" || kind === "year-to") return isMonth(text);
  if (kind === "quarter") return isQuarter(text);
  if (kind === "week" || kind === "date") return isRealDate(text);
  const [from = "", to = "", ...more] = text.split("/");
  return more.length === 0 && isMonth(from) && isMonth(to) && from <= to;
}

/** The last day of a period, as an ISO date. @throws RangeError when it is not a period of that kind */
export function periodEnd(kind: PeriodKind, period: string): string {
  if (!isPeriod(kind, period)) throw new RangeError(`not a ${kind}: ${period}`);
  if (kind === "week" || kind === "date") return period;
  const month = kind === "quarter" ? lastMonthOfQuarter(period) : period.slice(-7);
  return `${month}-${String(daysInMonth(month)).padStart(2, "0")}`;
}

function lastMonthOfQuarter(quarter: string): string {
  const year = Number(quarter.slice(0, 4));
  const number = Number(quarter.slice(-1));
  return number === 4 ? `${year + 1}-03` : `${year}-${String(3 + 3 * number).padStart(2, "0")}`;
}
