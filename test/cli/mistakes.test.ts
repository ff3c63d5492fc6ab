import { describe, expect, test } from "@jest/globals";
import { readChecked } from "../../src/check.ts";
import type { Diagnostic } from "../../src/diagnostic.ts";
import { panelpack } from "../support/cli.ts";
import { type Change, inMemory, minimal, onDisk, paper, problemsOf } from "../support/project.ts";

const series = "data/measures/burglary.csv";
const measure = "data/measures/burglary.yaml";
const section = `${paper}/01-burglary.md`;

/** A slip, and the one problem it makes: `line:column message`, and the hint. */
type Mistake = {
  readonly change: Change;
  readonly at: string;
  readonly says: string;
  readonly hint?: string;
};

/** Each use of the one before it, nine times: a thousand million words, if anybody wrote them out. */
const billionLaughs = [
  "month: &a [x, x, x, x, x, x, x, x, x]",
  ..."bcdefghij"
    .split("")
    .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${"abcdefghi"[i]}`).join(", ")}]`),
  "cutOff: *j",
];

const mistakes: Readonly<Record<string, Mistake>> = {
  "a wrong key": {
    change: { file: measure, from: "definition:", to: "defintion:" },
    at: "9:1",
    says: "`defintion` is not a key that is known here",
    hint: "Did you mean `definition`?",
  },
  "a missing key": {
    change: { file: section, from: "include: monthly\n", to: "" },
    at: "2:1",
    says: "include: add the key `include` (one of monthly, quarterly, quarterly-or-exceptional, when-updated)",
  },
  "a bad month": {
    change: { file: series, from: "2018-07,,46", to: "July 2018,,46" },
    at: "5:1",
    says: "period: write a month that exists, e.g. 2019-12, not `July 2018`",
  },
  "an area that does not exist": {
    change: { file: series, from: "2018-07,north,22", to: "2018-07,nroth,22" },
    at: "6:9",
    says: "area: `nroth` is not an area of this measure",
    hint: "Did you mean `north`?",
  },
  "a number with a comma": {
    change: { file: series, from: "2018-07,,46", to: '2018-07,,"1,046"' },
    at: "5:10",
    says: "value: write a plain whole number without commas or signs, e.g. 3738, not `1,046`",
  },
  "a figure whose name is misspelt in prose": {
    change: { file: section, from: "{{burglary.hilltop}}", to: "{{burglary.hiltop}}" },
    at: "17:62",
    says: "`hiltop` is no area, category or statistic of burglary",
    hint: "Did you mean `hilltop`?",
  },
  "a measure that does not exist, in front matter": {
    change: { file: section, from: "know: North {{burglary.north}}", to: "know: North {{burglry.north}}" },
    at: "4:15",
    says: "there is no measure `burglry`",
    hint: "Did you mean `burglary`?",
  },
  "a slip in quoted front matter of a section that is not printed this month": {
    change: {
      file: `${paper}/02-satisfaction.md`,
      from: "satisfaction.numerator",
      to: "satisfaction.numerater",
    },
    at: "4:23",
    says: "`numerater` is no area, category or statistic of satisfaction",
    hint: "Did you mean `numerator`?",
  },
  "a slip in the body of a section that is not printed this month": {
    change: { file: `${paper}/02-satisfaction.md`, from: "line satisfaction", to: "line satisfacton" },
    at: "7:14",
    says: "there is no measure `satisfacton`",
    hint: "Did you mean `satisfaction`?",
  },
  "a total that does not add up": {
    change: { file: series, from: "2018-07,south,24", to: "2018-07,south,25" },
    at: "5:10",
    says: "burglary, force, 2018-07: the areas add up to 47 (22 + 25), not 46",
    hint: "Correct a figure, or explain it in the measure's file under `differences`: { period: 2018-07, area: force, of: areas, reason: … }",
  },
  "a file with the id of another": {
    change: { file: "data/measures/response-time.yaml", from: "id: response-time", to: "id: burglary" },
    at: "1:5",
    says: "id: `burglary` is already the id of data/measures/burglary.yaml",
    hint: "Give each measure an id of its own.",
  },
  "a date that does not exist": {
    change: { file: `${paper}/paper.yaml`, from: "2019-12-10", to: "2019-02-30" },
    at: "4:7",
    says: "date: write a date that exists as year-month-day, e.g. 2026-04-30",
  },
  "a value after the cut-off": {
    change: { file: section, from: "{{burglary.hilltop}}", to: "{{burglary@2020-01}}" },
    at: "17:53",
    says: "January 2020 lies after this paper’s data cut-off, 30 November 2019",
    hint: "Name a period before it, or leave the period out for the latest one.",
  },
  "a value that is not published": {
    change: { file: section, from: "{{burglary.hilltop}}", to: "{{burglary.hilltop@2018-06}}" },
    at: "17:51",
    says: "`burglary.hilltop@2018-06` has no value: nothing is published for 2018-06",
    hint: "Name another period, or say in words that there is no figure.",
  },
  "a form that does not exist": {
    change: { file: section, from: "|words", to: "|wrods" },
    at: "15:113",
    says: "`wrods` is no form of a figure",
    hint: "Did you mean `words`?",
  },
  "an unknown footnote": {
    change: { file: section, from: ".[^doors]", to: ".[^dors]" },
    at: "15:121",
    says: "there is no footnote [^dors]: in this file",
    hint: "Did you mean `doors`?",
  },
  "a footnote in a heading": {
    change: { file: section, from: "### Open doors", to: "### Open doors[^doors]" },
    at: "13:15",
    says: "no footnote can stand here: put its words into the text",
  },
  "a footnote on the page for the panel": {
    change: {
      file: `${paper}/panel-page.md`,
      from: "### What changed",
      to: "[^a]: A note.\n\n### What changed",
    },
    at: "5:7",
    says: "this page has no footnotes: put the words into the text",
  },
  "a picture": {
    change: { file: section, from: "### Open doors", to: "See\n![A map](map.png)" },
    at: "14:1",
    says: "a paper cannot hold a picture of its own: say in words what it shows",
  },
  "an unknown kind of chart": {
    change: { file: section, from: "{{chart control", to: "{{chart contrl" },
    at: "7:9",
    says: "`contrl` is no kind of chart",
    hint: "Did you mean `control`?",
  },
  "a comma within braces": {
    change: { file: "data/organisation.yaml", from: "name: North Marlshire,", to: "name: North, Marlshire," },
    at: "6:31",
    says: "areas.1: `Marlshire` is not a key that is known here",
    hint: "Within { } a comma ends a value: put the words in quotation marks.",
  },
  "a character that no font holds": {
    change: { file: section, from: "### Open doors", to: "### Open doors ☃" },
    at: "13:16",
    says: "no font of the project can print `☃` (U+2603)",
    hint: "Write it another way, or in words.",
  },
  "a hostile YAML": {
    change: { file: "data/quarters/2019-20-q3/quarter.yaml", text: `${billionLaughs.join("\n")}\n` },
    at: "1:1",
    says: "the uses (*name) of marked parts (&name) multiply too much: write the parts out",
  },
  "a section with a name that is no address": {
    change: {
      file: `${paper}/04-hate crime.md`,
      text: "---\nmeasure: burglary\ninclude: monthly\nknow: Nothing\n---\n",
    },
    at: "1:1",
    says: "name a section by a number and words in small letters, e.g. 07-bicycle-theft.md",
  },
  "a second section of one name": {
    change: {
      file: `${paper}/04-burglary.md`,
      text: "---\nmeasure: burglary\ninclude: monthly\nknow: Nothing\n---\n",
    },
    at: "1:1",
    says: "`burglary` is already the name of 01-burglary.md",
  },
  "a series without a measure": {
    change: { file: "data/measures/burglary (1).csv", text: "period,value\n2019-11,3\n" },
    at: "1:1",
    says: "no measure goes with this file: it needs burglary (1).yaml beside it",
  },
};

