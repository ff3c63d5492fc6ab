import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { attributeChart } from "../../src/analysis/attributeChart.ts";
import type { AttributeKind } from "../../src/analysis/attributeLimits.ts";
import type { ChartOptions } from "../../src/analysis/controlChart.ts";
import { slotsOf } from "./slots.ts";

const neutral: ChartOptions = { improvementDirection: "neutral" };
const chartOf = (
  kind: AttributeKind,
  counts: readonly (number | null)[],
  denominators: readonly (number | null)[] | null = null,
  options: Partial<ChartOptions> = {},
) =>
  attributeChart(kind, slotsOf(counts), denominators === null ? null : slotsOf(denominators), {
    ...neutral,
    ...options,
  });

type ReferenceCase = {
  readonly id: string;
  readonly chart: AttributeKind;
  readonly input: { readonly count: readonly number[]; readonly denominator: readonly number[] };
  readonly expected: { readonly [column in "y" | "cl" | "ucl" | "lcl"]: readonly number[] } & {
    readonly sigmaSignal: readonly boolean[];
  };
};
const file = join(import.meta.dirname, "..", "fixtures", "spc", "other-charts.json");
const { otherCharts }: { otherCharts: readonly ReferenceCase[] } = JSON.parse(readFileSync(file, "utf8"));

test("there is a p and a p' chart from qicharts2", () => {
  expect(otherCharts.map(({ chart }) => chart)).toEqual(["p", "pp"]);
});

describe.each(otherCharts)("reference case $id", ({ chart: kind, input, expected }) => {
  const { points } = chartOf(kind, input.count, input.denominator);

  test.each([
    ["value", "y"],
    ["mean", "cl"],
    ["ucl", "ucl"],
    ["lcl", "lcl"],
  ] as const)("%s to nine digits", (ours, theirs) => {
    expect(points).toHaveLength(expected[theirs].length);
    points.forEach((point, i) => {
      const want = expected[theirs][i] ?? Number.NaN;
      expect(Math.abs((point[ours] ?? Number.NaN) - want)).toBeLessThanOrEqual(1e-9 * Math.abs(want));
    });
  });

  test("which points are outside the limits", () => {
    expect(points.map((point) => point.outsideLimits)).toEqual(expected.sigmaSignal);
  });

  test("counts and bases are kept", () => {
    expect(points.map((point) => point.count)).toEqual(input.count);
    expect(points.map((point) => point.denominator)).toEqual(input.denominator);
  });
});

const limits = (chart: ReturnType<typeof chartOf>, i = 0) => {
  const { mean, ucl, lcl } = chart.points[i] ?? {};
  return { mean, ucl, lcl };
};
const closeTo = ({ mean, ucl, lcl }: { mean: number; ucl: number; lcl: number }) => ({
  mean: expect.closeTo(mean, 10),
  ucl: expect.closeTo(ucl, 10),
  lcl: expect.closeTo(lcl, 10),
});

