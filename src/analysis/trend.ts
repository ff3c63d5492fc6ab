import type { ControlPoint } from "./controlChart.ts";

/**
 * Whether the chart shows an increasing trend at its last final point: part of a rising trend, or of a run above the mean,
 * whatever else it is flagged for. False where the rule profile leaves these rules out.
 */
export function increasingTrend(points: readonly ControlPoint[]): boolean {
  const last = points.findLast((point) => !point.provisional);
  return last !== undefined && (last.hits.trend === 1 || last.hits.run === 1);
}

/** Counts of the latest months of a series; null where a month is missing. */
export type LatestMonths = {
  readonly current: number | null;
  readonly previous: number | null;
  readonly beforePrevious: number | null;
  readonly lastYear: number | null;
};

/** A rise on the previous month of so many percent is a trend without a second rise. */
const steepRisePercent = 10;

/**
 * The "increasing trend" of the printed breakdown table: more than the previous month and than the same month last year,
 * and either 10% more than the previous month or the second rise in a row.
 *
 * @returns null when a month that decides it is missing
 */
export function seedTrend(months: LatestMonths): boolean | null {
  const { current, previous, beforePrevious, lastYear } = months;
  if (notMore(current, previous) || notMore(current, lastYear)) return false;
  if (current === null || previous === null || lastYear === null) return null;
  if (100 * (current - previous) >= steepRisePercent * previous) return true;
  return beforePrevious === null ? null : previous > beforePrevious;
}

const notMore = (value: number | null, base: number | null): boolean =>
  value !== null && base !== null && value <= base;
