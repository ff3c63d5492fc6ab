import type { ControlPoint } from "../analysis/controlChart.ts";
import { type Bounds, notNegative, percentBounds, unbounded } from "../analysis/displayedLimits.ts";
import { compare } from "../analysis/numbers.ts";
import type { SegmentSpan } from "../analysis/segments.ts";
import { type Analysis, scaleOf } from "./analysed.ts";
import type { Side } from "./views.ts";

/** Limits as a reader sees them at one point, in the unit of the chart; null for too few values. */
export type ShownLimits = { readonly lower: number; readonly upper: number; readonly cut: Side | null };

/** The segment that holds a point. */
export const segmentOf = ({ control }: Analysis, at: number): SegmentSpan | null =>
  control.segments.find(({ first, last }) => at >= first && at <= last) ?? null;

/** The limits at a point: none before six values, and never beyond what is possible. The numbers in JSON are uncut. */
export function shownLimits(analysis: Analysis, at: number): ShownLimits | null {
  const { ucl = null, lcl = null } = analysis.control.points[at] ?? {};
  const stage = segmentOf(analysis, at)?.stage ?? "none";
  if (ucl === null || lcl === null || analysis.noChart !== null || stage === "none" || stage === "mean only")
    return null;
  const { lower, upper } = boundsOf(analysis);
  const [low, high] = [lower !== null && compare(lcl, lower) < 0, upper !== null && compare(ucl, upper) > 0];
  return {
    lower: low ? (lower ?? lcl) : lcl,
    upper: high ? (upper ?? ucl) : ucl,
    cut: low ? "low" : high ? "high" : null,
  };
}

/** Whether a reader may be told that a point is exceptional: outside the uncut limits of 13 values or more, nothing else. */
export function exceptionalAt(analysis: Analysis, at: number): Side | null {
  const point = analysis.control.points[at];
  const limits = shownLimits(analysis, at);
  if (point?.outsideLimits !== true || limits === null || segmentOf(analysis, at)?.stage !== "full")
    return null;
  const side = isHigh(point) ? "high" : "low";
  return limits.cut === side ? null : side;
}

const isHigh = ({ value, ucl }: ControlPoint): boolean =>
  value !== null && ucl !== null && compare(value, ucl) > 0;

/** What values are possible, by what they were and by what they are. */
function boundsOf(analysis: Analysis): Bounds {
  const { charted, stated } = analysis;
  const values = charted.map(({ value }) => value ?? 0);
  if (scaleOf(analysis) === "share") return { lower: 0, upper: 1 };
  if (Math.min(...values) < 0 || analysis.seasonTakenOut) return unbounded;
  return stated.unit === "percent" && Math.max(...values) <= 100 ? percentBounds : notNegative;
}