describe("qicharts2's formulas, by hand", () => {
  test("p: 60 of 100 and 240 of 400 is 0.6, with a deviation of sqrt(0.24) over the root of the base", () => {
    const chart = chartOf("p", [60, 240], [100, 400]);
    const sigma = Math.sqrt(0.24);
    expect(limits(chart)).toEqual(closeTo({ mean: 0.6, ucl: 0.6 + 0.3 * sigma, lcl: 0.6 - 0.3 * sigma }));
    expect(limits(chart, 1)).toEqual(
      closeTo({ mean: 0.6, ucl: 0.6 + 0.15 * sigma, lcl: 0.6 - 0.15 * sigma }),
    );
  });

  test("p: limits are cut to 0 and 1", () => {
    expect(limits(chartOf("p", [1, 0], [10, 10]))).toMatchObject({ lcl: 0 });
    expect(limits(chartOf("p", [9, 10], [10, 10]))).toMatchObject({ ucl: 1 });
  });

  test("u: 4 in 100 and 16 in 400 is 0.04, with a deviation of 0.2 over the root of the base; the lower limit is cut at 0", () => {
    const chart = chartOf("u", [4, 16], [100, 400]);
    expect(limits(chart)).toEqual(closeTo({ mean: 0.04, ucl: 0.1, lcl: 0 }));
    expect(limits(chart, 1)).toEqual(closeTo({ mean: 0.04, ucl: 0.07, lcl: 0.01 }));
  });

  test("u': 2, 6 and 4 in 100 lie -1, 1 and 0 deviations out, so their mean moving range is 1.5", () => {
    const chart = chartOf("up", [2, 6, 4], [100, 100, 100]);
    expect(chart.segments[0]?.sigmaZ).toBeCloseTo(1.5 / 1.128, 12);
    expect(limits(chart)).toEqual(closeTo({ mean: 0.04, ucl: 0.04 + (0.06 * 1.5) / 1.128, lcl: 0 }));
  });

  test("p': 50 and 90 of 100 lie 0.4 apart, in deviations of sqrt(0.21) / 10", () => {
    const range = 4 / Math.sqrt(0.21);
    const chart = chartOf("pp", [50, 90], [100, 100]);
    expect(chart.segments[0]?.sigmaZ).toBeCloseTo(range / 1.128, 12);
    expect(limits(chart)).toEqual(closeTo({ mean: 0.7, ucl: 1, lcl: 0 }));
  });

  test("c: the mean and three of its roots", () => {
    expect(limits(chartOf("c", [16, 14, 18]))).toEqual({ mean: 16, ucl: 28, lcl: 4 });
    expect(limits(chartOf("c", [4, 9, 5]))).toEqual(closeTo({ mean: 6, ucl: 6 + 3 * Math.sqrt(6), lcl: 0 }));
  });

  test("g: limits from the mean, 4 + 3 sqrt(4 x 5), and the median in the middle", () => {
    expect(limits(chartOf("g", [3, 0, 9]))).toEqual(closeTo({ mean: 3, ucl: 4 + 3 * Math.sqrt(20), lcl: 0 }));
    expect(limits(chartOf("g", [7, 1, 5, 3]))).toMatchObject({ mean: 4 });
  });

  test("t: an XmR chart of the values to the power of 1/3.6, transformed back", () => {
    const back = (transformed: number) => transformed ** 3.6;
    const high = limits(chartOf("t", [10, 11, 12].map(back)));
    expect(high.mean).toBeCloseTo(back(11), 8);
    expect(high.ucl).toBeCloseTo(back(11 + 3 / 1.128), 8);
    expect(high.lcl).toBeCloseTo(back(11 - 3 / 1.128), 8);
    expect(limits(chartOf("t", [1, 2, 3].map(back)))).toMatchObject({ lcl: 0 });
  });

  test("near limits lie two deviations out: a mean of 16 has them at 8 and 24", () => {
    const close = chartOf("c", [25, 24, 8, 7, 16]).points.map((point) => point.closeToLimits);
    expect(close).toEqual([true, false, false, true, false]);
  });

  test("screening leaves an outlying range out of u', and can be turned off", () => {
    // Counts move by 2 eleven times and once by 34; 100 of 1,300 is the rate, so a count has a deviation of sqrt(100 / 13).
    const counts = [...Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 4 : 6)), 40];
    const bases = counts.map(() => 100);
    const deviation = Math.sqrt(100 / 13);
    const sigmaZ = (screenOutliers: boolean) =>
      chartOf("up", counts, bases, { screenOutliers }).segments[0]?.sigmaZ;
    expect(sigmaZ(true)).toBeCloseTo(2 / deviation / 1.128, 12);
    expect(sigmaZ(false)).toBeCloseTo(56 / 12 / deviation / 1.128, 12);
  });
});

