import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { foreignMonth, foreignYear, monthInYear } from "../../src/sources/foreignMonths.ts";

const month = (month: string) => ({ kind: "month", month });

describe("a month", () => {
  test.each([
    ["2019-12", "2019-12"],
    ["2019/12", "2019-12"],
    ["201912", "2019-12"],
    ["2019-12-31", "2019-12"],
    ["2019-12-01T00:00:00", "2019-12"],
    ["2019-12-01 00:00:00", "2019-12"],
    ["2019-12-01T00:00:00.000+00:00", "2019-12"],
    ["12/2019", "2019-12"],
    ["01/12/2019", "2019-12"],
    ["1.12.2019", "2019-12"],
    ["01/12/19", "2019-12"],
    ["01/02/2019", "2019-02"],
    ["Dec-19", "2019-12"],
    ["dec 2019", "2019-12"],
    ["Sept 2019", "2019-09"],
    ["December 2019", "2019-12"],
    ["December, 2019", "2019-12"],
    ["2019 December", "2019-12"],
    ["31st December 2019", "2019-12"],
    ["29-Feb-2020", "2020-02"],
    ["Dec–19", "2019-12"],
  ])("%s", (text, expected) => expect(foreignMonth(text)).toEqual(month(expected)));

  test("of every year from 1900 to 2100 is read back as it was written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const text = `${year}-${String(number).padStart(2, "0")}`;
        expect(foreignMonth(text)).toEqual(month(text));
        expect(foreignMonth(`28/${String(number).padStart(2, "0")}/${year}`)).toEqual(month(text));
      }),
    );
  });

  test("without a year needs one from elsewhere", () => {
    expect(foreignMonth("January")).toEqual({ kind: "month-of-year", number: 1 });
    expect(monthInYear(1, { from: 2019, financial: false })).toBe("2019-01");
    expect(monthInYear(1, { from: 2019, financial: true })).toBe("2020-01");
    expect(monthInYear(4, { from: 2019, financial: true })).toBe("2019-04");
  });
});

describe("what has two readings, or none", () => {
  test.each([
    ["13/14/2019", "is no day of the calendar"],
    ["12/31/2019", "is no day of the calendar"],
    ["30/02/2019", "is no day of the calendar"],
    ["2019-13", "is no month of the years 1900 to 2100"],
    ["43800", "is a spreadsheet’s number for a day"],
    ["12-Dec", "may be a day without its year"],
    ["12/19", "may be a month and its year, or a day without one"],
    ["Dec-98", "may be of 1998 or 2098"],
    ["01/12/98", "may be of 1998 or 2098"],
    ["2019-W01", "is a week"],
    ["2019/20", "is a year or a quarter"],
    ["2011/12", "is a year or a quarter"],
    ["Q3 2019", "is a year or a quarter"],
  ])("%s is refused", (text, says) => {
    expect(foreignMonth(text)).toMatchObject({ kind: "wrong", message: expect.stringContaining(says) });
  });

  test("an American day is told how days are read", () => {
    expect(foreignMonth("12/31/2019")).toMatchObject({
      hint: "Days are read in the British order, day/month/year.",
    });
  });

  test.each(["", "Foo", "Marlshire", "Mayor", "53", "5.5", "Total"])("`%s` is no month", (text) => {
    expect(foreignMonth(text)).toEqual({ kind: "none" });
  });
});

test.each([
  ["2019", { from: 2019, financial: false }],
  ["2019/20", { from: 2019, financial: true }],
  ["2019-2020", { from: 2019, financial: true }],
  ["FY 2019/20", { from: 2019, financial: true }],
  ["2019/21", null],
  ["19", null],
])("the year %s", (text, expected) => expect(foreignYear(text)).toEqual(expected));
