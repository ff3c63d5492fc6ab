import { tablesOf } from "../../sources/paperText/outline.ts";
import type { TableRow } from "../../sources/paperText/paper.ts";
import type { Rule } from "../rule.ts";
import { partsIn } from "../said.ts";
import { tell } from "../tell.ts";

export const rule: Rule = {
  id: "label-repeated",
  family: "structure",
  severity: "warning",
  title: "Each row of a table has its own label",
  why: "Two rows “South” with different figures: one is the north, and the reader cannot know which.",
  fires: [
    "| Area | Nov-19 | Dec-19 |\n| --- | --- | --- |\n| South | 43 | 32 |\n| South | 33 | 11 |\n| Force | 76 | 43 |\n",
  ],
  silent: [
    "| Area | Nov-19 | Dec-19 |\n| --- | --- | --- |\n| North | 43 | 32 |\n| South | 33 | 11 |\n| Force | 76 | 43 |\n",
  ],
  find: (input) =>
    partsIn(input).flatMap(({ paper, part }) =>
      tablesOf(part).flatMap(({ rows }) => {
        const figures = rows.filter(hasFigures);
        return figures.flatMap((row, i) => {
          const same = figures.slice(0, i).find((other) => labelOf(other) === labelOf(row));
          const [words, before] = [row.cells[0], same?.cells[0]];
          // Rows of several groups may share their labels: only where no line heads a group is a label a row's own.
          const grouped = rows.some(({ role }) => role === "group");
          if (
            words === undefined ||
            before === undefined ||
            same === undefined ||
            labelOf(row) === "" ||
            grouped
          )
            return [];
          if (
            figures.filter((other) => labelOf(other) === labelOf(row)).length > 2 ||
            figuresOf(row) === figuresOf(same)
          )
            return [];
          if (new Set(figures.map(labelOf)).size < figures.length - 1) return [];
          return [
            tell(
              rule,
              { paper, words },
              `“${row.label}” stands before two rows with different figures`,
              { paper, words: before },
              "Correct one of the labels.",
            ),
          ];
        });
      }),
    ),
};

const labelOf = ({ label }: TableRow): string =>
  /^(?:sub)?total/i.test(label) || !/[a-z]{2}/i.test(label) ? "" : label.toLowerCase().trim();
const figuresOf = ({ cells }: TableRow): string =>
  cells
    .slice(1)
    .map(({ text }) => text)
    .join("|");
const hasFigures = ({ cells }: TableRow): boolean =>
  cells.slice(1).some(({ value }) => ["number", "percent", "money", "duration"].includes(value.kind));