describe("too little to go on", () => {
  test.each(["p", "pp", "u", "up"] as const)("%s: one value has a mean and no limits", (kind) => {
    expect(chartOf(kind, [5], [10]).points[0]).toMatchObject({
      mean: 0.5,
      ucl: null,
      lcl: null,
      relativeToMean: 0,
      outsideLimits: null,
      closeToLimits: null,
      specialCauseType: "Common Cause",
    });
  });

  test.each(["c", "g", "t"] as const)("%s: one value, none, and no slot", (kind) => {
    expect(chartOf(kind, [5]).points[0]).toMatchObject({ mean: expect.closeTo(5, 10), ucl: null });
    expect(chartOf(kind, [null]).points[0]).toMatchObject({ mean: null, ucl: null, relativeToMean: null });
    expect(chartOf(kind, []).points).toEqual([]);
  });

  test("p' and u' need two neighbours, p and u do not", () => {
    const bases = [10, 10, 10];
    expect(chartOf("p", [5, null, 4], bases).points[0]?.ucl).not.toBeNull();
    expect(chartOf("u", [5, null, 4], bases).points[0]?.ucl).not.toBeNull();
    expect(chartOf("pp", [5, null, 4], bases).points[0]).toMatchObject({ mean: 0.45, ucl: null });
    expect(chartOf("up", [5, null, 4], bases).points[0]).toMatchObject({ mean: 0.45, ucl: null });
  });

  test("a share that never changes, 0 and 1 among them, has limits on its mean in p' and no flags", () => {
    for (const share of [0, 5, 10]) {
      const { points } = chartOf("pp", [share, share, share, share], [10, 10, 10, 10]);
      expect(points[0]).toMatchObject({ mean: share / 10, ucl: share / 10, lcl: share / 10 });
      expect(points.some((point) => point.specialCauseFlag)).toBe(false);
    }
  });

  test("a month without a base, or with nothing to count, has no value and no limits", () => {
    const { points } = chartOf("p", [5, 0, 6, 4, 5], [10, 0, null, 10, 10]);
    expect(points[1]).toMatchObject({ value: null, ucl: null, mean: expect.closeTo(14 / 30, 12) });
    expect(points[2]).toMatchObject({ value: null, ucl: null, count: 6 });
  });

  test("a month whose count is missing keeps the limits of its base", () => {
    expect(chartOf("p", [60, null, 60], [100, 400, 100]).points[1]).toMatchObject({
      value: null,
      ucl: expect.closeTo(0.6 + 0.15 * Math.sqrt(0.24), 12),
      outsideLimits: null,
    });
  });
});

