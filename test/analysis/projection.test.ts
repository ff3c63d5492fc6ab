import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Projection, type ProjectionOptions, project } from "../../src/analysis/projection.ts";
import type { SeriesPoint } from "../../src/analysis/series.ts";
import { slotsOf } from "./slots.ts";

type Limits = Pick<Projection, "point" | "lo80" | "hi80" | "lo95" | "hi95">;
type ReferenceCase = {
  readonly name: string;
  readonly values: readonly number[];
  readonly horizon: number;
  readonly unit: "count" | "percent";
  readonly annual: boolean;
  readonly expected: Limits & {
    readonly model: string;
    readonly centre: readonly number[];
    readonly sd: readonly number[];
    readonly df: number;
  };
};
const file = join(import.meta.dirname, "..", "fixtures", "projections", "reference.json");
const { cases }: { cases: readonly ReferenceCase[] } = JSON.parse(readFileSync(file, "utf8"));

const ahead6 = { horizon: 6, unit: "count" } as const;
const limitNames = ["lo95", "lo80", "point", "hi80", "hi95"] as const;

function projected(slots: readonly SeriesPoint[], options: ProjectionOptions = ahead6): Projection {
  const projection = project(slots, options);
  if (!projection.ok) throw new Error(projection.reason);
  return projection;
}

/** Three years and a half of a series with seasons and a little unrest; `i` months of it. */
const restless = (i: number): number => 100 + 20 * Math.sin(i / 2) + ((i * 37) % 11);
const months = (count: number): number[] => Array.from({ length: count }, (_, i) => restless(i));

function expectNear(actual: readonly number[], wanted: readonly number[]): void {
  expect(actual).toHaveLength(wanted.length);
  for (const [i, value] of actual.entries())
    expect(Math.abs(value - (wanted[i] ?? Number.NaN)) / Math.max(1, wanted[i] ?? 1)).toBeLessThan(1e-8);
}

describe.each(cases)("reference: $name", ({ values, horizon, unit, annual, expected }) => {
  const { scale, model, ...projection } = projected(slotsOf(values), { horizon, unit, annual });

  test("the same model leads, with the same means, deviations and degrees of freedom", () => {
    expect(model).toBe(expected.model);
    expectNear(scale.centre, expected.centre);
    expectNear([...scale.sd, scale.df], [...expected.sd, expected.df]);
  });

  test.each(limitNames)("%s, percentages within 100", (name) => {
    const highest = unit === "percent" ? 100 : 5 * Math.max(...values);
    expectNear(
      projection[name],
      expected[name].map((value) => Math.min(highest, value)),
    );
  });
});

describe("which months", () => {
  test("follow the last one; those without a final value at the end are left out", () => {
    const slots = [
      ...slotsOf(months(36)),
      { period: "2020-01", value: 900, provisional: true },
      { period: "2020-02", value: null },
    ];
    expect(projected(slots)).toEqual(projected(slotsOf(months(36))));
    expect(projected(slots).months).toEqual([
      "2020-01",
      "2020-02",
      "2020-03",
      "2020-04",
      "2020-05",
      "2020-06",
    ]);
  });

  test("missing and provisional ones in between lie on the line between their neighbours, and are named", () => {
    const slots = slotsOf(months(36)).map((point, i) =>
      i === 7 ? { ...point, provisional: true } : i === 20 || i === 21 ? { ...point, value: null } : point,
    );
    const filled = slotsOf(months(36)).map((point, i) => {
      const [a, b] = [restless(19), restless(22)];
      const value =
        i === 7
          ? (restless(6) + restless(8)) / 2
          : i === 20
            ? a + (b - a) / 3
            : i === 21
              ? a + ((b - a) * 2) / 3
              : point.value;
      return { ...point, value };
    });
    const projection = projected(slots);
    expect(projection.interpolated).toEqual(["2017-08", "2018-09", "2018-10"]);
    expect(projection.n).toBe(33);
    const twoYears = (all: SeriesPoint[]) => projected(all.slice(0, 30));
    expectNear(twoYears(slots).point, twoYears(filled).point);
  });

  test("a month that is not in the list is missing, and the order does not matter", () => {
    const all = slotsOf(months(40));
    const without = all.filter((_, i) => i !== 12);
    const asNull = all.map((point, i) => (i === 12 ? { ...point, value: null } : point));
    expect(projected(without.toReversed())).toEqual(projected(asNull));
  });

  test("only the last 60 count, or the window asked for; 36 for a year", () => {
    const all = months(80);
    const changed = (first: number) => all.map((value, i) => (i < first ? value / 2 : value));
    expect(projected(slotsOf(changed(20)))).toEqual(projected(slotsOf(all)));
    expect(projected(slotsOf(changed(21)))).not.toEqual(projected(slotsOf(all)));
    const short = { ...ahead6, window: 30 };
    expect(projected(slotsOf(changed(50)), short)).toEqual(projected(slotsOf(all), short));
    const year = { horizon: 12, unit: "count", annual: true } as const;
    expect(projected(slotsOf(changed(44)), year)).toEqual(projected(slotsOf(all), year));
    expect(projected(slotsOf(all), year).n).toBe(36);
  });
});

