import { expect, test } from "@jest/globals";
import { computedRows } from "../../src/document/site/computed.ts";
import type { Figure } from "../../src/figures/figure.ts";
import type { PeriodKind } from "../../src/model/period.ts";
import { registerOf } from "../support/register.ts";

const register = await registerOf();

test.each<[PeriodKind, string, string]>([
  ["month", "mean of 21 values from 2018-04 to 2019-12", "Mean of 21 values from Apr 2018 to Dec 2019"],
  [
    "year-to",
    "value of 2019-06 − value of 2019-03",
    "Value of the year to Jun 2019 − value of the year to Mar 2019",
  ],
  ["week", "value of 2019-12-29", "Value of the week ending 29 Dec 2019"],
  ["quarter", "value of 2019-20-q3", "Value of quarter 3 of 2019/20"],
  ["range", "value of 2019-04/2019-12", "Value of Apr to Dec 2019"],
  ["date", "value of 2019-12-01", "Value of 1 Dec 2019"],
  ["month", "100 × (2019 − 2018) ÷ 2018", "100 × (2019 − 2018) ÷ 2018"],
])("periods of the kind %s in formulas are words", (periodKind, formula, said) => {
  const figure: Figure = {
    ...register.figure({
      measure: "burglary",
      area: "force",
      category: null,
      period: null,
      statistic: "value",
    }),
    periodKind,
    formula,
    period: null,
  };
  expect(computedRows([figure], register).map((row) => row.formula)).toEqual([said]);
});

test("what a figure rests on says what of it is no published value", () => {
  const value = register.figure({
    measure: "burglary",
    area: "force",
    category: null,
    period: null,
    statistic: "value",
  });
  const [place] = value.from;
  if (place === undefined) throw new Error("the value has no place");
  const fromOf = (count: number, status: Figure["status"]): string | undefined =>
    computedRows([{ ...value, status, from: Array.from({ length: count }, () => place) }], register)[0]?.from;
  expect([
    fromOf(1, "published"),
    fromOf(2, "published"),
    fromOf(1, "estimated"),
    fromOf(2, "provisional"),
  ]).toEqual(["1 value", "2 values", "1 value, estimated", "2 values, some provisional"]);
});
