import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { type ChartOptions, type ControlPoint, controlChart } from "../../src/analysis/controlChart.ts";
import { slotsOf } from "./slots.ts";

/** What the reference gives for each point, in arrays, and for the whole chart. */
type Expected = {
  readonly [column in ColumnName]: readonly (number | boolean | string | null)[];
} & { readonly variationType: string; readonly assuranceType: string | null };
type ReferenceCase = {
  readonly id: string;
  readonly input: { readonly months: readonly string[]; readonly values: readonly (number | null)[] };
  readonly options: ChartOptions;
  readonly expected: Expected;
};

const limitColumns = ["mean", "ucl", "lcl"] as const;
const otherColumns = [
  "rebaseGroup",
  "relativeToMean",
  "outsideLimits",
  "closeToLimits",
  "specialCauseType",
  "specialCauseFlag",
  "pointType",
  "shortGroupWarning",
] as const;
type ColumnName = (typeof limitColumns)[number] | (typeof otherColumns)[number];

const file = join(import.meta.dirname, "..", "fixtures", "spc", "xmr-cases.json");
const { xmrCases }: { xmrCases: readonly ReferenceCase[] } = JSON.parse(readFileSync(file, "utf8"));

const column = (points: readonly ControlPoint[], name: ColumnName) => points.map((point) => point[name]);

describe.each(xmrCases)("reference case $id", ({ input, options, expected }) => {
  const slots = input.months.map((period, i) => ({ period, value: input.values[i] ?? null }));
  const chart = controlChart(slots, options);

  test.each(limitColumns)("%s to nine digits", (name) => {
    const wanted = expected[name];
    expect(chart.points).toHaveLength(wanted.length);
    chart.points.forEach((point, i) => {
      const want = Number(wanted[i]);
      expect(Math.abs((point[name] ?? Number.NaN) - want)).toBeLessThanOrEqual(1e-9 * Math.abs(want));
    });
  });

  test.each(otherColumns)("%s", (name) => {
    expect(column(chart.points, name)).toEqual(expected[name]);
  });

  test("variation and assurance", () => {
    expect(chart.variationType).toBe(expected.variationType);
    expect(chart.assuranceType).toBe(expected.assuranceType);
  });
});

test("there are ten reference cases", () => {
  expect(xmrCases).toHaveLength(10);
});

const neutral: ChartOptions = { improvementDirection: "neutral" };
const types = (values: readonly (number | null)[], options: Partial<ChartOptions> = {}) =>
  controlChart(slotsOf(values), { ...neutral, ...options }).points.map((point) => point.specialCauseType);

/** Twelve months between 49 and 51, mean 50: what the others are measured against. */
const level = [49, 51, 49, 51, 49, 51, 49, 51, 49, 51, 49, 51];

describe("short series", () => {
  test("one value: no limits, nothing to judge but that it is its own mean", () => {
    expect(controlChart(slotsOf([5]), neutral).points[0]).toMatchObject({
      mean: 5,
      ucl: null,
      lcl: null,
      outsideLimits: null,
      closeToLimits: null,
      relativeToMean: 0,
      specialCauseType: "Common Cause",
      pointType: "common_cause",
    });
  });

  test("no value: nothing at all; no slot: an empty chart", () => {
    const [point] = controlChart(slotsOf([null]), neutral).points;
    expect(point).toMatchObject({ mean: null, relativeToMean: null, specialCauseFlag: false });
    expect(controlChart([], neutral)).toEqual({
      points: [],
      segments: [],
      variationType: null,
      assuranceType: null,
    });
  });

  test("two values that are not neighbours have a mean, and no limits", () => {
    const [first] = controlChart(slotsOf([5, null, 9]), neutral).points;
    expect(first).toMatchObject({ mean: 7, ucl: null, outsideLimits: null, relativeToMean: -1 });
  });
});

describe("zeros are data, and noise is not", () => {
  test("a zero counts in mean and moving range, a missing month does not", () => {
    const zero = controlChart(slotsOf([6, 0, 6, 0]), neutral).segments[0];
    expect(zero).toMatchObject({ mean: 3, baseline: { n: 4 }, limits: { meanMovingRange: 6 } });
    const missing = controlChart(slotsOf([6, null, 6, 0]), neutral).segments[0];
    expect(missing).toMatchObject({ mean: 4, baseline: { n: 3 }, limits: { meanMovingRange: 6 } });
  });

  test("a constant series of tenths is on its mean everywhere, though tenths are not exact", () => {
    const points = controlChart(slotsOf(Array.from({ length: 30 }, () => 0.1)), neutral).points;
    expect(new Set(points.map((point) => point.relativeToMean))).toEqual(new Set([0]));
    expect(points.some((point) => point.specialCauseFlag)).toBe(false);
  });
});

