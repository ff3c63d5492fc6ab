import { describe, expect, test } from "@jest/globals";
import { cellOf } from "../../../src/sources/paperText/cellValue.ts";
import { dateIn, isDateAlone, monthOf, periodIn } from "../../../src/sources/paperText/dates.ts";
import { textOfLine } from "../../../src/sources/paperText/text.ts";
import { unitIn } from "../../../src/sources/paperText/units.ts";

const text = (words: string) => textOfLine({ text: words, line: 1, page: null });
const value = (words: string) => cellOf(text(words)).value;
const figure = (kind: string, of: number, decimals = 0, signed = false) => ({
  kind,
  value: of,
  decimals,
  signed,
});

describe("cells", () => {
  test.each([
    ["1,234", figure("number", 1234)],
    ["32086", figure("number", 32086)],
    ["-0.7%", figure("percent", -0.7, 1, true)],
    ["+38.7%", figure("percent", 38.7, 1, true)],
    ["⇒ -0.6%", figure("percent", -0.6, 1, true)],
    ["↑ 19.9%", figure("percent", 19.9, 1)],
    ['" -20.7%', figure("percent", -20.7, 1, true)],
    ["£870,375.00", figure("money", 870375, 2)],
    ["£4.484m", figure("money", 4484000, 3)],
    ["14:01", figure("duration", 841)],
    ["1:02:36", figure("duration", 3756)],
    ["14 mins 01 seconds", figure("duration", 841)],
    ["53 [p]", figure("number", 53)],
    ["805.99", figure("number", 805.99, 2)],
    ["Dec-19", { kind: "month", month: "2019-12" }],
    ["December 2019", { kind: "month", month: "2019-12" }],
    ["1 Dec 2019", { kind: "date", date: "2019-12-01" }],
    ["Monday 16 March 2020", { kind: "date", date: "2020-03-16" }],
    ["n/a", { kind: "none" }],
    ["–", { kind: "none" }],
    ["", { kind: "empty" }],
  ])("%s", (words, read) => expect(value(words)).toEqual(read));

  test.each([
    "> 6.6%",
    "S -2.6%",
    "3 .9%",
    "Υ",
    "Y (low)",
    "1.2.3",
    "12,34",
    "5 - 22",
    "2m",
    "37:99",
    "OC14,18",
    "31 June 2020",
  ])("%s is words: it has no certain reading", (words) => expect(value(words)).toEqual({ kind: "words" }));
});

describe("dates", () => {
  test.each([
    ["held on Tuesday 21 st July 2020", "2020-07-21", "21 st July 2020"],
    ["the 3rd of February 2020", "2020-02-03", "3rd of February 2020"],
    ["on 21/01/2020.", "2020-01-21", "21/01/2020"],
    ["March 5, 2021", "2021-03-05", "March 5, 2021"],
  ])("%s", (words, date, named) => {
    const found = dateIn(text(words));
    expect([found?.date, found?.words.text]).toEqual([date, named]);
  });

  test("a day that does not exist is none", () => expect(dateIn(text("31st June 2020"))).toBeNull());

  test.each([
    ["Monday, 3 February 2020", true],
    ["Date: Monday, 16 March 2020", true],
    ["Panel Meeting 3rd February 2020", false],
  ])("%s alone: %s", (words, alone) => expect(isDateAlone(text(words))).toBe(alone));

  test.each([
    ["Jan 2020", "2020-01"],
    ["Sep-19", "2019-09"],
    ["in Sep-19", null],
  ])("month of %s", (words, month) => expect(monthOf(words)).toBe(month));
});

describe("periods", () => {
  test.each([
    ["Q3 - December 2019/20", "2019-10", "2019-12", "2019-20-q3"],
    ["DECEMBER – Q3 2019/20", "2019-10", "2019-12", "2019-20-q3"],
    ["Quarter 4 2019-20", "2020-01", "2020-03", "2019-20-q4"],
    ["Q2 – SEPTEMBER 2020", "2020-07", "2020-09", "2020-21-q2"],
    ["Meeting July 2018 – Notes", "2018-07", "2018-07", null],
  ])("%s", (words, from, to, quarter) => expect(periodIn(text(words))).toMatchObject({ from, to, quarter }));

  test.each(["3rd February 2020", "Plan 2016 - 2021", "no period"])("%s names none", (words) =>
    expect(periodIn(text(words))).toBeNull(),
  );
});

test.each([
  ["Average response (mm:ss)", "mm:ss"],
  ["Per 1,000 Pop (-1)", "Per 1,000 Pop"],
  ["crime volumes per 1,000 population for each", "per 1,000 population"],
  ["% CHANGE", "%"],
  ["Amount (£m)", "£m"],
  ["Dec-19", null],
])("the unit that %s names", (words, unit) => expect(unitIn(words)).toBe(unit));
