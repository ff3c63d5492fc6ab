import { expect, test } from "@jest/globals";
import { formatFigure } from "../../src/document/format.ts";
import { figureOf, measure, registerOf } from "../support/register.ts";

/** Newcombe (1998), table I, method 3: 81 of 263 has .2553 to .3662, 15 of 148 has .0624 to .1605. */
test.each([
  ["81,263", 25.53, 36.62],
  ["15,148", 6.24, 16.05],
  ["7,8", 52.91, 97.76],
  ["0,20", 0, 16.11],
])("the 95%% interval of %s", async (cells, lower, upper) => {
  const rows = ["period,value,denominator", `2019-11,${cells}`];
  const register = await registerOf(...measure("views", rows, ["unit: percent", "survey: {}"]));
  expect(figureOf(register, "views.lower95").value).toBeCloseTo(lower, 2);
  expect(figureOf(register, "views.upper95").value).toBeCloseTo(upper, 2);
  expect(formatFigure(figureOf(register, "views.upper95"))).toBe(`${Math.round(upper)}%`);
});

test("an interval says how it came about", async () => {
  const rows = ["period,value,denominator", "2019-11,7,8"];
  const register = await registerOf(...measure("views", rows, ["unit: percent", "survey: {}"]));
  expect(figureOf(register, "views.lower95")).toMatchObject({
    formula: "Wilson 95% interval, lower end, of 7 in 8",
    unit: "percent",
    from: [expect.objectContaining({ line: 2 })],
  });
});

test.each([
  ["survey: {}", "2019-11,75,", "the number of answers is not published"],
  ["survey: {}", "2019-11,7.5,10", "the number of answers is not published"],
  ["decimals: 0", "2019-11,7,8", "only a survey's percentage has an interval"],
])("there is no interval of %s %s", async (line, row, reason) => {
  const register = await registerOf(
    ...measure("views", ["period,value,denominator", row], ["unit: percent", line]),
  );
  for (const end of ["lower95", "upper95"])
    expect(figureOf(register, `views.${end}`)).toMatchObject({ value: null, reason });
});
