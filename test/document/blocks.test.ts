import { describe, expect, test } from "@jest/globals";
import type { BlockView } from "../../src/document/views.ts";
import { type Change, paper, problemsOf } from "../support/project.ts";
import { factsOf, measure, monthRows } from "../support/register.ts";
import { sectionOf, summaryOf, wordedOf } from "../support/summary.ts";

const section = `${paper}/01-burglary.md`;
const body = (...lines: readonly string[]): Change => ({
  file: section,
  text: ["---", "measure: burglary", "include: monthly", "know: Nothing", "---", "", ...lines, ""].join("\n"),
});

const blocksOf = async (...lines: readonly string[]): Promise<readonly BlockView[]> =>
  sectionOf(await summaryOf(body(...lines)), "burglary").blocks;

describe("the blocks of a page", () => {
  test("a side-head takes the paragraphs that follow it, up to the next block", async () => {
    const blocks = await blocksOf(
      "Before.",
      "",
      "## Why",
      "",
      "### Doors",
      "",
      "One.",
      "",
      "Two.",
      "",
      "### Windows",
      "",
      "Three.",
      "",
      "{{table months burglary}}",
      "",
      "Four.",
      "",
      "Five.",
    );
    expect(
      blocks.map((b) =>
        b.kind === "topic"
          ? [b.head, b.prose.markdown]
          : b.kind === "prose"
            ? b.prose.markdown
            : b.kind === "heading"
              ? b.text
              : b.kind,
      ),
    ).toEqual([
      "Before.",
      "Why",
      ["Doors", "One.\n\nTwo."],
      ["Windows", "Three."],
      "table",
      "Four.\n\nFive.",
    ]);
  });

  test("figures and tables are numbered through the whole paper, each with an id of its own", async () => {
    const other = {
      file: `${paper}/03-response-time.md`,
      from: "{{table series response-time last=13}}",
      to: "{{chart control response-time}}\n\n{{table series response-time last=13}}",
    };
    const { view } = await summaryOf(
      body("{{chart control burglary}}", "", "{{chart control burglary}}", "", "{{table months burglary}}"),
      other,
    );
    const blocks = [...view.sections.flatMap((s) => s.blocks), ...view.method.blocks];
    expect(
      blocks.flatMap((b) =>
        b.kind === "figure" || b.kind === "table" ? [`${b.id}: ${b.title.split(".")[0]}`] : [],
      ),
    ).toEqual([
      "figure-1: Figure 1",
      "figure-2: Figure 2",
      "table-1: Table 1",
      "figure-3: Figure 3",
      "table-2: Table 2",
      "table-3: Table 3",
    ]);
    const charts = blocks.flatMap((b) => (b.kind === "figure" ? [b.chart.id] : []));
    expect(new Set(charts).size).toBe(3);
  });

  test("a title is the author's, with its figures filled in, or a sentence with the finding", async () => {
    const titles = (
      await blocksOf('{{chart control burglary "Fewer than ever"}}', "", "{{chart control burglary}}")
    ).map((b) => (b.kind === "figure" ? b.title : b.kind));
    expect(titles).toEqual([
      "Figure 1. Fewer than ever",
      "Figure 2. Burglary: November 2019 is inside the range expected",
    ]);
  });

  test("an opening holds the sentences of a further measure", async () => {
    expect(await blocksOf("{{opening satisfaction}}")).toMatchObject([
      {
        kind: "prose",
        prose: { markdown: expect.stringMatching(/^75% of victims were satisfied in November 2019: /) },
      },
    ]);
  });

  test.each([
    ["{{chart control satisfaction}}", "there are not the figures for a control chart of satisfaction"],
    ["{{chart areas satisfaction}}", "there are not the figures for a areas chart of satisfaction"],
    ["{{chart volume-share burglary}}", "there are not the figures for a volume-share chart of burglary"],
    ["{{chart bars burglary}}", "there are not the figures for a bars chart of burglary"],
  ])("%s is refused where the figures are not there", async (line, says) => {
    const problems = await problemsOf(() => summaryOf(body(line)));
    expect(problems.map((p) => [p.place.line, p.place.column, p.message])).toEqual([[7, 1, says]]);
  });
});

/** Measures of every kind, most of them with little in them: whatever is asked of them, there is an answer or a problem. */
const odd: readonly Change[] = [
  ...measure("weeks", ["period,value", "2019-11-10,3", "2019-11-17,6"], ["periods: week"]),
  ...measure(
    "charted-weeks",
    ["period,value", "2019-11-03,3", "2019-11-17,6"],
    ["periods: week", "chart: { kind: xmr, why: Wanted. }"],
  ),
  ...measure("quarters", ["period,value", "2019-20-q1,4", "2019-20-q2,6"], ["periods: quarter"]),
  ...measure("years", ["period,value", "2019-03,4", "2019-06,6"], ["periods: year-to", "unit: percent"]),
  ...measure("days", ["period,value", "2019-11-01,6"], ["periods: date"]),
  ...measure(
    "ranges",
    [
      "period,category,value,denominator",
      "2018-04/2018-11,,0,0",
      "2018-04/2018-11,a,0,",
      "2019-04/2019-11,,6,9",
      "2019-04/2019-11,a,6,",
    ],
    ["periods: range", "categories: [{ id: a, title: A }]"],
  ),
  ...measure("zeros", monthRows(Array(20).fill(0))),
  ...measure("nothing-yet", ["period,value", "2020-05,3"]),
  ...measure("missing", ["period,value,status,reason", "2019-10,,missing,late", "2019-11,,suppressed,few"]),
  ...measure("money", ["period,value", "2019-10,1200.50", "2019-11,1300"], ["unit: pounds", "decimals: 2"]),
];
const ids = [
  "burglary",
  "satisfaction",
  "response-time",
  "weeks",
  "charted-weeks",
  "quarters",
  "years",
  "days",
  "ranges",
  "zeros",
  "nothing-yet",
  "missing",
  "money",
];
const commands = [
  ...["control", "areas", "line", "rolling", "volume-share", "bars"].map(
    (type) => (id: string) => `{{chart ${type} ${id}}}`,
  ),
  ...["months", "series", "categories", "outcomes", "districts", "projections", "measures"].map(
    (type) => (id: string) => `{{table ${type} ${id}}}`,
  ),
  (id: string) => `{{table breakdown ${id} burglary}}`,
  (id: string) => `{{table breakdown burglary ${id}}}`,
  (id: string) => `{{chart line burglary ${id}}}`,
  (id: string) => `{{opening ${id}}}`,
];

describe("every chart and table of every kind of measure", () => {
  test.each(ids)("%s is made, or refused with a place", async (id) => {
    const own: Change = {
      file: section,
      text:
        body().file === section && "text" in body()
          ? `---\nmeasure: ${id}\ninclude: monthly\nknow: Nothing\n---\n`
          : "",
    };
    const facts = await factsOf(...odd, own);
    expect(await problemsOf(() => wordedOf(facts))).toEqual([]);
    for (const command of commands) {
      const line = command(id);
      const changed = await factsOf(...odd, body(line));
      const problems = await problemsOf(() => wordedOf(changed));
      expect(problems.map((p) => `${line} ${p.place.line}:${p.place.column}`)).toEqual(
        problems.length === 0 ? [] : [`${line} 7:1`],
      );
    }
  });
});
