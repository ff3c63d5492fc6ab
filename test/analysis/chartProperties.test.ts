import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { attributeChart } from "../../src/analysis/attributeChart.ts";
import { type AttributeKind, attributeKinds, hasDenominator } from "../../src/analysis/attributeLimits.ts";
import { type ChartOptions, controlChart } from "../../src/analysis/controlChart.ts";
import { xmrLimits } from "../../src/analysis/xmr.ts";
import { slotsOf } from "./slots.ts";

const neutral: ChartOptions = { improvementDirection: "neutral" };
const kinds = ["xmr", ...attributeKinds] as const;

/** Any of the charts, with bases where it has them. Values of 1 and more suit them all. */
const chartOf = (
  kind: AttributeKind | "xmr",
  values: readonly (number | null)[],
  bases: readonly number[],
) => {
  if (kind === "xmr") return controlChart(slotsOf(values), neutral);
  return attributeChart(kind, slotsOf(values), hasDenominator(kind) ? slotsOf(bases) : null, neutral);
};
const lines = ({ points }: { points: readonly { mean: unknown; ucl: unknown; lcl: unknown }[] }) =>
  points.map(({ mean, ucl, lcl }) => ({ mean, ucl, lcl }));

const value = fc.integer({ min: 1, max: 900 });
const series = fc.array(fc.option(value, { freq: 8 }), { minLength: 2, maxLength: 40 });
const base = fc.integer({ min: 900, max: 5000 });

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

describe("limits follow the data", () => {
  const bothLimits = (values: readonly (number | null)[], by: (value: number) => number) =>
    [xmrLimits(values), xmrLimits(values.map((v) => (v === null ? null : by(v))))] as const;

  test.each([
    ["shift", (v: number, k: number) => v + k],
    ["scale", (v: number, k: number) => v * k],
  ] as const)("xmr: a %s of the values is one of mean and limits", (_, move) => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 500 }), (values, k) => {
        const [before, after] = bothLimits(values, (v) => move(v, k));
        if (before === null || after === null) return before === after;
        return (["mean", "ucl", "lcl", "nearUcl", "nearLcl"] as const).every((line) =>
          near(after[line], move(before[line], k)),
        );
      }),
    );
  });

  test.each([
    ["shifted", (v: number, k: number) => v + k],
    ["scaled", (v: number, k: number) => v * k],
  ] as const)("xmr: %s values have the same flags", (_, move) => {
    const flags = (values: readonly (number | null)[]) =>
      chartOf("xmr", values, []).points.map(({ hits }) => hits);
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 500 }), (values, k) => {
        expect(flags(values.map((v) => (v === null ? null : move(v, k))))).toEqual(flags(values));
      }),
    );
  });

  test("t: days or hours give the same picture", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 30 }), (days) => {
        const inDays = chartOf("t", days, []).points;
        const hoursOf = days.map((d) => d * 24);
        const inHours = chartOf("t", hoursOf, []).points;
        return inDays.every((point, i) => {
          const hours = inHours[i];
          return (
            near((point.ucl ?? 0) * 24, hours?.ucl ?? 0) &&
            near((point.lcl ?? 0) * 24, hours?.lcl ?? 0) &&
            near((point.mean ?? 0) * 24, hours?.mean ?? 0)
          );
        });
      }),
    );
  });
});

describe("a gap breaks every window", () => {
  const ramp = Array.from({ length: 36 }, (_, i) => 100 + 20 * i);
  const step = Array.from({ length: 36 }, (_, i) => (i < 18 ? 200 : 600) + (i % 2) * 3);
  const bases = ramp.map(() => 2000);
  const windows = (kind: (typeof kinds)[number], values: readonly (number | null)[]) =>
    chartOf(kind, values, bases).points.filter((p) => p.hits.trend !== 0 || p.hits.run !== 0).length;

  test.each(kinds)("%s: no trend and no run where a month in seven is missing", (kind) => {
    expect(windows(kind, ramp)).toBeGreaterThan(6);
    expect(windows(kind, step)).toBeGreaterThan(6);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 2, max: 7 }), (offset, apart) => {
        const gapped = (values: readonly number[]) =>
          values.map((v, i) => (i % apart === offset % apart ? null : v));
        expect(windows(kind, gapped(ramp))).toBe(0);
        expect(windows(kind, gapped(step))).toBe(0);
      }),
    );
  });

  test.each(kinds)("%s: two in three needs three months that follow each other", (kind) => {
    fc.assert(
      fc.property(series, base, (values, n) => {
        const { points } = chartOf(
          kind,
          values,
          values.map(() => n),
        );
        const there = (i: number) => (points[i]?.value ?? null) !== null;
        const inThree = (i: number) =>
          [i - 2, i - 1, i].some((from) => there(from) && there(from + 1) && there(from + 2));
        return points.every((point, i) => point.hits.twoInThree === 0 || inThree(i));
      }),
    );
  });
});

test.each(["p", "pp", "u", "up"] as const)("%s: equal denominators give constant limits", (kind) => {
  fc.assert(
    fc.property(series, base, (values, n) => {
      const chart = chartOf(
        kind,
        values,
        values.map(() => n),
      );
      return new Set(lines(chart).map((line) => JSON.stringify(line))).size === 1;
    }),
  );
});

test.each(["p", "u"] as const)("%s: a larger denominator has narrower limits", (kind) => {
  fc.assert(
    fc.property(fc.array(fc.tuple(value, base), { minLength: 2, maxLength: 30 }), (months) => {
      const { points } = chartOf(
        kind,
        months.map(([count]) => count),
        months.map(([, n]) => n),
      );
      const sorted = [...months.keys()].sort((a, b) => (months[a]?.[1] ?? 0) - (months[b]?.[1] ?? 0));
      const upper = sorted.map((i) => points[i]?.ucl ?? Number.NaN);
      return upper.every((ucl, i) => i === 0 || ucl <= (upper[i - 1] ?? Number.NaN));
    }),
  );
});

describe.each(kinds)("%s", (kind) => {
  const months = fc.array(fc.tuple(fc.option(value, { freq: 8 }), base), { maxLength: 40 });

  test("equal input gives equal output, and the input is left as it was", () => {
    fc.assert(
      fc.property(months, (given) => {
        const values = Object.freeze(given.map(([count]) => count));
        const bases = Object.freeze(given.map(([, n]) => n));
        const before = JSON.stringify([values, bases]);
        expect(chartOf(kind, [...values], [...bases])).toEqual(chartOf(kind, values, bases));
        expect(JSON.stringify([values, bases])).toBe(before);
      }),
    );
  });

  test("the limits enclose the centre line wherever there are limits", () => {
    fc.assert(
      fc.property(months, (given) => {
        const { points } = chartOf(
          kind,
          given.map(([count]) => count),
          given.map(([, n]) => n),
        );
        return points.every(
          ({ mean, ucl, lcl }) =>
            mean === null || ucl === null || lcl === null || (lcl <= mean && mean <= ucl),
        );
      }),
    );
  });
});
