import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addDays, weekday } from "../../src/analysis/days.ts";
import { daysInMonth, isRealDate } from "../../src/model/period.ts";

/** Days as Node's own calendar writes them, from 1900 to 2199. */
const anyDate = fc
  .integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) })
  .map((ms) => new Date(ms).toISOString().slice(0, 10));

describe("isRealDate", () => {
  test.each(["2019-12-31", "2020-02-29", "2000-02-29"])("%s exists", (date) => {
    expect(isRealDate(date)).toBe(true);
  });

  test.each([
    "2019-02-30",
    "2019-02-29",
    "1900-02-29",
    "2019-13-01",
    "2019-04-31",
    "2019-12-00",
    "2019-1-1",
    "31/12/2019",
    "2019-12-31T00:00",
    "",
  ])("%s does not", (date) => {
    expect(isRealDate(date)).toBe(false);
  });

  test("holds for every day that a calendar writes", () => {
    fc.assert(fc.property(anyDate, isRealDate));
  });
});

test("a month ends with its last real day", () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      const month = date.slice(0, 7);
      expect(isRealDate(`${month}-${daysInMonth(month)}`)).toBe(true);
      expect(isRealDate(`${month}-${daysInMonth(month) + 1}`)).toBe(false);
    }),
  );
});

describe("addDays", () => {
  test("crosses the end of a leap February, and a change of the clocks", () => {
    expect(addDays("2020-02-28", 2)).toBe("2020-03-01");
    expect(addDays("2020-03-28", 2)).toBe("2020-03-30");
    expect(addDays("2020-01-01", -1)).toBe("2019-12-31");
  });

  test("goes back the way it came", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, count) => {
        expect(addDays(addDays(date, count), -count)).toBe(date);
      }),
    );
  });

  test("refuses a day that does not exist, or one beyond four-digit years", () => {
    expect(() => addDays("2019-02-30", 1)).toThrow("not a date in the calendar: 2019-02-30");
    expect(() => addDays("9999-12-31", 1)).toThrow("outside the years 0 to 9999");
  });
});

describe("weekday", () => {
  test("names the day of the panel's meeting of 16 March 2020", () => {
    expect(weekday("2020-03-16")).toBe("Monday");
  });

  test("comes again after seven days and not before", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(weekday(addDays(date, 7))).toBe(weekday(date));
        expect(new Set([0, 1, 2, 3, 4, 5, 6].map((i) => weekday(addDays(date, i)))).size).toBe(7);
      }),
    );
  });
});
