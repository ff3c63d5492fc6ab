import { evaluate } from "../../src/figures/evaluate.ts";
import { parseExpression } from "../../src/figures/expression.ts";
import type { Figure } from "../../src/figures/figure.ts";
import { createRegister, type Register } from "../../src/figures/register.ts";
import { load } from "../../src/load.ts";
import type { Facts } from "../../src/model/facts.ts";
import { type Change, inMemory, minimal } from "./project.ts";

/** The facts of the smallest project, with some changes. */
export const factsOf = async (...changes: readonly Change[]): Promise<Facts> =>
  (await load("data", inMemory(minimal(...changes)))).facts;

/** A register over the smallest project as its paper sees it: November 2019, cut off at the month's end. */
export async function registerOf(...changes: readonly Change[]): Promise<Register> {
  return createRegister(await factsOf(...changes), "2019-11", "2019-11-30");
}

/** A measure of its own with a series of months, counts unless said: the rows of its CSV and further lines of its YAML. */
export const measure = (id: string, rows: readonly string[], more: readonly string[] = []): Change[] => [
  {
    file: `data/measures/${id}.yaml`,
    text: [
      `id: ${id}`,
      `title: ${id.slice(0, 1).toUpperCase()}${id.slice(1).replaceAll("-", " ")}`,
      "priority: less-crime",
      ...(more.some((line) => line.startsWith("counted:")) ? [] : [`counted: { one: case, many: cases }`]),
      ...(more.some((line) => line.startsWith("unit:")) ? [] : ["unit: count"]),
      ...(more.some((line) => line.startsWith("improvementDirection:"))
        ? []
        : ["improvementDirection: decrease"]),
      "signsOfImprovement: [Fewer cases]",
      "definition: What is counted.",
      "source: { system: Records }",
      ...(more.some((line) => line.startsWith("periods:")) ? [] : ["periods: month"]),
      ...more,
      "",
    ].join("\n"),
  },
  { file: `data/measures/${id}.csv`, text: `${rows.join("\n")}\n` },
];

/** `period,value` rows of months that follow each other up to November 2019. */
export function monthRows(values: readonly number[]): string[] {
  const last = 2019 * 12 + 10;
  const rows = values.map((value, i) => {
    const month = last - (values.length - 1 - i);
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")},${value}`;
  });
  return ["period,value", ...rows];
}

/** The figure that `{{text}}` stands for. */
export function figureOf(register: Register, text: string): Figure {
  const read = parseExpression(text, { file: "test.md", line: 1, column: 1, text }, register.facts);
  if (!read.ok) throw new Error(read.problems.map((p) => p.message).join("; "));
  if (read.value.kind !== "figures") throw new Error(`${text} is no figure`);
  return evaluate(read.value, register);
}
