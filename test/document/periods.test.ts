import { describe, expect, test } from "@jest/globals";
import {
  besideLabel,
  dayLabel,
  eachSpan,
  inPeriod,
  inSpan,
  inSpanBeside,
  periodLabel,
  rangeLabel,
  shortPeriod,
  spanLabel,
} from "../../src/document/periods.ts";
import type { PeriodKind } from "../../src/model/period.ts";

/** Kind, period, its label, its short label, and the label with its preposition. */
const labels: readonly [PeriodKind, string, string, string, string][] = [
  ["month", "2019-12", "December 2019", "Dec 2019", "in December 2019"],
  ["month", "2019-05", "May 2019", "May 2019", "in May 2019"],
  [
    "week",
    "2019-12-29",
    "week ending 29 December 2019",
    "week ending 29 Dec 2019",
    "in the week ending 29 December 2019",
  ],
  ["quarter", "2019-20-q3", "quarter 3 of 2019/20", "quarter 3 of 2019/20", "in quarter 3 of 2019/20"],
  ["year-to", "2019-06", "year to June 2019", "year to Jun 2019", "in the year to June 2019"],
  ["date", "2019-12-01", "1 December 2019", "1 Dec 2019", "on 1 December 2019"],
  ["range", "2019-04/2019-12", "April to December 2019", "Apr to Dec 2019", "in April to December 2019"],
  [
    "range",
    "2018-10/2019-03",
    "October 2018 to March 2019",
    "Oct 2018 to Mar 2019",
    "in October 2018 to March 2019",
  ],
];

test.each(labels)("%s %s is said in words", (kind, period, long, short, within) => {
  expect([periodLabel(kind, period), shortPeriod(kind, period), inPeriod(kind, period)]).toEqual([
    long,
    short,
    within,
  ]);
});

describe("beside another", () => {
  test("a month has its year only where the years differ", () => {
    expect(besideLabel("month", "2019-11", "2019-12")).toBe("November");
    expect(besideLabel("month", "2018-12", "2019-01")).toBe("December 2018");
    expect(besideLabel("year-to", "2019-03", "2019-06")).toBe("year to March 2019");
  });
});

test("days and ranges stand alone too", () => {
  expect([dayLabel("2020-01-05"), rangeLabel("2019-04/2019-04")]).toEqual([
    "5 January 2020",
    "April to April 2019",
  ]);
});

test.each([
  [{}, "December 2019", "in December 2019", "in November", "each month"],
  [{ survey: { months: 1 } }, "December 2019", "in December 2019", "in November", "each month"],
  [
    { survey: { months: 3 } },
    "three months to December 2019",
    "in the three months to December 2019",
    "in the three months to November 2019",
    "in the three months to each month",
  ],
  [
    { survey: { months: 12 } },
    "twelve months to December 2019",
    "in the twelve months to December 2019",
    "in the twelve months to November 2019",
    "in the twelve months to each month",
  ],
])("the months that a value of %j covers", (survey, label, within, beside, each) => {
  const measure = { periods: "month", ...survey } as const;
  expect([
    spanLabel(measure, "2019-12"),
    inSpan(measure, "2019-12"),
    inSpanBeside(measure, "2019-11", "2019-12"),
    eachSpan(measure),
  ]).toEqual([label, within, beside, each]);
});
