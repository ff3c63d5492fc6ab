import { describe, expect, test } from "@jest/globals";
import { inYearOutturn, sumProjection } from "../../src/analysis/projectionTotals.ts";
import type { Total } from "../../src/analysis/totals.ts";

const months = ["2017-01", "2017-02", "2017-03", "2017-04", "2017-05", "2017-06"];
const each = (value: number): number[] => months.map(() => value);
const projected = { months, point: [10, 20, 30, 40, 50, 60], lo80: each(5), hi80: each(100) };

describe("sumProjection", () => {
  test("adds the months and their 80% limits", () => {
    expect(sumProjection(projected)).toEqual({
      from: "2017-01",
      to: "2017-06",
      point: 210,
      lo80: 30,
      hi80: 600,
    });
    expect(() => sumProjection({ months: [], point: [], lo80: [], hi80: [] })).toThrow(RangeError);
  });
});

describe("inYearOutturn", () => {
  const to = (month: string): Total => ({ from: "2016-04", to: month, value: 1000 });

  test("is the year to date and the months that are left, to March", () => {
    expect(inYearOutturn(to("2016-12"), projected)).toEqual({
      ok: true,
      from: "2016-04",
      to: "2017-03",
      point: 1060,
      lo80: 1015,
      hi80: 1300,
      projectedMonths: ["2017-01", "2017-02", "2017-03"],
    });
  });

  test("does not count a month twice, and in March nothing is left", () => {
    expect(inYearOutturn(to("2017-02"), projected)).toMatchObject({
      point: 1030,
      projectedMonths: ["2017-03"],
    });
    expect(inYearOutturn(to("2017-03"), projected)).toMatchObject({ point: 1000, lo80: 1000, hi80: 1000 });
  });

  test("says what is missing, in the year to date or in the projection", () => {
    const gap: Total = {
      from: "2016-04",
      to: "2016-12",
      value: null,
      reason: "missing-months",
      missing: ["2016-07"],
    };
    expect(inYearOutturn(gap, projected)).toEqual({
      ok: false,
      reason: "missing-months",
      missing: ["2016-07"],
    });
    const early: Total = { from: "2017-04", to: "2017-05", value: 10 };
    expect(inYearOutturn(early, projected)).toMatchObject({
      ok: false,
      reason: "projection-does-not-reach",
      missing: expect.arrayContaining(["2017-07", "2018-03"]),
    });
  });
});
