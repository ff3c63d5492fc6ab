import { describe, expect, test } from "@jest/globals";
import type { GridRowView } from "../../src/document/views.ts";
import { type Change, paper } from "../support/project.ts";
import { measure, monthRows } from "../support/register.ts";
import { summaryOf } from "../support/summary.ts";

const section = (number: string, id: string, include = "monthly"): Change => ({
  file: `${paper}/${number}-${id}.md`,
  text: `---\nmeasure: ${id}\ninclude: ${include}\nknow: Known {{${id}}}\n---\n`,
});

async function rows(...changes: readonly Change[]): Promise<Record<string, GridRowView>> {
  const { view } = await summaryOf(...changes);
  return Object.fromEntries(view.grid.groups.flatMap((g) => g.rows).map((row) => [row.name, row]));
}

const calm = [20, 21, 19, 20, 21, 19, 20, 21, 19, 20, 21, 19, 20, 21, 19];

describe("the summary grid", () => {
  test("has a row for each section, also for one that is not printed, under its priority", async () => {
    const { view } = await summaryOf();
    expect(
      view.grid.groups.map((g) => [g.priority, g.rows.map((r) => [r.name, r.included, r.section])]),
    ).toEqual([
      ["Less crime", [["Burglary", "Monthly", "burglary"]]],
      [
        "A good service",
        [
          ["Satisfaction of victims", "Quarterly", null],
          ["Emergency response time", "Monthly", "response-time"],
        ],
      ],
    ]);
  });

  test("shows the latest figure, the one before and the average, and what the author says", async () => {
    const { Burglary, "Satisfaction of victims": satisfaction } = await rows();
    expect(Burglary).toMatchObject({
      latest: "54",
      before: "46",
      average: "50",
      know: "North 34, average 23",
    });
    expect(satisfaction).toMatchObject({
      latest: "75%",
      before: "78%",
      average: "–",
      know: "30 of 40 victims",
    });
  });

  test("draws a strip from limit to limit: 0 is the average, 1 the upper limit", async () => {
    const { Burglary } = await rows();
    const width = (2.66 * 92) / 17;
    expect(Burglary?.strip).toMatchObject({
      signal: "none",
      side: null,
      alt: "inside, above average",
    });
    const strip = Burglary?.strip;
    expect(typeof strip === "object" ? [strip.now, strip.before] : []).toEqual([
      expect.closeTo(4 / width, 9),
      expect.closeTo(-4 / width, 9),
    ]);
  });

  test("keeps a dot far outside within reach, with its flag", async () => {
    const far = await rows(...measure("thefts", monthRows([...calm, 400])), section("04", "thefts"));
    expect(far["Thefts"]?.strip).toMatchObject({
      now: 1.5,
      side: "high",
      signal: "concern",
      alt: "above the upper limit",
    });
    expect(far["Thefts"]?.flag).toEqual({
      signal: "concern",
      side: "high",
      hollow: false,
      text: "Force high",
    });
  });

  test("names areas that alone are exceptional, hollow", async () => {
    expect((await rows())["Burglary"]?.flag).toEqual({
      signal: "concern",
      side: "high",
      hollow: true,
      text: "North high",
    });
  });

  test.each([
    ["month", ["2019-10,3", "2019-11,4"], "too few months"],
    ["week", ["2019-11-10,3", "2019-11-17,4"], "weekly count"],
    ["quarter", ["2019-20-q1,3", "2019-20-q2,4"], "quarterly figure"],
  ])("says in words why a series by %s has no strip", async (kind, values, words) => {
    const made = await rows(
      ...measure("thefts", ["period,value", ...values], [`periods: ${kind}`]),
      section("04", "thefts"),
    );
    expect(Object.values(made).find((r) => r.name.startsWith("Thefts"))?.strip).toBe(words);
  });

  test("names the period where it is not the month of the paper", async () => {
    const made = await rows(
      ...measure("thefts", ["period,value", "2019-09,3", "2019-10,4"]),
      section("04", "thefts"),
    );
    expect(Object.keys(made)).toContain("Thefts, October");
  });

  test("counts the exceptional measures in words", async () => {
    const { view } = await summaryOf();
    expect(view.grid.summary).toBe(
      "**None of 3 measures is exceptional for the force.** One is exceptional in a policing area only: burglary (North, high).",
    );
    const more = await summaryOf(
      ...measure("thefts", monthRows([...calm, 60])),
      section("04", "thefts"),
      ...measure("fraud", monthRows([...calm, 1])),
      section("05", "fraud"),
    );
    expect(more.view.grid.summary).toMatch(
      /^\*\*Two of 5 measures are exceptional for the force: thefts, high and fraud, low\.\*\* One /,
    );
  });

  test("tells what the exceptional figures were on the page for the panel", async () => {
    const { view } = await summaryOf();
    expect(
      view.panelPage.exceptions.map(({ name, text, section: id, flag }) => [flag.text, name, text, id]),
    ).toEqual([["North high", "Burglary", "34; the month before 22, average 23", "burglary"]]);
  });
});

describe("a target", () => {
  const judged = async (values: readonly number[], target: string, direction = "decrease") => {
    const more = [
      `improvementDirection: ${direction}`,
      `targets: [{ kind: target, value: ${target}, label: Target }]`,
    ];
    return (await rows(...measure("thefts", monthRows(values), more), section("04", "thefts")))["Thefts"]
      ?.target;
  };

  test("is met, missed, or met in some of the last three months", async () => {
    expect(await judged([9, 1, 2, 3], "3")).toEqual({ verdict: "met", text: "3 met" });
    expect(await judged([1, 4, 5, 6], "3")).toEqual({ verdict: "missed", text: "3 missed" });
    expect(await judged([1, 4, 3, 6], "3")).toEqual({ verdict: "varies", text: "3 varies" });
    expect(await judged([1, 4, 5, 6], "3", "increase")).toEqual({ verdict: "met", text: "3 met" });
  });

  test("is no verdict where neither way is better", async () => {
    expect(await judged([1, 2, 3], "3", "neutral")).toBeNull();
  });

  test("is written in its unit, as its file gives it", async () => {
    const made = await rows();
    expect(made["Emergency response time"]?.target?.text).toBe("15:00 hit or miss");
    expect(made["Satisfaction of victims"]?.target?.text).toBe("72.5% met");
    expect((await judged([1, 2, 3], "1500"))?.text).toBe("1,500 met");
  });
});
