import { paragraphsIn } from "./inline.ts";
import type { Text } from "./paper.ts";
import { rawCells } from "./tableLines.ts";
import { type PaperLine, trimmed } from "./text.ts";

/** How much of a table's text one column must hold, and how long one of its cells must be, for it to be running text. */
const nearlyAll = 0.75;
const longest = 120;
/** What may stand beside running text: an item's number, a word such as ACTION. */
const beside = /^(?:[\d.()/]{1,15}|\S{0,12})$/;

/** Minutes and notes are often set as a table of one number and one column of text. Its texts in order, or null for a table proper. */
export function flowOf(lines: readonly PaperLine[]): readonly (readonly Text[])[] | null {
  const rows = lines.map((line) => rawCells(line).map(trimmed));
  const main = mainColumn(rows);
  const cells = rows.flatMap((row) => row.map((cell, c) => ({ ...cell, c })));
  const size = (of: readonly Text[]): number => of.reduce((sum, { text }) => sum + text.length, 0);
  const inMain = cells.filter(({ c }) => c === main);
  const others = cells.filter(({ c }) => c !== main);
  const isRunning =
    size(inMain) >= nearlyAll * size(cells) &&
    inMain.some(({ text }) => text.length >= longest) &&
    others.every(({ text }) => beside.test(text));
  return isRunning ? rows.map((row) => textsOfRow(row, main)) : null;
}

/** The column that holds most of the text. */
function mainColumn(rows: readonly (readonly Text[])[]): number {
  const width = Math.max(...rows.map((row) => row.length));
  const sizes = Array.from({ length: width }, (_, c) =>
    rows.reduce((sum, row) => sum + (row[c]?.text.length ?? 0), 0),
  );
  return sizes.indexOf(Math.max(...sizes));
}

/** What stands left of the running text, its paragraphs, and what stands right of it. */
const textsOfRow = (row: readonly Text[], main: number): readonly Text[] =>
  row.flatMap((cell, c) => (cell.text === "" ? [] : c === main ? paragraphsIn(cell).map(trimmed) : [cell]));
