import { cellOf, isFigure } from "./cellValue.ts";
import { glue } from "./headTexts.ts";
import type { Cell, TableRow } from "./paper.ts";
import type { Grid } from "./tableLines.ts";
import { joined, pieceOf, trimmed } from "./text.ts";

const total = /^(?:grand |overall |force )?total\b|^totals?:?$|\btotals?:?$/i;
const subtotal = /^sub-?\s?total\b|^all (?!other)/i;

const isEmpty = ({ value }: Cell): boolean => value.kind === "empty";

/** The rows of a table below its heads, each with what it is called and what part it plays. */
export function rowsOf(body: Grid): readonly TableRow[] {
  const filled = body.flat().filter((cell) => !isEmpty(cell));
  const isWordy = filled.filter(isFigure).length < 0.3 * filled.length;
  const rows = (isWordy ? withoutSpill(body) : body).filter(saysSomething).map((cells): TableRow => {
    const group = groupName(cells);
    if (group !== null) return { role: "group", label: group, cells };
    const label = labelOf(cells);
    const role = subtotal.test(label) ? "subtotal" : total.test(label) ? "total" : "row";
    return { role, label, cells };
  });
  return withTotals(rows);
}

/**
 * What is called a total is one where several rows stand beside it; of several that are called so, those that add the others up,
 * if any does. A last row that adds the others up is one, whatever it is called.
 */
function withTotals(rows: readonly TableRow[]): readonly TableRow[] {
  const totals = rows.filter(({ role }) => role === "total");
  const adding = totals.filter((row) => isSum(rows.slice(0, rows.indexOf(row)), row));
  const few = rows.filter(({ role }) => role === "row").length < 2;
  const isTotal = (row: TableRow): boolean =>
    !few && (totals.length < 2 || adding.length === 0 || adding.includes(row));
  const named = rows.map(
    (row): TableRow => (row.role === "total" && !isTotal(row) ? { ...row, role: "row" } : row),
  );
  const last = named.at(-1);
  // "All crime" below its kinds is their total, above or between them a part of it.
  if (last?.role === "subtotal" && totals.length === 0 && !few)
    return [...named.slice(0, -1), { ...last, role: "total" }];
  const isLastSum =
    last?.role === "row" && !named.some(({ role }) => role === "total") && isSum(named.slice(0, -1), last);
  return isLastSum ? [...named.slice(0, -1), { ...last, role: "total" }] : named;
}

/** A row without a figure and a letter is what was left of a picture. */
const saysSomething = (cells: readonly Cell[]): boolean =>
  cells.some((cell) => isFigure(cell) || cell.value.kind === "none" || /\p{L}/u.test(cell.text));

/** The first words of a row that stand before its figures. */
function labelOf(cells: readonly Cell[]): string {
  const figures = cells.findIndex(isFigure);
  const before = cells
    .slice(0, figures > 0 ? figures : cells.length)
    .filter((cell) => !isEmpty(cell) && !isFigure(cell));
  const named = before.find(({ text }) => /\p{L}{2}/u.test(text)) ?? before[0];
  return named?.text ?? "";
}

/** The name of a group: a row that fills its first cell only, or one whose words run over several cells. */
function groupName(cells: readonly Cell[]): string | null {
  const filled = cells.findIndex(isEmpty) < 0 ? cells.length : cells.findIndex(isEmpty);
  const [first, ...others] = cells.slice(0, filled);
  if (first === undefined || !cells.slice(filled).every(isEmpty) || cells.length < 3) return null;
  if (first.value.kind !== "words" || filled === cells.length) return null;
  const isRunning = others.every(({ text }) => /^[a-z]/.test(text));
  return isRunning ? others.map(({ text }) => text).reduce(glue, first.text) : null;
}

/** Whether a last row adds the others up, in most of its columns of counts. */
function isSum(rows: readonly TableRow[], last: TableRow): boolean {
  const parts = rows.filter(({ role }) => role === "row");
  const columns = last.cells.flatMap((cell, c) => (cell.value.kind === "number" ? [c] : []));
  const sums = columns.filter((c) => {
    const values = parts.map(({ cells }) => cells[c]?.value);
    const sum = values.reduce((all, value) => all + (value?.kind === "number" ? value.value : Number.NaN), 0);
    const printed = last.cells[c]?.value;
    return printed?.kind === "number" && printed.value > 0 && Math.abs(sum - printed.value) < 1e-9;
  });
  return parts.length > 1 && columns.length > 1 && sums.length > columns.length / 2;
}

/**
 * An extraction cuts the words of a cell at the line and lets the rest stand at the head of the next row's cell. What starts small there,
 * below words without an end, goes back up.
 */
function withoutSpill(body: Grid): Grid {
  const rows = body.map((row) => [...row]);
  const width = rows[0]?.length ?? 0;
  for (let c = 0; c < width; c++) {
    const filled = rows
      .filter((row) => groupName(row) === null)
      .flatMap((row) => row[c] ?? [])
      .filter((cell) => !isEmpty(cell));
    const capital = filled.filter(({ text }) => /^[A-Z]/.test(text));
    if (capital.length < 0.6 * filled.length) continue;
    rows.forEach((row, r) => {
      const [above, cell] = [rows[r - 1]?.[c], row[c]];
      const isBarred = groupName(row) !== null || groupName(rows[r - 1] ?? row) !== null;
      const length = isBarred || above === undefined || cell === undefined ? 0 : spillLength(above, cell);
      if (length === 0 || above === undefined || cell === undefined) return;
      const upper = rows[r - 1];
      if (upper !== undefined) upper[c] = cellOf(joined([above, trimmed(pieceOf(cell, 0, length))]));
      row[c] = cellOf(trimmed(pieceOf(cell, length)));
    });
  }
  return rows;
}

/** How many characters of a cell belong to the one above it. */
function spillLength(above: Cell, cell: Cell): number {
  if (above.value.kind !== "words" || cell.value.kind !== "words") return 0;
  if (!/^[a-z]/.test(cell.text) || !/^[A-Z].*\s.*[^.!?:;]$/s.test(above.text)) return 0;
  const sentence = /^[^.!?]*[.!?](?=\s+[A-Z]|$)/.exec(cell.text)?.[0];
  const small = /^[^A-Z]*?(?=\s[A-Z]|$)/.exec(cell.text)?.[0] ?? "";
  return (sentence ?? small).length;
}
