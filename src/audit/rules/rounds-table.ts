import { roundDecimal } from "../../analysis/rounding.ts";
import { monthsIn, sameMonth } from "../claims/months.ts";
import { type Figure, type FigureTable, labelOf, nameOf, tablesOfPaper } from "../claims/tables.ts";
import { claimed, said, stretch } from "../claims/walk.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** A sentence that names the row and the column of a cell beside it prints that cell, rounded half up. */
export const rule: Rule = {
  id: "rounds-table",
  family: "numbers",
  severity: "warning",
  title: "A figure of a table is rounded, not cut off",
  why: "47.7% is 48%: 47% is nearer to another figure than to the one in the table.",
  fires: [
    "| | Burglary | Vehicle crime |\n|---|---|---|\n| Actions | 85.5% | 65.6% |\n| Follow up | 72.7% | 47.7% |\n\nOf note are the low levels of follow-up, particularly for vehicle crime at 47%.",
  ],
  silent: [
    "| | Burglary | Vehicle crime |\n|---|---|---|\n| Actions | 85.5% | 65.6% |\n| Follow up | 72.7% | 47.7% |\n\nOf note are the low levels of follow-up, particularly for vehicle crime at 48%.",
    "| | Burglary | Vehicle crime |\n|---|---|---|\n| Actions | 85.5% | 65.6% |\n| Follow up | 72.7% | 47.7% |\n\nFor vehicle crime 47% of the victims were men.",
  ],
  find: (input) =>
    claimed(input, "figure").flatMap(({ paper, part, claim }) => {
      const { quantity, words, block } = claim;
      if (quantity.kind !== "percent" && quantity.kind !== "count") return [];
      return tablesOfPaper(paper)
        .filter(
          (table) =>
            part.part.blocks.includes(table.table as never) && Math.abs(table.block - block) <= reach,
        )
        .flatMap((table) =>
          table.figures
            .flat()
            .filter((figure) => figure !== null)
            .filter(
              (figure) =>
                isCutOff(figure, quantity.value, quantity.decimals, quantity.kind) &&
                isNamed(table, figure, words.text, quantity.at),
            )
            .map((figure) => {
              const is = roundDecimal(figure.value, quantity.decimals).text;
              return tell(
                rule,
                stretch(paper, words, Math.max(0, quantity.at - 40), quantity.end),
                `The table has ${figure.cell.text.trim()} (${nameOf(table, figure)}), which rounds to ${is}, not ${said({ words, quantity })}.`,
                { paper, words: figure.cell },
                `Print ${is}.`,
              );
            }),
        );
    }),
};

/** A sentence speaks of a table so many blocks away at most. */
const reach = 6;

const isCutOff = (figure: Figure, value: number, decimals: number, kind: string): boolean =>
  (figure.kind === "percent") === (kind === "percent") &&
  figure.decimals > decimals &&
  figure.value > value &&
  figure.value - value < 10 ** -decimals &&
  roundDecimal(figure.value, decimals).value !== value;

/** Whether the sentence names the figure's row and its column (a month, or all words of the head). */
function isNamed({ table, months }: FigureTable, { row, column }: Figure, text: string, at: number): boolean {
  const words = new Set(wordsOf(text));
  const label = wordsOf(labelOf(table.rows[row]));
  const month = months[column] ?? null;
  const head = wordsOf(table.columns[column]?.heading ?? "");
  const isColumn =
    month === null
      ? head.length > 0 && head.every((word) => words.has(word))
      : monthsIn(text.slice(0, at + 40)).some((one) => sameMonth(one, month));
  return label.length > 0 && label.every((word) => words.has(word)) && isColumn;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];
