import { describe, expect, test } from "@jest/globals";
import { load } from "../../src/load.ts";
import { type Change, inMemory, minimal, problemsOf } from "../support/project.ts";
import { measure } from "../support/register.ts";

async function told(...changes: readonly Change[]): Promise<string[]> {
  const problems = await problemsOf(() => load("data", inMemory(minimal(...changes))));
  return problems.map(
    ({ place, message }) => `${place.file.split("/").at(-1)}:${place.line}:${place.column} ${message}`,
  );
}

const areas = "areas: [force, north, south, hilltop, moorside]";
const rows = (...more: string[]): string[] => ["period,area,category,value", ...more];

describe("areas", () => {
  test("add up to their force, districts to their area", async () => {
    const wrong = rows(
      "2019-11,,,10",
      "2019-11,north,,6",
      "2019-11,south,,5",
      "2019-11,hilltop,,2",
      "2019-11,moorside,,3",
    );
    expect(await told(...measure("thefts", wrong, [areas]))).toEqual([
      "thefts.csv:2:11 thefts, force, 2019-11: the areas add up to 11 (6 + 5), not 10",
      "thefts.csv:3:16 thefts, north, 2019-11: the districts add up to 5 (2 + 3), not 6",
    ]);
  });

  test("are not summed while one of them is not published, and never for a percentage", async () => {
    expect(await told(...measure("thefts", rows("2019-11,,,10", "2019-11,north,,6"), [areas]))).toEqual([]);
    const percent = ["period,area,value", "2019-11,,50", "2019-11,north,40", "2019-11,south,60"];
    expect(await told(...measure("thefts", percent, [areas, "unit: percent"]))).toEqual([]);
  });

  test("may differ where the measure says why, and only there", async () => {
    const because = (area: string): string =>
      `differences: [{ period: 2019-11, area: ${area}, of: areas, reason: Printed so. }]`;
    const wrong = rows("2019-11,,,10", "2019-11,north,,6", "2019-11,south,,5");
    expect(await told(...measure("thefts", wrong, [areas, because("force")]))).toEqual([]);
    expect(await told(...measure("thefts", wrong, [areas, because("north")]))).toEqual([
      "thefts.csv:2:11 thefts, force, 2019-11: the areas add up to 11 (6 + 5), not 10",
      "thefts.yaml:12:15 differences.0: nothing differs here: the areas of north in 2019-11 add up, or are not all given",
    ]);
  });
});

describe("categories", () => {
  const categories = "categories: [{ id: cars, title: Cars }, { id: bicycles, title: Bicycles }]";
  const wrong = rows("2019-11,,,10", "2019-11,,cars,6", "2019-11,,bicycles,5");

  test("add up to the total where the measure says that they do", async () => {
    expect(await told(...measure("thefts", wrong, [categories, "categoriesAddUp: true"]))).toEqual([
      "thefts.csv:2:11 thefts, force, 2019-11: the categories add up to 11 (6 + 5), not 10",
    ]);
    expect(await told(...measure("thefts", wrong, [categories]))).toEqual([]);
  });
});

test("parts add up to the whole that names them", async () => {
  const changes = [
    ...measure("cars", ["period,value", "2019-10,1", "2019-11,6"]),
    ...measure("bicycles", ["period,value", "2019-10,1", "2019-11,5"]),
    ...measure("thefts", ["period,value", "2019-10,2", "2019-11,10"], ["parts: [cars, bicycles]"]),
  ];
  expect(await told(...changes)).toEqual([
    "thefts.csv:3:9 thefts, force, 2019-11: the parts add up to 11 (6 + 5), not 10",
  ]);
});
