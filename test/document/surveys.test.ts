import { describe, expect, test } from "@jest/globals";
import type { Diagnostic } from "../../src/diagnostic.ts";
import { linesDrawing } from "../../src/document/charts/lines.ts";
import { headlineView } from "../../src/document/headline.ts";
import { noNotes } from "../../src/document/notes.ts";
import { areaSentences, leadSentence } from "../../src/document/opening.ts";
import { fillText } from "../../src/document/prose.ts";
import { measuresTable } from "../../src/document/tables/measures.ts";
import { monthsTable } from "../../src/document/tables/months.ts";
import type { TableView } from "../../src/document/views.ts";
import type { Register } from "../../src/figures/register.ts";
import { paper } from "../support/project.ts";
import { measure, registerOf } from "../support/register.ts";
import { sectionOf, summaryOf } from "../support/summary.ts";

const yaml = (...more: readonly string[]): string[] => [
  "unit: percent",
  "counted: { one: of victims, many: of victims, verb: were satisfied }",
  "improvementDirection: increase",
  ...more,
];
const survey = (rows: readonly string[], ...more: readonly string[]): Promise<Register> =>
  registerOf(...measure("views", rows, yaml(...more)));

const lead = (register: Register): string => leadSentence(register, "views");
const headsOf = ({ head }: TableView): string[] => head.flat().map((h) => h.text);
/** The words that weigh a difference whose significance is not known. */
const sizeWords = /slight|notabl|significan|in line with/;

function filled(register: Register, text: string): { text: string; problems: string[] } {
  const problems: Diagnostic[] = [];
  const place = { file: "a.md", line: 5, column: 1, text };
  return {
    text: fillText(text, place, { register, notes: noNotes, problems }),
    problems: problems.map((p) => p.message),
  };
}

describe("a survey of one month whose answers are known", () => {
  const answered = (october: string, november: string) =>
    survey(
      ["period,value,denominator", "2018-11,39,40", `2019-10,${october}`, `2019-11,${november}`],
      "survey: {}",
    );

  test.each([
    ["26,40", "30,40", "75%", "no significant change from October"],
    ["20,40", "30,40", "75%", "significantly higher than in October"],
    ["30,40", "20,40", "50%", "significantly lower than in October"],
    ["30,40", "30,40", "75%", "no significant change from October"],
    ["13,15", "7,8", "88%", "no significant change from October"],
    ["2,8", "8,8", "100%", "significantly higher than in October"],
  ])("is tested: after %s, %s", async (october, november, value, says) => {
    expect(lead(await answered(october, november))).toBe(
      `${value} of victims were satisfied in November 2019: ${says}.`,
    );
  });

  test("is tested against a year ago too", async () => {
    expect(areaSentences(await answered("30,40", "30,40"), "views")).toBe(
      "In November 2018 the figure was 98%: it is significantly lower now.",
    );
    expect(areaSentences(await answered("30,40", "39,40"), "views")).toBe(
      "In November 2018 the figure was 98%: no significant change since.",
    );
  });

  test("says the change in the words of the test", async () => {
    const register = await answered("20,40", "30,40");
    expect(filled(register, "{{views.change|words}}").text).toBe("a significant increase");
    expect(filled(await answered("26,40", "30,40"), "{{views.change|words}}").text).toBe(
      "no significant change",
    );
  });

  test("shows its 95% interval beside the latest figure", async () => {
    const register = await answered("13,15", "7,8");
    expect(headlineView(register, "views").first.unit).toBe("of victims (95% interval 53% to 98%, 7 of 8)");
    expect(leadSentence(register, "views", { interval: true })).toMatch(
      /^88% of victims were satisfied in November 2019 \(95% interval 53% to 98%, 7 of 8\): /,
    );
  });

  test("has a table whose title follows the tests", async () => {
    const rows = (north: string, south: string) => [
      "period,area,value,denominator",
      "2019-10,north,20,40",
      "2019-10,south,20,40",
      `2019-11,north,${north}`,
      `2019-11,south,${south}`,
    ];
    const title = async (north: string, south: string) =>
      monthsTable(await survey(rows(north, south), "survey: {}", "areas: [force, north, south]"), "views")
        .title;
    expect(await title("30,40", "22,40")).toBe(
      "Significantly higher than in October in North Marlshire, no significant change in South Marlshire",
    );
    expect(await title("22,40", "18,40")).toBe("No significant change from October in both policing areas");
  });
});

