import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addMonths, monthsOfQuarter, quarterOf } from "../../src/analysis/calendar.ts";
import { addDays } from "../../src/analysis/days.ts";
import {
  nextPeriod,
  overlap,
  previousPeriod,
  previousPublished,
  sameLastYear,
  spanOf,
} from "../../src/analysis/periods.ts";
import { isPeriod, type PeriodKind, periodEnd } from "../../src/model/period.ts";

const anyMonth = fc.integer({ min: -1200, max: 1200 }).map((i) => addMonths("2019-12", i));

/** Any period of a kind, but dates only up to the 28th: later days are cut where a month is shorter. */
const anyPeriod: Readonly<Record<PeriodKind, fc.Arbitrary<string>>> = {
  month: anyMonth,
  "year-to": anyMonth,
  quarter: anyMonth.map(quarterOf),
  week: fc.integer({ min: 0, max: 9000 }).map((i) => addDays("2000-01-02", i)),
  date: fc.tuple(anyMonth, fc.integer({ min: 10, max: 28 })).map(([month, day]) => `${month}-${day}`),
  range: fc
    .tuple(anyMonth, fc.integer({ min: 0, max: 30 }))
    .map(([from, more]) => `${from}/${addMonths(from, more)}`),
};
const kinds = Object.keys(anyPeriod) as PeriodKind[];

describe("isPeriod", () => {
  test.each<[PeriodKind, string]>([
    ["month", "2019-12"],
    ["year-to", "2019-06"],
    ["week", "2019-12-29"],
    ["quarter", "2019-20-q3"],
    ["quarter", "1999-00-q1"],
    ["date", "2020-02-29"],
    ["range", "2019-04/2019-12"],
    ["range", "2019-04/2019-04"],
  ])("%s %s", (kind, text) => {
    expect(isPeriod(kind, text)).toBe(true);
  });

  test.each<[PeriodKind, string]>([
    ["month", "2019-13"],
    ["month", "2019-12-01"],
    ["month", "2019/20"],
    ["week", "2019-02-29"],
    ["date", "2019-02-30"],
    ["quarter", "2019-20-q5"],
    ["quarter", "2019-21-q1"],
    ["quarter", "2019-Q3"],
    ["range", "2019-12/2019-04"],
    ["range", "2019-04"],
    ["range", "2019-04/2019-08/2019-12"],
  ])("not a %s: %s", (kind, text) => {
    expect(isPeriod(kind, text)).toBe(false);
  });
});

describe("periods", () => {
  test.each<[PeriodKind, string, string, string, string]>([
    ["month", "2020-01", "2020-01-31", "2019-12", "2019-01"],
    ["month", "2020-02", "2020-02-29", "2020-01", "2019-02"],
    ["year-to", "2019-06", "2019-06-30", "2019-05", "2018-06"],
    ["week", "2019-12-29", "2019-12-29", "2019-12-22", "2018-12-30"],
    ["quarter", "2019-20-q4", "2020-03-31", "2019-20-q3", "2018-19-q4"],
    ["quarter", "2019-20-q1", "2019-06-30", "2018-19-q4", "2018-19-q1"],
    ["date", "2020-03-31", "2020-03-31", "2020-02-29", "2019-03-31"],
    ["date", "2020-02-29", "2020-02-29", "2020-01-29", "2019-02-28"],
    ["range", "2019-04/2019-12", "2019-12-31", "2018-07/2019-03", "2018-04/2018-12"],
  ])("%s %s ends on %s, follows %s, and a year before is %s", (kind, period, end, previous, lastYear) => {
    expect(periodEnd(kind, period)).toBe(end);
    expect(previousPeriod(kind, period)).toBe(previous);
    expect(sameLastYear(kind, period)).toBe(lastYear);
  });

  test.each(kinds)("every %s: next and previous undo each other, and the end moves on", (kind) => {
    fc.assert(
      fc.property(anyPeriod[kind], (period) => {
        const previous = previousPeriod(kind, period);
        expect(isPeriod(kind, previous)).toBe(true);
        expect(nextPeriod(kind, previous)).toBe(period);
        expect(periodEnd(kind, previous) < periodEnd(kind, period)).toBe(true);
        expect(sameLastYear(kind, period) < period).toBe(true);
      }),
    );
  });

  test("a month, week or quarter begins the day after the one before it ended", () => {
    fc.assert(
      fc.property(anyPeriod.quarter, (quarter) => {
        const dayAfter = addDays(periodEnd("quarter", previousPeriod("quarter", quarter)), 1);
        expect(dayAfter).toBe(`${monthsOfQuarter(quarter)[0]}-01`);
      }),
    );
  });

  test.each(kinds)("%s: another kind's text is refused", (kind) => {
    expect(() => periodEnd(kind, "Q3")).toThrow(`not a ${kind}: Q3`);
    expect(() => previousPeriod(kind, "Q3")).toThrow(RangeError);
    expect(() => sameLastYear(kind, "Q3")).toThrow(RangeError);
    expect(() => nextPeriod(kind, "Q3")).toThrow(RangeError);
  });
});

test("the survey published before that of June 2019 is found among those published", () => {
  const published = ["2019-06", "2018-12", "2019-03", "2019-09"];
  expect(previousPublished(published, "2019-06")).toBe("2019-03");
  expect(previousPublished(published, "2018-12")).toBeNull();
  expect(published[0]).toBe("2019-06");
});

describe("what a value covers", () => {
  const spans: readonly [PeriodKind, string, number, string, string][] = [
    ["month", "2019-12", 1, "2019-12", "2019-12"],
    ["month", "2019-12", 3, "2019-10", "2019-12"],
    ["month", "2019-12", 12, "2019-01", "2019-12"],
    ["year-to", "2019-06", 1, "2018-07", "2019-06"],
    ["quarter", "2019-20-q4", 1, "2020-01", "2020-03"],
    ["range", "2019-04/2019-12", 1, "2019-04", "2019-12"],
    ["week", "2020-01-05", 1, "2019-12-30", "2020-01-05"],
    ["date", "2019-12-01", 1, "2019-12-01", "2019-12-01"],
  ];
  test.each(spans)("%s %s of %d months", (kind, period, months, from, to) => {
    expect(spanOf(kind, period, months)).toEqual({ from, to });
  });

  test("shares months with what starts before it ends, and with nothing else", () => {
    const year = (period: string) => spanOf("month", period, 12);
    expect(overlap(year("2019-12"), year("2019-11"))).toBe(true);
    expect(overlap(year("2019-12"), year("2019-01"))).toBe(true);
    expect(overlap(year("2019-12"), year("2018-12"))).toBe(false);
    expect(overlap(year("2018-12"), year("2019-12"))).toBe(false);
  });
});
