import type { ForeignCell } from "./foreignCells.ts";
import { foreignMonth, foreignYear, monthInYear } from "./foreignMonths.ts";

type Year = NonNullable<ReturnType<typeof foreignYear>>;

/** The year that holds until another one is written, the month that was read last in it, and which way the months went. */
export type YearSoFar = { readonly year: Year; readonly last: number | null; readonly way: -1 | 0 | 1 };

/** A line that holds nothing but a year: the months of that year follow. */
export function isYearHeading(cells: readonly ForeignCell[]): boolean {
  const [only, more] = cells.filter(({ text }) => text !== "");
  return only !== undefined && more === undefined && yearOf(only.text) !== null;
}

/** The year of a cell that is not a month: `2011-12` is December. */
export const yearOf = (text: string): Year | null =>
  foreignMonth(text).kind === "month" ? null : foreignYear(text);

/**
 * A month of the year in the year that was written last.
 *
 * Null where the months of a calendar year turn round, as in April to March under 2019: January may be that of the next year.
 */
export function monthUnder(
  number: number,
  { year, last, way }: YearSoFar,
): { readonly month: string; readonly soFar: YearSoFar } | null {
  const place = year.financial ? (number + 8) % 12 : number;
  const step = last === null || last === place ? 0 : place > last ? 1 : -1;
  if (step !== 0 && way !== 0 && step !== way) return null;
  return { month: monthInYear(number, year), soFar: { year, last: place, way: way || step } };
}
