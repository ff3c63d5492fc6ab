import type { Checked, Diagnostic, Place } from "../diagnostic.ts";
import { checked, count } from "./limits.ts";
import { placeAt, type SourceText } from "./text.ts";

/** A cell's text without quotation marks and outer blanks, and its place. */
export type ForeignCell = { readonly text: string; readonly place: Place };

/** The cells of a line with anything in it, without the empty ones at its end. */
export type ForeignLine = {
  readonly number: number;
  readonly place: Place;
  readonly cells: readonly ForeignCell[];
  /** A line that starts with #. */
  readonly comment: boolean;
};

type Separator = "," | ";" | "\t" | "|";
const separators: readonly Separator[] = ["\t", ";", "|", ","];

/** A monthly series of a hundred years has 1,200 lines. */
const mostLines = 5_000;
const mostCells = 100_000;

/** The lines of a table whatever separates its cells. Problems: a quotation mark that is never closed, too many lines or cells. */
export function foreignLines(source: SourceText): Checked<readonly ForeignLine[]> {
  const separator = separatorOf(source.text);
  const [lines, problems]: [ForeignLine[], Diagnostic[]] = [[], []];
  let cells = 0;
  for (let at = 0, number = 1; at < source.text.length && problems.length === 0; ) {
    const read = readLine(source, at, separator);
    const line = lineOf(source, read.cells, number, at);
    if (line.cells.length > 0 && !(number === 1 && source.text.startsWith("sep="))) lines.push(line);
    cells += read.cells.length;
    if (read.unclosed !== null) problems.push(unclosedProblem(source, read.unclosed));
    else if (lines.length > mostLines || cells > mostCells) problems.push(tooLong(line.place));
    number += source.text.slice(at, read.end).split("\n").length - 1;
    at = read.end;
  }
  return checked(lines, problems);
}

const unclosedProblem = (source: SourceText, offset: number): Diagnostic => ({
  place: placeAt(source, offset),
  message: "this quotation mark is never closed: add the closing one at the end of the cell",
});
const tooLong = (place: Place): Diagnostic => ({
  place,
  message: `this file is longer than a series of months can be (${count(mostLines)} lines, ${count(mostCells)} cells)`,
  hint: "Keep the one series that is to be analysed.",
});

/** The separator that the first line names to a spreadsheet (`sep=;`), or that divides most lines; a comma within numbers does not count against the others. */
function separatorOf(text: string): Separator {
  const named = separators.find((mark) => text.startsWith(`sep=${mark}`));
  if (named !== undefined) return named;
  const sample = text.split("\n", 200).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const linesWith = (mark: Separator): number => sample.filter((line) => line.includes(mark)).length;
  return separators.find((mark) => linesWith(mark) * 2 > sample.length) ?? ",";
}

type RawCell = { readonly text: string; readonly offset: number; readonly length: number };
type RawLine = { readonly cells: readonly RawCell[]; readonly end: number; readonly unclosed: number | null };

/** Reads from `start` to behind the next line end that is not inside quotation marks. */
function readLine({ text }: SourceText, start: number, separator: Separator): RawLine {
  const cells: RawCell[] = [];
  let at = start;
  for (;;) {
    const cell =
      text[skipBlanks(text, at)] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    cells.push(cell);
    if (cell.unclosed) return { cells, end: text.length, unclosed: skipBlanks(text, at) };
    at = cell.offset + cell.length;
    if (text[at] !== separator) return { cells, end: at + (text[at] === "\r" ? 2 : 1), unclosed: null };
    at += 1;
  }
}

type ReadCell = RawCell & { readonly unclosed: boolean };

function plainCell(text: string, offset: number, separator: Separator): ReadCell {
  const end = cellEnd(text, offset, separator);
  return { text: text.slice(offset, end), offset, length: end - offset, unclosed: false };
}

/** A mark inside is written twice; what follows the closing one up to the separator belongs to the cell. */
function quotedCell(text: string, offset: number, separator: Separator): ReadCell {
  const open = skipBlanks(text, offset);
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return { text: "", offset, length: text.length - offset, unclosed: true };
  const end = cellEnd(text, close + 1, separator);
  const inside = text.slice(open + 1, close).replaceAll('""', '"');
  return { text: inside + text.slice(close + 1, end), offset, length: end - offset, unclosed: false };
}

function cellEnd(text: string, from: number, separator: Separator): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === separator || text[at] === "\n") return at;
    if (text[at] === "\r" && text[at + 1] === "\n") return at;
  }
  return text.length;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === " ") at += 1;
  return at;
}

function lineOf(source: SourceText, raw: readonly RawCell[], number: number, offset: number): ForeignLine {
  const last = raw.findLastIndex(({ text }) => text.trim() !== "");
  const cells = raw
    .slice(0, last + 1)
    .map((cell) => ({ text: plain(cell.text), place: placeOf(source, cell) }));
  const comment = cells[0]?.text.startsWith("#") ?? false;
  return { number, place: placeAt(source, offset), cells, comment };
}

/** Some programs write a text as ="Jan-19", so that a spreadsheet keeps it as it is. */
const plain = (text: string): string =>
  text
    .trim()
    .replace(/^="([^"]*)"$/, "$1")
    .trim();

/** The place of a cell without the blanks around it. */
function placeOf(source: SourceText, { offset, length }: RawCell): Place {
  const raw = source.text.slice(offset, offset + length);
  return placeAt(source, offset + raw.length - raw.trimStart().length, raw.trim().length);
}
