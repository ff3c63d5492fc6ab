import { describe, expect, test } from "@jest/globals";
import type { Claim, Printed, Quantity } from "../../../src/audit/claims/claim.ts";
import { claimsOf } from "../../../src/audit/claims/claims.ts";
import { quantitiesIn } from "../../../src/audit/claims/quantities.ts";
import { readPaper } from "../../../src/sources/paperText/read.ts";

const claims = (text: string): Claim[] => readPaper("paper.md", text).parts.flatMap(claimsOf);

describe("quantities", () => {
  const shown = (text: string): string[] => quantitiesIn(text).map(({ at, end }) => text.slice(at, end));

  test.each([
    ["718 (28%) of 2,606 victims", ["718", "28%", "2,606"]],
    ["£4.484m and £870,375.00, up 4.38%", ["£4.484m", "£870,375.00", "4.38%"]],
    ["14 mins 01 seconds, against 13 mins 24 seconds", ["14 mins 01 seconds", "13 mins 24 seconds"]],
    ["a reduction of 4 percentage points", ["4 percentage points"]],
    ["a -0.4% change", ["-0.4%"]],
    ["in December -55% (6)", ["55%", "6"]],
    ["calls answered within 10 seconds in the last 12 months of 2019/20", []],
    ["section 22, Outcome 16, Figure 3, WPCC20095, 21/01/2020, Q3 and 101 calls", []],
    ["victims with 3-5 offences aged 50-59 years on 8th April 2020", []],
    ["rose from 51 to 67 cases", ["51", "67"]],
  ])("of “%s”", (text, numbers) => expect(shown(text)).toEqual(numbers));

  test("a hedge makes a number loose", () => {
    expect(quantitiesIn("about 30 of 40").map(({ loose }) => loose)).toEqual([true, false]);
  });
});

describe("comparisons", () => {
  const value = (printed: Printed | null): number | null => printed?.quantity.value ?? null;
  const size = (quantity: Quantity | null): number | null => quantity?.value ?? null;
  const compared = (text: string) =>
    claims(text).flatMap((claim) =>
      claim.kind === "comparison"
        ? [[claim.direction, value(claim.subject), claim.comparator, value(claim.against), size(claim.size)]]
        : [],
    );

  test.each([
    [
      "53 offences were reported in December. This is a slight increase compared to November (48) and above the monthly average (39).",
      [
        ["up", 53, "month", 48, null],
        ["up", 53, "average", 39, null],
      ],
    ],
    [
      "Over a quarter (26%) are repeat victims, an increase of 2 percentage points from the previous month (24%) and 3 percentage points compared to the same month last year (23%).",
      [
        ["up", 26, "previous", 24, 2],
        ["up", 26, "year", 23, 3],
      ],
    ],
    [
      "The rate was 5.29%, an increase from 3.3% in November but remains lower than the equivalent month last year (7.1%).",
      [
        ["up", 5.29, "month", 3.3, null],
        ["down", 5.29, "year", 7.1, null],
      ],
    ],
    ["There was no increase compared to November (48).", []],
    ["The number has increased by 5% from 8,941 to 9,418.", [["up", 9418, "other", 8941, 5]]],
    [
      "The levels show an increase when compared to December 2018 (634 / 414).",
      [["up", 634, "month", 414, null]],
    ],
    [
      "Knife crime fell 8% to 1,180 offences compared with 1,283 the previous year.",
      [["down", 1180, "year", 1283, 8]],
    ],
    ["Crime had increased by 6.7% (3935 offences to 4199).", [["up", 4199, "other", 3935, 6.7]]],
    ["A decrease of 7.5% in offences (from 4,201 to 3,886).", [["down", 3886, "other", 4201, 7.5]]],
    ["There were 1,245 burglaries, up 12% on Q1 (1,112).", [["up", 1245, "other", 1112, 12]]],
    ["Spending was £2.3m, £0.2m above the baseline of £2.1m.", [["up", 2300000, "other", 2100000, 200000]]],
  ])("of “%s”", (text, expected) => expect(compared(text)).toEqual(expected));
});

describe("shares", () => {
  const shares = (text: string) =>
    claims(text).flatMap((claim) =>
      claim.kind === "share"
        ? [[claim.part.value, claim.whole?.quantity.value ?? null, claim.percent.value]]
        : [],
    );

  test.each([
    ["28% (718) of all victims (2,606) were repeat victims.", [[718, 2606, 28]]],
    ["Out of the 3,419 offences, 284 (8.3%) were charged.", [[284, 3419, 8.3]]],
    ["Of 120 applications, 85 (71%) were approved.", [[85, 120, 71]]],
    ["46 cases were discontinued and of those cases 29 (or 63%) were domestic.", [[29, 46, 63]]],
    ["29 of 46 (63%) were domestic.", [[29, 46, 63]]],
    ["63% (29 of 46) were domestic.", [[29, 46, 63]]],
    ["87 (12%) were also a victim in November.", [[87, null, 12]]],
    ["It rose compared to the previous month (124, 24%).", []],
  ])("of “%s”", (text, expected) => expect(shares(text)).toEqual(expected));

  test("“of these” are the main figure of the sentence before, in each item of the list", () => {
    expect(
      shares("284 (8.3%) were charged. Of these:\n\n- 66% (187) were summonsed\n- 18% (52) were cautioned"),
    ).toEqual([
      [284, null, 8.3],
      [187, 284, 66],
      [52, 284, 18],
    ]);
  });
});

test("minimums: people, the least that each has, the total", () => {
  const found = claims(
    "Two northern and one southern individuals have had 20+ offences each that represent 4% (38) of all. There are more victims with 3-5 offences each (98) representing 338 offences.",
  ).flatMap((claim) =>
    claim.kind === "minimum"
      ? [[claim.people.quantity.value, claim.least, claim.most, claim.total?.value]]
      : [],
  );
  expect(found).toEqual([
    [3, 20, null, 38],
    [98, 3, 5, 338],
  ]);
});
