import { isFigure } from "./cellValue.ts";
import { headRows } from "./headRows.ts";
import type { Cell, PaperTable, Text } from "./paper.ts";
import { columnsOf } from "./tableHeads.ts";
import { type Grid, gridOf } from "./tableLines.ts";
import { rowsOf } from "./tableRows.ts";
import { type PaperLine, startOf, textOfLine } from "./text.ts";
import { unitIn } from "./units.ts";

/**
 * The table that some lines make.
 *
 * @param above the words above it that name it, null where there are none; a first line that fills one cell only goes before them
 */
export function tableOf(lines: readonly PaperLine[], above: Text | null): PaperTable {
  const grid = withDoubt(withoutStains(gridOf(lines)));
  const own = ownCaption(grid);
  const caption = own === null ? above : (grid[0]?.[0] ?? above);
  const rows = own === null ? grid : grid.slice(1);
  const count = headRows(rows);
  const [heads, body] = [rows.slice(0, count), rows.slice(count)];
  const [first] = lines;
  return {
    kind: "table",
    caption,
    heads,
    columns: columnsOf(heads, body),
    rows: rowsOf(body),
    unit: unitOf([own ?? "", above?.text ?? ""].join(" ")),
    spot: first === undefined ? { line: 1, column: 1, page: null } : startOf(textOfLine(first)),
  };
}

/** Rows at the top without a word or a figure are what an extraction made of a border. */
function withoutStains(grid: Grid): Grid {
  const first = grid.findIndex((row) =>
    row.some((cell) => isFigure(cell) || /\p{L}{2}|\d{2}/u.test(cell.text)),
  );
  return first > 0 ? grid.slice(first) : grid;
}

/** Where the figures of a column carry arrows, one without arrow and sign has lost both: nobody can say whether it is above or below 0. */
function withDoubt(grid: Grid): Grid {
  const width = grid[0]?.length ?? 0;
  const doubtful = Array.from({ length: width }, (_, c) => {
    const figures = grid.flatMap((row) => row[c] ?? []).filter(isFigure);
    return figures.filter(({ text }) => isArrowed(text)).length > figures.length / 2;
  });
  return grid.map((row) =>
    row.map((cell, c) => (doubtful[c] && lostSign(cell) ? { ...cell, value: { kind: "words" } } : cell)),
  );
}

const isArrowed = (text: string): boolean => /^[^\w£+−–-]/.test(text);

const lostSign = ({ text, value }: Cell): boolean => "value" in value && !value.signed && !isArrowed(text);

/** The unit that the words above a table name; a percentage only in brackets, as words on a table of counts speak of shares, too. */
const unitOf = (words: string): string | null =>
  unitIn(words) === "%" && !words.includes("(%)") ? null : unitIn(words);

/** The words of a first line whose other cells are empty. */
function ownCaption(grid: Grid): string | null {
  const [first, ...rest] = grid[0] ?? [];
  const isAlone = rest.length > 1 && rest.every(({ value }) => value.kind === "empty");
  return isAlone && grid.length > 2 && first?.value.kind === "words" ? first.text : null;
}

/** Whether a table goes on with one above it, as behind a page's end: equally wide, and without heads or with the same. */
export function continuesTable(before: readonly PaperLine[], next: readonly PaperLine[]): boolean {
  const [upper, lower] = [gridOf(before), gridOf(next)];
  if (upper[0]?.length !== lower[0]?.length) return false;
  const count = headRows(lower);
  return count === 0 ? headRows(upper) > 0 : headText(upper) === headText(lower);
}

const headText = (grid: Grid): string => grid[0]?.map(({ text }) => text).join("|") ?? "";
