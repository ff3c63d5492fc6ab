import { describe, expect, test } from "@jest/globals";
import { load } from "../../src/load.ts";
import { inMemory, minimal, problemsOf } from "../support/project.ts";
import { measure, monthRows } from "../support/register.ts";

async function told(rows: readonly string[], ...more: readonly string[]): Promise<string[]> {
  const project = minimal(...measure("thefts", rows, more));
  const problems = await problemsOf(() => load("data", inMemory(project)));
  return problems.map(
    ({ place, message, hint }) => `${place.line}:${place.column} ${message}${hint ? ` | ${hint}` : ""}`,
  );
}

const three = monthRows([3, 4, 5]);
const percent = ["unit: percent", "counted: { one: of people, many: of people, verb: agreed }"];

describe("a chart that the numbers of a measure cannot give is refused at its place", () => {
  test("a p′ chart of a count", async () => {
    expect(await told(three, "chart: { kind: pp, why: x }")).toEqual([
      "11:16 chart.kind: a pp chart is for the unit percent",
    ]);
  });

  test("a p chart without every denominator", async () => {
    const rows = ["period,value,denominator", "2019-10,3,9", "2019-11,4,"];
    expect(await told(rows, ...percent, "chart: { kind: p, why: x }")).toEqual([
      "11:16 chart.kind: a p chart needs the denominator of every value; that of 2019-11 is not given | Add a denominator to each row, or leave `chart` out.",
    ]);
    expect(
      await told(["period,value,denominator", "2019-10,3,9"], ...percent, "chart: { kind: p, why: x }"),
    ).toEqual([]);
  });

  test("a g or t chart without dates, and a t chart of two events on one day", async () => {
    expect(await told(three, "chart: { kind: g, why: x }")).toEqual([
      "11:16 chart.kind: a g chart shows the days between events, and needs their dates | List them: occurrences: [2019-03-04, 2019-07-21]",
    ]);
    const twice = "occurrences: [2019-03-04, 2019-03-04]";
    expect(await told(three, "chart: { kind: t, why: x }", twice)).toEqual([
      "11:16 chart.kind: two events on one day are no days apart, which a t chart cannot show | Write g.",
    ]);
    expect(await told(three, "chart: { kind: g, why: x }", twice)).toEqual([]);
  });

  test("a choice without a reason, and a run of another length", async () => {
    expect(await told(three, "chart: { kind: c }")).toHaveLength(1);
    expect(await told(three, "rules: { runLength: 9, why: x }")).toEqual([
      "11:21 rules.runLength: `9` cannot stand here | Use one of: 7, 8",
    ]);
    expect((await told(three, "rules: { fixAfter: 6, why: x }"))[0]).toMatch(/after 12 or more months/);
  });
});
