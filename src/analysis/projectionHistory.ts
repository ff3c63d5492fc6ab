import { isNumber } from "./numbers.ts";
import { finalValue, oneSlotEach, type SeriesPoint } from "./series.ts";

/** Why nothing is projected: fewer than 12 months with a value, or fewer than 6 of them above 0. */
export type NoProjectionReason = "too-short" | "too-sparse";

/** What a projection stands on: one value for each month, ending with the last final one. */
export type ProjectionHistory = {
  readonly ok: true;
  readonly lastMonth: string;
  readonly values: readonly number[];
  /** Months without a final value, filled in between their neighbours. */
  readonly interpolated: readonly string[];
  /** Months with a final value; an interpolated month is no evidence. */
  readonly n: number;
};
export type NoProjection = { readonly ok: false; readonly reason: NoProjectionReason; readonly n: number };

/** One year: with less, nothing can be said about the months ahead. */
const leastMonths = 12;
/** With fewer months that are not 0 there is no level to project. */
const leastNonZero = 6;

/**
 * The last `window` months up to the last final one. Provisional months count as missing: those at the end are left out.
 *
 * @param slots months in any order, each at most once
 * @throws RangeError when a period is no month or occurs twice, or a value is negative or not finite
 */
export function projectionHistory(
  slots: readonly SeriesPoint[],
  window: number,
): ProjectionHistory | NoProjection {
  const points = windowed(oneSlotEach("month", slots).map(onlyFinal), window);
  const known = points.map(({ value }) => value).filter(isNumber);
  const wrong = known.find((value) => !(value >= 0 && Number.isFinite(value)));
  if (wrong !== undefined) throw new RangeError(`a projection needs values from 0, got ${wrong}`);
  const n = known.length;
  const lastMonth = points.at(-1)?.period;
  if (lastMonth === undefined || n < leastMonths) return { ok: false, reason: "too-short", n };
  if (known.filter((value) => value > 0).length < leastNonZero) return { ok: false, reason: "too-sparse", n };
  const interpolated = points.filter(({ value }) => value === null).map(({ period }) => period);
  return { ok: true, lastMonth, values: filledIn(points.map(({ value }) => value)), interpolated, n };
}

const onlyFinal = (point: SeriesPoint): SeriesPoint => ({ period: point.period, value: finalValue(point) });

const isKnown = ({ value }: SeriesPoint): boolean => value !== null;

/** The last months up to the last that is known, from the first known one among them. */
function windowed(points: readonly SeriesPoint[], window: number): SeriesPoint[] {
  const recent = points.slice(0, points.findLastIndex(isKnown) + 1).slice(-window);
  return recent.slice(Math.max(0, recent.findIndex(isKnown)));
}

/** Puts missing values on the straight line between the known ones around them; the first and the last are known. */
function filledIn(values: readonly (number | null)[]): number[] {
  const known = values.flatMap((value, place) => (value === null ? [] : [{ place, value }]));
  let next = 0;
  return values.map((value, place) => {
    while ((known[next]?.place ?? place) < place) next++;
    const [before, after] = [known[next - 1], known[next]];
    if (value !== null || before === undefined || after === undefined) return value ?? 0;
    const share = (place - before.place) / (after.place - before.place);
    return before.value + share * (after.value - before.value);
  });
}
