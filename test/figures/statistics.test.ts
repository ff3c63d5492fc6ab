import { describe, expect, test } from "@jest/globals";
import { formatFigure } from "../../src/document/format.ts";
import type { Figure } from "../../src/figures/figure.ts";
import { isStatistic, statistics } from "../../src/figures/reference.ts";
import type { Register } from "../../src/figures/register.ts";
import { figureOf, measure, monthRows, registerOf } from "../support/register.ts";

/**
 * Twenty-four months to November 2019: twelve times 10, then 180 in twelve months, so the mean is 300 ÷ 24.
 * April to November 2019 are 15 to 19, then 15, 14 and 16: 130; a year before, eight times 10: 80.
 */
const values = [
  10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 15, 14, 16,
];

const thefts = measure("thefts", monthRows(values), [
  "rateBase: population",
  "targets:",
  "  - { kind: target, value: 12.5, label: Target }",
  "  - { kind: baseline, value: 14, label: Three years }",
  "annualProjection: { year: 2019/20, changePercent: -2.4 }",
  "rules: { increasingTrend: seedTrend, why: The printed tables have it. }",
]);

const register = await registerOf(...thefts);

const pick = ({ value, unit, signed, period, formula, status, reason }: Figure) => ({
  value,
  unit,
  signed,
  period,
  formula,
  status,
  reason,
});
const of = (text: string, from: Register = register): ReturnType<typeof pick> => pick(figureOf(from, text));

/** Each statistic of the series, worked out by hand. */
const byHand: Readonly<Record<string, number>> = {
  value: 16,
  previous: 14,
  yearAgo: 10,
  change: 2,
  changePercent: (100 * 2) / 14,
  yearChange: 6,
  yearChangePercent: 60,
  mean: 300 / 24,
  meanChange: 16 - 300 / 24,
  meanChangePercent: (100 * (16 - 300 / 24)) / (300 / 24),
  ytd: 15 + 16 + 17 + 18 + 19 + 15 + 14 + 16,
  ytdLastYear: 80,
  ytdChange: 130 - 80,
  ytdChangePercent: 62.5,
  rate: (1000 * 16) / 200_000,
  rolling12: 180,
  projectedChange: -2.4,
  target: 12.5,
  baseline: 14,
};

describe("a statistic of a monthly count", () => {
  test.each(Object.entries(byHand))("%s is %d", (statistic, expected) => {
    expect(figureOf(register, `thefts.${statistic}`).value).toBeCloseTo(expected, 9);
  });

  test("that is in no list is none", () => {
    expect(
      [...Object.keys(statistics), "constructor", "toString", ""].filter((word) => !isStatistic(word)),
    ).toEqual(["constructor", "toString", ""]);
  });

  test("says of which period it is, how it came about, and where from", () => {
    expect(of("thefts.previous")).toEqual({
      value: 14,
      unit: "count",
      signed: false,
      period: "2019-10",
      formula: "value of 2019-10",
      status: "published",
      reason: null,
    });
    expect(of("thefts.yearChange@2019-10")).toMatchObject({
      value: 4,
      signed: true,
      period: "2019-10",
      formula: "value of 2019-10 − value of 2018-10",
    });
    expect(of("thefts.ytd").formula).toBe("sum from 2019-04 to 2019-11");
    expect(of("thefts.rolling12").formula).toBe("twelve months from 2018-12 to 2019-11");
    expect(of("thefts.mean").formula).toBe("mean of 24 values from 2017-12 to 2019-11");
    expect(figureOf(register, "thefts.change").from).toEqual([
      expect.objectContaining({ file: "data/measures/thefts.csv", line: 25 }),
      expect.objectContaining({ file: "data/measures/thefts.csv", line: 24 }),
    ]);
  });

  test("of limits is mean ± 2.66 × the mean moving range, never below zero", () => {
    // Moving ranges of burglary: 4, 8, 4 over and over, 92 in all over 17.
    const spread = (2.66 * 92) / 17;
    expect(of("burglary.upper").value).toBeCloseTo(50 + spread, 9);
    expect(of("burglary.lower").value).toBeCloseTo(50 - spread, 9);
  });

  test("in letters", () => {
    const words = (name: string): string | null => figureOf(register, name).words;
    expect([
      words("burglary.exceptional"),
      words("burglary.north.exceptional"),
      words("burglary.exceptionalAreas"),
    ]).toEqual(["N", "Y", "N"]);
    expect([words("burglary.trend"), words("thefts.trend"), words("thefts.trend@2019-10")]).toEqual([
      "N",
      "Y",
      "N",
    ]);
    expect(words("burglary.exceptionalAreas@2019-10")).toBe("");
  });
});

