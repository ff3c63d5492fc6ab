import { cellOf } from "./cellValue.ts";
import { plain } from "./inline.ts";
import type { Cell, Text } from "./paper.ts";
import { type PaperLine, pieceOf, placeless, textOfLine, trimmed } from "./text.ts";

/** Rows of cells, each as long as the others; no column is all empty. */
export type Grid = readonly (readonly Cell[])[];

const pipe = /^\s*\|.*\|\s*$/;
const pipeRule = /^\s*\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*\|?\s*$/;

/** Cells set apart by blanks, as when the layout of a page is kept: at least three, or a head over all but the first column. */
const spaced = /^(?:\s{3,}\S|\S).*?\S {3,}\S.*?(?:\S {3,}\S|$)/;
const isSpaced = (text: string): boolean => cellsApart(text).length > 2 && spaced.test(text);
const cellsApart = (text: string): readonly string[] => text.trimEnd().split(/ {3,}/);

/** Whether a line can be a table's row: tabs or many blanks between its cells, or pipes round them. */
export const isTableLine = (text: string): boolean =>
  text.includes("\t") || pipe.test(text) || isSpaced(text);

/** Whether lines make a table: in some row at least two cells hold something, three where there is one row only. */
export function isTableRun(lines: readonly PaperLine[]): boolean {
  const filled = lines.map((line) => rawCells(line).filter(({ text }) => text.trim() !== "").length);
  return Math.max(...filled) > (lines.length === 1 ? 2 : 1);
}

/** The cells of a table's lines. */
export function gridOf(lines: readonly PaperLine[]): Grid {
  const rows = lines
    .filter(({ text }) => !pipeRule.test(text))
    .map((line) => rawCells(line).map((cell) => cellOf(trimmed(plain(cell)))));
  const width = Math.max(...rows.map((row) => row.length));
  const padded = rows.map((row, i) => [
    ...row,
    ...Array.from({ length: width - row.length }, () => emptyAt(rows[i]?.at(-1))),
  ]);
  const used = Array.from({ length: width }, (_, c) => padded.some((row) => row[c]?.value.kind !== "empty"));
  return padded.map((row) => row.filter((_, c) => used[c]));
}

const emptyAt = (last: Cell | undefined): Cell => ({
  text: "",
  runs: last === undefined ? placeless("").runs : pieceOf(last, last.text.length).runs,
  value: { kind: "empty" },
});

/** The cells of a line as they stand, with their tags and blanks. */
export function rawCells(line: PaperLine): readonly Text[] {
  const whole = textOfLine(line);
  const isPiped = pipe.test(line.text);
  const inner = isPiped ? withoutOuterPipes(whole) : whole;
  const separator = isPiped ? /(?<!\\)\|/g : line.text.includes("\t") ? /\t/g : / {3,}/g;
  const cells: Text[] = [];
  let from = 0;
  for (const { 0: found, index } of inner.text.matchAll(separator)) {
    cells.push(pieceOf(inner, from, index));
    from = index + found.length;
  }
  return [...cells, pieceOf(inner, from)];
}

function withoutOuterPipes(whole: Text): Text {
  const from = whole.text.indexOf("|") + 1;
  return pieceOf(whole, from, whole.text.lastIndexOf("|"));
}
