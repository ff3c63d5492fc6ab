import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { addMonths } from "../../src/analysis/calendar.ts";
import { measure, monthRows, registerOf } from "../support/register.ts";

type Other = {
  readonly id: string;
  readonly chart: string;
  readonly input: { readonly count: number[]; readonly denominator: number[] };
  readonly expected: { readonly cl: number[]; readonly ucl: number[]; readonly lcl: number[] };
};
const { otherCharts } = JSON.parse(readFileSync("test/fixtures/spc/other-charts.json", "utf8")) as {
  otherCharts: Other[];
};

/** Rows of counts over bases that end with November 2019, the month of the register's paper. */
const basedRows = (counts: readonly number[], bases: readonly number[]): string[] => [
  "period,value,denominator",
  ...counts.map((count, i) => `${addMonths("2019-11", i + 1 - counts.length)},${count},${bases[i]}`),
];
const asPercent = [
  "unit: percent",
  "decimals: 1",
  "counted: { one: of people, many: of people, verb: agreed }",
];
const asRate = ["unit: rate", "decimals: 2", "counted: { one: per 1000 people, many: per 1000 people }"];

/** Counts of about 100 that jump by 20 in turn, so that the limits are wide. */
const restless = (n: number): number[] => Array.from({ length: n }, (_, i) => 90 + 20 * (i % 2));

describe("the chart of a percentage whose counts and bases are known", () => {
  test.each(otherCharts.map((c) => [c.id, c] as const))(
    "%s agrees with qicharts2, in percent",
    async (_, c) => {
      const { count, denominator } = c.input;
      const why = `chart: { kind: ${c.chart}, why: The reference is of this kind. }`;
      const rows = basedRows(count, denominator);
      const register = await registerOf(...measure("agreed", rows, [...asPercent, why]));
      const chart = register.chart("agreed", "force", null);
      expect(chart?.chart).toBe(c.chart);
      chart?.points.forEach(({ period, mean, ucl, lcl }, i) => {
        expect((mean ?? 0) / 100).toBeCloseTo(c.expected.cl[i] ?? Number.NaN, 10);
        expect((ucl ?? 0) / 100).toBeCloseTo(c.expected.ucl[i] ?? Number.NaN, 10);
        expect((lcl ?? 0) / 100).toBeCloseTo(c.expected.lcl[i] ?? Number.NaN, 10);
        expect(chart.levelsAt(period)?.upper).toBeLessThanOrEqual(100);
      });
    },
  );

  test("the average is all counts over all bases, not the mean of percentages", async () => {
    const rows = basedRows([10, 90, 10, 90, 10, 90, 50], [100, 100, 100, 100, 100, 100, 1000]);
    const register = await registerOf(...measure("agreed", rows, asPercent));
    const mean = register.figure({
      measure: "agreed",
      area: "force",
      category: null,
      period: null,
      statistic: "mean",
    });
    expect(mean.ratio).toEqual({ numerator: 100 * 350, denominator: 1600 });
  });

  test("is p' where the months vary more than chance, p where they do not, XmR where a base is missing", async () => {
    const chartOf = async (rows: string[]): Promise<string | undefined> =>
      (await registerOf(...measure("agreed", rows, asPercent))).chart("agreed", "force", null)?.chart;
    const bases = Array.from({ length: 14 }, () => 1000);
    expect(
      await chartOf(
        basedRows(
          restless(14).map((x) => 4 * x),
          bases,
        ),
      ),
    ).toBe("pp");
    expect(
      await chartOf(
        basedRows(
          Array.from({ length: 14 }, (_, i) => 400 + (i % 3)),
          bases,
        ),
      ),
    ).toBe("p");
    expect(await chartOf([...basedRows(restless(14), bases).slice(0, -1), "2019-11,40,"])).toBe("xmr");
  });
});

describe("the chart of a rate", () => {
  const counts = restless(16);
  test("whose base changes from month to month is u', per 1,000 of each month's base", async () => {
    const bases = counts.map((_, i) => 10_000 + 100 * i);
    const register = await registerOf(...measure("calls", basedRows(counts, bases), asRate));
    const chart = register.chart("calls", "force", null);
    expect(chart?.chart).toBe("up");
    const total = counts.reduce((a, b) => a + b, 0) / bases.reduce((a, b) => a + b, 0);
    expect(chart?.segments[0]?.mean).toBeCloseTo(1000 * total, 10);
    expect(chart?.points.at(-1)?.value).toBeCloseTo((1000 * 110) / 11_500, 10);
    const [first, last] = [chart?.levelsAt("2018-08"), chart?.levelsAt("2019-11")];
    expect((first?.upper ?? 0) - (first?.centre ?? 0)).toBeGreaterThan(
      (last?.upper ?? 0) - (last?.centre ?? 0),
    );
  });

  test("whose base stays the same all year is XmR of the rates", async () => {
    const rows = basedRows(
      counts,
      counts.map(() => 10_000),
    );
    const chart = (await registerOf(...measure("calls", rows, asRate))).chart("calls", "force", null);
    expect(chart?.chart).toBe("xmr");
    expect(chart?.segments[0]?.mean).toBeCloseTo(10, 10);
  });
});

