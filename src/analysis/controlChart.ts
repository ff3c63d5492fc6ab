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
import {
  leastForFullLimits,
  type Segment,
  type SegmentOptions,
  type SegmentSpan,
  segments,
} from "./segments.ts";
import { finalValue, type SeriesPoint } from "./series.ts";
import type { XmrLimits } from "./xmr.ts";

export type ChartOptions = SegmentOptions & {
  readonly improvementDirection: ImprovementDirection;
  /** In the unit of the values; null for none. */
  readonly target?: number | null | undefined;
  readonly ruleProfile?: RuleProfile | undefined;
};

/** One slot of the chart, in the unit of the values. Names and values are those of NHSRplotthedots, in camel case. */
export type ControlPoint = RuledSlot & {
  readonly provisional: boolean;
  /** Of the slot's segment. In an XmR chart the limits are unclamped, and null when no two values are neighbours. */
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

/** What every control chart gives, whichever way its limits are found. */
export type Chart<Part extends SegmentSpan = SegmentSpan> = {
  readonly points: readonly ControlPoint[];
  readonly segments: readonly Part[];
  /** Point type of the last slot that is not provisional; null for a series without one. */
  readonly variationType: PointType | null;
  readonly assuranceType: AssuranceType | null;
};

export type ControlChart = Chart<Segment>;

/** Limits at one slot, in the unit of the values; the near ones lie two thirds of the way out. */
export type PointLimits = Pick<XmrLimits, "lcl" | "ucl" | "nearLcl" | "nearUcl">;

/** Limits at a slot of a segment; null where there are none. */
export type LimitsAt<Part> = (part: Part, slot: SeriesPoint) => PointLimits | null;

/**
 * XmR control chart of a series.
 *
 * @param slots one for each period in time order, as `oneSlotEach` gives them; one unit throughout
 * @throws RangeError when periods are out of order, a value is not finite, or `fixAfterNPoints` is below 12
 *
 * Source: NHSRplotthedots 0.2.2 `ptd_spc.R`; departures in docs/deviations.md.
 */
export const controlChart = (slots: readonly SeriesPoint[], options: ChartOptions): ControlChart =>
  judgedChart(slots, segments(slots, options), ({ limits }) => limits, options);

/**
 * The rules, point types, variation and assurance of any control chart.
 *
 * @param parts the segments of these slots, in time order
 * @param limitsAt limits that may differ from slot to slot
 */
export function judgedChart<Part extends SegmentSpan>(
  slots: readonly SeriesPoint[],
  parts: readonly Part[],
  limitsAt: LimitsAt<Part>,
  options: ChartOptions,
): Chart<Part> {
  const firstGroup = options.rebase?.includes(slots[0]?.period ?? "") ? 1 : 0;
  const points = parts.flatMap((part, i) => segmentPoints(slots, part, limitsAt, firstGroup + i, options));
  const { target = null, improvementDirection } = options;
  return {
    points,
    segments: parts,
    variationType: points.findLast((point) => !point.provisional)?.pointType ?? null,
    assuranceType: assuranceType(target, lastLimits(points), improvementDirection),
  };
}

function segmentPoints<Part extends SegmentSpan>(
  slots: readonly SeriesPoint[],
  part: Part,
  limitsAt: LimitsAt<Part>,
  rebaseGroup: number,
  { improvementDirection, ruleProfile = makingDataCount }: ChartOptions,
): ControlPoint[] {
  const own = slots.slice(part.first, part.last + 1);
  const limits = own.map((slot) => limitsAt(part, slot));
  const judged = own.map((slot, i) => judge(slot, part.mean, limits[i] ?? null));
  return ruleHits(judged, ruleProfile).map((slot, i) => ({
    ...slot,
    provisional: slot.provisional ?? false,
    mean: part.mean,
    ucl: limits[i]?.ucl ?? null,
    lcl: limits[i]?.lcl ?? null,
    rebaseGroup,
    specialCauseType: specialCauseType(slot.hits, ruleProfile),
    specialCauseFlag: firstSide(slot.hits) !== 0,
    pointType: pointType(slot.hits, improvementDirection),
    shortGroupWarning: judged.length < leastForFullLimits,
  }));
}

function judge(slot: SeriesPoint, mean: number | null, limits: PointLimits | null): JudgedSlot {
  const value = finalValue(slot);
  const relativeToMean = value === null || mean === null ? null : compare(value, mean);
  if (value === null || limits === null)
    return { ...slot, relativeToMean, outsideLimits: null, closeToLimits: null };
  const outsideLimits = beyond(value, limits.lcl, limits.ucl);
  const closeToLimits = !outsideLimits && beyond(value, limits.nearLcl, limits.nearUcl);
  return { ...slot, relativeToMean, outsideLimits, closeToLimits };
}

/** Limits at the last slot of the last segment that has them and is not provisional; what came before a rebase is past. */
function lastLimits(points: readonly ControlPoint[]): { lcl: number; ucl: number } | null {
  const group = points.at(-1)?.rebaseGroup;
  const { lcl = null, ucl = null } =
    points.findLast((p) => p.rebaseGroup === group && !p.provisional && p.ucl !== null) ?? {};
  return lcl === null || ucl === null ? null : { lcl, ucl };
}

const beyond = (value: number, low: number, high: number): boolean =>
  compare(value, low) < 0 || compare(value, high) > 0;
