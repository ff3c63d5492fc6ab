import { describe, expect, test } from "@jest/globals";
import { parseReference, referenceName } from "../../src/figures/reference.ts";
import { factsOf, measure, monthRows } from "../support/register.ts";

const facts = await factsOf(
  ...measure("thefts", monthRows([1, 2]), [
    "areas: [force, north, south]",
    "categories: [{ id: cars, title: Cars }]",
  ]),
);

const read = (text: string) => parseReference(text, { file: "x.md", line: 3, column: 10, text }, facts);

/** The problems of a reference as `column+length message`, its first character in column 10. */
function problems(text: string): string[] {
  const result = read(text);
  return result.ok
    ? []
    : result.problems.map(
        ({ place, message, hint }) => `${place.column}+${place.length} ${message}${hint ? ` | ${hint}` : ""}`,
      );
}

describe("a reference", () => {
  test.each([
    ["thefts", { area: "force", category: null, statistic: "value", period: null }],
    ["thefts.north", { area: "north", category: null, statistic: "value", period: null }],
    [
      "thefts.mean.cars.north@2019-10",
      { area: "north", category: "cars", statistic: "mean", period: "2019-10" },
    ],
    ["thefts.force.previous", { area: "force", category: null, statistic: "previous", period: null }],
  ])("%s is read, whatever the order of its words", (text, expected) => {
    expect(read(text)).toEqual({ ok: true, value: { measure: "thefts", ...expected } });
  });

  test("is named with its words in one order, so that each figure has one name", () => {
    const names = [
      "thefts.mean.cars.north@2019-10",
      "thefts.north.cars.mean@2019-10",
      "thefts.value.force",
    ].map((text) => {
      const result = read(text);
      return result.ok ? referenceName(result.value) : null;
    });
    expect(names).toEqual(["thefts.north.cars.mean@2019-10", "thefts.north.cars.mean@2019-10", "thefts"]);
  });

  test.each([
    [
      "",
      [
        "10+1 name a measure here, e.g. rape.previous | Use one of: burglary, response-time, satisfaction, thefts",
      ],
    ],
    ["theft", ["10+5 there is no measure `theft` | Did you mean `thefts`?"]],
    [
      "thefts.nroth.meen",
      [
        "17+5 `nroth` is no area, category or statistic of thefts | Did you mean `north`?",
        "23+4 `meen` is no area, category or statistic of thefts | Did you mean `mean`?",
      ],
    ],
    [
      "thefts.hilltop",
      [
        "17+7 `hilltop` is no area, category or statistic of thefts | Use one of: force, north, south, cars, value, previous, yearAgo, change (and 26 more)",
      ],
    ],
    [
      "thefts.constructor",
      [
        "17+11 `constructor` is no area, category or statistic of thefts | Use one of: force, north, south, cars, value, previous, yearAgo, change (and 26 more)",
      ],
    ],
    ["thefts.north.south", ["23+5 `south` is a second area, after `north`: name one"]],
    ["thefts.change.mean", ["24+4 `mean` is a second statistic, after `change`: name one"]],
    [
      "thefts.",
      [
        "17+1 `` is no area, category or statistic of thefts | Use one of: force, north, south, cars, value, previous, yearAgo, change (and 26 more)",
      ],
    ],
    ["thefts@2019", ["17+4 write the period of thefts as a month, e.g. 2019-12"]],
    ["thefts@", ["17+1 write the period of thefts as a month, e.g. 2019-12"]],
    ["thefts@2019-10@2019-11", ["17+7 write the period of thefts as a month, e.g. 2019-12"]],
  ])("%j is refused at its place", (text, says) => {
    expect(problems(text)).toEqual(says);
  });
});