test("an increasing trend is a rising trend or a run above the average, unless the measure says otherwise", async () => {
  const level = [20, 22, 20, 22, 20, 22, 20, 22, 20, 22, 20, 22, 20];
  const trendOf = async (latest: readonly number[]) =>
    figureOf(await registerOf(...measure("thefts", monthRows([...level, ...latest]))), "thefts.trend").words;
  expect(await trendOf([22, 23, 22, 23, 22, 23, 22])).toBe("Y");
  expect(await trendOf([22, 20, 22, 20, 22, 20, 25])).toBe("N");
});

test("a low outlier is said to be low", async () => {
  const low = [20, 21, 19, 20, 21, 19, 20, 21, 19, 20, 21, 19, 20, 5];
  const made = await registerOf(...measure("thefts", monthRows(low)));
  expect(figureOf(made, "thefts.exceptional").words).toBe("Y (low)");
});

describe("values with decimals round as decimals do, not as binary fractions", () => {
  const priced = (...values: number[]) =>
    registerOf(...measure("fines", monthRows(values), ["unit: pounds", "decimals: 2"]));
  const said = (from: Register, name: string): string => formatFigure(figureOf(from, `fines.${name}`));

  test("8.02 after 8 is 0.25% more, which rounds up", async () => {
    const made = await priced(8, 8.02);
    expect(8.02 - 8).not.toBe(0.02);
    expect(figureOf(made, "fines.change").value).toBe(0.02);
    expect(said(made, "changePercent")).toBe("+0.3%");
  });

  test("a mean of 10.15 is 10.15, however its values add up", async () => {
    const values = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 10.1 : 10.2));
    expect(values.reduce((a, b) => a + b, 0)).not.toBe(203);
    const made = await registerOf(...measure("fines", monthRows(values), ["unit: pounds", "decimals: 1"]));
    expect(said(made, "mean")).toBe("£10.2");
    expect(figureOf(made, "fines.rolling12").value).toBe(121.8);
  });

  test("so do sums, differences and shares of figures", async () => {
    const made = await registerOf(
      ...measure("fines", monthRows([8, 8.02]), ["unit: pounds", "decimals: 2"]),
      ...measure("costs", monthRows([0.1, 0.2]), ["unit: pounds", "decimals: 2"]),
    );
    expect(figureOf(made, "fines - fines.previous").value).toBe(0.02);
    expect(figureOf(made, "costs + costs.previous").value).toBe(0.3);
    expect(figureOf(made, "costs.previous / costs").ratio).toEqual({ numerator: 1000, denominator: 20 });
  });

  test("and percentages that are known as n of N", async () => {
    const rows = ["period,value,denominator", "2019-10,3,7", "2019-11,5,8"];
    const made = await registerOf(
      ...measure("seen", rows, ["unit: percent", "decimals: 1", "improvementDirection: increase"]),
    );
    const points = figureOf(made, "seen - seen.previous");
    expect(points).toMatchObject({ unit: "percentage points", ratio: { numerator: 1100, denominator: 56 } });
    expect(points.value).toBe(1100 / 56);
  });
});

