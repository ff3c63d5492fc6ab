import type { Diagnostic } from "../diagnostic.ts";
import type { ForeignCell, ForeignLine } from "./foreignCells.ts";
import { columnsByContent, columnsByName, type ForeignColumns, monthCells } from "./foreignColumns.ts";
import { foreignYear } from "./foreignMonths.ts";
import { roleOf } from "./foreignNames.ts";
import { foreignNumber, isFigure } from "./foreignNumbers.ts";
import { isYearHeading } from "./foreignYears.ts";

/** Where the table starts, what its columns hold, and what its header calls the values and the base. */
export type ForeignLayout = {
  readonly columns: ForeignColumns;
  readonly header: ForeignLine | null;
  /** Index of the line where the table starts: behind the header, or the first with a figure. */
  readonly first: number;
};

/** The layout of a table, or the one problem that makes all others moot. */
export function foreignLayout(
  lines: readonly ForeignLine[],
  whole: ForeignCell["place"],
): ForeignLayout | Diagnostic {
  const first = firstOf(lines);
  if (lines[first] === undefined) return noData(lines, whole);
  const header = headerAbove(lines, first);
  const own = lines.slice(first);
  const columns = header === null ? columnsByContent(own) : columnsByName(header, own);
  if ("message" in columns) return columns;
  const start = header === null ? lines.findIndex(hasFigure) : lines.indexOf(header) + 1;
  return { columns, header, first: withYear(lines, start < 0 ? first : Math.min(first, start)) };
}

/** The first line with a month and a figure; where every line has something wrong, the first with a month, or behind the header. */
function firstOf(lines: readonly ForeignLine[]): number {
  const certain = lines.findIndex(isDataLine);
  if (certain >= 0 || lines.some(isAcross)) return certain;
  const likely = lines.findIndex((line) => isTabled(line) && monthCells(line).length > 0);
  const header = lines.findIndex(({ cells }) => cells.length >= 2 && cells.some(isMonthName));
  return likely >= 0 || header < 0 ? likely : header + 1;
}

const isTabled = ({ cells, comment }: ForeignLine): boolean => !comment && cells.length >= 2;
const isMonthName = ({ text }: ForeignCell): boolean => roleOf(text) === "month";
const isDataLine = (line: ForeignLine): boolean =>
  isTabled(line) && monthCells(line).length > 0 && figuresOf(line).length > 0 && !isAcross(line);

/** The cells of figures that are no months. */
const figuresOf = (line: ForeignLine): readonly ForeignCell[] =>
  line.cells.filter(({ text }, i) => !monthCells(line).includes(i) && isFigure(text));

/** A line in which months stand side by side. */
function isAcross(line: ForeignLine): boolean {
  const months = monthCells(line).length;
  return !line.comment && months >= 2 && (months >= 3 || figuresOf(line).length === 0);
}

/** A line of a table, though its month may be wrong; a title or a date of extraction is none. */
const hasFigure = (line: ForeignLine): boolean =>
  isTabled(line) && line.cells.some(({ text }) => isFigure(text));

/** With the line above that holds nothing but a year. */
const withYear = (lines: readonly ForeignLine[], first: number): number =>
  isYearHeading(lines[first - 1]?.cells ?? []) ? first - 1 : first;

function noData(lines: readonly ForeignLine[], whole: ForeignCell["place"]): Diagnostic {
  const across = lines.find(isAcross);
  const start = lines[0]?.cells[0]?.text ?? "";
  const message =
    across !== undefined
      ? "the months stand side by side: write them below each other, one line for each, e.g. 2019-12,53"
      : "no line of this file holds a month and a value: write a line for each, e.g. 2019-12,53";
  const hint = /^[{[]/.test(start) ? "For JSON give the file a name that ends in .json." : null;
  return { place: across?.place ?? lines[0]?.place ?? whole, message, ...(hint === null ? {} : { hint }) };
}

/** The nearest line of words above that names a column we know, else the nearest; a line with one cell is a title. */
function headerAbove(lines: readonly ForeignLine[], first: number): ForeignLine | null {
  const above = lines.slice(0, first).filter(({ comment }) => !comment);
  const headers = above.filter(({ cells }) => isHeader(cells));
  return headers.findLast(({ cells }) => cells.some(hasRole)) ?? headers.at(-1) ?? null;
}

const hasRole = ({ text }: ForeignCell): boolean => roleOf(text) !== null;

/** Words; beside the name of a column we know, years and marks such as `c` too. */
function isHeader(cells: readonly ForeignCell[]): boolean {
  const words = cells.filter(({ text }) => text !== "");
  const named = words.some(hasRole);
  const isName = ({ text }: ForeignCell): boolean => {
    const { kind } = foreignNumber(text);
    return kind === "wrong" || text === "n" || roleOf(text) !== null || (named && isMark(text, kind));
  };
  return words.length >= 2 && words.every(isName);
}

const isMark = (text: string, kind: string): boolean => kind === "empty" || foreignYear(text) !== null;
