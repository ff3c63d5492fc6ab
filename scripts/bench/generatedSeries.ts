import { normal, type Random, seededRandom } from "../reconstruct/random.ts";
import type { MonthlySeries } from "./rollingOrigin.ts";

/** Expected number in month `i`, of a series with its own level and habits. */
type Expected = (random: Random, months: number) => (i: number) => number;

const between = (random: Random, low: number, high: number): number => low + (high - low) * random();
/** Levels from 15 to 900 a month, small ones as often as large ones. */
const anyLevel = (random: Random): number => Math.exp(between(random, Math.log(15), Math.log(900)));

/** A year's shape: a wave with a peak in any month, and something of its own for each month. */
function yearShape(random: Random): (i: number) => number {
  const [height, peak] = [between(random, 0.08, 0.3), between(random, 0, 12)];
  const own = Array.from({ length: 12 }, () => 0.05 * normal(random));
  return (i) => Math.exp(height * Math.cos((2 * Math.PI * (i - peak)) / 12) + (own[i % 12] ?? 0));
}

/** A level that wanders by a share `step` a month. */
function wandering(random: Random, months: number, step: number): (i: number) => number {
  let log = 0;
  const levels = Array.from({ length: months }, () => {
    log += step * normal(random);
    return Math.exp(log);
  });
  return (i) => levels[i] ?? 1;
}

const kinds: Readonly<Record<string, Expected>> = {
  seasonal: (random, months) => {
    const [level, shape, drift] = [anyLevel(random), yearShape(random), wandering(random, months, 0.015)];
    return (i) => level * shape(i) * drift(i);
  },
  trending: (random, months) => {
    const [level, yearly] = [anyLevel(random), between(random, 0.05, 0.15)];
    const [sign, drift] = [random() < 0.5 ? -1 : 1, wandering(random, months, 0.01)];
    return (i) => level * Math.exp((sign * yearly * i) / 12) * drift(i);
  },
  "trending and seasonal": (random, months) => {
    const [level, yearly] = [anyLevel(random), between(random, -0.1, 0.1)];
    const [shape, drift] = [yearShape(random), wandering(random, months, 0.01)];
    return (i) => level * shape(i) * Math.exp((yearly * i) / 12) * drift(i);
  },
  "level shifts": (random, months) => {
    const [level, sizes] = [anyLevel(random), [0, 0].map(() => between(random, -0.35, 0.35))];
    const places = sizes.map(() => Math.floor(between(random, 0, months)));
    return (i) =>
      level * Math.exp(sizes.reduce((all, size, k) => all + (i >= (places[k] ?? 0) ? size : 0), 0));
  },
  "low counts": (random, months) => {
    const [level, drift] = [between(random, 1.5, 8), wandering(random, months, 0.03)];
    return (i) => level * drift(i);
  },
  wandering: (random, months) => {
    const [level, drift] = [anyLevel(random), wandering(random, months, 0.05)];
    return (i) => level * drift(i);
  },
};

/** Beyond Poisson noise, recorded crime varies by some percent more from month to month. */
const moreNoise = 0.05;

/** `each` series of counts of every kind, whose structure is known because they were made here; the same ones every time. */
export function generatedSeries(each: number, months: number): MonthlySeries[] {
  return Object.entries(kinds).flatMap(([kind, expected]) =>
    Array.from({ length: each }, (_, number) => {
      const name = `${kind} ${number + 1}`;
      const random = seededRandom(name);
      const at = expected(random, months);
      const values = Array.from({ length: months }, (_, i) =>
        poisson(random, at(i) * Math.exp(moreNoise * normal(random))),
      );
      return { name, values };
    }),
  );
}

/** Number of events in a month that expects `mean` of them: waiting times are added until the month is full. */
function poisson(random: Random, mean: number): number {
  let events = -1;
  for (let waited = 0; waited < mean; events += 1) waited -= Math.log(1 - random());
  return Math.max(0, events);
}