describe("a percentage with its numerators", () => {
  test("is an exact ratio, and differs in percentage points", () => {
    expect(figureOf(register, "satisfaction")).toMatchObject({
      value: 75,
      ratio: { numerator: 3000, denominator: 40 },
      unit: "percent",
    });
    expect(of("satisfaction.change")).toMatchObject({ value: -2.5, unit: "percentage points", signed: true });
    expect([
      of("satisfaction.numerator").value,
      of("satisfaction.denominator").value,
      of("satisfaction.share").value,
    ]).toEqual([30, 40, 75]);
  });

  test("over twelve months is the sum of numerators over the sum of denominators", () => {
    // Four rounds of 29, 31 and 30 of 40.
    expect(figureOf(register, "satisfaction.rolling12")).toMatchObject({
      value: 75,
      ratio: { numerator: 36_000, denominator: 480 },
    });
  });

  test("keeps the decimals of its target", () => {
    expect(figureOf(register, "satisfaction.target")).toMatchObject({
      value: 72.5,
      decimals: 1,
      unit: "percent",
    });
  });
});

describe("a share", () => {
  const rows = [
    "period,category,value,denominator",
    "2019-11,,12,48",
    "2019-11,cars,9,",
    "2019-11,bicycles,3,",
  ];
  const categories = ["categories: [{ id: cars, title: Cars }, { id: bicycles, title: Bicycles }]"];

  test("is of the denominator, or of the total of the categories", async () => {
    const made = await registerOf(...measure("thefts", rows, categories));
    expect([
      of("thefts.share", made).value,
      of("thefts.cars.share", made).value,
      of("thefts.bicycles.share", made).value,
    ]).toEqual([25, 75, 25]);
  });

  test("of nothing is no figure", async () => {
    const none = rows.map((row) => row.replace("12,48", "0,0").replace(/,[93],$/, ",0,"));
    const made = await registerOf(...measure("thefts", none, categories));
    expect(
      [of("thefts.share", made), of("thefts.cars.share", made)].map(({ value, reason }) => [value, reason]),
    ).toEqual([
      [null, "the base is 0"],
      [null, "the base is 0"],
    ]);
  });
});

/** What is asked for, and why there is none. */
const without: readonly [string, string][] = [
  ["burglary.hilltop@2018-06", "nothing is published for 2018-06"],
  ["response-time@2019-01", "The recording system was replaced"],
  ["response-time.change@2019-02", "The recording system was replaced"],
  ["response-time.ytdLastYear", "2018-04 is not published"],
  ["burglary.ytdLastYear", "2018-04 is not published"],
  ["burglary.rolling12@2019-04", "2018-05 is not published"],
  ["satisfaction.mean", "no average is kept for this measure"],
  ["satisfaction.upper", "there are no limits for this measure"],
  ["satisfaction.exceptional", "there are no limits for this measure"],
  ["satisfaction.trend@2019-01", "there are no limits for this measure"],
  ["thefts.trend@2017-12", "a value is missing"],
  ["burglary.numerator", "the number behind the percentage is not published"],
  ["burglary.denominator", "no denominator is given"],
  ["burglary.share", "there is no total to take a share of"],
  ["burglary.projectedChange", "no projection was published"],
  ["burglary.target", "no target is set"],
  ["satisfaction.rate", "no base is given for a rate"],
];

