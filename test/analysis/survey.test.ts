import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { compareSurveys, fisherExact, pooledZ, wilsonInterval } from "../../src/analysis/survey.ts";

const december = { from: "2019-12", to: "2019-12" };
const november = { from: "2019-11", to: "2019-11" };
const answers = (numerator: number, surveyed: number) => ({ numerator, surveyed });

const anyProportion = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }))
  .map(([surveyed, some]) => answers(some % (surveyed + 1), surveyed));

// Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3.
test.each([
  [81, 263, 25.53, 36.62],
  [15, 148, 6.24, 16.05],
  [0, 20, 0, 16.11],
  [1, 29, 0.61, 17.18],
])("Wilson's interval of %d in %d is %d to %d", (numerator, surveyed, lower, upper) => {
  const interval = wilsonInterval({ numerator, surveyed });
  expect(interval.lower).toBeCloseTo(lower, 1);
  expect(interval.upper).toBeCloseTo(upper, 1);
});

test("Wilson's interval holds its percentage and stays within 0 and 100", () => {
  fc.assert(
    fc.property(anyProportion, (proportion) => {
      const { lower, upper } = wilsonInterval(proportion);
      const percent = (100 * proportion.numerator) / proportion.surveyed;
      expect(lower >= 0 && upper <= 100).toBe(true);
      expect(lower <= percent + 1e-9 && percent - 1e-9 <= upper).toBe(true);
    }),
  );
});

describe("fisherExact", () => {
  // Fisher's tea tasting and the criminal twins, as R's fisher.test documents them.
  test("gives the published p values", () => {
    expect(fisherExact(answers(3, 4), answers(1, 4))).toBeCloseTo(0.4857143, 7);
    expect(fisherExact(answers(2, 17), answers(10, 13))).toBeCloseTo(0.0005367241, 9);
  });

  test("is a probability, the same either way round, and 1 for equal shares", () => {
    fc.assert(
      fc.property(anyProportion, anyProportion, (a, b) => {
        const p = fisherExact(a, b);
        expect(p > 0 && p <= 1).toBe(true);
        expect(Math.abs(p - fisherExact(b, a))).toBeLessThan(1e-9);
        expect(fisherExact(a, a)).toBeCloseTo(1, 9);
      }),
    );
  });
});

test("pooledZ divides the difference by the pooled standard error", () => {
  expect(pooledZ(answers(75, 100), answers(60, 100))).toBeCloseTo(0.15 / Math.sqrt(0.675 * 0.325 * 0.02), 12);
  expect(pooledZ(answers(0, 50), answers(0, 60))).toBe(0);
  expect(pooledZ(answers(60, 100), answers(75, 100))).toBeLessThan(0);
});

describe("compareSurveys", () => {
  const compare = (now: [number, number], before: [number, number]) =>
    compareSurveys({ ...december, ...answers(...now) }, { ...november, ...answers(...before) });

  test("75% after 76% of 250 is no significant change", () => {
    expect(compare([188, 250], [190, 250])).toMatchObject({ direction: "none", size: "in-line", test: "z" });
  });

  test("a difference beyond chance is significant, in points", () => {
    const change = compare([75, 100], [60, 100]);
    expect(change).toMatchObject({ direction: "increase", size: "significant", test: "z", percent: null });
    expect(change.difference).toBeCloseTo(15, 10);
    expect(change.interval.lower).toBeCloseTo(65.7, 1);
    expect(change.interval.upper).toBeCloseTo(82.5, 1);
  });

  test("with an expected cell below 5 the exact test decides", () => {
    expect(compare([2, 17], [10, 13])).toMatchObject({
      test: "z",
      size: "significant",
      direction: "decrease",
    });
    // By z, 2.07, the change would be significant; the exact test gives p = 0.09.
    expect(pooledZ(answers(11, 12), answers(9, 16))).toBeGreaterThan(1.96);
    expect(compare([11, 12], [9, 16])).toMatchObject({ test: "fisher", size: "in-line" });
    expect(compare([10, 10], [2, 10])).toMatchObject({ test: "fisher", size: "significant" });
    expect(compare([10, 10], [9, 9])).toMatchObject({ test: "fisher", size: "in-line" });
  });

  test("a rolling figure is not tested against last month's, but against the year before", () => {
    const rolling = { from: "2019-01", to: "2019-12", ...answers(86, 120) };
    const lastMonths = { from: "2018-12", to: "2019-11", ...answers(84, 118) };
    const lastYears = { from: "2018-01", to: "2018-12", ...answers(84, 118) };
    expect(() => compareSurveys(rolling, lastMonths)).toThrow(
      "2019-01/2019-12 and 2018-12/2019-11 share months",
    );
    expect(compareSurveys(rolling, lastYears).size).toBe("in-line");
  });

  test.each([
    [5, 0],
    [6, 5],
    [-1, 5],
    [1.5, 5],
  ])("%d of %d is no answer", (numerator, surveyed) => {
    expect(() => compare([numerator, surveyed], [5, 10])).toThrow("is not a number of respondents");
  });
});
