import { describe, expect, test } from "@jest/globals";
import type { Diagnostic } from "../../src/diagnostic.ts";
import { Measure, type Unit } from "../../src/model/measure.ts";
import {
  type Observation,
  readObservation,
  type SeriesRow,
  seriesColumns,
} from "../../src/model/observation.ts";

type Cells = Partial<Record<(typeof seriesColumns)[number], string>>;

const place = { file: "rape.csv", line: 2, column: 1 };

function measureOf(unit: Unit) {
  return Measure.parse({
    id: "rape",
    title: "Rape",
    priority: "protecting-people",
    counted: { one: "offence", many: "offences" },
    unit,
    improvementDirection: "neutral",
    signsOfImprovement: ["Fewer"],
    definition: "Rape.",
    source: { system: "Records" },
    periods: "month",
    areas: ["force", "north"],
    categories: [{ id: "recent", title: "Recent" }],
  });
}

/** Reads a row whose cells stand in columns of ten characters each. */
function read(unit: Unit, cells: Cells): { value: Observation | null; problems: string[] } {
  const measure = measureOf(unit);
  const problems: Diagnostic[] = [];
  const columns = Object.entries(cells).map(([name, text]) => {
    const column = 1 + 10 * seriesColumns.indexOf(name as (typeof seriesColumns)[number]);
    return [name, { text, place: { ...place, column } }];
  });
  const row: SeriesRow = { place, cells: Object.fromEntries(columns) as SeriesRow["cells"] };
  const names = { areas: ["force", "north"], categories: ["recent"] };
  const value = readObservation(row, measure, names, problems);
  return {
    value,
    problems: problems.map((p) => `${p.place.column} ${p.message}${p.hint ? ` ${p.hint}` : ""}`),
  };
}

describe("a row", () => {
  test("is the force's published value when nothing more is said", () => {
    expect(read("count", { period: "2019-12", value: "53" })).toEqual({
      value: {
        period: "2019-12",
        area: "force",
        category: null,
        value: 53,
        numerator: null,
        denominator: null,
        tied: false,
        decimals: 0,
        status: "published",
        reason: null,
        revision: null,
        place: { ...place, column: 31 },
      },
      problems: [],
    });
  });

  test("keeps zero apart from nothing", () => {
    expect(read("count", { period: "2019-12", value: "0" }).value).toMatchObject({
      value: 0,
      status: "published",
    });
    expect(
      read("count", { period: "2019-12", value: "", status: "missing", reason: "late" }).value,
    ).toMatchObject({ value: null, reason: "late" });
  });

  test("of a percentage with a denominator holds the number behind it", () => {
    const { value } = read("percent", { period: "2019-12", value: "28", denominator: "117" });
    expect(value).toMatchObject({ numerator: 28, denominator: 117, value: 2800 / 117 });
  });

  test("of a percentage without one holds the percentage, with its decimals", () => {
    expect(read("percent", { period: "2019-12", value: "3.30" }).value).toMatchObject({
      value: 3.3,
      numerator: null,
      decimals: 2,
    });
  });

  test.each([
    ["14:01", 841],
    ["1:02:03", 3723],
    ["00:00", 0],
  ])("of a duration is read as seconds: %s", (text, seconds) => {
    expect(read("duration", { period: "2019-12", value: text }).value?.value).toBe(seconds);
  });

  test.each([
    ["3", 3, false],
    ["3=", 3, true],
  ])("of a rank is a place, shared or not: %s", (text, value, tied) => {
    const row = read("rank", { period: "2019-12", value: text, denominator: "43" });
    expect(row).toMatchObject({ value: { value, tied, denominator: 43 }, problems: [] });
  });

  test.each([
    ["third", "43", "31 value: write a place, e.g. 3, or 3= where it is shared, not `third`"],
    ["3.5", "43", "31 value: write a place, e.g. 3, or 3= where it is shared, not `3.5`"],
    ["0", "43", "31 value: the first place is 1"],
    ["44", "43", "31 value: a place among 43 is at most 43"],
    ["3", "43.5", "41 denominator: write how many were ranked, a whole number, e.g. 43"],
  ])("of a rank cannot be %s of %s", (value, denominator, says) => {
    expect(read("rank", { period: "2019-12", value, denominator }).problems).toEqual([says]);
  });

  test("of another unit is never shared", () => {
    expect(read("count", { period: "2019-12", value: "3=" }).problems).toEqual([
      "31 value: write a plain whole number without commas or signs, e.g. 3738, not `3=`",
    ]);
  });

  test("of a revised percentage keeps the old number and the old percentage", () => {
    const cells = {
      period: "2019-12",
      value: "28",
      denominator: "112",
      status: "revised",
      was: "14",
      revised: "2020-01-20",
    };
    expect(read("percent", cells).value).toMatchObject({
      value: 25,
      revision: { was: 12.5, numerator: 14, on: "2020-01-20" },
    });
  });
});

