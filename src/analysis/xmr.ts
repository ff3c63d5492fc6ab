import { compare, isNumber, mean } from "./numbers.ts";

/** Centre line and natural process limits, all in the unit of the values, and unclamped. */
export type XmrLimits = {
  readonly mean: number;
  readonly lcl: number;
  readonly ucl: number;
  /** Two thirds of the way from the mean to the limits. */
  readonly nearLcl: number;
  readonly nearUcl: number;
  /** Mean moving range that the limits stand on: after screening, where it was asked for. */
  readonly meanMovingRange: number;
};

/** 3/d2 for moving ranges of two values, d2 = 1.128: limits this many mean moving ranges from the mean are three sigma away. */
const limitFactor = 2.66;
/** Upper limit of a moving range chart, D4 for ranges of two: a larger range is an outlier. */
const rangeLimitFactor = 3.267;

/**
 * Limits of an XmR (individuals and moving range) control chart.
 *
 * @param values one segment in time order, one unit throughout; `null` where a value is missing, and no range bridges it
 * @param screenOutliers leave out moving ranges that are outliers themselves, once
 * @returns limits at mean ± 2.66 mean moving ranges, `lcl` perhaps below zero; null when no two values are neighbours
 *
 * Source: NHSRplotthedots 0.2.2 `ptd_spc_standard.R`; screening after Nelson (1982), Journal of Quality Technology 14(3).
 */
export function xmrLimits(values: readonly (number | null)[], screenOutliers = true): XmrLimits | null {
  const ranges = movingRanges(values);
  const centre = mean(values.filter(isNumber));
  const meanMovingRange = screenOutliers ? screenedMean(ranges) : mean(ranges);
  if (centre === null || meanMovingRange === null) return null;
  const spread = limitFactor * meanMovingRange;
  const near = (2 / 3) * spread;
  return {
    mean: centre,
    lcl: centre - spread,
    ucl: centre + spread,
    nearLcl: centre - near,
    nearUcl: centre + near,
    meanMovingRange,
  };
}

/** Distances between neighbours where both exist. */
function movingRanges(values: readonly (number | null)[]): number[] {
  return values.flatMap((value, i) => {
    const before = values[i - 1] ?? null;
    return value === null || before === null ? [] : [Math.abs(value - before)];
  });
}

/** Where none survives the screening, as in a constant series, the plain mean stands. */
function screenedMean(ranges: readonly number[]): number | null {
  const all = mean(ranges);
  if (all === null) return null;
  return mean(ranges.filter((range) => compare(range, rangeLimitFactor * all) < 0)) ?? all;
}
