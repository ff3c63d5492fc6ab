import { normal, type Random } from "./random.ts";

/** A number for each period, in whatever whole unit the series is kept. */
export type Series = ReadonlyMap<string, number>;

/** What the periods from `from` to `to` (both included) must add up to. */
export type Total = { readonly from: string; readonly to: string; readonly total: number };

/** A series that is known in parts: the pattern it follows elsewhere, and the sums it must keep. */
export type Puzzle = {
  readonly periods: readonly string[];
  readonly known: Series;
  /** What an ordinary period would bring. */
  level(period: string): number;
  /** Standard deviation of the noise, as a share of the level. */
  readonly noise: number;
  /** The narrow ones before the wide ones: each settles the periods that are still free. */
  readonly totals?: readonly Total[];
};

/** The straight line through the given points, level before the first and after the last. */
export function path(
  points: Readonly<Record<string, number>>,
  periods: readonly string[],
): (period: string) => number {
  const marks = periods.flatMap((period, index) =>
    points[period] === undefined ? [] : [{ index, value: points[period] }],
  );
  return (period) => {
    const index = periods.indexOf(period);
    const before = marks.findLast((mark) => mark.index <= index) ?? marks[0];
    const after = marks.find((mark) => mark.index >= index) ?? marks.at(-1);
    if (before === undefined || after === undefined)
      throw new RangeError("a path needs a point within its periods");
    const share = after.index === before.index ? 0 : (index - before.index) / (after.index - before.index);
    return before.value + share * (after.value - before.value);
  };
}

/** One whole-numbered series that keeps what is known and every total. @throws RangeError when a total cannot be kept */
export function draw(
  { periods, known, level, noise, totals = [] }: Puzzle,
  random: Random,
): Map<string, number> {
  const raw = new Map(periods.map((p) => [p, known.get(p) ?? level(p) * Math.exp(noise * normal(random))]));
  const settled = new Map(known);
  for (const { from, to, total } of totals) {
    const inside = periods.filter((p) => p >= from && p <= to);
    const free = inside.filter((p) => !settled.has(p));
    const wanted = Math.round(total - sum(inside.map((p) => settled.get(p) ?? 0)));
    const parts = shareOut(
      wanted,
      free.map((p) => raw.get(p) ?? 0),
    );
    free.forEach((p, i) => {
      settled.set(p, parts[i] ?? 0);
    });
  }
  return new Map(periods.map((p) => [p, settled.get(p) ?? Math.round(raw.get(p) ?? 0)]));
}

/** Shares a whole number out in proportion to the weights, by largest remainders. @throws RangeError when it is below zero or nobody can take it */
export function shareOut(whole: number, weights: readonly number[]): number[] {
  const all = sum(weights);
  if (whole < 0 || (whole > 0 && all <= 0))
    throw new RangeError(`${whole} cannot be shared out among ${weights.length}`);
  const exact = weights.map((w) => (all === 0 ? 0 : (whole * w) / all));
  const floors = exact.map(Math.floor);
  const order = exact
    .map((x, i) => ({ i, rest: x - Math.floor(x) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  const up = new Set(order.slice(0, whole - sum(floors)).map(({ i }) => i));
  return floors.map((x, i) => x + (up.has(i) ? 1 : 0));
}

/** The first draw that is accepted. @throws RangeError when none of `tries` is */
export function firstThat<T>(what: string, make: () => T, accepts: (draw: T) => boolean, tries = 20_000): T {
  for (let i = 0; i < tries; i++) {
    const made = make();
    if (accepts(made)) return made;
  }
  throw new RangeError(`${what}: none of ${tries} draws meets every condition`);
}

/** A total that gives the average `mean` once that is rounded, a little off the round number as a real one would be. */
export const totalFor = (mean: number, periods: number, random: Random): number =>
  Math.round(periods * (mean + 0.6 * (random() - 0.5)));

/** The value of a period, 0 where the series has none. */
export const at = (series: Series, period: string): number => series.get(period) ?? 0;
/** The share, 0 to 1, that a part has in a period. */
export const shareIn = (part: Series, whole: Series, period: string): number =>
  at(part, period) / at(whole, period);
export const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
export const mean = (values: readonly number[]): number => sum(values) / values.length;
