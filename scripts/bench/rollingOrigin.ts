import { addMonths } from "../../src/analysis/calendar.ts";
import { mean } from "../../src/analysis/numbers.ts";
import { project } from "../../src/analysis/projection.ts";

/** A series without gaps, one value a month. */
export type MonthlySeries = { readonly name: string; readonly values: readonly number[] };

/** How well months were projected that were already known. */
export type Accuracy = {
  /** Mean absolute scaled error: 1 is the mean change on the same month a year earlier before the origin. */
  readonly mase: number;
  /** The same of taking the same month a year earlier for a projection. */
  readonly naiveMase: number;
  /** Shares of the months that lay within the intervals. */
  readonly coverage80: number;
  readonly coverage95: number;
  /** Milliseconds for one projection. */
  readonly msEach: number;
  readonly projections: number;
};

const horizon = 6;
const firstMonth = "2010-01";
/** Five years are known before the first origin; then twice a year. */
const [firstOrigin, apart] = [60, 6];

type Scores = {
  readonly error: number;
  readonly naive: number;
  readonly in80: number;
  readonly in95: number;
};

/** Every sixth month from the 60th on after which the months to be projected are known. */
export const everyOrigin = ({ values }: MonthlySeries): number[] =>
  Array.from({ length: values.length }, (_, i) => firstOrigin + apart * i).filter(
    (origin) => origin + horizon <= values.length,
  );

/** Projects every series from each origin, the number of months known then, looking back on `window` months. */
export function rollingOrigin(
  series: readonly MonthlySeries[],
  originsOf: (series: MonthlySeries) => readonly number[],
  window: number,
): Accuracy {
  const started = performance.now();
  const runs = series.flatMap((one) => originsOf(one).map((origin) => ({ values: one.values, origin })));
  const projected = runs.map((run) => ({ ...run, projection: projectFrom(run.values, run.origin, window) }));
  const ms = performance.now() - started;
  const scores = projected.flatMap(({ values, origin, projection }) => scored(values, origin, projection));
  const over = (of: (score: Scores) => number): number => mean(scores.map(of)) ?? 0;
  return {
    mase: over(({ error }) => error),
    naiveMase: over(({ naive }) => naive),
    coverage80: over(({ in80 }) => in80),
    coverage95: over(({ in95 }) => in95),
    msEach: ms / runs.length,
    projections: runs.length,
  };
}

function projectFrom(values: readonly number[], origin: number, window: number) {
  const slots = values.slice(0, origin).map((value, i) => ({ period: addMonths(firstMonth, i), value }));
  const projection = project(slots, { horizon, window, unit: "count" });
  if (!projection.ok) throw new Error(`a series is ${projection.reason}`);
  return projection;
}

function scored(
  values: readonly number[],
  origin: number,
  projection: ReturnType<typeof projectFrom>,
): Scores[] {
  const { point, lo80, hi80, lo95, hi95 } = projection;
  const at = (months: readonly number[], i: number): number => months[i] ?? Number.NaN;
  const scale = yearlyChange(values.slice(0, origin));
  return values.slice(origin, origin + horizon).map((actual, i) => ({
    error: Math.abs(actual - at(point, i)) / scale,
    naive: Math.abs(actual - at(values, origin + i - 12)) / scale,
    in80: actual >= at(lo80, i) && actual <= at(hi80, i) ? 1 : 0,
    in95: actual >= at(lo95, i) && actual <= at(hi95, i) ? 1 : 0,
  }));
}

/** Mean absolute change on the same month a year earlier: the unit of the scaled error. */
const yearlyChange = (values: readonly number[]): number =>
  mean(values.slice(12).map((value, i) => Math.abs(value - (values[i] ?? value)))) ?? 1;
