import { describe, expect, test } from "@jest/globals";
import { formatFigure } from "../../src/document/format.ts";
import { headlineView } from "../../src/document/headline.ts";
import { areaSentences, leadSentence } from "../../src/document/opening.ts";
import { categoriesTable } from "../../src/document/tables/categories.ts";
import { paper } from "../support/project.ts";
import { figureOf, measure, registerOf } from "../support/register.ts";
import { sectionOf, summaryOf } from "../support/summary.ts";

const yaml = [
  "unit: rank",
  "counted: { one: rank of confidence, many: rank of confidence, verb: was }",
  "categories: [{ id: similar, title: Among similar forces }]",
];
const places = (rows: readonly string[], more: readonly string[] = []) =>
  measure("place", ["period,category,value,denominator", ...rows], [...yaml, ...more]);

describe("a published place", () => {
  test.each([
    ["27,43", "27 of 43"],
    ["3=,43", "3= of 43"],
    ["1,", "1st"],
    ["2,", "2nd"],
    ["3=,", "3rd="],
    ["7,", "7th"],
    ["11,", "11th"],
    ["12,", "12th"],
    ["13,", "13th"],
    ["22,", "22nd"],
  ])("%s is printed as %s", async (cells, printed) => {
    const register = await registerOf(...places([`2019-11,,${cells}`]));
    expect(formatFigure(figureOf(register, "place"))).toBe(printed);
  });

  test("among fewer than five is not printed", async () => {
    const register = await registerOf(...places(["2019-11,,2,4"]));
    expect(figureOf(register, "place")).toMatchObject({
      value: null,
      reason: "4 are too few to be ranked: it takes 5",
    });
  });

  test("moves by places, and a smaller number is a higher place", async () => {
    const register = await registerOf(...places(["2018-11,,6,43", "2019-10,,28,43", "2019-11,,27,43"]));
    expect(leadSentence(register, "place")).toBe(
      "The rank of confidence was 27 of 43 in November 2019: a higher place than in October.",
    );
    expect(areaSentences(register, "place")).toBe(
      "In November 2018 the figure was 6 of 43: it is a lower place now.",
    );
    expect(formatFigure(figureOf(register, "place.change"))).toBe("−1 place");
    expect(headlineView(register, "place").differences).toEqual([
      { label: "October 2019", text: "−1", detail: "places up from 28 of 43" },
      { label: "November 2018", text: "+21", detail: "places down from 6 of 43" },
    ]);
  });

  test("stands in a table of its categories", async () => {
    const register = await registerOf(...places(["2019-10,similar,2,8", "2019-11,similar,7,8"]));
    const { what, table } = categoriesTable(register, "place");
    expect(what).toBe("Rank of confidence, the first being the best");
    expect(table.rows.map((r) => [r.head, ...r.cells.map((c) => c.text)])).toEqual([
      ["Among similar forces", "2 of 8", "7 of 8"],
    ]);
  });

  test.each([
    ["7,8", []],
    ["7,", ["Place: among how many is not published."]],
  ])("%s of the section says in a note what is not published", async (cells, notes) => {
    const page = {
      file: `${paper}/04-place.md`,
      text: "---\nmeasure: place\ninclude: monthly\nknow: Nothing\n---\n",
    };
    const made = sectionOf(await summaryOf(...places([`2019-11,,${cells}`]), page), "place");
    expect(made.notes.map((n) => n.prose.markdown)).toEqual(notes);
  });

  test("of a survey is not compared with one that shares its months", async () => {
    const rows = ["2018-06,,6,43", "2019-03,,10,43", "2019-06,,27,43"];
    const register = await registerOf(
      ...measure(
        "place",
        ["period,category,value,denominator", ...rows],
        [...yaml, "periods: year-to", "survey: {}"],
      ),
    );
    expect(leadSentence(register, "place")).toBe(
      "The rank of confidence was 27 of 43 in the year to June 2019: a lower place than in the year to June 2018 (6 of 43).",
    );
  });
});
