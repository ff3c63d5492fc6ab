import { formatFigure } from "../../document/format.ts";
import type { CellView, HeadCellView, TableView } from "../../document/views.ts";
import { blocksOf, type DocumentView } from "../../document/worded.ts";
import type { Figure } from "../../figures/figure.ts";
import type { Cell, CsvTable } from "./csv.ts";

/** A table that a document prints, with the words above it. */
export type NamedTable = {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly table: TableView;
};

/** Every table of a document, those beside projections among them, in reading order. */
export const tablesOf = (view: DocumentView): NamedTable[] =>
  blocksOf(view).flatMap((block): NamedTable[] => {
    if (block.kind === "table")
      return [{ id: block.id, title: block.title, what: block.what, table: block.table }];
    return block.kind === "projection"
      ? [{ id: block.tableId, title: block.tableTitle, what: block.what, table: block.table }]
      : [];
  });

/** The columns of a printed table's data, one cell of it a row. `type` is the one of Table Schema. */
export const tableColumns = [
  { name: "group", type: "string", description: "The head that runs across the rows, where there is one" },
  { name: "row", type: "string", description: "The head of the row" },
  { name: "column", type: "string", description: "The heads of the column, from top to bottom" },
  {
    name: "value",
    type: "number",
    description: "The number of the cell, without signs of its unit; empty where it has none",
  },
  {
    name: "unit",
    type: "string",
    description: "The unit that the cell prints: %, £ or points; seconds where it prints minutes and seconds",
  },
  { name: "symbol", type: "string", description: "The mark beside the number; see symbols.csv" },
  { name: "text", type: "string", description: "The cell as it is printed" },
  {
    name: "note",
    type: "string",
    description: "What the cell shows by a sign, a shade or an arrow, in words",
  },
] as const;

/** What a paper's durations are printed as, and the seconds that each of them is. */
export type Durations = ReadonlyMap<string, number>;

/**
 * The durations that a paper prints. Of a cell alone nobody can say whether "14:01" is 14 minutes, and spreadsheets take it for the time of
 * day.
 */
export const durationsOf = (printed: readonly Figure[]): Durations =>
  new Map(
    printed.flatMap((figure): [string, number][] =>
      figure.unit === "duration" && figure.value !== null
        ? [[formatFigure(figure), Math.round(figure.value)]]
        : [],
    ),
  );

/**
 * A printed table as tidy data: one cell a row, with its heads.
 *
 * @param durations those of the paper, whose cells have their seconds as value
 */
export function tableData({ head, rows }: TableView, durations: Durations): CsvTable {
  const columns = columnHeads(head);
  let group: string | null = null;
  const data: Cell[][] = [];
  for (const row of rows) {
    if (row.kind === "break") {
      group = row.head;
      continue;
    }
    const name = row.detail === null ? row.head : `${row.head} ${row.detail}`;
    for (const [i, cell] of row.cells.entries()) {
      const { value, unit, symbol } = readCell(cell.text, durations);
      data.push([group, name, columns[i] ?? "", value, unit, symbol, cell.text, noteOf(cell)]);
    }
  }
  return { columns: tableColumns.map(({ name }) => name), rows: data };
}

/** The heads above each column but the first, which holds the heads of rows: "December 2019, Number". */
function columnHeads(head: TableView["head"]): string[] {
  const grid: string[][] = head.map(() => []);
  head.forEach((cells, y) => {
    for (const cell of cells) place(grid, y, cell);
  });
  const width = Math.max(0, ...grid.map((line) => line.length));
  return Array.from({ length: Math.max(0, width - 1) }, (_, i) =>
    [...new Set(grid.map((line) => line[i + 1] ?? ""))].filter((text) => text !== "").join(", "),
  );
}

/** Puts a head cell into the next free place of its line, over all the columns and lines that it spans. */
function place(grid: string[][], y: number, { text, colspan, rowspan }: HeadCellView): void {
  const line = grid[y] ?? [];
  let x = 0;
  while (line[x] !== undefined) x++;
  for (let down = y; down < Math.min(grid.length, y + rowspan); down++)
    for (let right = x; right < x + colspan; right++) (grid[down] ?? [])[right] = text;
}

/** "3,738 [e]" is 3738 and [e]; "−5.5%" is -5.5 and %; a duration of the paper is its seconds. Words and places among others are no numbers. */
export function readCell(
  text: string,
  durations: Durations,
): { value: Cell; unit: string | null; symbol: string | null } {
  const [, bare = text, symbol = null] = /^(.*?)\s*(\[[a-z]\])$/.exec(text) ?? [];
  const seconds = durations.get(bare);
  if (seconds !== undefined) return { value: String(seconds), unit: "seconds", symbol };
  const [, sign, pound, digits, ending] =
    /^([+−-]?)(£?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(%| points?)?$/.exec(bare) ?? [];
  if (digits === undefined) return { value: null, unit: null, symbol };
  const number = `${sign === "−" || sign === "-" ? "-" : ""}${digits.replaceAll(",", "")}`;
  return { value: number, unit: pound === "£" ? "£" : (ending?.trim() ?? null), symbol };
}

const noteOf = ({ heard, flag, target, arrow }: CellView): string | null =>
  heard ?? flag?.text ?? target?.text ?? arrow?.words ?? null;
