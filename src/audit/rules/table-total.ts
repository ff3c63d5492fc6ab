import { sum } from "../../analysis/numbers.ts";
import { measureWords } from "../claims/measures.ts";
import {
  type Figure,
  type FigureTable,
  figureTables,
  isCount,
  labelOf,
  nameOf,
  totalRows,
} from "../claims/tables.ts";
import type { Finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/**
 * Adds up the rows above a total, without the subtotals among them, and columns that a first or last column sums. Where no column adds
 * up, the rows overlap or are not the parts, and nothing is said.
 */
export const rule: Rule = {
  id: "table-total",
  family: "numbers",
  severity: "error",
  title: "A total is the sum of its parts",
  why: "A reader who adds up the areas must arrive at the force, or a note must say why not.",
  across: true,
  fires: [
    "## Budget\n\n| £m | Budget | Outturn |\n|---|---|---|\n| Pay | 80.1 | 81.3 |\n| Estates | 22.2 | 21.0 |\n| Total | 102.3 | 103.2 |\n",
    "## Robbery\n\n| | Oct-19 | Nov-19 | Dec-19 |\n|---|---|---|---|\n| North Avonshire | 248 | 246 | 269 |\n| South Avonshire | 144 | 150 | 185 |\n| Avonshire | 392 | 396 | 453 |\n",
    "## Crime\n\n| | Dec-19 | Dec-18 |\n|---|---|---|\n| Business robbery | 6 | 4 |\n| Personal robbery | 42 | 31 |\n| All robbery | 48 | 35 |\n| Burglary | 139 | 133 |\n| Total | 187 | 167 |\n",
  ],
  silent: [
    "## Budget\n\n| £m | Budget | Outturn |\n|---|---|---|\n| Pay | 80.1 | 81.3 |\n| Estates | 22.2 | 21.0 |\n| Total | 102.4 | 102.3 |\n",
    "## Robbery\n\n| | Oct-19 | Nov-19 | Dec-19 |\n|---|---|---|---|\n| North Avonshire | 248 | 246 | 269 |\n| South Avonshire | 144 | 150 | 185 |\n| Avonshire | 392 | 396 | 454 |\n",
    "## Crime\n\n| | Dec-19 | Dec-18 |\n|---|---|---|\n| Business robbery | 6 | 4 |\n| Personal robbery | 42 | 31 |\n| All robbery | 48 | 35 |\n| Burglary | 139 | 133 |\n| Total | 187 | 168 |\n",
    "## Satisfaction\n\n| | Oct-19 | Nov-19 |\n|---|---|---|\n| North Avonshire | 74% | 75% |\n| South Avonshire | 77% | 77% |\n| Avonshire | 76% | 76% |\n",
    "## Victims by crime\n\n| | Dec-19 | Dec-18 |\n|---|---|---|\n| Burglary | 20 | 30 |\n| Theft | 30 | 40 |\n| Total victims | 45 | 61 |\n",
  ],
  find: (input) => {
    const tables = figureTables(input);
    return tables.flatMap((table) => {
      const found = [...rowsOf(table), ...columnsOf(table)];
      const isListed = found.some(
        ({ gap, total }) => gap > 0 && tables.some((other) => other !== table && proves(other, total)),
      );
      return found.filter(({ gap }) => gap < 0 || !isListed).map(({ finding }) => finding);
    });
  },
};

/** A finding, the total it is about, and by how much that exceeds its parts. */
type Found = { readonly finding: Finding; readonly total: number; readonly gap: number };

/** Whether a table has the total as a sum of its rows. */
const proves = (table: FigureTable, value: number): boolean =>
  sumsOfRows(table)
    .flat()
    .flatMap(completeOf)
    .some(({ total, parts }) => total.value === value && addsUp(total, parts));

/** A list may leave a small row out that another table has: then a total is proved there, and parts that fall short of it are not told. */
const rowsOf = (table: FigureTable): Found[] => sumsOfRows(table).flatMap((sums) => tellOf(table, sums, 1));

/** For each total row the sums of its columns. */
function sumsOfRows(table: FigureTable): Sum[][] {
  const totals = totalRows(table);
  return totals.flatMap((total, i): Sum[][] => {
    const from = (totals[i - 1] ?? -1) + 1;
    const parts = table.table.rows.flatMap((row, at) =>
      at >= from &&
      at !== total &&
      (at < total || totals.length === 1) &&
      !isSubtotal(table, at) &&
      row.role !== "group"
        ? [at]
        : [],
    );
    if (parts.length < 2) return [];
    return [
      table.table.columns.map((_, column) => ({
        total: table.figures[total]?.[column] ?? null,
        parts: parts.map((row) => table.figures[row]?.[column] ?? null),
      })),
    ];
  });
}

/** Districts beside the force: a first or last column of counts that nearly every row sums. */
function columnsOf(table: FigureTable): Found[] {
  const counts = table.table.columns.flatMap((_, column) => {
    const figures = table.figures.map((row) => row[column] ?? null).filter((figure) => figure !== null);
    return figures.length > 0 && figures.every(isCount) ? [column] : [];
  });
  if (counts.length < 3 || table.months.some((month) => month !== null)) return [];
  return [counts[0], counts.at(-1)].flatMap((total) =>
    tellOf(
      table,
      table.figures.map((row) => ({
        total: row[total ?? -1] ?? null,
        parts: counts.filter((column) => column !== total).map((column) => row[column] ?? null),
      })),
      3,
    ),
  );
}

type Sum = { readonly total: Figure | null; readonly parts: readonly (Figure | null)[] };

/** Findings on the sums that fail, when at least so many hold, and more than fail. */
function tellOf(table: FigureTable, sums: readonly Sum[], least: number): Found[] {
  const complete = sums.flatMap(completeOf);
  // Whole numbers and others are judged apart: a table of counts and rates sums the counts alone.
  return [
    complete.filter(({ total }) => total.decimals === 0),
    complete.filter(({ total }) => total.decimals > 0),
  ].flatMap((some) => failuresOf(table, some, least));
}

function failuresOf(table: FigureTable, whole: readonly Complete[], least: number): Found[] {
  const failing = whole.filter(({ total, parts }) => !addsUp(total, parts));
  const holding = whole.length - failing.length;
  if (failing.length === 0 || holding < least || failing.length > holding) return [];
  return failing.map(({ total, parts }) => {
    const is = Number(sum(parts.map(({ value }) => value)).toFixed(6));
    const finding = tell(
      rule,
      { paper: table.paper, words: total.cell },
      `${nameOf(table, total)}: the parts add up to ${is.toLocaleString("en-GB")}, not ${total.cell.text.trim()}.`,
      null,
      "Correct the total or a part, or say in a note why they differ.",
    );
    return { finding, total: total.value, gap: total.value - is };
  });
}

type Complete = { readonly total: Figure; readonly parts: readonly Figure[] };

/** The sum where all its cells hold numbers that can be summed. */
function completeOf({ total, parts }: Sum): Complete[] {
  const counted = parts.filter((part) => part !== null).filter(isSummed);
  return total !== null && isSummed(total) && counted.length === parts.length
    ? [{ total, parts: counted }]
    : [];
}

const isSummed = ({ kind }: Figure): boolean => kind === "money" || kind === "number";

/** Numbers with decimals were rounded: they add up to within half of the last digit for each. */
function addsUp({ decimals, value, kind }: Figure, parts: readonly Figure[]): boolean {
  const gap = Math.abs(sum(parts.map((part) => part.value)) - value);
  const unit = kind === "money" && value >= millions ? millions : 1;
  return gap < 1e-6 || (decimals > 0 && gap <= (unit * 10 ** -decimals * (parts.length + 1)) / 2);
}

/** Money from here on may be printed in millions, with decimals of a million. */
const millions = 1e6;

/** "All robbery" below business and personal robbery; what a row says of another with "of which". */
function isSubtotal({ table }: FigureTable, at: number): boolean {
  const row = table.rows[at];
  const label = labelOf(row);
  if (row === undefined || row.role === "subtotal" || /^(?:sub-?total|of which|of whom|includ)/i.test(label))
    return true;
  if (!/^all\b/i.test(label)) return false;
  const own = [...measureWords(label)];
  const above = table.rows.slice(Math.max(0, at - 2), at).map((other) => measureWords(labelOf(other)));
  return above.length === 2 && own.length > 0 && above.every((words) => own.every((word) => words.has(word)));
}
