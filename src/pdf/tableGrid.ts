import { isElement, type TaggedElement, type TaggedText } from "./tagged.ts";

/** A cell of a table with its row and column, counted from 0. */
export type Cell = {
  readonly element: TaggedElement;
  readonly row: number;
  readonly column: number;
  readonly isHead: boolean;
};

type Node = TaggedElement | TaggedText;

const sections = new Set(["THead", "TBody", "TFoot"]);

/** The rows among the children of a table, in order. */
export const rowsIn = (nodes: readonly Node[]): TaggedElement[] =>
  nodes.filter(isElement).flatMap((node) => {
    if (node.role === "TR") return [node];
    return sections.has(node.role) || node.role === "NonStruct" ? rowsIn(node.children) : [];
  });

/** Gives each cell its place, past what cells of rows above cover. */
export function placed(rows: readonly TaggedElement[]): Cell[] {
  const taken = new Set<string>();
  return rows.flatMap((line, row) => {
    let column = 0;
    return cellsIn(line.children).map((element) => {
      while (taken.has(`${row} ${column}`)) column++;
      const { rowSpan, columnSpan } = element.cell;
      for (let down = 0; down < rowSpan; down++)
        for (let right = 0; right < columnSpan; right++) taken.add(`${row + down} ${column + right}`);
      return { element, row, column, isHead: element.role === "TH" };
    });
  });
}

const cellsIn = (nodes: readonly Node[]): TaggedElement[] =>
  nodes.filter(isElement).flatMap((node) => {
    if (node.role === "TH" || node.role === "TD") return [node];
    return node.role === "NonStruct" ? cellsIn(node.children) : [];
  });

/** The cells that head a cell, its row's before its column's: those it names, else those beside and above it. */
export function headsOf(cell: Cell, cells: readonly Cell[]): Cell[] {
  const { headers } = cell.element.cell;
  const heads = cells.filter(
    (each) =>
      each.isHead &&
      (headers.length > 0
        ? headers.includes(each.element.id ?? "")
        : isBeside(each, cell) || isAbove(each, cell)),
  );
  return [...heads.filter(headsRow), ...heads.filter((each) => !headsRow(each))];
}

/** A head without a scope heads its column in the first row, its row elsewhere. */
export const headsRow = ({ element, row }: Cell): boolean =>
  (element.cell.scope ?? (row === 0 ? "Column" : "Row")) !== "Column";

const isBeside = (head: Cell, { row, column }: Cell): boolean =>
  headsRow(head) && head.column < column && head.row <= row && row < head.row + head.element.cell.rowSpan;

const isAbove = (head: Cell, { row, column }: Cell): boolean =>
  !headsRow(head) &&
  head.row < row &&
  head.column <= column &&
  column < head.column + head.element.cell.columnSpan;
