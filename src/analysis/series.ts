import { type PeriodKind, periodEnd } from "../model/period.ts";
import { nextPeriod } from "./periods.ts";

/** One slot of a series. `null` means not published; zero means zero. */
export type SeriesPoint = {
  readonly period: string;
  readonly value: number | null;
  /** Plotted, but left out of means, limits and rules until it is final. */
  readonly provisional?: boolean;
};

/** The value as far as mean, limits and rules may see it: a provisional one may still change. */
export const finalValue = ({ value, provisional }: SeriesPoint): number | null =>
  provisional ? null : value;

/** The kinds whose periods follow each other without a choice, so that a missing one can be told. */
export type SteppedKind = Extract<PeriodKind, "month" | "week" | "quarter">;

/**
 * The series in time order with one slot for each period from its first to its last, `null` where a period is missing, so
 * that no chart bridges a gap.
 *
 * @throws RangeError when a period is not of the kind, occurs twice, or does not fall on the steps from the first one
 *   (a week that ends on another weekday)
 */
export function oneSlotEach(kind: SteppedKind, points: readonly SeriesPoint[]): SeriesPoint[] {
  const sorted = [...points].sort((a, b) => (periodEnd(kind, a.period) < periodEnd(kind, b.period) ? -1 : 1));
  const slots: SeriesPoint[] = [];
  for (const point of sorted) {
    for (let due = after(kind, slots); due !== null && due < point.period; due = after(kind, slots))
      slots.push({ period: due, value: null });
    const due = after(kind, slots);
    if (due !== null && due !== point.period)
      throw new RangeError(`${point.period} comes twice or out of step`);
    slots.push(point);
  }
  return slots;
}

/** The value at each period, for looking up. */
export const valuesByPeriod = (points: readonly SeriesPoint[]): ReadonlyMap<string, number | null> =>
  new Map(points.map(({ period, value }) => [period, value]));

function after(kind: SteppedKind, slots: readonly SeriesPoint[]): string | null {
  const last = slots.at(-1);
  return last === undefined ? null : nextPeriod(kind, last.period);
}
