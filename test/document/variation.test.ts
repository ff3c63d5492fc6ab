import { describe, expect, test } from "@jest/globals";
import { controlDrawing } from "../../src/document/charts/control.ts";
import { type Drawn, sizes } from "../../src/document/charts/drawn.ts";
import { targetView } from "../../src/document/flags.ts";
import { noNotes as notes } from "../../src/document/notes.ts";
import { areaSentences, leadSentence } from "../../src/document/opening.ts";
import { variationTable } from "../../src/document/tables/variation.ts";
import type { ControlChartView } from "../../src/document/views.ts";
import { measure, monthRows, registerOf } from "../support/register.ts";

const level = Array.from({ length: 16 }, (_, i) => 95 + 10 * (i % 2));

async function variationOf(values: readonly number[], ...more: string[]) {
  const register = await registerOf(...measure("thefts", monthRows(values), more));
  const { table } = variationTable(register, ["thefts"]);
  const [, , variation, target] = table.rows[0]?.cells ?? [];
  return {
    variation: variation?.flag ?? variation?.text,
    target: target?.text,
    icon: target?.target?.verdict ?? null,
  };
}

describe("the variation of the latest value", () => {
  test("is common cause inside the limits", async () => {
    expect((await variationOf(level)).variation).toMatchObject({ signal: "none", text: "Common cause" });
  });

  test.each([
    ["above the limit", [...level, 160], "concern", "high", "Above the upper limit"],
    ["below the limit", [...level, 40], "improvement", "low", "Below the lower limit"],
    ["a run", [...level, 99, 98, 97, 98, 99, 98, 97], "improvement", "low", "7 or more below the average"],
    ["a trend", [...level, 96, 98, 99, 100, 101, 103, 104], "concern", "high", "Rising for 7 months"],
  ])("names %s by the rule that it meets", async (_, values, signal, side, text) => {
    expect((await variationOf(values)).variation).toMatchObject({ signal, side, text });
  });

  test("is not said of fewer than 13 months", async () => {
    expect((await variationOf(level.slice(0, 12))).variation).toBe("Too few months");
  });
});

describe("a target against the limits", () => {
  const target = (value: number): string => `targets: [{ kind: target, value: ${value}, label: Target }]`;

  test.each([
    [200, "200 consistently met", "met"],
    [20, "20 consistently missed", "missed"],
    [100, "100 hit or miss", "varies"],
  ])("of at most %d", async (value, text, icon) => {
    expect(await variationOf(level, target(value))).toMatchObject({ target: text, icon });
  });

  test("of fewer than 13 months is judged by the last three", async () => {
    const register = await registerOf(...measure("thefts", monthRows(level.slice(0, 8)), [target(96)]));
    expect(targetView(register, "thefts")).toEqual({ verdict: "varies", text: "96 varies" });
  });
});

describe("what happens less than once a month", () => {
  const rare = Array.from({ length: 24 }, (_, i) => (i % 6 === 0 ? 1 : 0));
  const days =
    "2018-01-05, 2018-03-01, 2018-05-20, 2018-09-09, 2018-11-30, 2019-02-02, 2019-06-06, 2019-10-10";

  test("is told by the number in twelve months", async () => {
    const register = await registerOf(...measure("arson", monthRows(rare)));
    expect(leadSentence(register, "arson")).toBe(
      "0 cases were recorded in November 2019: in line with October.",
    );
    expect(areaSentences(register, "arson")).toContain(
      "2 cases were recorded in the last twelve months, after 2 in the twelve months before.",
    );
  });

  test("is charted by the days between events, each at its date", async () => {
    const register = await registerOf(...measure("arson", monthRows(rare), [`occurrences: [${days}]`]));
    const asked = { measure: "arson", area: "force", from: null, ...sizes.control };
    const drawn = controlDrawing(register, asked, notes);
    const chart = drawn?.chart as ControlChartView;
    expect(drawn?.what).toBe(
      "Days between one case and the next, Marlshire, 1 March 2018 to 10 October 2019. The higher, the rarer.",
    );
    expect(chart.latest).toEqual({ value: 126, text: "126 days", detail: "to 10 Oct 2019" });
    expect(chart.points.map(({ value }) => value)).toEqual([55, 80, 112, 82, 64, 124, 126]);
    expect(chart.alt).toMatch(/The latest, on 10 October 2019, came after 126 days; the middle is \d+ days/);
  });
});

describe("a control chart says in words what the colours of its triangles say", () => {
  const drawnWith = async (last: number, direction: string) => {
    const register = await registerOf(
      ...measure("thefts", monthRows([...level, last]), [`improvementDirection: ${direction}`]),
    );
    return controlDrawing(
      register,
      { measure: "thefts", area: "force", from: null, ...sizes.control },
      notes,
    );
  };

  test.each([
    [160, "decrease", "concern", / Lower\sis\sbetter\.$/],
    [40, "decrease", "improvement", / Lower\sis\sbetter\.$/],
    [160, "increase", "improvement", / Higher\sis\sbetter\.$/],
    [40, "increase", "concern", / Higher\sis\sbetter\.$/],
  ])("%d where better is to %s: a triangle of %s", async (last, direction, signal, words) => {
    const drawn = await drawnWith(last, direction);
    const chart = drawn?.chart as ControlChartView;
    expect(chart.points.at(-1)?.signal).toBe(signal);
    expect(drawn?.what).toMatch(words);
  });

  test("but not where no month is exceptional, or neither way is better", async () => {
    expect((await drawnWith(100, "decrease"))?.what).not.toContain("better");
    expect((await drawnWith(160, "neutral"))?.what).not.toContain("better");
  });
});

describe("a control chart whose limits follow its bases", () => {
  test("has a stretch for each month, and words once", async () => {
    const rows = [
      "period,value,denominator",
      ...Array.from({ length: 14 }, (_, i) => `2018-${String(i + 1).padStart(2, "0")}`)
        .map((_, i) => `${i < 12 ? 2018 : 2019}-${String((i % 12) + 1).padStart(2, "0")}`)
        .map((month, i) => `${month},${40 + (i % 3) * 8},${100 + i * 5}`),
    ];
    const lines = ["unit: percent", "counted: { one: of people, many: of people, verb: agreed }"];
    const register = await registerOf(
      ...measure("agreed", rows, [...lines, "denominator: { title: People asked }"]),
    );
    const asked = { measure: "agreed", area: "force", from: null, ...sizes.control };
    const drawn = controlDrawing(register, asked, notes);
    const { segments } = (drawn as Drawn).chart as ControlChartView;
    expect(segments).toHaveLength(14);
    expect(segments.filter(({ meanText }) => meanText !== "")).toHaveLength(1);
    expect(segments.at(-1)?.upperText).toMatch(/^Upper limit \d+%$/);
    expect(drawn?.what).toContain("The limits follow the number behind each month (people asked).");
  });
});
