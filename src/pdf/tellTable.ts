import { type Cell, headsOf, headsRow, placed, rowsIn } from "./tableGrid.ts";
import { type Heard, isElement, type TaggedElement, type TaggedText } from "./tagged.ts";
import { spoken, spokenHead } from "./tellWords.ts";

/**
 * A table as a listener gets it: its caption, how many rows and columns, the heads of its columns once, then each cell with
 * the cells that head it, row by row.
 *
 * @param caption the words of its caption; none are ""
 */
export function tellTable(table: TaggedElement, caption: string): Heard[] {
  const rows = rowsIn(table.children);
  const cells = placed(rows);
  const columns = Math.max(0, ...cells.map(({ column, element }) => column + element.cell.columnSpan));
  const size = `${counted(rows.length, "row")}, ${counted(columns, "column")}`;
  return [
    { text: `Table: ${caption === "" ? "" : `${caption.replace(/\.$/, "")}, `}${size}`, page: pageOf(table) },
    ...rows.flatMap((_, row) =>
      tellRow(
        cells.filter((cell) => cell.row === row),
        cells,
      ),
    ),
  ];
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

/** A row of heads is said in one line, any other cell by cell; a row's head is heard with each of its cells. */
function tellRow(row: readonly Cell[], cells: readonly Cell[]): Heard[] {
  const [first] = row;
  if (first === undefined) return [];
  const heads = row.filter(({ isHead }) => isHead);
  const others = row.filter(({ isHead }) => !isHead);
  if (heads.length === 0 || !others.every(isCorner)) return others.map((cell) => tellCell(cell, cells));
  const what = heads.every(headsRow) ? "Row" : "Columns";
  const words = heads.map(({ element }) => spoken([element]) || "blank").join("; ");
  return [{ text: `  ${what}: ${words}`, page: pageOf(first.element) }];
}

/** The empty cell that stands above the heads of the rows and beside those of the columns. */
const isCorner = ({ row, column, element }: Cell): boolean =>
  row === 0 && column === 0 && spoken([element]) === "";

function tellCell(cell: Cell, cells: readonly Cell[]): Heard {
  const heads = headsOf(cell, cells)
    .map(({ element }) => spokenHead([element]))
    .filter((words) => words !== "");
  const words = spoken([cell.element]) || "blank";
  return {
    text: `  ${heads.length === 0 ? words : `${heads.join(", ")}: ${words}`}`,
    page: pageOf(cell.element),
  };
}

function pageOf(node: TaggedElement | TaggedText): number | null {
  if (!isElement(node)) return node.page;
  return node.children.map(pageOf).find((page) => page !== null) ?? node.page;
}
