import { isMonth } from "../model/period.ts";
import { monthsForSeasonalEffects } from "./chartChoice.ts";
import { isNumber, mean } from "./numbers.ts";
import { type SegmentOptions, segments } from "./segments.ts";
import { finalValue, type SeriesPoint } from "./series.ts";

/** What each month of the year adds to the level, January first, in the unit of the values. The twelve sum to 0. */
export type SeasonalEffects = readonly number[];

const monthsPerYear = 12;
/** A month of the year seen once would be its own average, and never stand out. */
const leastPerMonth = 2;
/** Segments of uneven length are settled after a few dozen rounds; a single one after two. */
const [mostRounds, settled] = [1000, 1e-13];

type Observed = { readonly value: number; readonly month: number; readonly segment: number };

/** Position of a month in the year, 0 for January. @throws RangeError when it is not a month */
export function monthOfYear(month: string): number {
  if (!isMonth(month)) throw new RangeError(`not a month: ${month}`);
  return Number(month.slice(5)) - 1;
}

/**
 * The 12 additive month-of-year effects of a monthly series.
 *
 * The effect of a month of the year is the mean, over the years, of its distance from the mean of its segment; the twelve
 * are then centred, that is moved together until they sum to 0. Where there are several segments, their means are taken
 * again with the effects taken out, and so on until nothing moves: else a segment of one winter and no summer would pass
 * for a step. That is the least-squares fit of segment means and months. All final values count, also after
 * `fixAfterNPoints`: more years make better effects.
 *
 * @param slots one for each month in time order, as `oneSlotEach` gives them
 * @returns null with fewer than 36 final values, or with a month of the year that has fewer than two
 * @throws RangeError when a period is not a month, and as `segments` does
 */
export function seasonalEffects(
  slots: readonly SeriesPoint[],
  options: SegmentOptions = {},
): SeasonalEffects | null {
  const observed = observations(slots, options);
  const enough = groups(observed, "month", monthsPerYear).every((group) => group.length >= leastPerMonth);
  if (!enough || observed.length < monthsForSeasonalEffects) return null;
  const largest = Math.max(...observed.map(({ value }) => Math.abs(value)));
  let effects: SeasonalEffects = Array.from({ length: monthsPerYear }, () => 0);
  for (let round = 0; round < mostRounds; round++) {
    const before = effects;
    effects = centred(monthMeans(observed, segmentMeans(observed, before)));
    if (effects.every((effect, i) => Math.abs(effect - (before[i] ?? 0)) <= settled * largest)) break;
  }
  return effects;
}

function observations(slots: readonly SeriesPoint[], options: SegmentOptions): Observed[] {
  return segments(slots, options).flatMap(({ first, last }, segment) =>
    slots.slice(first, last + 1).flatMap((slot) => {
      const [value, month] = [finalValue(slot), monthOfYear(slot.period)];
      return value === null ? [] : [{ value, month, segment }];
    }),
  );
}

/** Mean of each segment's values without their effects; 0, which nothing uses, for a segment without values. */
function segmentMeans(observed: readonly Observed[], effects: SeasonalEffects): number[] {
  const segmentCount = Math.max(...observed.map(({ segment }) => segment)) + 1;
  return groups(observed, "segment", segmentCount).map(
    (group) => mean(group.map(({ value, month }) => value - (effects[month] ?? 0))) ?? 0,
  );
}

const monthMeans = (observed: readonly Observed[], levels: readonly number[]): number[] =>
  groups(observed, "month", monthsPerYear)
    .map((group) => mean(group.map(({ value, segment }) => value - (levels[segment] ?? 0))))
    .filter(isNumber);

function centred(effects: readonly number[]): number[] {
  const middle = mean(effects) ?? 0;
  return effects.map((effect) => effect - middle);
}

const groups = (observed: readonly Observed[], by: "month" | "segment", count: number): Observed[][] =>
  Array.from({ length: count }, (_, i) => observed.filter((each) => each[by] === i));
