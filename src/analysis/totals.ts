import { addMonths, financialYearStart, monthsFrom } from "./calendar.ts";
import { isNumber, sum } from "./numbers.ts";
import { type SeriesPoint, valuesByPeriod } from "./series.ts";

/** The months a total or share is taken over, both included. */
export type Window = { readonly from: string; readonly to: string };

/** A sum over whole months, or which of them are missing. */
export type Total = Window &
  (
    | { readonly value: number }
    | { readonly value: null; readonly reason: "missing-months"; readonly missing: readonly string[] }
  );

/**
 * Sum of a monthly series from one month to another, both included.
 *
 * @throws RangeError when `from` or `to` is not a month
 */
export function totalOver(points: readonly SeriesPoint[], { from, to }: Window): Total {
  const values = valuesByPeriod(points);
  const months = monthsFrom(from, to);
  const missing = months.filter((month) => (values.get(month) ?? null) === null);
  if (missing.length > 0) return { from, to, value: null, reason: "missing-months", missing };
  return { from, to, value: sum(months.map((month) => values.get(month) ?? null).filter(isNumber)) };
}

/** April to the month, and the same months a year earlier. Each is null while it lacks a month. */
export function yearToDate(
  points: readonly SeriesPoint[],
  month: string,
): { current: Total; lastYear: Total } {
  const from = financialYearStart(month);
  return {
    current: totalOver(points, { from, to: month }),
    lastYear: totalOver(points, { from: addMonths(from, -12), to: addMonths(month, -12) }),
  };
}

/** Sum of the last months, twelve unless told otherwise, up to and with `month`. @throws RangeError when it is not a month */
export const rollingTotal = (points: readonly SeriesPoint[], month: string, months = 12): Total =>
  totalOver(points, { from: addMonths(month, 1 - months), to: month });

/** One month of a percentage that is known as n of N; both null when not published. */
export type SharePoint = {
  readonly period: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

/** A percentage of sums, 0 to 100 and not rounded, or why there is none. */
export type RollingShare = Window &
  (
    | { readonly value: number; readonly numerator: number; readonly denominator: number }
    | { readonly value: null; readonly reason: "missing-months"; readonly missing: readonly string[] }
    | { readonly value: null; readonly reason: "nothing-to-share" }
  );

/** Percentage over the last months: sum of the numerators by sum of the denominators, never a mean of percentages. */
export function rollingShare(points: readonly SharePoint[], month: string, months = 12): RollingShare {
  const part = rollingTotal(
    points.map(({ period, numerator }) => ({ period, value: numerator })),
    month,
    months,
  );
  const whole = rollingTotal(
    points.map(({ period, denominator }) => ({ period, value: denominator })),
    month,
    months,
  );
  const { from, to } = whole;
  if (part.value === null) return part;
  if (whole.value === null) return whole;
  if (whole.value === 0) return { from, to, value: null, reason: "nothing-to-share" };
  return {
    from,
    to,
    value: (100 * part.value) / whole.value,
    numerator: part.value,
    denominator: whole.value,
  };
}