/** Unit, the cells besides the period, and what is said of them, each behind its column. */
const wrong: readonly [string, Unit, Cells, readonly string[]][] = [
  [
    "a category that does not exist",
    "count",
    { category: "recnt", value: "3" },
    ["21 category: `recnt` is not a category of this measure Did you mean `recent`?"],
  ],
  [
    "a status that does not exist",
    "count",
    { value: "3", status: "estmated" },
    ["51 status: `estmated` is not a status Did you mean `estimated`?"],
  ],
  [
    "no value without a status",
    "count",
    { value: "" },
    ["31 value: write the value, or give the status `missing` and a reason"],
  ],
  [
    "a missing value without a reason",
    "count",
    { value: "", status: "missing" },
    ["1 reason: say why the value is missing"],
  ],
  [
    "a suppressed value that stands there",
    "count",
    { value: "3", status: "suppressed", reason: "few" },
    ["31 value: leave the value empty when the status is suppressed"],
  ],
  [
    "a value with a comma",
    "count",
    { value: "3,738" },
    ["31 value: write a plain whole number without commas or signs, e.g. 3738, not `3,738`"],
  ],
  [
    "a sign",
    "count",
    { value: "-3" },
    ["31 value: write a plain whole number without commas or signs, e.g. 3738, not `-3`"],
  ],
  [
    "half an offence",
    "count",
    { value: "3.5" },
    ["31 value: write a plain whole number without commas or signs, e.g. 3738, not `3.5`"],
  ],
  [
    "a number beyond all numbers",
    "pounds",
    { value: "9".repeat(400) },
    [`31 value: write a plain number without commas or signs, e.g. 3738, not \`${"9".repeat(400)}\``],
  ],
  [
    "a percent sign",
    "percent",
    { value: "75%" },
    ["31 value: write a plain number without commas or signs, e.g. 75, not `75%`"],
  ],
  ["more than all", "percent", { value: "750" }, ["31 value: a percentage is at most 100"]],
  [
    "more than the denominator",
    "percent",
    { value: "75", denominator: "40" },
    ["31 value: write the number behind the percentage, at most the denominator 40"],
  ],
  [
    "a percentage of nothing",
    "percent",
    { value: "0", denominator: "0" },
    ["41 denominator: a percentage needs a denominator above 0"],
  ],
  [
    "a denominator in words",
    "count",
    { value: "3", denominator: "many" },
    ["41 denominator: write a plain number, e.g. 2606"],
  ],
  [
    "minutes without seconds",
    "duration",
    { value: "14" },
    ["31 value: write minutes and seconds, e.g. 14:01, not `14`"],
  ],
  [
    "sixty seconds",
    "duration",
    { value: "14:60" },
    ["31 value: write minutes and seconds, e.g. 14:01, not `14:60`"],
  ],
  [
    "a revision without its status",
    "count",
    { value: "3", was: "2" },
    ["1 status: write `revised` where `was` or `revised` is given"],
  ],
  [
    "a revision without old value and day",
    "count",
    { value: "3", status: "revised", revised: "2020-02-30" },
    [
      "1 was: give the value that was published before",
      "81 revised: give the day of the revision, e.g. 2020-02-14",
    ],
  ],
];

describe("a row is refused for", () => {
  test.each(wrong)("%s", (_, unit, cells, says) => {
    expect(read(unit, { period: "2019-12", ...cells })).toEqual({ value: null, problems: says });
  });

  test("everything that is wrong in it", () => {
    const { problems } = read("count", { period: "2019-2", area: "noth", value: "many", status: "x" });
    expect(problems.map((p) => p.split(":")[0])).toEqual(["1 period", "11 area", "51 status", "31 value"]);
  });
});
