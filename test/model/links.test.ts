import { describe, expect, test } from "@jest/globals";
import { load } from "../../src/load.ts";
import { type Change, inMemory, minimal, problemsOf } from "../support/project.ts";
import { measure, monthRows } from "../support/register.ts";

const organisation = "data/organisation.yaml";

async function told(...changes: readonly Change[]): Promise<string[]> {
  const problems = await problemsOf(() => load("data", inMemory(minimal(...changes))));
  return problems.map(
    ({ place, message, hint }) =>
      `${place.file.split("/").at(-1)}:${place.line}:${place.column} ${message}${hint ? ` | ${hint}` : ""}`,
  );
}

const thefts = (...more: string[]): Change[] => measure("thefts", monthRows([3, 4, 5]), more);

describe("a survey", () => {
  test.each([
    [["survey: {}"], ["thefts.yaml:11:9 survey: a count does not come from a survey"]],
    [["unit: percent", "survey: {}"], []],
    [["unit: percent", "survey: { months: 12 }"], []],
    [["unit: rank", "survey: {}"], []],
    [
      ["unit: percent", "survey: { months: 0 }"],
      ["thefts.yaml:11:19 survey.months: a value covers at least one month"],
    ],
  ])("%j", async (lines, says) => {
    expect(await told(...thefts(...lines))).toEqual(says);
  });

  test("whose periods say by themselves what they cover names no months", async () => {
    const rows = ["period,value", "2019-06,73"];
    const lines = ["unit: percent", "periods: year-to", "survey: { months: 12 }"];
    expect(await told(...measure("views", rows, lines))).toEqual([
      "views.yaml:11:19 survey.months: a year-to says by itself what it covers | Take `months` out.",
    ]);
  });
});

describe("names that nothing answers to", () => {
  test.each([
    [
      "an area",
      "areas: [force, west]",
      "thefts.yaml:11:16 areas: `west` is not an area of organisation.yaml | Use one of: force, north, south, hilltop, moorside",
    ],
    ["a peer", "peers: [wales]", "thefts.yaml:11:9 peers: `wales` is not a comparator of organisation.yaml"],
    [
      "a part",
      "parts: [burglry]",
      "thefts.yaml:11:9 parts: `burglry` is not a measure | Did you mean `burglary`?",
    ],
    [
      "the period of an event",
      "events: [{ period: 2019-13, label: x }]",
      "thefts.yaml:11:20 events.0.period: write a month, e.g. 2019-12, not `2019-13`",
    ],
    [
      "the start of a comparison",
      "comparableFrom: { period: April 2018, reason: x }",
      "thefts.yaml:11:27 comparableFrom.period: write a month, e.g. 2019-12, not `April 2018`",
    ],
    [
      "the start of a baseline",
      "baselines: [{ start: 2019-01-01, reason: x, confirmedBy: y, confirmedOn: 2019-12-01 }]",
      "thefts.yaml:11:22 baselines.0.start: write a month, e.g. 2019-12, not `2019-01-01`",
    ],
  ])("%s", async (_, line, says) => {
    expect(await told(...thefts(line))).toEqual([says]);
  });

  test("a priority", async () => {
    expect(
      await told({ file: "data/measures/burglary.yaml", from: "less-crime", to: "less-crimes" }),
    ).toEqual([
      "burglary.yaml:3:11 priority: `less-crimes` is not a priority of organisation.yaml | Did you mean `less-crime`?",
    ]);
  });

  test("the parent of an area, and an area of a base", async () => {
    const parent = {
      file: organisation,
      from: "name: Hilltop, kind: district, parent: north",
      to: "name: Hilltop, kind: district, parent: nroth",
    };
    const base = { file: organisation, from: "{ force: 80000,", to: "{ forse: 80000," };
    const says = await told(parent, base);
    expect(says).toContain(
      "organisation.yaml:8:59 areas.3.parent: `nroth` is not an area | Did you mean `north`?",
    );
    expect(says).toContain(
      "organisation.yaml:20:21 bases.households.areas: `forse` is not an area | Did you mean `force`?",
    );
  });

  test("the force itself", async () => {
    const says = await told({
      file: organisation,
      from: "id: force, name: Marlshire",
      to: "id: marlshire, name: Marlshire",
    });
    expect(says).toContain(
      "organisation.yaml:5:3 areas: one area must be { id: force, kind: force }, the whole that the others are parts of",
    );
  });
});

describe("rows", () => {
  test("of one period and area may not come twice", async () => {
    expect(await told(...measure("thefts", ["period,value", "2019-10,3", "2019-10,4"]))).toEqual([
      "thefts.csv:3:9 2019-10, force is given twice: first in line 2 | Keep one of the two.",
    ]);
  });

  test("of weeks all end on one day of the week", async () => {
    const rows = ["period,value", "2019-11-10,3", "2019-11-17,4", "2019-11-23,5"];
    expect(await told(...measure("thefts", rows, ["periods: week"]))).toEqual([
      "thefts.csv:4:12 period: the week to 2019-11-23 ends on another weekday than that to 2019-11-10 | Give every week by the same day of the week.",
    ]);
  });

  test("in the YAML have the columns of a CSV", async () => {
    const [file] = thefts(
      "series:",
      "  - { period: 2019-10, value: 3 }",
      "  - { period: 2019-11, value: 4, reson: flood }",
    );
    expect(file && (await told(file))).toEqual([
      "thefts.yaml:13:34 series.1: there is no column `reson` | Did you mean `reason`?",
    ]);
  });

  test("stand in one place, and somewhere", async () => {
    const [file] = thefts();
    expect(file && (await told(file))).toEqual([
      "thefts.yaml:1:1 there is no series: add `series` here or a file thefts.csv beside it | Keep it in one place.",
    ]);
    expect(await told(...thefts("series: [{ period: 2019-10, value: 3 }]"))).toEqual([
      "thefts.yaml:11:9 the series stands both here and in thefts.csv | Keep it in one place.",
    ]);
  });
});

test("a measure may not end in .yml, which nothing would read", async () => {
  expect(await told({ file: "data/measures/thefts.yml", text: "id: thefts\n" })).toEqual([
    "thefts.yml:1:1 no measure goes with this file: it needs thefts.yaml beside it",
  ]);
});
