import { type AssuranceType, assuranceType } from "./assurance.ts";
import { compare } from "./numbers.ts";
import {
  type ImprovementDirection,
  type PointType,
  pointType,
  type SpecialCauseType,
  specialCauseType,
} from "./pointType.ts";
import { makingDataCount, type RuleProfile } from "./ruleProfile.ts";
import { firstSide, type JudgedSlot, type RuledSlot, ruleHits } from "./rules.ts";
import { leastForFullLimits, type Segment, type SegmentOptions, segments } from "./segments.ts";
import { finalValue, type SeriesPoint } from "./series.ts";

export type ChartOptions = SegmentOptions & {
  readonly improvementDirection: ImprovementDirection;
  /** In the unit of the values; null for none. */
  readonly target?: number | null | undefined;
  readonly ruleProfile?: RuleProfile | undefined;
};

/** One slot of the chart, in the unit of the values. Names and values are those of NHSRplotthedots, in camel case. */
export type ControlPoint = RuledSlot & {
  readonly provisional: boolean;
  /** Of the slot's segment; limits unclamped, null when no two values are neighbours. */
  readonly mean: number | null;
  readonly ucl: number | null;
  readonly lcl: number | null;
  /** Number of the segment: 0 until the first rebase. */
  readonly rebaseGroup: number;
  readonly specialCauseType: SpecialCauseType;
  readonly specialCauseFlag: boolean;
  readonly pointType: PointType;
  /** Fewer than 13 slots in the segment, missing ones counted. */
  readonly shortGroupWarning: boolean;
};

export type ControlChart = {
  readonly points: readonly ControlPoint[];
  readonly segments: readonly Segment[];
  /** Point type of the last slot that is not provisional; null for a series without one. */
  readonly variationType: PointType | null;
  readonly assuranceType: AssuranceType | null;
};

/**
 * XmR control chart of a series.
 *
 * @param slots one for each period in time order, as `oneSlotEach` gives them; one unit throughout
 * @throws RangeError when periods are out of order, a value is not finite, or `fixAfterNPoints` is below 12
 *
 * Source: NHSRplotthedots 0.2.2 `ptd_spc.R`; departures in docs/deviations.md.
 */
export function controlChart(slots: readonly SeriesPoint[], options: ChartOptions): ControlChart {
  const parts = segments(slots, options);
  const firstGroup = options.rebase?.includes(slots[0]?.period ?? "") ? 1 : 0;
  const points = parts.flatMap((part, i) => segmentPoints(slots, part, firstGroup + i, options));
  return {
    points,
    segments: parts,
    variationType: points.findLast((point) => !point.provisional)?.pointType ?? null,
    assuranceType: assuranceType(
      options.target ?? null,
      parts.at(-1)?.limits ?? null,
      options.improvementDirection,
    ),
  };
}

function segmentPoints(
  slots: readonly SeriesPoint[],
  part: Segment,
  rebaseGroup: number,
  { improvementDirection, ruleProfile = makingDataCount }: ChartOptions,
): ControlPoint[] {
  const judged = slots.slice(part.first, part.last + 1).map((slot) => judge(slot, part));
  return ruleHits(judged, ruleProfile).map((slot) => ({
    ...slot,
    provisional: slot.provisional ?? false,
    mean: part.mean,
    ucl: part.limits?.ucl ?? null,
    lcl: part.limits?.lcl ?? null,
    rebaseGroup,
    specialCauseType: specialCauseType(slot.hits, ruleProfile),
    specialCauseFlag: firstSide(slot.hits) !== 0,
    pointType: pointType(slot.hits, improvementDirection),
    shortGroupWarning: judged.length < leastForFullLimits,
  }));
}

function judge(slot: SeriesPoint, { mean, limits }: Segment): JudgedSlot {
  const value = finalValue(slot);
  const relativeToMean = value === null || mean === null ? null : compare(value, mean);
  if (value === null || limits === null)
    return { ...slot, relativeToMean, outsideLimits: null, closeToLimits: null };
  const outsideLimits = beyond(value, limits.lcl, limits.ucl);
  const closeToLimits = !outsideLimits && beyond(value, limits.nearLcl, limits.nearUcl);
  return { ...slot, relativeToMean, outsideLimits, closeToLimits };
}

const beyond = (value: number, low: number, high: number): boolean =>
  compare(value, low) < 0 || compare(value, high) > 0;
