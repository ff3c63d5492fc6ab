import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  daysInMonth,
  isPeriod,
  isQuarter,
  isRealDate,
  type PeriodKind,
  periodEnd,
  periodExample,
  periodKinds,
} from "../../src/model/period.ts";

describe("isRealDate", () => {
  test.each([
    ["2019-02-28", true],
    ["2019-02-29", false],
    ["2020-02-29", true],
    ["2000-02-29", true],
    ["1900-02-29", false],
    ["2019-04-31", false],
    ["2019-13-01", false],
    ["2019-00-10", false],
    ["2019-01-00", false],
    ["2019-1-1", false],
    ["2019-01-01T00:00", false],
  ])("%s is a day: %s", (text, real) => {
    expect(isRealDate(text)).toBe(real);
  });

  test("agrees with the calendar of JavaScript", () => {
    const parts = fc.tuple(
      fc.integer({ min: 1000, max: 2999 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const two = (n: number): string => String(n).padStart(2, "0");
        const text = `${year}-${two(month)}-${two(day)}`;
        const date = new Date(`${text}T00:00:00Z`);
        const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
        expect(isRealDate(text)).toBe(real);
      }),
    );
  });
});

test.each([
  ["2019-20-q3", true],
  ["2019-21-q3", false],
  ["1999-00-q1", true],
  ["2019-20-q5", false],
  ["2019-20", false],
])("%s is a quarter: %s", (text, real) => {
  expect(isQuarter(text)).toBe(real);
});

/** A period of each kind, its last day, and texts that are none. */
const kinds: Readonly<Record<PeriodKind, readonly [period: string, end: string, wrong: readonly string[]]>> =
  {
    month: ["2020-02", "2020-02-29", ["2020-13", "2020-2", "2020-02-01", ""]],
    week: ["2019-12-29", "2019-12-29", ["2019-12", "2019-02-29"]],
    quarter: ["2019-20-q4", "2020-03-31", ["2019-q4", "2020-03"]],
    "year-to": ["2019-06", "2019-06-30", ["2019-06-30", "2019"]],
    date: ["2019-12-01", "2019-12-01", ["2019-12", "2019-11-31"]],
    range: [
      "2019-04/2019-12",
      "2019-12-31",
      ["2019-12/2019-04", "2019-04", "2019-04/2019-13", "2019-04/2019-05/2019-06"],
    ],
  };

describe.each(periodKinds)("a %s", (kind) => {
  const [period, end, wrong] = kinds[kind];

  test("is known by its form", () => {
    expect([period, periodExample[kind], ...wrong].map((text) => isPeriod(kind, text))).toEqual([
      true,
      true,
      ...wrong.map(() => false),
    ]);
  });

  test("ends on its last day", () => {
    expect(periodEnd(kind, period)).toBe(end);
  });
});

test("quarters of a financial year end in June, September, December and March", () => {
  expect([1, 2, 3, 4].map((q) => periodEnd("quarter", `2019-20-q${q}`))).toEqual([
    "2019-06-30",
    "2019-09-30",
    "2019-12-31",
    "2020-03-31",
  ]);
});

test("a month that does not exist has no days", () => {
  expect([daysInMonth("2019-02"), daysInMonth("2020-02"), daysInMonth("2019-13")]).toEqual([28, 29, 0]);
});