describe("the chart of a seasonal count", () => {
  const summer = (i: number): number => Math.round(1000 + 300 * Math.sin((Math.PI * i) / 6));
  const values = Array.from({ length: 36 }, (_, i) => summer(i) + (i % 2) * 20);

  test("of three years takes the season out: its limits follow the months, and its points are what was counted", async () => {
    const register = await registerOf(...measure("noise", monthRows(values), ["seasonal: true"]));
    const chart = register.chart("noise", "force", null);
    expect(chart?.seasonTakenOut).toBe(true);
    expect(chart?.points.map(({ value }) => Math.round(value ?? 0))).toEqual(values);
    const [march, september] = [chart?.levelsAt("2019-03"), chart?.levelsAt("2019-09")];
    expect((march?.centre ?? 0) - (september?.centre ?? 0)).toBeGreaterThan(100);
    expect(chart?.notes).toEqual([]);
    expect(chart?.exceptionalAt("2019-11")).toBeNull();
  });

  test("a month far from its season is exceptional, though ordinary for the year", async () => {
    const odd = values.map((value, i) => (i === 33 ? value + 500 : value));
    const register = await registerOf(...measure("noise", monthRows(odd), ["seasonal: true"]));
    const chart = register.chart("noise", "force", null);
    const month = addMonths("2019-11", -2);
    expect(odd[33]).toBeLessThan(Math.max(...values));
    expect(chart?.exceptionalAt(month)).toBe("high");
  });

  test("of two years keeps the values, and says why trends and runs do not count", async () => {
    const register = await registerOf(...measure("noise", monthRows(values.slice(12)), ["seasonal: true"]));
    const chart = register.chart("noise", "force", null);
    expect(chart?.seasonTakenOut).toBe(false);
    expect(chart?.notes).toEqual(["seasonal-short-history"]);
  });
});

describe("the chart of rare events", () => {
  const rare = Array.from({ length: 24 }, (_, i) => (i % 6 === 0 ? 1 : 0));
  const days =
    "[2018-01-05, 2018-03-01, 2018-05-20, 2018-09-09, 2018-11-30, 2019-02-02, 2019-06-06, 2019-10-10]";

  test("whose dates are known is of the days between them; a long time is the better", async () => {
    const register = await registerOf(...measure("arson", monthRows(rare), [`occurrences: ${days}`]));
    const chart = register.chart("arson", "force", null);
    expect(chart?.chart).toBe("t");
    expect(chart?.points.map(({ value }) => value)).toEqual([55, 80, 112, 82, 64, 124, 126]);
    expect(chart?.segmentAt("2019-11")).toBeNull();
  });

  test("sees no event after the cut-off", async () => {
    const later = days.replace("]", ", 2019-12-24]");
    const register = await registerOf(...measure("arson", monthRows(rare), [`occurrences: ${later}`]));
    expect(register.chart("arson", "force", null)?.points).toHaveLength(7);
  });

  test("is a g chart where two fell on one day", async () => {
    const register = await registerOf(
      ...measure("arson", monthRows(rare), [`occurrences: ${days.replace("]", ", 2019-10-10]")}`]),
    );
    expect(register.chart("arson", "force", null)?.chart).toBe("g");
  });

  test("without dates there is none, and the register says why", async () => {
    const register = await registerOf(...measure("arson", monthRows(rare)));
    expect(register.chart("arson", "force", null)).toBeNull();
    expect(register.noChartReason("arson")).toBe("mean-below-1");
  });
});

describe("the rules of a chart", () => {
  const run = [...restless(21), 101, 102, 101, 102, 101, 102, 101];
  const typeOf = async (...more: string[]): Promise<string | undefined> =>
    (await registerOf(...measure("thefts", monthRows(run), more)))
      .chart("thefts", "force", null)
      ?.points.at(-1)?.specialCauseType;

  test("are those of Making Data Count, unless the measure has its own, with a reason", async () => {
    expect(await typeOf()).toBe("7 Points Above CL");
    expect(await typeOf("rules: { runLength: 8, why: The force looks at eight. }")).toBe("Common Cause");
    expect(await typeOf("rules: { rules: [outside-limits], why: Only limits. }")).toBe("Common Cause");
  });

  test("limits can be frozen on the first months, and outliers kept", async () => {
    const jump = [...restless(14), 300, 90, 110];
    const upper = async (...more: string[]): Promise<number> =>
      (await registerOf(...measure("thefts", monthRows(jump), more)))
        .chart("thefts", "force", null)
        ?.levelsAt("2019-11")?.upper ?? Number.NaN;
    expect(await upper("rules: { fixAfter: 12, why: One year. }")).toBeCloseTo(100 + 2.66 * 20, 10);
    expect(await upper("rules: { screenOutliers: false, why: All count. }")).toBeGreaterThan(await upper());
  });

  test("of the office hold for every measure that has none of its own", async () => {
    const register = await registerOf(...measure("thefts", monthRows(run)), {
      file: "data/organisation.yaml",
      from: "\npriorities:",
      to: "\nrules: { runLength: 8 }\npriorities:",
    });
    expect(register.chart("thefts", "force", null)?.points.at(-1)?.specialCauseType).toBe("Common Cause");
  });
});
