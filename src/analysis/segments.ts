import { isNumber, mean } from "./numbers.ts";
import { finalValue, type SeriesPoint } from "./series.ts";
import { type XmrLimits, xmrLimits } from "./xmr.ts";

/** How much a chart may claim by the number of its values: nothing, a mean, limits that may still move, or settled limits. */
export type Stage = "none" | "mean only" | "trial" | "full";

export const leastForMean = 2;
export const leastForTrialLimits = 6;
/** NHSRplotthedots warns below 13; 12 months are one round of the seasons, the next one begins to test them. */
export const leastForFullLimits = 13;

/** A stretch with one mean. Neither moving ranges nor rules reach from one into another. */
export type SegmentSpan = {
  /** First and last slot, counted from 0. */
  readonly first: number;
  readonly last: number;
  /** What the mean and limits are taken from: first and last period, and the number of values. */
  readonly baseline: { readonly from: string; readonly to: string; readonly n: number };
  /** Null when the baseline has no value. */
  readonly mean: number | null;
  readonly stage: Stage;
};

/** A stretch with one mean and one set of limits, as an XmR chart has them. */
export type Segment = SegmentSpan & {
  /** Null when no two values of the baseline are neighbours. */
  readonly limits: XmrLimits | null;
};

/** Where segments start and what their limits rest on. */
export type SegmentOptions = {
  /** Periods at which a new segment starts; those outside the series are ignored. */
  readonly rebase?: readonly string[] | undefined;
  /** Freeze mean and limits of each segment on its first so many slots, at least 12; null for all. */
  readonly fixAfterNPoints?: number | null | undefined;
  /** Leave outlying moving ranges out of the limits; on unless turned off. */
  readonly screenOutliers?: boolean | undefined;
};

const leastToFix = 12;

/**
 * The segments of a series, in time order; none for an empty one.
 *
 * @param slots one for each period in time order, as `oneSlotEach` gives them
 * @throws RangeError when periods are out of order or `fixAfterNPoints` is below 12
 */
export function segments(slots: readonly SeriesPoint[], options: SegmentOptions = {}): Segment[] {
  checkOrder(slots);
  const starts = segmentStarts(slots, options.rebase ?? []);
  return starts.map((first, i) => segment(slots, first, (starts[i + 1] ?? slots.length) - 1, options));
}

/** Window, number of values and mean of the current segment: what a page calls the monthly average. */
export type Baseline = Segment["baseline"] & { readonly mean: number };

/** The baseline in force at the end of the series, or null when it has no value yet. Failures as for `segments`. */
export function currentBaseline(
  slots: readonly SeriesPoint[],
  options: SegmentOptions = {},
): Baseline | null {
  const current = segments(slots, options).at(-1);
  return current === undefined || current.mean === null ? null : { ...current.baseline, mean: current.mean };
}

function segment(
  slots: readonly SeriesPoint[],
  first: number,
  last: number,
  options: SegmentOptions,
): Segment {
  const all = slots.slice(first, last + 1);
  const base = all.slice(0, checkedFix(options.fixAfterNPoints));
  const values = base.map(finalValue);
  const present = values.filter(isNumber);
  return {
    first,
    last,
    baseline: { from: base[0]?.period ?? "", to: base.at(-1)?.period ?? "", n: present.length },
    mean: mean(present),
    limits: xmrLimits(values, options.screenOutliers),
    stage: stageOf(all.map(finalValue).filter(isNumber).length),
  };
}

function stageOf(n: number): Stage {
  if (n >= leastForFullLimits) return "full";
  if (n >= leastForTrialLimits) return "trial";
  return n >= leastForMean ? "mean only" : "none";
}

/** A period before the series finds its first slot, which starts a segment anyway. */
function segmentStarts(slots: readonly SeriesPoint[], rebase: readonly string[]): number[] {
  if (slots.length === 0) return [];
  const starts = rebase.map((period) => slots.findIndex((slot) => slot.period >= period));
  return [...new Set([0, ...starts.filter((i) => i >= 0)])].sort((a, b) => a - b);
}

function checkedFix(count: number | null | undefined): number | undefined {
  if (count === null || count === undefined) return undefined;
  if (!Number.isInteger(count) || count < leastToFix)
    throw new RangeError(`limits can be fixed after ${leastToFix} or more points, got ${count}`);
  return count;
}

function checkOrder(slots: readonly SeriesPoint[]): void {
  slots.forEach(({ period, value }, i) => {
    const before = slots[i - 1]?.period;
    if (before !== undefined && before >= period) throw new RangeError(`${period} must come after ${before}`);
    if (value !== null && !Number.isFinite(value))
      throw new RangeError(`not a number at ${period}: ${value}`);
  });
}
