import {
  type Bounds,
  displayedLimits,
  exceptional,
  notNegative,
  percentBounds,
  type StagedLimits,
  unbounded,
} from "../analysis/displayedLimits.ts";
import type { SegmentSpan } from "../analysis/segments.ts";
import type { Analysis } from "./analysed.ts";
import type { Side } from "./views.ts";

/** Limits as a reader sees them at one point, in the unit of the chart; null for too few values. */
export type ShownLimits = { readonly lower: number; readonly upper: number; readonly cut: Side | null };

/** The segment that holds a point. */
export const segmentOf = ({ control }: Analysis, at: number): SegmentSpan | null =>
  control.segments.find(({ first, last }) => at >= first && at <= last) ?? null;

/** The limits at a point: none before six values, and never beyond what is possible. The numbers in JSON are uncut. */
export function shownLimits(analysis: Analysis, at: number): ShownLimits | null {
  const drawn = analysis.noChart === null ? displayedLimits(staged(analysis, at), boundsOf(analysis)) : null;
  if (drawn === null) return null;
  const { lcl, ucl, lowerClamped, upperClamped } = drawn;
  return { lower: lcl, upper: ucl, cut: lowerClamped ? "low" : upperClamped ? "high" : null };
}

/** Whether a reader may be told that a point is exceptional: outside the uncut limits of 13 values or more, nothing else. */
export function exceptionalAt(analysis: Analysis, at: number): Side | null {
  const point = analysis.control.points[at];
  if (point === undefined || analysis.noChart !== null) return null;
  return exceptional(point, staged(analysis, at), boundsOf(analysis));
}

function staged(analysis: Analysis, at: number): StagedLimits {
  const { ucl = null, lcl = null } = analysis.control.points[at] ?? {};
  const limits = ucl === null || lcl === null ? null : { lcl, ucl };
  return { limits, stage: segmentOf(analysis, at)?.stage ?? "none" };
}

/** What values are possible, by what they were and by what they are. */
function boundsOf(analysis: Analysis): Bounds {
  const { charted, stated } = analysis;
  const values = charted.map(({ value }) => value ?? 0);
  if (analysis.scale === "share") return { lower: 0, upper: 1 };
  if (Math.min(...values) < 0 || analysis.seasonTakenOut) return unbounded;
  return stated.unit === "percent" && Math.max(...values) <= 100 ? percentBounds : notNegative;
}
