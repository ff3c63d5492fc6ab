import { isFigure } from "./cellValue.ts";
import type { Cell } from "./paper.ts";
import type { Grid } from "./tableLines.ts";

/** From how many figures on, as a share of the filled cells behind the first, a table is one of figures. */
const manyFigures = 0.3;
const longestHead = 60;

const isYear = ({ value }: Cell): boolean =>
  value.kind === "number" && value.decimals === 0 && value.value >= 1990 && value.value < 2100;
const isEmpty = ({ value }: Cell): boolean => value.kind === "empty";

/** How many rows at the top of a table are heads: those above its first figures; of a table of words the first, if it looks like one. */
export function headRows(grid: Grid): number {
  const behind = grid.flatMap((row) => row.slice(1)).filter((cell) => !isEmpty(cell));
  const figures = behind.filter(isFigure);
  if (isKeyed(grid)) return 0;
  const isWordy = figures.length < manyFigures * behind.length;
  if (isWordy) return wordyHead(grid) ? 1 : 0;
  const first = grid.findIndex(
    (row) =>
      row.some((cell, c) => c > 0 && isFigure(cell)) &&
      !row.slice(1).every((cell) => isEmpty(cell) || isYear(cell)),
  );
  // A line that fills its first cell only, below a head, is the name of a group of rows.
  const group = grid.findIndex((row, i) => i > 0 && i < first && row.slice(1).every(isEmpty));
  return group > 0 ? group : Math.max(0, first);
}

function wordyHead(grid: Grid): boolean {
  const [head, second] = grid;
  if (head === undefined || second === undefined) return false;
  const filled = head.filter((cell) => !isEmpty(cell));
  const isShort = filled.every(({ text }) => text.length <= longestHead && !/[.:;]$/.test(text));
  const [first] = head;
  return (
    isShort &&
    filled.length > 1 &&
    first?.value.kind !== "date" &&
    filled.every((cell) => !isFigure(cell)) &&
    (!first || !isEmpty(first))
  );
}

/** `Date:` and what it is, `AUTHOR` and who: two columns, the first with names. */
const isKeyed = (grid: Grid): boolean =>
  grid.every((row) => row.length === 2) &&
  (grid.filter(([key]) => key !== undefined && /:$/.test(key.text)).length > grid.length / 2 ||
    grid.every(([key]) => key !== undefined && /^[A-Z ]{3,}$/.test(key.text)));
