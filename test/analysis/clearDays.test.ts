import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { clearDaysBefore, countClearDays } from "../../src/analysis/clearDays.ts";
import { addDays } from "../../src/analysis/days.ts";

const easter2020 = ["2020-04-10", "2020-04-13"];

describe("clearDaysBefore", () => {
  test("papers for Monday 16 March 2020 go out on Friday 6 March", () => {
    expect(clearDaysBefore("2020-03-16", 5, [])).toBe("2020-03-06");
  });

  test("Good Friday and Easter Monday are not clear days", () => {
    expect(clearDaysBefore("2020-04-15", 5, easter2020)).toBe("2020-04-03");
    expect(clearDaysBefore("2020-04-15", 5, [])).toBe("2020-04-07");
  });

  test("refuses part of a day, a negative number and a date that does not exist", () => {
    expect(() => clearDaysBefore("2020-03-16", 1.5, [])).toThrow(RangeError);
    expect(() => clearDaysBefore("2020-03-16", -1, [])).toThrow(RangeError);
    expect(() => clearDaysBefore("2020-02-30", 5, [])).toThrow(RangeError);
  });

  test("leaves exactly the days asked for, and one fewer the working day after", () => {
    const meeting = fc.integer({ min: 0, max: 2000 }).map((i) => addDays("2019-01-01", i));
    fc.assert(
      fc.property(meeting, fc.integer({ min: 0, max: 15 }), (date, clearDays) => {
        const published = clearDaysBefore(date, clearDays, easter2020);
        expect(countClearDays(published, date, easter2020)).toBe(clearDays);
        expect(clearDaysBefore(addDays(date, 1), clearDays, easter2020) >= published).toBe(true);
      }),
    );
  });
});

describe("countClearDays", () => {
  test("leaves out both ends and the weekend", () => {
    expect(countClearDays("2020-03-06", "2020-03-16", [])).toBe(5);
    expect(countClearDays("2020-03-09", "2020-03-16", [])).toBe(4);
  });

  test("is 0 when nothing lies between", () => {
    expect(countClearDays("2020-03-13", "2020-03-16", [])).toBe(0);
    expect(countClearDays("2020-03-16", "2020-03-16", [])).toBe(0);
    expect(countClearDays("2020-03-20", "2020-03-16", [])).toBe(0);
  });
});