const shown = ({ place, message, hint }: Diagnostic) => ({
  file: place.file,
  at: `${place.line}:${place.column}`,
  says: message,
  hint,
});

test.each(Object.entries(mistakes))("%s is one problem at its place, with its remedy", async (_, mistake) => {
  const { change, at, says, hint } = mistake;
  const problems = await problemsOf(() => readChecked("data", [], inMemory(minimal(change))));
  expect(problems.map(shown)).toEqual([{ file: change.file, at, says, hint }]);
});

test.concurrent.each(Object.entries(mistakes))(
  "%s stops the command with 1, and shows no stack",
  async (_, { change, at, says }) => {
    const { root, remove } = onDisk(change);
    const { status, out, err } = await panelpack(root, "check");
    remove();
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain(`${change.file}:${at} ${says}\n`);
    expect(err).toContain("\n1 problem. Nothing was written.\n");
    expect(err).not.toContain("    at ");
  },
);

describe("several mistakes", () => {
  test("in data and in prose are all told at once, in the order of file and line", async () => {
    const { root, remove } = onDisk(
      { file: section, from: "{{burglary.hilltop}}", to: "{{burglary.hiltop}}" },
      { file: `${paper}/panel-page.md`, from: "{{burglary.change|size}}", to: "{{reponse-time}}" },
      { file: series, from: "2018-07,,46", to: "July 2018,,46" },
      { file: series, from: "2018-08,south,30", to: "2018-08,south,31" },
      { file: "data/measures/satisfaction.yaml", from: "title: Sat", to: "titel: Sat" },
    );
    const { status, err } = await panelpack(root, "check");
    remove();
    expect(status).toBe(1);
    expect(err.match(/^data\/\S+/gm)).toEqual([
      `${series}:5:1`,
      `${series}:8:10`,
      "data/measures/satisfaction.yaml:3:1",
      `${section}:17:62`,
      `${paper}/panel-page.md:7:20`,
    ]);
    expect(err).toContain("\n5 problems. Nothing was written.\n");
  });

  test("come as findings with --format json", async () => {
    const { root, remove } = onDisk({ file: series, from: "2018-07,,46", to: "July 2018,,46" });
    const { status, out, err } = await panelpack(root, "check", "--format", "json");
    remove();
    expect({ status, err }).toEqual({ status: 1, err: "" });
    expect(JSON.parse(out)).toMatchObject({
      findings: [
        { rule: "source", severity: "error", file: series, line: 5, column: 1, quote: "July 2018,,46" },
      ],
    });
  });

  test("of a measure that cannot be read are not blamed on those who name it", async () => {
    const problems = await problemsOf(() =>
      readChecked("data", [], inMemory(minimal({ file: measure, from: "title:", to: "titel:" }))),
    );
    expect(problems.map((p) => p.message)).toEqual(["`titel` is not a key that is known here"]);
  });
});

test("a file that is missing is told as a problem", async () => {
  const project = minimal();
  project.delete(`${paper}/method.md`);
  project.delete("data/organisation.yaml");
  const problems = await problemsOf(() => readChecked("data", [], inMemory(project)));
  expect(problems.map(shown)).toEqual(
    ["data/organisation.yaml", `${paper}/method.md`].map((file) => ({
      file,
      at: "1:1",
      says: "this file is missing",
      hint: undefined,
    })),
  );
});
