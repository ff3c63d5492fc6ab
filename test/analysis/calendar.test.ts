import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  addMonths,
  financialYear,
  financialYearStart,
  monthsApart,
  monthsFrom,
  monthsOfQuarter,
  quarterOf,
} from "../../src/analysis/calendar.ts";

const anyMonth = fc.integer({ min: -1200, max: 1200 }).map((i) => addMonths("2019-12", i));
const anyCount = fc.integer({ min: -500, max: 500 });

describe("months", () => {
  test("are added across a year's end, both ways", () => {
    expect(addMonths("2019-12", 1)).toBe("2020-01");
    expect(addMonths("2020-01", -13)).toBe("2018-12");
  });

  test("adding goes back the way it came and is measured by monthsApart", () => {
    fc.assert(
      fc.property(anyMonth, anyCount, (month, count) => {
        expect(addMonths(addMonths(month, count), -count)).toBe(month);
        expect(monthsApart(month, addMonths(month, count))).toBe(count);
      }),
    );
  });

  test("sort as text", () => {
    fc.assert(fc.property(anyMonth, anyMonth, (a, b) => a < b === monthsApart(a, b) > 0));
  });

  test("are listed with both ends, and not at all backwards", () => {
    expect(monthsFrom("2019-11", "2020-02")).toEqual(["2019-11", "2019-12", "2020-01", "2020-02"]);
    expect(monthsFrom("2019-12", "2019-12")).toEqual(["2019-12"]);
    expect(monthsFrom("2019-12", "2019-11")).toEqual([]);
  });

  test.each(["2019-13", "2019-00", "2019-1", "2019", "December 2019"])("%s is refused", (text) => {
    expect(() => addMonths(text, 1)).toThrow(`not a month: ${text}`);
  });

  test("parts of months and years beyond four digits are refused", () => {
    expect(() => addMonths("2019-12", 0.5)).toThrow(RangeError);
    expect(() => addMonths("9999-12", 1)).toThrow(RangeError);
    expect(() => addMonths("0000-01", -1)).toThrow(RangeError);
  });
});

describe("financial years and quarters", () => {
  test.each([
    ["2019-03", "2018/19", "2018-19-q4"],
    ["2019-04", "2019/20", "2019-20-q1"],
    ["2019-09", "2019/20", "2019-20-q2"],
    ["2019-12", "2019/20", "2019-20-q3"],
    ["2020-01", "2019/20", "2019-20-q4"],
    ["1999-10", "1999/00", "1999-00-q3"],
  ])("%s lies in %s and %s", (month, year, quarter) => {
    expect(financialYear(month)).toBe(year);
    expect(quarterOf(month)).toBe(quarter);
  });

  test("the year starts in April", () => {
    expect(financialYearStart("2020-03")).toBe("2019-04");
    expect(financialYearStart("2020-04")).toBe("2020-04");
  });

  test("a quarter has three months, each of which lies in it", () => {
    expect(monthsOfQuarter("2019-20-q4")).toEqual(["2020-01", "2020-02", "2020-03"]);
    fc.assert(
      fc.property(anyMonth.map(quarterOf), (quarter) => {
        expect(monthsOfQuarter(quarter).map(quarterOf)).toEqual([quarter, quarter, quarter]);
      }),
    );
  });

  test("a quarter whose years do not follow each other is refused", () => {
    expect(() => monthsOfQuarter("2019-21-q1")).toThrow("not a quarter: 2019-21-q1");
  });
});
