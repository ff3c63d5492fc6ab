import { describe, expect, test } from "@jest/globals";
import { formatFigure } from "../../src/document/format.ts";
import type { Change } from "../support/project.ts";
import { figureOf, measure, registerOf } from "../support/register.ts";

const organisation = "data/organisation.yaml";
const comparators: Change = {
  file: organisation,
  from: "bases:\n",
  to: `comparators:\n${["alder", "birch", "cedar", "elm"].map((id) => `  - { id: ${id}, name: ${id}, kind: force }\n`).join("")}  - { id: similar, name: Average of similar forces }\nbases:\n`,
};
const peers = "peers: [alder, birch, cedar, elm, similar]";

/** The force has 20, and four single forces have the values given; their average is no member of the list. */
async function placeOf(values: readonly string[], ...more: readonly string[]) {
  const names = ["alder", "birch", "cedar", "elm"];
  const rows = values.map((value, i) => `2019-11,${names[i]},${value}`);
  return registerOf(
    comparators,
    ...measure(
      "thefts",
      ["period,area,value", "2019-11,,20", "2019-11,similar,1", ...rows],
      [peers, ...more],
    ),
  );
}

describe("the place among the single forces a measure is compared with", () => {
  test.each([
    ["decrease", ["10", "30", "40", "50"], "2 of 5"],
    ["increase", ["10", "30", "40", "50"], "4 of 5"],
    ["decrease", ["20", "30", "40", "50"], "1= of 5"],
    ["decrease", ["10", "11", "12", "13"], "5 of 5"],
  ])("where an improvement is a %s, among %j", async (direction, values, printed) => {
    const register = await placeOf(values, `improvementDirection: ${direction}`);
    expect(formatFigure(figureOf(register, "thefts.rank"))).toBe(printed);
  });

  test("is that of another force when asked for, and names every value it rests on", async () => {
    const register = await placeOf(["10", "30", "40", "50"]);
    const figure = figureOf(register, "thefts.alder.rank");
    expect(formatFigure(figure)).toBe("1 of 5");
    expect(figure).toMatchObject({ value: 1, unit: "rank", rank: { of: 5, tied: false } });
    expect(figure.from).toHaveLength(5);
  });

  test.each([
    [["10", "30", "40"], [], "thefts.rank", "4 are too few to be ranked: it takes 5"],
    [
      ["10", "30", "40", "50"],
      ["improvementDirection: neutral"],
      "thefts.rank",
      "neither end of the list is better",
    ],
    [["10", "30", "40", "50"], [], "thefts.similar.rank", "only single forces are ranked"],
    [["10", "30", "40", "50"], [], "thefts.rank@2019-10", "nothing is published for 2019-10"],
  ])("is none among %j with %j: %s", async (values, more, name, reason) => {
    expect(figureOf(await placeOf(values, ...more), name)).toMatchObject({ value: null, reason });
  });

  test("rests on values as they are, not as they are printed", async () => {
    const rows = [
      "period,area,value,denominator",
      "2019-11,,30,41",
      ...["alder", "birch", "cedar", "elm"].map(
        (id) => `2019-11,${id},${id === "alder" ? "73,100" : "10,100"}`,
      ),
    ];
    const register = await registerOf(
      comparators,
      ...measure("share", rows, [peers, "unit: percent", "improvementDirection: increase"]),
    );
    expect(formatFigure(figureOf(register, "share"))).toBe("73%");
    expect(formatFigure(figureOf(register, "share.rank"))).toBe("1 of 5");
  });
});

describe("a published place", () => {
  const rows = ["period,value,denominator", "2019-10,9,43", "2019-11,3=,43"];
  test.each([
    ["place.yearChange", "nothing is published for 2018-11"],
    ["place.changePercent", "places have no percentage"],
    ["place.share", "a place has no share"],
    ["place.rolling12", "places cannot be added"],
    ["place.ytd", "places cannot be added"],
    ["place.mean", "no average is kept for this measure"],
    ["place + place.previous", "places cannot be added"],
    ["place / place.previous", "a place has no share"],
  ])("%s is nothing: %s", async (name, reason) => {
    const register = await registerOf(...measure("place", rows, ["unit: rank"]));
    expect(figureOf(register, name)).toMatchObject({ value: null, rank: null, reason });
  });

  test("and another are so many places apart", async () => {
    const register = await registerOf(...measure("place", rows, ["unit: rank"]));
    for (const name of ["place.change", "place - place.previous"])
      expect(figureOf(register, name)).toMatchObject({ value: -6, unit: "places", signed: true, rank: null });
  });

  test("is shared or not as it was known", async () => {
    const revised = [
      "period,value,denominator,status,was,revised",
      "2019-10,4,43,revised,3=,2019-12-02",
      "2019-11,4=,43,revised,5,2019-11-20",
    ];
    const register = await registerOf(...measure("place", revised, ["unit: rank"]));
    expect(formatFigure(figureOf(register, "place@2019-10"))).toBe("3= of 43");
    expect(formatFigure(figureOf(register, "place"))).toBe("4= of 43");
  });
});
