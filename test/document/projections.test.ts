import { describe, expect, test } from "@jest/globals";
import { monthsFrom } from "../../src/analysis/calendar.ts";
import { project } from "../../src/analysis/projection.ts";
import {
  noProjectionText,
  type ProjectionDrawn,
  projectionDrawing,
} from "../../src/document/charts/projection.ts";
import { noNotes } from "../../src/document/notes.ts";
import { outturnTable } from "../../src/document/tables/outturn.ts";
import { createRegister, type Register } from "../../src/figures/register.ts";
import { paper } from "../support/project.ts";
import { factsOf, measure, registerOf } from "../support/register.ts";
import { sectionOf, summaryOf } from "../support/summary.ts";

/** Four years to March 2019 and the months after it up to `last`: 100, and 10 more in the second half of a year. */
const recorded = monthsFrom("2015-04", "2019-11");
const restless = (i: number): number => 100 + ((i % 12) + 1 > 6 ? 10 : 0) + ((i * 7) % 5);
const rowsTo = (last: string, status: (month: string) => string = () => ""): string[] => [
  "period,value,status",
  ...recorded.filter((m) => m <= last).map((month, i) => `${month},${restless(i)},${status(month)}`),
];
const page = [
  "---",
  "measure: thefts",
  "include: monthly",
  "know: Nothing",
  "---",
  "",
  "{{chart control thefts}}",
  "",
  "{{chart line thefts}}",
  "",
].join("\n");
const provisionalFrom = (first: string) => (month: string) => (month >= first ? "provisional" : "");

const drawn = (register: Register): ProjectionDrawn => {
  const made = register.projection("thefts", "force");
  if (made === null || !made.ok) throw new Error("thefts are not projected");
  return projectionDrawing(register, "thefts", "force", made, noNotes);
};

describe("the drawing of a projection", () => {
  test("starts after the last final month: a provisional one is projected, not drawn twice", async () => {
    const final = drawn(await registerOf(...measure("thefts", rowsTo("2019-09"))));
    const { chart } = drawn(
      await registerOf(...measure("thefts", rowsTo("2019-11", provisionalFrom("2019-10")))),
    );
    expect(chart.points).toHaveLength(24);
    expect(chart.periods.count).toBe(30);
    expect(chart.projected.map(({ x }) => x)).toEqual([24, 25, 26, 27, 28, 29]);
    expect(chart.latest).toEqual({ ...final.chart.latest, detail: "September 2019" });
    expect(chart.projected).toEqual(final.chart.projected);
  });

  test("compares its direction with the last three final months, missing ones left out", async () => {
    const rows = rowsTo("2019-11").map((row) => (row.startsWith("2019-10") ? "2019-10,,missing" : row));
    const withReason = rows.map(
      (row, i) => `${row},${i === 0 ? "reason" : row.includes("missing") ? "lost" : ""}`,
    );
    const made = (await registerOf(...measure("thefts", withReason))).projection("thefts", "force");
    expect(made).toMatchObject({ ok: true, interpolated: ["2019-10"], direction: expect.any(String) });
  });

  test("is indicative below 24 months, and says why it is not there below 12", async () => {
    const from = (first: string): string[] => rowsTo("2019-11").filter((row) => row >= first);
    const short = await registerOf(...measure("thefts", from("2018-01")));
    expect(drawn(short).chart.projectedText).toBe("Projected (indicative)");
    expect(drawn(await registerOf(...measure("thefts", from("2017-12")))).chart.projectedText).toBe(
      "Projected",
    );
    const shorter = await registerOf(...measure("thefts", from("2019-01")));
    expect(noProjectionText(shorter, "thefts", shorter.projection("thefts", "force"))).toBe(
      "No projection is made for thefts: there are 11 months, and 12 are needed.",
    );
  });
});

describe("what the financial year will come to", () => {
  /** The register of a paper about `month`, which knows nothing later. */
  const paperOf = async (month: string): Promise<Register> =>
    createRegister(await factsOf(...measure("thefts", rowsTo("2019-11"))), month, `${month}-30`);
  const cellsOf = async (month: string): Promise<readonly string[]> =>
    outturnTable(await paperOf(month), ["thefts"]).table.rows[0]?.cells.map(({ text }) => text) ?? [];
  const total = (from: string, to: string): number =>
    recorded.reduce((sum, m, i) => sum + (m >= from && m <= to ? restless(i) : 0), 0);
  const text = (n: number): string => String(Math.round(n)).replace(/(?=\d{3}$)/, ",");

  test("is the year to date and the six months that are left", async () => {
    const register = await paperOf("2019-09");
    const made = register.projection("thefts", "force");
    if (!made?.ok) throw new Error("thefts are not projected");
    const ytd = total("2019-04", "2019-09");
    const plus = (limits: readonly number[]): string => text(limits.reduce((a, b) => a + b, ytd));
    expect(made.months.at(-1)).toBe("2020-03");
    expect((await cellsOf("2019-09")).slice(0, 4)).toEqual([
      text(total("2018-04", "2019-03")),
      String(ytd),
      plus(made.point),
      `${plus(made.lo80)} to ${plus(made.hi80)}`,
    ]);
  });

  test("in the first half of a year rests on the annual projection: 36 months, no undamped trend", async () => {
    const slots = recorded.flatMap((period, i) =>
      period <= "2019-06" ? [{ period, value: restless(i) }] : [],
    );
    const year = project(slots, { horizon: 12, annual: true, unit: "count" });
    if (!year.ok) throw new Error(year.reason);
    const left = year.point.slice(0, 9).reduce((a, b) => a + b, total("2019-04", "2019-06"));
    const [lastYear = "", , outturn = ""] = await cellsOf("2019-06");
    expect(year).toMatchObject({ n: 36, model: expect.not.stringMatching(/^AA[NA]$/) });
    expect([lastYear, outturn]).toEqual([text(total("2018-04", "2019-03")), text(left)]);
  });

  test("gives its range as at least 80%", async () => {
    expect(outturnTable(await paperOf("2019-09"), ["thefts"]).what).toContain("at least 80% of years");
  });
});

test("a target in a chart has the decimals it was given", async () => {
  const made = await summaryOf(
    ...measure(
      "thefts",
      ["period,value", ...recorded.map((month, i) => `${month},${restless(i)}`)],
      ["targets: [{ kind: target, value: 102.5, label: Target }]"],
    ),
    { file: `${paper}/04-thefts.md`, text: page },
  );
  const targets = sectionOf(made, "thefts").blocks.flatMap((block) =>
    block.kind === "figure" && "target" in block.chart ? [block.chart.target?.text] : [],
  );
  expect(targets).toEqual(["Target 102.5", "Target 102.5"]);
});