describe("a survey whose answers are not published", () => {
  const rows = ["period,value", "2018-11,90", "2019-10,75", "2019-11,76"];

  test("is higher, lower or the same, and nothing of the size", async () => {
    const register = await survey(rows, "survey: {}");
    expect(lead(register)).toBe("76% of victims were satisfied in November 2019: higher than in October.");
    expect(areaSentences(register, "views")).toBe("In November 2018 the figure was 90%: it is lower now.");
    expect(filled(register, "{{views.change|words}}").text).toBe("an increase");
    const same = await survey(["period,value", "2018-11,76", "2019-10,76", "2019-11,76"], "survey: {}");
    expect(lead(same)).toBe("76% of victims were satisfied in November 2019: the same as in October.");
    expect(areaSentences(same, "views")).toBe("In November 2018 the figure was the same, 76%.");
    expect(`${lead(register)} ${areaSentences(register, "views")}`).not.toMatch(sizeWords);
  });

  test("has no interval, and one note that says so", async () => {
    const page = {
      file: `${paper}/04-views.md`,
      text: "---\nmeasure: views\ninclude: monthly\nknow: Nothing\n---\n",
    };
    const notes = async (more: readonly string[], from: readonly string[]) =>
      sectionOf(await summaryOf(...measure("views", from, yaml(...more)), page), "views").notes.map(
        (n) => n.prose.markdown,
      );
    expect(await notes(["survey: {}"], rows)).toEqual([
      "The numbers of answers behind views are not published, so differences could not be tested.",
    ]);
    expect(await notes([], rows)).toEqual([]);
    expect(await notes(["survey: {}"], ["period,value,denominator", "2019-11,7,8"])).toEqual([]);
    expect(headlineView(await survey(rows, "survey: {}"), "views").first.unit).toBe("of victims");
  });
});

describe("a survey whose values cover twelve months", () => {
  const months = ["period,area,value,denominator"];
  for (const [month, value] of [
    ["2018-11", 120],
    ["2019-10", 60],
    ["2019-11", 90],
  ] as const)
    for (const area of ["", "north", "south"]) months.push(`${month},${area},${value},160`);
  const rolling = ["survey: { months: 12 }", "areas: [force, north, south]"];

  test("says what it covers, and is held against a year earlier, not against last month", async () => {
    const register = await survey(months, ...rolling);
    expect(lead(register)).toBe(
      "56% of victims were satisfied in the twelve months to November 2019: significantly lower than in the twelve months to November 2018 (75%).",
    );
    expect(areaSentences(register, "views")).toBe(
      "North Marlshire had 56%: significantly lower than in the twelve months to November 2018 (75%). " +
        "South Marlshire had 56%: significantly lower than in the twelve months to November 2018 (75%).",
    );
  });

  test("only states its value where there is no year to compare with", async () => {
    const register = await survey(
      months.filter((row) => !row.startsWith("2018-11")),
      ...rolling,
    );
    expect(lead(register)).toBe("56% of victims were satisfied in the twelve months to November 2019.");
    expect(areaSentences(register, "views")).toBe("North Marlshire: 56%. South Marlshire: 56%.");
  });

  test("has no difference from last month in large figures and tables", async () => {
    const register = await survey(months, ...rolling);
    const { first, differences } = headlineView(register, "views");
    expect(first.label).toBe("Twelve months to November 2019");
    expect(differences.map((d) => d.label)).toEqual(["Twelve months to November 2018"]);
    const { title, what, table } = monthsTable(register, "views");
    expect(title).toBe("Views, latest figures");
    expect(what).toMatch(/, by policing area, in the twelve months to each month$/);
    expect(headsOf(table)).toEqual(["Area", "November 2018", "October 2019", "November 2019"]);
    expect(table.rows.map((r) => r.cells.length)).toEqual([3, 3, 3]);
    expect(measuresTable(register, ["views"]).table.rows[0]?.cells[3]?.text).toBe("–");
  });

  test("has no word for its change on last month, but one for the year", async () => {
    const register = await survey(months, ...rolling);
    expect(filled(register, "{{views.change|words}}").problems).toEqual([
      "the two figures share months of one survey, so nothing can be said of their difference",
    ]);
    expect(filled(register, "{{views.yearChange|words}}")).toEqual({
      text: "a significant decrease",
      problems: [],
    });
    expect(filled(register, "{{period:views}}").text).toBe("twelve months to November 2019");
  });

  test("has a chart that says what each value covers", async () => {
    const register = await survey(months, ...rolling);
    const reference = {
      measure: "views",
      area: "force",
      category: null,
      period: null,
      statistic: "value",
    } as const;
    const drawn = linesDrawing(register, [reference], noNotes);
    expect(drawn?.what).toMatch(
      /^Percentage of victims who were satisfied in the twelve months to each month, Marlshire,/,
    );
    expect(drawn?.chart.alt).toContain("to November 2019, in the twelve months to each month. Latest:");
  });
});

test("results of a yearly survey that share months are not compared, others are", async () => {
  const rows = ["period,value", "2018-06,80", "2019-03,79", "2019-06,73"];
  const register = await survey(rows, "periods: year-to", "survey: {}");
  expect(lead(register)).toBe(
    "73% of victims were satisfied in the year to June 2019: lower than in the year to June 2018 (80%).",
  );
});

test("a percentage of every case is still weighed by its size", async () => {
  const register = await survey(["period,value,denominator", "2019-10,30,40", "2019-11,31,40"]);
  expect(lead(register)).toBe(
    "78% of victims were satisfied in November 2019: slightly higher than in October and higher than in an average month.",
  );
  expect(headlineView(register, "views").first.unit).toBe("of victims");
});

test("a change in words is that of the period named", async () => {
  const rows = ["period,value", "2019-08,50", "2019-09,80", "2019-10,40", "2019-11,41"];
  const register = await survey(rows, "survey: {}");
  const words = (period: string) => filled(register, `{{views.change@${period}|words}}`).text;
  expect([words("2019-09"), words("2019-10"), words("2019-11")]).toEqual([
    "an increase",
    "a decrease",
    "an increase",
  ]);
});
