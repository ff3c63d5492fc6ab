import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseExpression } from "../../src/figures/expression.ts";
import { figureOf, measure, monthRows, registerOf } from "../support/register.ts";

const register = await registerOf(...measure("thefts", monthRows([3, 0])));

/** The problems of an expression as `column+length message`, its first character in column 5. */
function problems(text: string): string[] {
  const read = parseExpression(
    text,
    { file: "x.md", line: 1, column: 5, text: `  {{${text}}}` },
    register.facts,
  );
  return read.ok
    ? []
    : read.problems.map(({ place, message }) => `${place.column}+${place.length} ${message}`);
}

describe("an expression", () => {
  test.each([
    ["burglary.north + burglary.south", 54, "count"],
    ["burglary.north - burglary.south", 14, "count"],
    ["burglary - burglary.north - burglary.south", 0, "count"],
    ["burglary.south - burglary.north", -14, "count"],
    ["burglary.hilltop / burglary.north", (100 * 15) / 34, "percent"],
    ["burglary.hilltop + burglary.moorside / burglary.north", 100, "percent"],
    ["satisfaction - satisfaction.previous", -2.5, "percentage points"],
    ["response-time - response-time.previous", 40, "duration"],
  ])("%s is %d (%s)", (text, value, unit) => {
    const figure = figureOf(register, text);
    expect(figure).toMatchObject({ unit, name: text });
    expect(figure.value).toBeCloseTo(value, 9);
  });

  test("names what it was made of, and comes from all of it", () => {
    const figure = figureOf(register, "burglary.hilltop / burglary.north");
    expect(figure.formula).toBe("burglary.hilltop ÷ burglary.north");
    expect(figure.from.map((place) => place.line)).toEqual([60, 58]);
  });

  test("keeps a share as an exact ratio", () => {
    expect(figureOf(register, "burglary.hilltop / burglary.north").ratio).toEqual({
      numerator: 1500,
      denominator: 34,
    });
  });

  test.each([
    ["burglary.hilltop@2018-06 + burglary.north", "nothing is published for 2018-06"],
    ["burglary / thefts", "the base is 0"],
    ["burglary + satisfaction", "its parts are in different units, count and percent"],
    ["response-time / burglary", "its parts are in different units, duration and count"],
    ["burglary.exceptional + burglary.trend", null],
  ])("%s has no value", (text, reason) => {
    expect(figureOf(register, text)).toMatchObject({ value: null, words: null, reason });
  });

  test.each([
    ["burglary north", "5+14 write one figure, or figures joined by + - or / with a blank on both sides"],
    ["burglary +north", "5+15 write one figure, or figures joined by + - or / with a blank on both sides"],
    ["burglary -", "5+10 write one figure, or figures joined by + - or / with a blank on both sides"],
    ["burglary/thefts", "5+15 there is no measure `burglary/thefts`"],
    ["burglary + theft", "16+5 there is no measure `theft`"],
    ["burglary|seize", "14+5 `seize` is no form of a figure"],
    ["burglary|size|words", "14+4 `size` is no form of a figure"],
    ["period:theft", "12+5 there is no measure `theft`"],
    ["monht", "5+5 there is no measure `monht`"],
  ])("%s is refused", (text, says) => {
    expect(problems(text)).toEqual([says]);
  });

  test.each([
    ["month", { kind: "paper", word: "month" }],
    [" ytd.yearAgo ", { kind: "paper", word: "ytd.yearAgo" }],
    ["period: burglary", null],
    ["period:burglary.north", { kind: "period", reference: { measure: "burglary", area: "north" } }],
    ["burglary.change|size", { kind: "figures", form: "size" }],
    ["burglary.change | words", { kind: "figures", form: "words" }],
  ])("%j is read", (text, expected) => {
    const read = parseExpression(text, { file: "x.md", line: 1, column: 1 }, register.facts);
    expect(read.ok ? read.value : null).toEqual(
      expected === null
        ? null
        : expect.objectContaining(expected.kind === "period" ? { kind: "period" } : expected),
    );
  });

  test("is read or refused, whatever is written, and every problem lies within it", () => {
    const word = fc.constantFrom(
      "burglary",
      "thefts",
      "north",
      ".",
      "@",
      "2019-10",
      "|",
      "size",
      "+",
      "-",
      "/",
      " ",
      "month",
      "__proto__",
      "{",
      "”",
      "\t",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const text = words.join("");
        const read = parseExpression(text, { file: "x.md", line: 1, column: 1, text }, register.facts);
        const places = read.ok ? [] : read.problems.map((p) => p.place);
        expect(places.every(({ column }) => column >= 1 && column <= text.length + 1)).toBe(true);
        expect(read.ok || places.length > 0).toBe(true);
      }),
    );
  });
});
