import { compare } from "./numbers.ts";

/** Which way the value went; none while it is in line. */
export type Direction = "increase" | "decrease" | "none";

/**
 * How large the difference is: in line with the base; a slight, plain or notable one; significant only where limits or a
 * test say so. `document` has the words for each.
 */
export type Size = "in-line" | "slight" | "plain" | "notable" | "significant";

/** A value against a base. */
export type Comparison = {
  readonly direction: Direction;
  readonly size: Size;
  /** Significant last month too, on the same side. */
  readonly remains?: boolean;
  /** Value minus base: in their unit, for percentages in percentage points; not rounded. */
  readonly difference: number;
  /** 100 x difference / base, not rounded; null for percentages, and where `percentNote` says why. */
  readonly percent: number | null;
  readonly percentNote?: "n/a (from 0)" | "fewer than 20";
};

/** One more or less is in line, whatever the base: a single event is no change. */
const inLineCount = 1;
/** So is a difference of one percent, which most readers would round away. */
const inLineShare = 0.01;
/** Percent of so few is misleading: from 4 to 6 is "50%". The numbers themselves are shown. */
export const leastForPercent = 20;
/** A difference below one standard deviation is what chance makes most months; slight, if it is below 5% too. */
const slightZ = 1;
const slightPercent = 5;
/** Below 0.6 standard deviations it is slight even where a small base makes it many percent. */
const certainlySlightZ = 0.6;
/** Three standard deviations are as unusual as a point outside the limits; notable, if a reader would also see a quarter more or less. */
const notableZ = 3;
const notablePercent = 25;
/** d2 for ranges of two values: mean moving range / d2 estimates the standard deviation. */
const rangesPerDeviation = 1.128;

/**
 * A count against that of the previous month or of the same month last year.
 *
 * @param current, base numbers of events, from 0
 * @param meanMovingRange of the series' history, so that a restless series needs more to be notable; null without one
 */
export function compareCounts(
  current: number,
  base: number,
  meanMovingRange: number | null = null,
): Comparison {
  return sized(
    current,
    base,
    withinBand(current, base) ? "in-line" : countSize(current, base, meanMovingRange),
  );
}

/**
 * A count or a duration against its monthly average, or a duration against another month's; in one unit. It is above or
 * below ("plain"), and significantly so only outside the limits.
 *
 * @param exceptional what `exceptional` says of this month and of the month before; nothing against another month
 */
export function compareWithAverage(
  value: number,
  average: number,
  exceptional: Exceptional = { now: null, before: null },
): Comparison {
  if (withinBand(value, average)) return sized(value, average, "in-line");
  if (exceptional.now === null) return sized(value, average, "plain");
  return { ...sized(value, average, "significant"), remains: exceptional.before === exceptional.now };
}

/** On which side of the limits this month and the month before lie, null for between them. */
export type Exceptional = { readonly now: "high" | "low" | null; readonly before: "high" | "low" | null };

/** From a base of 10% on, the difference counts in percentage points; below it, as a share of the base. */
const leastForPoints = 10;
/** Percentage points: below one is stable, below three slight, from ten on notable. */
const pointBands = { inLine: 1, slight: 3, notable: 10 };
/** Shares of a small base: 3.30% to 3.32% is stable, to 3.4% slight. Nothing so small is notable. */
const smallBands = { inLine: 0.01, slight: 0.05, notable: null };

/**
 * A percentage of every case (a census, not a survey) against an earlier one, both 0 to 100 and not rounded. The difference
 * is in percentage points.
 */
export function comparePercentages(current: number, base: number): Comparison {
  const points = Math.abs(current - base);
  return { ...inPoints(current, base), ...directed(current, base, percentageSize(points, base)) };
}

function percentageSize(points: number, base: number): Size {
  if (base >= leastForPoints) return bandSize(points, pointBands);
  if (base === 0) return points === 0 ? "in-line" : "plain";
  return bandSize(points / base, smallBands);
}

/**
 * The word between two comparisons of one value: "an increase on November and above the average", "an increase but below",
 * "in line with November but below the average". Both the same way, or both in line, go with "and".
 */
export const conjunction = (a: Comparison, b: Comparison): "and" | "but" =>
  a.direction === b.direction ? "and" : "but";

/** Direction and size together: what is in line has no direction. */
export function directed(current: number, base: number, size: Size): Pick<Comparison, "direction" | "size"> {
  if (size === "in-line") return { direction: "none", size };
  return { direction: current > base ? "increase" : "decrease", size };
}

/** The difference of two percentages: points, and never a percent of a percent. */
export const inPoints = (current: number, base: number): Pick<Comparison, "difference" | "percent"> => ({
  difference: current - base,
  percent: null,
});

function sized(current: number, base: number, size: Size): Comparison {
  const difference = current - base;
  const change = { ...directed(current, base, size), difference };
  if (base === 0) return { ...change, percent: null, percentNote: "n/a (from 0)" };
  if (base < leastForPercent) return { ...change, percent: null, percentNote: "fewer than 20" };
  return { ...change, percent: (100 * difference) / base };
}

const withinBand = (current: number, base: number): boolean =>
  compare(Math.abs(current - base), Math.max(inLineCount, inLineShare * base)) <= 0;

function countSize(current: number, base: number, meanMovingRange: number | null): Size {
  const difference = Math.abs(current - base);
  const fromHistory = (Math.SQRT2 * (meanMovingRange ?? 0)) / rangesPerDeviation;
  const z = difference / Math.max(Math.sqrt(current + base), fromHistory);
  const percent = (100 * difference) / base;
  if ((z < slightZ && percent < slightPercent) || z <= certainlySlightZ) return "slight";
  return z >= notableZ && percent >= notablePercent ? "notable" : "plain";
}

function bandSize(change: number, bands: { inLine: number; slight: number; notable: number | null }): Size {
  if (compare(change, bands.inLine) < 0) return "in-line";
  if (compare(change, bands.slight) < 0) return "slight";
  return bands.notable !== null && compare(change, bands.notable) >= 0 ? "notable" : "plain";
}
