import { addMonths } from "./calendar.ts";
import { averageEts } from "./etsAverage.ts";
import { type EtsForm, etsPool, monthsForSeasons } from "./etsForm.ts";
import { type NoProjection, projectionHistory } from "./projectionHistory.ts";
import type { SeriesPoint } from "./series.ts";
import { type Level, studentT } from "./studentT.ts";
import { type Transform, transformed, transformFor, untransformed } from "./transform.ts";

export type ProjectionOptions = {
  /** Months ahead: 6, or 12 for a year. */
  readonly horizon: number;
  /** Months looked back on; 60, or 36 for an annual projection. */
  readonly window?: number;
  /** Percentages and their intervals stay within 0 to 100. */
  readonly unit: "count" | "percent" | "other";
  /** A year is too far ahead for a trend that never flattens: those models are left out. */
  readonly annual?: boolean;
};

/** The months ahead, in the unit of the series; every array has one element a month. */
export type Projection = {
  readonly ok: true;
  readonly months: readonly string[];
  /** As likely to be passed as not: a median, not a mean. */
  readonly point: readonly number[];
  readonly lo80: readonly number[];
  readonly hi80: readonly number[];
  readonly lo95: readonly number[];
  readonly hi95: readonly number[];
  /** The model with the most weight, e.g. `ANA`; others may have a say. */
  readonly model: string;
  /** From less than two years: drawn dashed and labelled. */
  readonly indicative: boolean;
  /** Months of the history without a final value, put between their neighbours. */
  readonly interpolated: readonly string[];
  /** Months with a final value that the projection stands on. */
  readonly n: number;
  readonly scale: ProjectionScale;
};

/** The projection on the scale where it was made, unbounded: kept with a published one, so that it can be judged later. */
export type ProjectionScale = {
  readonly transform: Transform;
  readonly centre: readonly number[];
  readonly sd: readonly number[];
  /** Degrees of freedom of `sd`: the intervals are centre ± t x sd. */
  readonly df: number;
};

/** Five years: on 35 real series of that length the method is at its best, and older months are about another time. */
const usualWindow = 60;
/** An annual projection looks back on the last three years, as the published ones did. */
const annualWindow = 36;
/** More than five times the highest month ever is what a short, restless series gives, and no forecast. */
const highestMultiple = 5;

/**
 * Projects a monthly series with 80% and 95% intervals: the weighted average of up to six exponential smoothing models, on
 * the log scale (square roots where there are zeros).
 *
 * @param slots months of one series; missing and provisional ones are filled in, or left out at the end
 * @returns the months after the last final one, or why there are none; the same to the last bit for the same arguments
 * @throws RangeError when the horizon or window is no whole number from 1, a period is no month or occurs twice, or a value is
 *   negative or not finite
 *
 * Source: docs/deviations.md, "Projections"; Hyndman & Athanasopoulos, Forecasting: Principles and Practice, chapter 8.
 */
export function project(
  slots: readonly SeriesPoint[],
  options: ProjectionOptions,
): Projection | NoProjection {
  const { horizon, annual = false, window = annual ? annualWindow : usualWindow } = options;
  if (![horizon, window].every((months) => Number.isInteger(months) && months > 0))
    throw new RangeError(`horizon and window are whole numbers from 1, got ${horizon} and ${window}`);
  const history = projectionHistory(slots, window);
  if (!history.ok) return history;
  const { lastMonth, values, interpolated, n } = history;
  const { model, ...scale } = onScale(values, pool(n, annual), horizon);
  return {
    ok: true,
    months: Array.from({ length: horizon }, (_, i) => addMonths(lastMonth, i + 1)),
    ...inUnit(scale, ceiling(slots, options.unit)),
    model,
    indicative: n < monthsForSeasons,
    interpolated,
    n,
    scale,
  };
}

const pool = (months: number, annual: boolean): EtsForm[] =>
  etsPool(months).filter(({ trend }) => !annual || trend !== "additive");

function onScale(
  values: readonly number[],
  forms: readonly EtsForm[],
  horizon: number,
): ProjectionScale & { model: string } {
  const transform = transformFor(values);
  const z = Float64Array.from(values, (value) => transformed(transform, value));
  const { mean, sd, df, model } = averageEts(z, forms, horizon);
  return { transform, centre: mean, sd, df, model };
}

/** Point and limits back in the unit of the series. The ceiling cuts all alike, so that they keep their order. */
function inUnit({ transform, centre, sd, df }: ProjectionScale, highest: number) {
  const away = (deviations: number): number[] =>
    centre.map((z, i) => Math.min(highest, untransformed(transform, z + deviations * (sd[i] ?? 0))));
  const limit = (level: Level): number => studentT(level, df);
  return {
    point: away(0),
    lo80: away(-limit(80)),
    hi80: away(limit(80)),
    lo95: away(-limit(95)),
    hi95: away(limit(95)),
  };
}

function ceiling(slots: readonly SeriesPoint[], unit: ProjectionOptions["unit"]): number {
  const highest = Math.max(...slots.map(({ value, provisional }) => (provisional ? 0 : (value ?? 0))));
  return Math.min(unit === "percent" ? 100 : Number.POSITIVE_INFINITY, highestMultiple * highest);
}
