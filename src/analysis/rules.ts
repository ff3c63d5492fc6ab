import type { Rule, RuleProfile } from "./ruleProfile.ts";
import { finalValue, type SeriesPoint } from "./series.ts";

/** -1 below or down, 1 above or up, 0 neither. */
export type Side = -1 | 0 | 1;

/** One slot of a segment against its mean and limits. */
export type JudgedSlot = SeriesPoint & {
  /** These three are null for a missing or provisional value; the last two also without limits. */
  readonly relativeToMean: Side | null;
  readonly outsideLimits: boolean | null;
  /** Beyond the near limit but not outside the limits. */
  readonly closeToLimits: boolean | null;
};

/** Every rule that holds at a slot, before one is chosen as the name of its special cause; 0 where it does not hold. */
export type RuleHits = {
  /** Above the upper (1) or below the lower limit (-1). */
  readonly outsideLimits: Side;
  /** Up (1) or down (-1), for each point of a strictly rising or falling stretch. */
  readonly trend: Side;
  /** Above (1) or below the mean (-1), for the close points of the three. */
  readonly twoInThree: Side;
  /** Above (1) or below the mean (-1), for each point of a run on one side. */
  readonly run: Side;
};

export type RuledSlot = JudgedSlot & { readonly hits: RuleHits };

/** Two of this many points close to one limit. */
const closeWindow = 3;
const closeNeeded = 2;

/**
 * The slots of one segment, each with the rules that hold there. A null breaks every window, and no window leaves the
 * segment.
 *
 * Source: NHSRplotthedots 0.2.2 `ptd_calculate_point_type.R`; departures in docs/deviations.md.
 */
export function ruleHits(segment: readonly JudgedSlot[], profile: RuleProfile): RuledSlot[] {
  const trend = trends(segment, profile.trendLength);
  const close = closePairs(segment);
  const run = runs(segment, profile.runLength);
  const counts = new Set(profile.rules);
  return segment.map((slot, i) => {
    const sideIf = (rule: Rule, holds: boolean | null | undefined): Side =>
      counts.has(rule) && holds === true ? (slot.relativeToMean ?? 0) : 0;
    const hits = {
      outsideLimits: sideIf("outside-limits", slot.outsideLimits),
      trend: counts.has("trend") ? (trend[i] ?? 0) : 0,
      twoInThree: sideIf("two-in-three", close[i]),
      run: sideIf("run", run[i]),
    };
    return { ...slot, hits };
  });
}

/** The side of the first rule that holds, in the order of their names; 0 for common cause. */
export const firstSide = (hits: RuleHits): Side =>
  hits.outsideLimits || hits.trend || hits.twoInThree || hits.run;

/** A tie breaks a trend. A point that ends one and begins the other is named after the step that follows it. */
function trends(segment: readonly JudgedSlot[], length: number): Side[] {
  const steps = segment.map((slot, i) => step(segment[i - 1], slot));
  const stepsAll = (direction: Side) => (from: number) =>
    steps.slice(from + 1, from + length).every((each) => each === direction);
  const rising = inAnyWindow(segment.length, length, stepsAll(1));
  const falling = inAnyWindow(segment.length, length, stepsAll(-1));
  return segment.map((_, i) => {
    if (rising[i] && falling[i]) return steps[i + 1] ?? 0;
    return rising[i] ? 1 : falling[i] ? -1 : 0;
  });
}

function step(before: SeriesPoint | undefined, slot: SeriesPoint): Side {
  const from = before === undefined ? null : finalValue(before);
  const to = finalValue(slot);
  if (from === null || to === null || from === to) return 0;
  return to > from ? 1 : -1;
}

/** Close points of a window of three that lies on one side of the mean; the third may be anywhere on that side. */
function closePairs(segment: readonly JudgedSlot[]): boolean[] {
  const holds = (from: number): boolean => {
    const window = segment.slice(from, from + closeWindow);
    return onOneSide(window) && window.filter((slot) => slot.closeToLimits === true).length >= closeNeeded;
  };
  const inWindow = inAnyWindow(segment.length, closeWindow, holds);
  return segment.map((slot, i) => inWindow[i] === true && slot.closeToLimits === true);
}

const runs = (segment: readonly JudgedSlot[], length: number): boolean[] =>
  inAnyWindow(segment.length, length, (from) => onOneSide(segment.slice(from, from + length)));

function onOneSide(slots: readonly JudgedSlot[]): boolean {
  const side = slots[0]?.relativeToMean ?? 0;
  return side !== 0 && slots.every((slot) => slot.relativeToMean === side);
}

/** For each place, whether a window of `size` that holds it passes; windows start from 0 to `count - size`. */
function inAnyWindow(count: number, size: number, holds: (from: number) => boolean): boolean[] {
  const marked = Array.from({ length: count }, () => false);
  for (let from = 0; from + size <= count; from++) if (holds(from)) marked.fill(true, from, from + size);
  return marked;
}
