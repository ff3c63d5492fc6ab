import { compare } from "./numbers.ts";
import type { Side } from "./rules.ts";
import type { Stage } from "./segments.ts";

/** What values are possible, in their unit; null for no bound. */
export type Bounds = { readonly lower: number | null; readonly upper: number | null };

/** Counts, durations, rates and money cannot fall below zero. */
export const notNegative: Bounds = { lower: 0, upper: null };
export const percentBounds: Bounds = { lower: 0, upper: 100 };
export const unbounded: Bounds = { lower: null, upper: null };

/** Limits as they are drawn, and whether a bound has cut them. */
export type DisplayedLimits = {
  readonly lcl: number;
  readonly ucl: number;
  readonly lowerClamped: boolean;
  readonly upperClamped: boolean;
};

/** The limits of a segment or at one point, as computed, and how much they may claim. */
export type StagedLimits = {
  readonly limits: { readonly lcl: number; readonly ucl: number } | null;
  readonly stage: Stage;
};

/** The limits that a page draws: none before six values, and never beyond what is possible. Rules use the uncut ones. */
export function displayedLimits({ limits, stage }: StagedLimits, bounds: Bounds): DisplayedLimits | null {
  if (limits === null || stage === "none" || stage === "mean only") return null;
  const lowerClamped = bounds.lower !== null && compare(limits.lcl, bounds.lower) < 0;
  const upperClamped = bounds.upper !== null && compare(limits.ucl, bounds.upper) > 0;
  return {
    lcl: lowerClamped ? (bounds.lower ?? limits.lcl) : limits.lcl,
    ucl: upperClamped ? (bounds.upper ?? limits.ucl) : limits.ucl,
    lowerClamped,
    upperClamped,
  };
}

/**
 * Whether a page may call the point exceptional: outside the limits of a full chart, and nothing else. Trial limits may
 * still move, and at a limit that a bound has cut nothing is exceptional.
 *
 * @param staged the limits at that point
 */
export function exceptional(
  point: { readonly outsideLimits: boolean | null; readonly relativeToMean: Side | null },
  staged: StagedLimits,
  bounds: Bounds,
): "high" | "low" | null {
  const drawn = displayedLimits(staged, bounds);
  if (point.outsideLimits !== true || drawn === null || staged.stage !== "full") return null;
  if (point.relativeToMean === 1) return drawn.upperClamped ? null : "high";
  return drawn.lowerClamped ? null : "low";
}
