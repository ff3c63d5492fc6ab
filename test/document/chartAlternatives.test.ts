import { describe, expect, test } from "@jest/globals";
import { barsDrawing } from "../../src/document/charts/bars.ts";
import { controlDrawing } from "../../src/document/charts/control.ts";
import { sizes } from "../../src/document/charts/drawn.ts";
import { linesDrawing, rollingDrawing } from "../../src/document/charts/lines.ts";
import { multiplesDrawing } from "../../src/document/charts/multiples.ts";
import { projectionDrawing } from "../../src/document/charts/projection.ts";
import { volumeShareDrawing } from "../../src/document/charts/volumeShare.ts";
import { noNotes } from "../../src/document/notes.ts";
import type { Register } from "../../src/figures/register.ts";
import { measure, monthRows, registerOf } from "../support/register.ts";

/** Sixteen months of 95 and 105 in turn, the last of them 105. */
const level = Array.from({ length: 16 }, (_, i) => 95 + 10 * (i % 2));
const thefts = (rows: readonly string[], ...more: string[]): Promise<Register> =>
  registerOf(...measure("thefts", rows, more));
const reference = {
  measure: "thefts",
  area: "force",
  category: null,
  period: null,
  statistic: "value",
} as const;
const controlOf = (register: Register): string | undefined =>
  controlDrawing(register, { measure: "thefts", area: "force", from: null, ...sizes.control }, noNotes)?.chart
    .alt;

describe("a control chart is heard", () => {
  const start = "Control chart of thefts in Marlshire, August 2018 to November 2019";

  test("as its subject and period, the latest value with its direction and limits, and what is exceptional", async () => {
    expect(controlOf(await thefts(monthRows(level)))).toBe(
      `${start}: 105 in November 2019, up from 95 in October, inside the limits of 73 and 127 around an average of 100. No period is exceptional.`,
    );
  });

  test("with an exceptional value by its month and side", async () => {
    expect(controlOf(await thefts(monthRows([...level.slice(1), 40])))).toMatch(
      / 40 in November 2019, down from 105 in October, below the limits of \d+ and \d+ around an average of \d+\. Exceptional: November 2019 \(low\)\.$/,
    );
  });

  test("with what the hollow points say", async () => {
    const [head, ...rows] = monthRows(level).map((row, i) => `${row},${i === 3 ? "estimated" : ""}`);
    const register = await thefts([head?.replace(/,$/, ",status") ?? "", ...rows]);
    expect(controlOf(register)).toContain("August 2018 to November 2019, partly estimated: 105 in");
  });

  test("with a new baseline and a value that did not move", async () => {
    const register = await thefts(
      monthRows([...level, ...level.map((value) => value + 60), 165]),
      'baselines: [{ start: "2018-07", reason: The rules changed., confirmedBy: The office, confirmedOn: "2019-06-12" }]',
    );
    expect(controlOf(register)).toMatch(
      /: 165 in November 2019, unchanged from 165 in October, .*, anew from July 2018\. /,
    );
  });
});

test("charts of areas are heard in one sentence, and what is exceptional in which in another", async () => {
  const rows = level.flatMap((value, i) => {
    const [, row = ""] = monthRows(level).slice(i);
    const period = row.slice(0, 7);
    return [`${period},north,${value}`, `${period},south,${i === 15 ? 9 : value}`];
  });
  const alt = multiplesDrawing(
    await thefts(["period,area,value", ...rows], "areas: [north, south]"),
    "thefts",
    noNotes,
  )?.chart.alt;
  expect(alt).toMatch(
    /^Control charts of thefts, August 2018 to November 2019: North \w+ 105 in November 2019, up from 95 in October, inside the limits of \d+ and \d+ around an average of 100; South \w+ 9 in November 2019, down from 95 in October, below the limits of \d+ and \d+ around an average of \d+\. Exceptional: South \w+, November 2019 \(low\)\.$/,
  );
});

describe("a line is heard with its ends", () => {
  const months = [80, 70, 90, 60, 75];

  test("its direction and its extremes", async () => {
    expect(linesDrawing(await thefts(monthRows(months)), [reference], noNotes)?.chart.alt).toBe(
      "Line chart of thefts, July 2019 to November 2019. Latest: Marlshire 75, down from 80 at the start, between 60 and 90.",
    );
  });

  test("without extremes where these are its ends", async () => {
    expect(linesDrawing(await thefts(monthRows([60, 70, 90])), [reference], noNotes)?.chart.alt).toMatch(
      / Latest: Marlshire 90, up from 60 at the start\.$/,
    );
  });

  test("of twelve months together", async () => {
    const alt = rollingDrawing(await thefts(monthRows(level)), reference, noNotes)?.chart.alt;
    expect(alt).toBe(
      "Line chart of thefts over rolling twelve months, which end July 2019 to November 2019: Marlshire 1,200, unchanged from 1,200 at the start.",
    );
  });
});

test("number and share are heard each with its direction", async () => {
  const rows = ["period,value,denominator", "2019-09,20,80", "2019-10,30,90", "2019-11,24,120"];
  const register = await thefts(rows, "denominator: { title: Crimes }");
  expect(volumeShareDrawing(register, "thefts", "force", null, noNotes)?.chart.alt).toBe(
    "Bars of thefts above a line of the share of crimes, September 2019 to November 2019. Latest: number 24, up from 20 at the start, between 20 and 30; share 20%, down from 25% at the start, between 20% and 33%.",
  );
});

describe("bars are heard in their order, each with the month before", () => {
  const categories = "categories: [{ id: young, title: Under 20 }, { id: old, title: 20 and over }]";
  const rows = [
    "period,category,value",
    "2019-10,young,4",
    "2019-10,old,6",
    "2019-11,young,5",
    "2019-11,old,15",
  ];
  const asked = { measure: "thefts", area: "force", top: null, withYearAgo: false };

  test("by size", async () => {
    const register = await thefts(rows, categories);
    expect(barsDrawing(register, { ...asked, ordered: false }, noNotes)?.chart.alt).toBe(
      "Bars of thefts in Marlshire, largest first, November 2019 after October 2019: 20 and over 15 after 6; Under 20 5 after 4.",
    );
  });

  test("as they are listed, which is not said to be by size", async () => {
    const register = await thefts(rows, categories);
    expect(barsDrawing(register, { ...asked, ordered: true }, noNotes)?.chart.alt).toMatch(
      /^Bars of thefts in Marlshire, November 2019 after October 2019: Under 20 5 /,
    );
  });
});

test("a projection is heard from the last month to the last projected one; the rest is in its table", async () => {
  const values = Array.from({ length: 48 }, (_, i) => 100 + ((i * 7) % 5));
  const register = await thefts(monthRows(values));
  const made = register.projection("thefts", "force");
  if (made === null || !made.ok) throw new Error("thefts are not projected");
  const { chart, table } = projectionDrawing(register, "thefts", "force", made, noNotes);
  const [projected, range] = table.rows.at(-1)?.cells ?? [];
  expect(chart.alt).toContain(
    "Line chart of thefts in Marlshire, December 2017 to November 2019: 104 in November 2019, ",
  );
  expect(chart.alt).toMatch(
    new RegExp(`projected to .* ${projected?.text} in May 2020, 80% range ${range?.text}\\.$`),
  );
});
