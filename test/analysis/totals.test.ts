import { describe, expect, test } from "@jest/globals";
import { monthsFrom } from "../../src/analysis/calendar.ts";
import { rollingShare, rollingTotal, totalOver, yearToDate } from "../../src/analysis/totals.ts";

/** 1 in April 2018, 2 in May 2018 and so on to December 2019. */
const series = monthsFrom("2018-04", "2019-12").map((period, i) => ({ period, value: i + 1 }));
const without = (period: string) =>
  series.map((point) => (point.period === period ? { ...point, value: null } : point));

describe("yearToDate", () => {
  test("runs from April to the month, against the same months a year earlier", () => {
    expect(yearToDate(series, "2019-12")).toEqual({
      current: { from: "2019-04", to: "2019-12", value: 13 + 14 + 15 + 16 + 17 + 18 + 19 + 20 + 21 },
      lastYear: { from: "2018-04", to: "2018-12", value: 45 },
    });
  });

  test("is the month alone in April, and twelve months in March", () => {
    expect(yearToDate(series, "2019-04").current).toMatchObject({ from: "2019-04", value: 13 });
    expect(yearToDate(series, "2019-03").current).toMatchObject({ from: "2018-04", value: 78 });
  });

  test("needs every month, and says which is missing", () => {
    expect(yearToDate(without("2018-05"), "2019-12")).toMatchObject({
      current: { value: 153 },
      lastYear: { value: null, reason: "missing-months", missing: ["2018-05"] },
    });
    expect(yearToDate(series, "2020-01").current).toMatchObject({ value: null, missing: ["2020-01"] });
  });
});

describe("rollingTotal", () => {
  test("sums twelve months up to and with the month, or as many as are asked for", () => {
    expect(rollingTotal(series, "2019-03")).toEqual({ from: "2018-04", to: "2019-03", value: 78 });
    expect(rollingTotal(series, "2019-12", 3)).toMatchObject({ from: "2019-10", value: 60 });
  });

  test("is null where a month is null or not there; zero counts", () => {
    expect(rollingTotal(without("2018-12"), "2019-03").value).toBeNull();
    expect(rollingTotal(series, "2019-02")).toMatchObject({ value: null, missing: ["2018-03"] });
    const zeros = series.map(({ period }) => ({ period, value: 0 }));
    expect(rollingTotal(zeros, "2019-03").value).toBe(0);
  });
});

test("a window of one month is that month", () => {
  expect(totalOver(series, { from: "2018-06", to: "2018-06" }).value).toBe(3);
});

describe("rollingShare", () => {
  const share = (numerator: number | null, denominator: number | null, period: string) => ({
    period,
    numerator,
    denominator,
  });

  test("divides the sums: 1 of 1 and 0 of 9 is 10%, not 50%", () => {
    const points = [share(1, 1, "2019-11"), share(0, 9, "2019-12")];
    expect(rollingShare(points, "2019-12", 2)).toEqual({
      from: "2019-11",
      to: "2019-12",
      value: 10,
      numerator: 1,
      denominator: 10,
    });
  });

  test("is null with its reason when a month or everybody is missing", () => {
    expect(rollingShare([share(1, 2, "2019-12")], "2019-12", 2)).toMatchObject({ missing: ["2019-11"] });
    expect(rollingShare([share(1, null, "2019-12")], "2019-12", 1)).toMatchObject({ missing: ["2019-12"] });
    expect(rollingShare([share(0, 0, "2019-12")], "2019-12", 1)).toMatchObject({
      value: null,
      reason: "nothing-to-share",
    });
  });
});