describe("the same as in every control chart", () => {
  const level = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 49 : 51));
  const bases = (counts: readonly unknown[]) => counts.map(() => 100);

  test("a rebase starts a segment with its own centre, group and baseline", () => {
    const counts = [...level, ...level.map((count) => count + 30)];
    const { points, segments } = chartOf("p", counts, bases(counts), { rebase: ["2018-01"] });
    expect(points.map((point) => point.rebaseGroup).lastIndexOf(0)).toBe(11);
    expect(points[11]?.mean).toBeCloseTo(0.5, 12);
    expect(points[12]?.mean).toBeCloseTo(0.8, 12);
    expect(segments[1]?.baseline).toEqual({ from: "2018-01", to: "2018-12", n: 12 });
  });

  test("limits can be fixed on the first twelve", () => {
    const counts = [...level, 90, 90];
    const { points } = chartOf("p", counts, bases(counts), { fixAfterNPoints: 12 });
    expect(points[13]).toMatchObject({ mean: 0.5, specialCauseType: "Above UCL" });
    expect(points[13]?.ucl).toBeCloseTo(0.65, 12);
  });

  test("a provisional month is shown, and left out of centre, spread and rules", () => {
    const slots = slotsOf([...level, 99]).map((slot, i) => ({ ...slot, provisional: i === 12 }));
    const denominators = slotsOf(bases(slots));
    const { points, variationType, segments } = attributeChart("pp", slots, denominators, neutral);
    expect(points[12]).toMatchObject({
      value: 0.99,
      provisional: true,
      mean: 0.5,
      outsideLimits: null,
      specialCauseFlag: false,
    });
    expect(segments[0]?.baseline.n).toBe(12);
    expect(variationType).toBe("common_cause");
  });

  test("direction, rule profile and names of special causes", () => {
    const counts = [...level, 90];
    const { points, variationType } = chartOf("p", counts, bases(counts), {
      improvementDirection: "increase",
    });
    expect(points.at(-1)?.specialCauseType).toBe("Above UCL");
    expect(variationType).toBe("special_cause_improvement");
    const eight = { runLength: 8, trendLength: 7, rules: ["run"] } as const;
    const run = [...level, ...Array.from({ length: 8 }, () => 53)];
    expect(chartOf("p", run, bases(run), { ruleProfile: eight }).points.at(-1)?.specialCauseType).toBe(
      "8 Points Above CL",
    );
    expect(chartOf("p", counts, bases(counts), { ruleProfile: eight }).points.at(-1)?.specialCauseType).toBe(
      "Common Cause",
    );
  });

  test("a target is held against the limits of the last month: a larger base makes them narrower", () => {
    const counts = [...level, 500];
    const assurance = (lastBase: readonly number[]) =>
      chartOf("p", counts.slice(0, 11 + lastBase.length), [...bases(level).slice(1), ...lastBase], {
        improvementDirection: "increase",
        target: 0.6,
      }).assuranceType;
    expect(assurance([100])).toBe("inconsistent");
    expect(assurance([100, 1000])).toBe("consistent_fail");
  });

  test("a target is not held against a month that may still change", () => {
    const slots = slotsOf([...level, 500]).map((slot, i) => ({ ...slot, provisional: i === 12 }));
    const options = { improvementDirection: "increase", target: 0.6 } as const;
    const bases = slotsOf([...level.map(() => 100), 1000]);
    expect(attributeChart("p", slots, bases, options).assuranceType).toBe("inconsistent");
  });

  test("a g chart tells sides by its median, limits by its mean", () => {
    const { points } = chartOf("g", [3, 0, 9, 90, 1, 2, 3]);
    expect(points[0]).toMatchObject({ mean: 3, relativeToMean: 0 });
    expect(points[3]?.ucl).toBeCloseTo(108 / 7 + 3 * Math.sqrt((108 / 7) * (115 / 7)), 10);
    expect(points[3]?.specialCauseType).toBe("Above UCL");
  });
});

describe("refused", () => {
  test.each([
    ["p", [1], null, "a p chart needs denominators"],
    ["c", [1], [1], "a c chart has no denominators"],
    ["u", [-1], [1], "a negative number at 2017-01: -1 of 1"],
    ["u", [1], [-1], "a negative number at 2017-01: 1 of -1"],
    ["p", [1, 12], [10, 10], "more counted than there were at 2017-02: 12 of 10"],
    ["u", [1], [0], "a count without a base at 2017-01: 1 of 0"],
    ["t", [4, 0], null, "a time between events must be more than 0 at 2017-02"],
    ["c", [Number.NaN], null, "not a number at 2017-01"],
    ["u", [1], [Number.POSITIVE_INFINITY], "not a number at 2017-01"],
  ] as const)("%s of %j over %j", (kind, counts, denominators, message) => {
    expect(() => chartOf(kind, counts, denominators)).toThrow(message);
  });

  test("periods in disorder", () => {
    expect(() => attributeChart("c", slotsOf([1, 2]).reverse(), null, neutral)).toThrow(
      "2017-01 must come after 2017-02",
    );
  });

  test("but more events than people are no mistake in a rate", () => {
    expect(chartOf("u", [12, 8], [10, 10]).points[0]).toMatchObject({ value: 1.2, mean: 1 });
  });
});
