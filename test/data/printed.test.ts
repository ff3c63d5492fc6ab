import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { durationText } from "../../src/analysis/durations.ts";
import { roundDecimal, roundRatio } from "../../src/analysis/rounding.ts";
import { sourceFiles } from "../../src/disk.ts";
import { formatFigure } from "../../src/document/format.ts";
import { evaluate } from "../../src/figures/evaluate.ts";
import { parseExpression } from "../../src/figures/expression.ts";
import type { Figure } from "../../src/figures/figure.ts";
import { createRegister, type Register } from "../../src/figures/register.ts";
import { load } from "../../src/load.ts";

/** One printed cell: what was printed, and where the paper contradicts itself what the data hold instead, and why. */
type Cell = {
  readonly ref: string;
  readonly printed: string;
  readonly line: number;
  readonly fault?: number | "own";
  readonly why?: string;
  readonly held?: string;
};
type Table = { readonly table: string; readonly lines: string; readonly cells: readonly Cell[] };

const root = join(import.meta.dirname, "..", "..");
const read = (name: string): Table[] =>
  parse(readFileSync(join(root, "test/fixtures/printed", `${name}.yaml`), "utf8")) as Table[];
const files = {
  "crime-tables": read("crime-tables"),
  "other-tables": read("other-tables"),
  "prose-figures": read("prose-figures"),
};

let register: Register;
beforeAll(async () => {
  const { facts } = await load("data", sourceFiles(root));
  register = createRegister(facts, "2019-12", "2019-12-31");
});

/** The figure rounded to as many decimals as were printed, in the form it was printed in. */
function asPrinted(figure: Figure, printed: string, size: boolean): string {
  if (figure.words !== null) return figure.words;
  if (figure.value === null) return formatFigure(figure);
  const value = size ? Math.abs(figure.value) : figure.value;
  if (/^\d+:\d\d$/.test(printed)) return durationText(value);
  const decimals = /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;
  const rounded =
    figure.ratio === null
      ? roundDecimal(value, decimals)
      : roundRatio(
          size ? Math.abs(figure.ratio.numerator) : figure.ratio.numerator,
          figure.ratio.denominator,
          decimals,
        );
  return rounded.text;
}

/** The printed text without thousands separators, per cent signs and plus signs. */
const plain = (text: string): string =>
  text
    .replaceAll(",", "")
    .replaceAll(/(?<=\d)%|^\+/g, "")
    .replace("−", "-");

describe.each(Object.entries(files))("%s", (_, tables) => {
  describe.each(tables)("$table ($lines)", ({ cells }) => {
    test.each(cells)("$ref is $printed", ({ ref, printed, held }) => {
      const expression = parseExpression(ref, { file: "cell", line: 1, column: 1 }, register.facts);
      if (!expression.ok || expression.value.kind !== "figures") throw new Error(`not a figure: ${ref}`);
      const wanted = plain(held ?? printed);
      const figure = evaluate(expression.value, register);
      expect(asPrinted(figure, wanted, expression.value.form === "size")).toBe(wanted);
    });
  });
});

test("a cell that departs from print says by which fault, and does depart", () => {
  const departing = Object.values(files)
    .flat()
    .flatMap((t) => t.cells)
    .filter((c) => c.held !== undefined || c.fault !== undefined);
  expect(departing.length).toBeGreaterThan(10);
  for (const cell of departing) {
    expect(cell.held).not.toBe(cell.printed);
    expect(cell.fault === "own" ? typeof cell.why : typeof cell.fault).toBe(
      cell.fault === "own" ? "string" : "number",
    );
  }
});

test("every printed table is here: 27 below the summary grid", () => {
  const tables = new Set([...files["crime-tables"], ...files["other-tables"]].map((t) => t.lines));
  expect(tables.size).toBeGreaterThanOrEqual(27);
});
