import { tablesOf } from "../../sources/paperText/outline.ts";
import type { Cell, Heading, PaperTable, TableRow } from "../../sources/paperText/paper.ts";
import type { AuditedPaper, AuditInput } from "../rule.ts";
import type { NamedMonth } from "./claim.ts";
import { monthsIn } from "./months.ts";

/** A number in a table. */
export type Figure = {
  readonly cell: Cell;
  readonly kind: "number" | "percent" | "money" | "duration";
  readonly value: number;
  readonly decimals: number;
  readonly row: number;
  readonly column: number;
};

/** A table with the paper, and its numbers: `figures[row][column]`, null where a cell holds none. */
export type FigureTable = {
  readonly paper: AuditedPaper;
  readonly table: PaperTable;
  readonly section: readonly Heading[];
  /** Its place among the blocks of the part. */
  readonly block: number;
  readonly figures: readonly (readonly (Figure | null)[])[];
  /** The one month that a column's head names, else null. */
  readonly months: readonly (NamedMonth | null)[];
};

/** All tables that hold numbers. */
export const figureTables = ({ papers }: AuditInput): FigureTable[] => papers.flatMap(tablesOfPaper);

const known = new WeakMap<AuditedPaper, readonly FigureTable[]>();

/** Those of one paper, part by part; worked out once. */
export function tablesOfPaper(paper: AuditedPaper): readonly FigureTable[] {
  const before = known.get(paper);
  if (before !== undefined) return before;
  const tables = paper.parts.flatMap(({ part }) => {
    const inPart = new Set(tablesOf(part));
    return part.blocks.flatMap((block, index): FigureTable[] =>
      block.kind === "table" && inPart.has(block) ? [tableOf(paper, block, block.section, index)] : [],
    );
  });
  known.set(paper, tables);
  return tables;
}

const tableOf = (
  paper: AuditedPaper,
  table: PaperTable,
  section: readonly Heading[],
  block: number,
): FigureTable => ({
  paper,
  table,
  section,
  block,
  figures: table.rows.map(({ cells }, row) =>
    table.columns.map((_, column) => figureOf(cells[column], row, column)),
  ),
  months: table.columns.map(({ heading }) => {
    const named = monthsIn(heading);
    const [month] = named;
    return named.length === 1 && month !== undefined ? { month: month.month, year: month.year } : null;
  }),
});

function figureOf(cell: Cell | undefined, row: number, column: number): Figure | null {
  const value = cell?.value;
  if (cell === undefined || value === undefined) return null;
  if (
    value.kind !== "number" &&
    value.kind !== "percent" &&
    value.kind !== "money" &&
    value.kind !== "duration"
  )
    return null;
  return { cell, kind: value.kind, value: value.value, decimals: value.decimals, row, column };
}

/** The numbers of a column, from the top. */
export const columnOf = ({ figures }: FigureTable, column: number): (Figure | null)[] =>
  figures.map((row) => row[column] ?? null);

/** A whole number, which can be counted and summed. */
export const isCount = (figure: Figure | null | undefined): figure is Figure =>
  figure !== null && figure !== undefined && figure.kind === "number" && figure.decimals === 0;

/** What a figure of a table is of: "Robbery, Dec-19". */
export const nameOf = ({ table }: FigureTable, { row, column }: Pick<Figure, "row" | "column">): string =>
  [labelOf(table.rows[row]), table.columns[column]?.heading ?? ""].filter((words) => words !== "").join(", ");

export const labelOf = (row: TableRow | undefined): string =>
  (row?.label ?? "").replace(/[:*]+\s*$/, "").trim();

/**
 * The rows that give the whole of the others: those that say "Total" or "Force", and one whose label ends the labels of the others
 * ("Avonshire" beside "North Avonshire" and "South Avonshire").
 */
export function totalRows({ table }: FigureTable): number[] {
  const labels = table.rows.map((row) => labelOf(row).toLowerCase());
  return table.rows.flatMap(({ role }, i) => {
    const label = labels[i] ?? "";
    if (role === "total" || /^(?:grand |overall |all )?totals?\b/.test(label) || isForce.test(label))
      return [i];
    const others = labels.filter((_, j) => j !== i && table.rows[j]?.role === "row");
    const isWhole =
      label !== "" && others.length >= 2 && others.every((other) => other.endsWith(` ${label}`));
    return isWhole ? [i] : [];
  });
}

/** "Force", "County-wide", "All (including those of no district)". */
const isForce = /^(?:the )?(?:force|county|overall|all)(?:[ -]?wide)?(?: \(.*)?$/;
