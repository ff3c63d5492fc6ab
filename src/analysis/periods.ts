import { daysInMonth, isPeriod, type PeriodKind } from "../model/period.ts";
import { addMonths, monthsApart, monthsOfQuarter, quarterOf } from "./calendar.ts";
import { addDays } from "./days.ts";

/** Fifty-two whole weeks, so that a week is compared with one that ends on the same weekday. */
const daysInComparedYear = 364;

/**
 * The period before, of the same kind and length: the month, week or quarter before, the same day a month earlier, the
 * months just before a range. A year-to steps back by the month that names it. Figures that are published less often
 * have no value there: `previousPublished` finds the one that was published before.
 *
 * @throws RangeError when it is not a period of that kind
 */
export function previousPeriod(kind: PeriodKind, period: string): string {
  check(kind, period);
  if (kind === "week") return addDays(period, -7);
  if (kind === "range") return moveRange(period, -(monthsApart(period.slice(0, 7), period.slice(-7)) + 1));
  return kind === "quarter" ? moveQuarter(period, -1) : moveMonths(kind, period, -1);
}

/**
 * The same period a year earlier; for a week the one 52 weeks earlier, which ends on the same weekday.
 *
 * @throws RangeError when it is not a period of that kind
 */
export function sameLastYear(kind: PeriodKind, period: string): string {
  check(kind, period);
  if (kind === "week") return addDays(period, -daysInComparedYear);
  if (kind === "range") return moveRange(period, -12);
  return kind === "quarter" ? moveQuarter(period, -4) : moveMonths(kind, period, -12);
}

/** The period after, of the same kind and length, as `previousPeriod` the one before. @throws RangeError when it is no such period */
export function nextPeriod(kind: PeriodKind, period: string): string {
  check(kind, period);
  if (kind === "week") return addDays(period, 7);
  if (kind === "range") return moveRange(period, monthsApart(period.slice(0, 7), period.slice(-7)) + 1);
  return kind === "quarter" ? moveQuarter(period, 1) : moveMonths(kind, period, 1);
}

/** The first and last month of a span, or the first and last day for weeks and days. */
export type Span = { readonly from: string; readonly to: string };

/**
 * What a value covers. That of a month may cover several, `months`, with that month the last.
 *
 * @throws RangeError when it is not a period of that kind
 */
export function spanOf(kind: PeriodKind, period: string, months = 1): Span {
  check(kind, period);
  if (kind === "date") return { from: period, to: period };
  if (kind === "week") return { from: addDays(period, -6), to: period };
  if (kind === "range") return { from: period.slice(0, 7), to: period.slice(-7) };
  if (kind === "month") return { from: addMonths(period, 1 - months), to: period };
  if (kind === "year-to") return { from: addMonths(period, -11), to: period };
  const quarter = monthsOfQuarter(period);
  return { from: quarter[0] ?? "", to: quarter.at(-1) ?? "" };
}

/** Whether two spans have a month (or a day) in common: then their values are never tested against each other. */
export const overlap = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to;

/** The latest of `published` that lies before `period`, all of one kind, or null. Periods of a kind sort as text. */
export function previousPublished(published: readonly string[], period: string): string | null {
  const earlier = published.filter((other) => other < period).sort();
  return earlier.at(-1) ?? null;
}

function check(kind: PeriodKind, period: string): void {
  if (!isPeriod(kind, period)) throw new RangeError(`not a ${kind}: ${period}`);
}

const moveRange = (range: string, months: number): string =>
  `${addMonths(range.slice(0, 7), months)}/${addMonths(range.slice(-7), months)}`;

const moveQuarter = (quarter: string, quarters: number): string =>
  quarterOf(addMonths(monthsOfQuarter(quarter)[0] ?? "", 3 * quarters));

/** Moves a month, a year-to or a date; the 31st becomes the last day of a shorter month. */
function moveMonths(kind: PeriodKind, period: string, months: number): string {
  const month = addMonths(period.slice(0, 7), months);
  if (kind !== "date") return month;
  const day = Math.min(Number(period.slice(8)), daysInMonth(month));
  return `${month}-${String(day).padStart(2, "0")}`;
}