describe("provisional months", () => {
  const values = [...level, 49, 51, 400];
  const slots = slotsOf(values).map((slot, i) => ({ ...slot, provisional: i === 14 }));
  const { points, segments, variationType } = controlChart(slots, neutral);

  test("keep their value and are left out of mean, moving range and rules", () => {
    expect(points[14]).toMatchObject({
      value: 400,
      provisional: true,
      mean: 50,
      relativeToMean: null,
      outsideLimits: null,
      specialCauseType: "Common Cause",
    });
    expect(segments[0]).toMatchObject({ baseline: { n: 14 }, limits: { meanMovingRange: 2 } });
  });

  test("do not decide the variation: the month before does", () => {
    const outside = slotsOf([...level, 51, 400, 49]).map((slot, i) => ({ ...slot, provisional: i === 14 }));
    expect(controlChart(outside, neutral).variationType).toBe("special_cause_neutral_high");
    expect(variationType).toBe("common_cause");
  });

  test("break a run as a missing month does", () => {
    const seven = slotsOf([...level, ...[52, 53, 52, 53, 52, 53, 52]]);
    const broken = seven.map((slot, i) => ({ ...slot, provisional: i === 15 }));
    expect(controlChart(seven, neutral).points.at(-1)?.specialCauseFlag).toBe(true);
    expect(controlChart(broken, neutral).points.at(-1)?.specialCauseFlag).toBe(false);
  });
});

describe("segments", () => {
  test("a run does not reach across a rebase", () => {
    const values = [...level, ...[52, 53, 52, 53], ...[52, 53, 52, 51, 52, 53, 52]];
    expect(types(values).slice(12, 19)).toEqual(Array.from({ length: 7 }, () => "7 Points Above CL"));
    expect(types(values, { rebase: ["2018-05"] }).slice(12, 16)).not.toContain("7 Points Above CL");
  });

  test("a rebase at the first month begins with group 1, as in the package; one outside is ignored", () => {
    const groups = (rebase: string[]) =>
      controlChart(slotsOf(level), { ...neutral, rebase }).points.map((point) => point.rebaseGroup);
    expect(new Set(groups(["2017-01"]))).toEqual(new Set([1]));
    expect(new Set(groups(["2016-12", "2018-01"]))).toEqual(new Set([0]));
    expect(groups(["2017-05", "2017-05", "2017-03"])).toEqual([0, 0, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2]);
  });

  test("limits fixed after 12 points do not see the later ones, whose rules still do", () => {
    const points = controlChart(slotsOf([...level, 90, 90, 90]), { ...neutral, fixAfterNPoints: 12 }).points;
    expect(points.at(-1)).toMatchObject({ mean: 50, ucl: 50 + 2.66 * 2, specialCauseType: "Above UCL" });
  });

  test("limits cannot be fixed on fewer than 12, nor periods stand in disorder, nor values be no numbers", () => {
    expect(() => controlChart(slotsOf(level), { ...neutral, fixAfterNPoints: 11 })).toThrow("got 11");
    expect(() => controlChart(slotsOf(level).reverse(), neutral)).toThrow("2017-11 must come after 2017-12");
    expect(() => controlChart(slotsOf([1, Number.NaN]), neutral)).toThrow("not a number at 2017-02: NaN");
  });
});

describe("assurance", () => {
  const assurance = (target: number | null, improvementDirection: ChartOptions["improvementDirection"]) =>
    controlChart(slotsOf(level), { improvementDirection, target }).assuranceType;

  test.each([
    [60, "increase", "consistent_fail"],
    [60, "decrease", "consistent_pass"],
    [40, "increase", "consistent_pass"],
    [40, "decrease", "consistent_fail"],
    [50, "increase", "inconsistent"],
    [55.32, "increase", "inconsistent"],
    [44.68, "increase", "inconsistent"],
    [60, "neutral", null],
    [null, "increase", null],
  ] as const)("target %p with %s better: %s", (target, direction, wanted) => {
    expect(assurance(target, direction)).toBe(wanted);
  });

  test("is that of the last segment, and inconsistent while it has no limits", () => {
    const slots = slotsOf([...level, 80]);
    const options = { improvementDirection: "increase", target: 60, rebase: ["2018-01"] } as const;
    expect(controlChart(slots, options).assuranceType).toBe("inconsistent");
  });
});
