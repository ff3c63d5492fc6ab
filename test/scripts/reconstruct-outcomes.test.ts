import { describe, expect, test } from "@jest/globals";
import { monthsFrom } from "../../src/analysis/calendar.ts";
import { at, between, december, mean, others, percentages, series, sum } from "./measureCsv.ts";

// The rebuilt series of repeat victims and outcomes, as they stand in data/measures, against what the Performance Summary of December
// 2019 (and the scrutiny report of the same month) prints of them.

describe("repeat victims", () => {
  const highest = (values: ReadonlyMap<string, number>): void => {
    for (const value of others(values, december)) expect(value).toBeLessThan(at(values, december));
  };
  test.each(["repeat-victims", "da-repeat-victims"])(
    "December is the highest number and share of %s since September 2017",
    (name) => {
      expect([...series(name).keys()]).toEqual(monthsFrom("2017-09", december));
      highest(series(name));
      highest(percentages(name));
    },
  );
  test("South Warwickshire's December is its highest number", () => highest(series("repeat-victims.south")));
  test("the printed shares follow from the numbers", () => {
    const rounded = (name: string, period: string): number => Math.round(at(percentages(name), period));
    expect([rounded("repeat-victims", december), rounded("da-repeat-victims", december)]).toEqual([28, 40]);
    expect(["2018-12", "2019-11", december].map((month) => rounded("repeat-victims.south", month))).toEqual([
      23, 24, 26,
    ]);
    expect(at(percentages("repeat-victims.north"), "2019-11")).toBeLessThan(
      at(percentages("repeat-victims.north"), december),
    );
  });
  test("the totals of the groups are the repeat victims", () => {
    expect(series("repeat-victims-by-offences")).toEqual(series("repeat-victims"));
    expect(series("da-repeat-victims-by-offences")).toEqual(series("da-repeat-victims"));
  });
  test("six or more offences: 11% in April 2019, and since then never so many as in December", () => {
    const six = series("repeat-victims-by-offences.six-or-more");
    const all = series("repeat-victims");
    expect(Math.round((100 * at(six, "2019-04")) / at(all, "2019-04"))).toBe(11);
    for (const month of monthsFrom("2019-05", "2019-11")) {
      expect(at(six, month)).toBeLessThan(72);
      expect(at(six, month) / at(all, month)).toBeLessThan(72 / 718);
    }
  });
  test("six to nine domestic abuse offences: December is the highest number and share", () => {
    const six = series("da-repeat-victims-by-offences.six-to-nine");
    highest(six);
    highest(
      new Map([...six].map(([month, value]) => [month, value / at(series("da-repeat-victims"), month)])),
    );
  });
  test("the groups of victims and their offences fit each other", () => {
    const bands = {
      "two-offences": [2, 2],
      "three-to-five": [3, 5],
      "six-to-nine": [6, 9],
      "ten-or-more": [10, 19],
    } as const;
    for (const [band, [least, most]] of Object.entries(bands)) {
      const each =
        at(series(`da-repeat-victim-offences.${band}`), december) /
        at(series(`da-repeat-victims-by-offences.${band}`), december);
      expect(each).toBeGreaterThanOrEqual(least);
      expect(each).toBeLessThanOrEqual(most);
    }
  });
});