describe("too little", () => {
  test("eleven months with a value, however long ago the first", () => {
    expect(project(slotsOf(months(11)), ahead6)).toEqual({ ok: false, reason: "too-short", n: 11 });
    const gap = [...months(6), null, null, ...months(5)];
    expect(project(slotsOf(gap), ahead6)).toEqual({ ok: false, reason: "too-short", n: 11 });
    expect(project([], ahead6)).toEqual({ ok: false, reason: "too-short", n: 0 });
    expect(project(slotsOf([null, null]), ahead6)).toEqual({ ok: false, reason: "too-short", n: 0 });
  });

  test("fewer than six months that are not 0", () => {
    const zeros = (others: number) => slotsOf(Array.from({ length: 24 }, (_, i) => (i < others ? 2 : 0)));
    expect(project(zeros(5), ahead6)).toEqual({ ok: false, reason: "too-sparse", n: 24 });
    expect(project(zeros(6), ahead6).ok).toBe(true);
  });

  test("less than two years is indicative", () => {
    expect(projected(slotsOf(months(12))).indicative).toBe(true);
    expect(projected(slotsOf(months(23))).indicative).toBe(true);
    expect(projected(slotsOf(months(24))).indicative).toBe(false);
  });
});

describe("bounds", () => {
  test("nothing above five times the highest month, and the limits keep their order", () => {
    const wild = slotsOf([1, 40, 2, 1, 60, 1, 3, 90, 1, 2, 80, 100]);
    const { hi95 } = projected(wild);
    expect(Math.max(...hi95)).toBe(500);
  });

  test("a higher month before the window counts, a provisional one does not", () => {
    const wild = [1, 40, 2, 1, 60, 1, 3, 90, 1, 2, 80, 100];
    const highest = (slots: SeriesPoint[], options = { ...ahead6, window: 12 }) =>
      Math.max(...projected(slots, options).hi95);
    expect(highest(slotsOf([110, ...wild]))).toBe(550);
    const provisional = { period: "2018-01", value: 5000, provisional: true };
    expect(highest([...slotsOf(wild), provisional])).toBe(500);
  });

  test("a percentage stays within 100; what it was made of does not", () => {
    const { values } = cases.find(({ unit }) => unit === "percent") ?? { values: [] };
    const near100 = slotsOf(values);
    const { hi95, scale } = projected(near100, { horizon: 6, unit: "percent" });
    expect(Math.max(...hi95)).toBe(100);
    const { hi95: free } = projected(near100, { horizon: 6, unit: "other" });
    expect(Math.max(...free)).toBeGreaterThan(100);
    expect(scale).toEqual(projected(near100).scale);
  });

  test("a series that never changes is projected as it is", () => {
    for (const values of [7, 100].map((value) => slotsOf(Array<number>(40).fill(value)))) {
      const { point, lo95, hi95 } = projected(values, { horizon: 6, unit: "percent" });
      expectNear([...point, ...lo95, ...hi95], Array<number>(18).fill(values[0]?.value ?? 0));
    }
  });

  test("limits are in order and not below 0, whatever the series", () => {
    const anySeries = fc.array(fc.nat({ max: 30 }), { minLength: 12, maxLength: 26 });
    fc.assert(
      fc.property(anySeries, (values) => {
        const projection = project(slotsOf(values), ahead6);
        if (!projection.ok) return;
        for (const i of projection.months.keys()) {
          const limits = limitNames.map((name) => projection[name][i] ?? Number.NaN);
          expect(limits).toEqual(limits.toSorted((a, b) => a - b));
          expect(limits.every((limit) => limit >= 0 && limit <= 5 * Math.max(...values))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test("the same series gives the same bytes", () => {
  const slots = slotsOf(months(48));
  expect(JSON.stringify(project(slots, ahead6))).toBe(JSON.stringify(project(slots, ahead6)));
});

test("refuses negative and infinite values, periods that are no months, and horizons that are no number of months", () => {
  expect(() => project(slotsOf([...months(20), -1]), ahead6)).toThrow(RangeError);
  expect(() => project(slotsOf([...months(20), Number.POSITIVE_INFINITY]), ahead6)).toThrow(RangeError);
  expect(() => project([{ period: "2019-20-q3", value: 1 }, ...slotsOf([1])], ahead6)).toThrow(RangeError);
  expect(() => project([...slotsOf([1]), ...slotsOf([2])], ahead6)).toThrow(RangeError);
  expect(() => project(slotsOf(months(20)), { ...ahead6, horizon: 0 })).toThrow(RangeError);
  expect(() => project(slotsOf(months(20)), { ...ahead6, window: 12.5 })).toThrow(RangeError);
});