describe("what cannot be computed", () => {
  test.each(without)("%s is nothing: %s", (name, reason) => {
    expect(figureOf(register, name)).toMatchObject({ value: null, words: null, status: "missing", reason });
  });

  test("has no percentage from zero", async () => {
    const made = await registerOf(...measure("thefts", monthRows([0, 3])));
    expect(of("thefts.changePercent", made)).toMatchObject({ value: null, reason: "n/a (from 0)" });
    expect(of("thefts.change", made)).toMatchObject({ value: 3 });
  });

  test("keeps a suppressed value apart from a missing one", async () => {
    const made = await registerOf(
      ...measure("thefts", ["period,value,status,reason", "2019-10,3,,", "2019-11,,suppressed,too few"]),
    );
    expect(of("thefts@2019-11", made)).toMatchObject({
      value: null,
      status: "suppressed",
      reason: "too few",
    });
    expect(of("thefts", made)).toMatchObject({ value: 3, period: "2019-10" });
  });

  test("of a series without any value has no period", async () => {
    const made = await registerOf(...measure("thefts", ["period,value", "2020-03,3"]));
    expect(of("thefts", made)).toMatchObject({
      value: null,
      period: null,
      reason: "nothing is published before the cut-off",
    });
  });
});

describe("a figure that rests on doubtful values", () => {
  test("is as doubtful as the least certain of them", async () => {
    const rows = [
      "period,value,status,was,revised",
      "2019-09,3,estimated,,",
      "2019-10,4,provisional,,",
      "2019-11,5,revised,6,2019-11-20",
    ];
    const made = await registerOf(...measure("thefts", rows));
    expect(["thefts", "thefts.change", "thefts.change@2019-10"].map((name) => of(name, made).status)).toEqual(
      ["revised", "provisional", "estimated"],
    );
  });
});

/** Kinds other than months: their rows, and what the period before, a year before and the year to date are. */
describe.each([
  ["week", ["2018-11-18,3", "2019-11-10,4", "2019-11-17,6"], { previous: 4, yearAgo: 3, ytd: null }],
  ["quarter", ["2018-19-q2,3", "2019-20-q1,4", "2019-20-q2,6"], { previous: 4, yearAgo: 3, ytd: null }],
  ["year-to", ["2018-06,3", "2019-03,4", "2019-06,6"], { previous: 4, yearAgo: 3, ytd: null }],
  ["date", ["2018-11-01,3", "2019-08-31,4", "2019-11-01,6"], { previous: 4, yearAgo: 3, ytd: null }],
  ["range", ["2018-04/2018-11,3", "2019-04/2019-11,6"], { previous: null, yearAgo: 3, ytd: 6 }],
])("of a series by %s", (kind, rows, expected) => {
  test("every statistic answers", async () => {
    const made = await registerOf(...measure("thefts", ["period,value", ...rows], [`periods: ${kind}`]));
    const answers = Object.keys(statistics).map((statistic) => figureOf(made, `thefts.${statistic}`));
    expect(answers.filter((f) => f.value === null && f.words === null && f.reason === null)).toEqual([]);
    const value = (name: string): number | null => figureOf(made, `thefts.${name}`).value;
    expect({ previous: value("previous"), yearAgo: value("yearAgo"), ytd: value("ytd") }).toEqual(expected);
    expect(value("change")).toBe(expected.previous === null ? null : 2);
    expect(value("ytdLastYear")).toBe(kind === "range" ? 3 : null);
  });
});

test("a range that does not start in April is no year to date", async () => {
  const made = await registerOf(
    ...measure("thefts", ["period,value", "2019-07/2019-09,6"], ["periods: range"]),
  );
  expect(of("thefts.ytd", made)).toMatchObject({ value: null, reason: "only a monthly series is summed" });
});

describe("a baseline", () => {
  const baseline = (confirmedOn: string): string =>
    `baselines: [{ start: 2018-12, reason: More., confirmedBy: The team, confirmedOn: ${confirmedOn} }]`;

  test("starts a new average at its month", async () => {
    const made = await registerOf(...measure("thefts", monthRows(values), [baseline("2019-09-01")]));
    expect(of("thefts.mean", made)).toMatchObject({
      value: 180 / 12,
      formula: "mean of 12 values from 2018-12 to 2019-11",
    });
    expect(of("thefts.mean@2018-11", made)).toMatchObject({
      value: 10,
      formula: "mean of 12 values from 2017-12 to 2018-11",
    });
  });
});
