import { isMonth, isQuarter } from "../model/period.ts";

/** Months are `2019-12` strings and quarters `2019-20-q3`; arithmetic is on year x 12 + month. */

const monthsPerYear = 12;
const monthsPerQuarter = 3;
/** The English financial year starts in April, so its quarters end in June, September, December and March. */
const monthsBeforeFinancialYear = 3;

/** The month `count` months later, or earlier when it is negative. @throws RangeError when `month` is not a month */
export const addMonths = (month: string, count: number): string => monthOf(monthNumber(month) + count);

/** Months from `from` to `to`: `monthsApart("2019-10", "2019-12")` is 2. @throws RangeError when either is not a month */
export const monthsApart = (from: string, to: string): number => monthNumber(to) - monthNumber(from);

/** Every month from `from` to `to`, both included; empty when `to` is earlier. @throws RangeError when either is not a month */
export function monthsFrom(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, monthsApart(from, to) + 1) }, (_, i) => addMonths(from, i));
}

/** Label of the financial year, April to March, that holds the month: `2019/20`. @throws RangeError when it is not a month */
export const financialYear = (month: string): string => yearLabel(financialYearStart(month), "/");

/** First month, April, of the financial year that holds the month. @throws RangeError when it is not a month */
export const financialYearStart = (month: string): string => {
  const year = Math.floor((monthNumber(month) - monthsBeforeFinancialYear) / monthsPerYear);
  return monthOf(year * monthsPerYear + monthsBeforeFinancialYear);
};

/** The financial-year quarter that holds the month: `2019-12` is in `2019-20-q3`. @throws RangeError when it is not a month */
export function quarterOf(month: string): string {
  const start = financialYearStart(month);
  return `${yearLabel(start, "-")}-q${Math.floor(monthsApart(start, month) / monthsPerQuarter) + 1}`;
}

/** The three months of a quarter, `2019-20-q3`. @throws RangeError when it is not a quarter */
export function monthsOfQuarter(quarter: string): string[] {
  if (!isQuarter(quarter)) throw new RangeError(`not a quarter: ${quarter}`);
  const first = addMonths(`${quarter.slice(0, 4)}-04`, (Number(quarter.slice(-1)) - 1) * monthsPerQuarter);
  return monthsFrom(first, addMonths(first, monthsPerQuarter - 1));
}

function yearLabel(start: string, between: "/" | "-"): string {
  const year = start.slice(0, 4);
  return `${year}${between}${String((Number(year) + 1) % 100).padStart(2, "0")}`;
}

function monthNumber(month: string): number {
  if (!isMonth(month)) throw new RangeError(`not a month: ${month}`);
  return Number(month.slice(0, 4)) * monthsPerYear + Number(month.slice(5)) - 1;
}

function monthOf(number: number): string {
  const year = Math.floor(number / monthsPerYear);
  if (!Number.isInteger(number) || year < 0 || year > 9999)
    throw new RangeError(`no month has the number ${number}`);
  return `${String(year).padStart(4, "0")}-${String((number % monthsPerYear) + 1).padStart(2, "0")}`;
}
