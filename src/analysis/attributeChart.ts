import {
  type AttributeKind,
  type AttributeSpread,
  attributeLimits,
  attributeSpread,
  type BasedValue,
  centreLine,
  hasDenominator,
  isShare,
} from "./attributeLimits.ts";
import { type Chart, type ChartOptions, type ControlPoint, judgedChart } from "./controlChart.ts";
import { isNumber } from "./numbers.ts";
import { type Segment, type SegmentSpan, segments } from "./segments.ts";
import { finalValue, type SeriesPoint, valuesByPeriod } from "./series.ts";

/** A slot as every control chart gives it; its `value` is the count over the base where there is one. */
export type AttributePoint = ControlPoint & {
  /** As it was given: a count, or the time between events. */
  readonly count: number | null;
  /** Null for c, g and t, and where it is not known. */
  readonly denominator: number | null;
};

/** A segment whose `mean` is the centre line that is drawn; `level` and `sigma` are what its limits stand on. */
export type AttributeSegment = SegmentSpan & {
  readonly [part in keyof AttributeSpread]: AttributeSpread[part] | null;
};

/** A control chart like any other, but that the limits may differ from point to point. */
export type AttributeChart = Omit<Chart<AttributeSegment>, "points"> & {
  readonly kind: AttributeKind;
  readonly points: readonly AttributePoint[];
};

type BasedSlot = SeriesPoint & BasedValue;

/**
 * Control chart of counts. Rebasing, provisional slots, rules, point types and target are those of `controlChart`.
 *
 * @param counts one slot for each period in time order: counts, or for g and t what lies between two events
 * @param denominators the bases of p, pp, u and up by period, greater than 0, or 0 where there was nothing to count; a
 *   period without one has neither value nor limits. Null for c, g and t
 * @param options the target is in the unit of the values: a share from 0 to 1, a rate for one of the base
 * @returns values, means and limits in that unit; limits are cut to what is possible, and null before the second value
 * @throws RangeError when denominators are missing or superfluous, a number is negative, a count has no base or (p, pp) is
 *   more than it, a time (t) is 0, and as `controlChart` does
 *
 * Source: qicharts2 0.8.1 `helper.functions.R`; departures in docs/deviations.md.
 */
export function attributeChart(
  kind: AttributeKind,
  counts: readonly SeriesPoint[],
  denominators: readonly SeriesPoint[] | null,
  options: ChartOptions,
): AttributeChart {
  if (hasDenominator(kind) !== (denominators !== null))
    throw new RangeError(`a ${kind} chart ${denominators === null ? "needs" : "has no"} denominators`);
  const bases = valuesByPeriod(denominators ?? []);
  const slots = counts.map((slot) => basedSlot(kind, slot, bases.get(slot.period) ?? null));
  const parts = segments(slots, options).map((part) => attributeSegment(kind, slots, part, options));
  const limitsAt = (part: AttributeSegment, { period }: SeriesPoint) =>
    part.level === null
      ? null
      : attributeLimits(kind, { ...part, level: part.level }, bases.get(period) ?? null);
  const chart = judgedChart(slots, parts, limitsAt, options);
  const points = chart.points.map((point, i) => ({
    ...point,
    count: slots[i]?.count ?? null,
    denominator: slots[i]?.denominator ?? null,
  }));
  return { ...chart, kind, points };
}

function basedSlot(kind: AttributeKind, slot: SeriesPoint, denominator: number | null): BasedSlot {
  const count = slot.value;
  const problem = problemOf(kind, count, denominator);
  if (problem !== null) throw new RangeError(`${problem} at ${slot.period}: ${count} of ${denominator}`);
  const value = hasDenominator(kind) ? quotient(count, denominator) : count;
  return { ...slot, value, count, denominator };
}

const quotient = (count: number | null, denominator: number | null): number | null =>
  count === null || denominator === null || denominator === 0 ? null : count / denominator;

function problemOf(kind: AttributeKind, count: number | null, denominator: number | null): string | null {
  if (![count ?? 0, denominator ?? 0].every(Number.isFinite)) return "not a number";
  if ((count ?? 0) < 0 || (denominator ?? 0) < 0) return "a negative number";
  if (kind === "t" && count === 0) return "a time between events must be more than 0";
  if (count === null || denominator === null) return null;
  if (isShare(kind) && count > denominator) return "more counted than there were";
  return denominator === 0 && count > 0 ? "a count without a base" : null;
}

function attributeSegment(
  kind: AttributeKind,
  slots: readonly BasedSlot[],
  { limits: _, ...part }: Segment,
  { screenOutliers }: ChartOptions,
): AttributeSegment {
  const { from, to } = part.baseline;
  const base = slots.slice(part.first, part.last + 1).filter(({ period }) => period >= from && period <= to);
  const values = base.map((slot) => ({ ...slot, value: finalValue(slot) }));
  const spread = attributeSpread(kind, values, screenOutliers);
  if (spread === null) return { ...part, mean: null, level: null, sigma: null, sigmaZ: null };
  return {
    ...part,
    mean: centreLine(kind, spread, values.map(({ value }) => value).filter(isNumber)),
    ...spread,
  };
}