describe("outcomes", () => {
  const share = (name: string, month: string): number => at(percentages(name), month);
  test("action taken has fallen since April 2016, in number and share", () => {
    const years = ["2016", "2017", "2018", "2019"].map(
      (y) =>
        [
          between(series("action-taken"), `${y}-04`, `${y}-12`),
          between(percentages("action-taken"), `${y}-04`, `${y}-12`),
        ] as const,
    );
    years.slice(1).forEach(([count, percent], i) => {
      expect(mean(count)).toBeLessThan(mean(years[i]?.[0] ?? new Map()));
      expect(mean(percent)).toBeLessThan(mean(years[i]?.[1] ?? new Map()));
    });
    expect([share("action-taken", "2019-11").toFixed(1), share("action-taken", december).toFixed(1)]).toEqual(
      ["7.7", "8.3"],
    );
  });
  test("outcome 16 stays within 22% to 24% since May 2019", () => {
    for (const month of monthsFrom("2019-05", december))
      expect([22, 23, 24]).toContain(Math.round(share("outcome-16", month)));
  });
  test("outcome 14 rises from November 2017, and December is the highest number and share", () => {
    const values = series("outcome-14");
    for (const month of monthsFrom("2016-04", "2019-11")) {
      expect(at(values, month)).toBeLessThan(309);
      expect(share("outcome-14", month)).toBeLessThan(share("outcome-14", december));
    }
    const halfYears = ["2017-11", "2018-05", "2018-11", "2019-05"].map((from, i, all) =>
      mean(between(values, from, all[i + 1] ?? "9999")),
    );
    expect(halfYears).toEqual([...halfYears].sort((a, b) => a - b));
  });
  test("all outcomes of a month are the same in each of the three files", () => {
    expect(series("outcome-16", "denominator")).toEqual(series("action-taken", "denominator"));
    const all = series("action-taken", "denominator");
    for (const [month, base] of series("outcome-14", "denominator")) expect(base).toBe(at(all, month));
  });
  test("offences recorded and closed from April to December are among the monthly outcomes", () => {
    const inYear = (name: string, year: number, column: "value" | "denominator" = "value"): number =>
      sum(between(series(name, column), `${year}-04`, `${year}-12`));
    expect(inYear("action-taken", 2018, "denominator")).toBeGreaterThan(27_563);
    expect(inYear("action-taken", 2019, "denominator")).toBeGreaterThan(27_006);
    expect(inYear("action-taken", 2018)).toBeGreaterThan(2_589);
    expect(inYear("action-taken", 2019)).toBeGreaterThan(2_135);
  });
  test("domestic abuse, outcome 16: down from July (62%) to November 2019, up in December; highest in March 2018 (77%)", () => {
    const values = series("da-outcome-16");
    const months = monthsFrom("2019-07", "2019-11");
    months.slice(1).forEach((month, i) => {
      expect(at(values, month)).toBeLessThan(at(values, months[i] ?? ""));
      expect(share("da-outcome-16", month)).toBeLessThan(share("da-outcome-16", months[i] ?? ""));
    });
    expect(at(values, december)).toBeGreaterThan(at(values, "2019-11"));
    expect(share("da-outcome-16", december)).toBeGreaterThan(share("da-outcome-16", "2019-11"));
    expect([
      Math.round(share("da-outcome-16", "2019-07")),
      Math.round(share("da-outcome-16", "2018-03")),
    ]).toEqual([62, 77]);
    expect(Math.max(...percentages("da-outcome-16").values())).toBe(share("da-outcome-16", "2018-03"));
    expect(Math.round(mean(between(percentages("da-outcome-16"), "2019-07", "2019-09")))).toBe(60);
  });
  test("domestic abuse, outcome 15: more since November 2018; lowest in March 2018 (9%)", () => {
    expect(
      ["2018-03", "2019-11", december].map((month) => Math.round(share("da-outcome-15", month))),
    ).toEqual([9, 24, 22]);
    expect(Math.min(...percentages("da-outcome-15").values())).toBe(share("da-outcome-15", "2018-03"));
    expect(mean(between(percentages("da-outcome-15"), "2018-12"))).toBeGreaterThan(
      1.4 * mean(between(percentages("da-outcome-15"), "", "2018-11")),
    );
  });
  test("the two domestic abuse outcomes share their denominators and leave room for others", () => {
    for (const [month, base] of series("da-outcome-15", "denominator")) {
      expect(at(series("da-outcome-16", "denominator"), month)).toBe(base);
      expect(at(series("da-outcome-15"), month) + at(series("da-outcome-16"), month)).toBeLessThan(base);
    }
  });
});
