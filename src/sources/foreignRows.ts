import type { Diagnostic, Place } from "../diagnostic.ts";
import type { ForeignCell, ForeignLine } from "./foreignCells.ts";
import type { ForeignLayout } from "./foreignLayout.ts";
import { markedMonth, monthOfLine } from "./foreignMonthCells.ts";
import { foreignMonth } from "./foreignMonths.ts";
import { type ForeignNumber, type ForeignStatus, foreignNumber } from "./foreignNumbers.ts";
import { isYearHeading, type YearSoFar, yearOf } from "./foreignYears.ts";

/** What is gathered while the lines of a table are read. */
export type Reading = {
  readonly layout: ForeignLayout;
  readonly problems: Diagnostic[];
  readonly remarks: string[];
  dashes: number;
  /** The year and the month that stood in this line or, where cells are merged, in one above. */
  year: YearSoFar | null;
  month: string | null;
};

/** A line of the table that has a month. */
export type Row = {
  readonly month: string;
  readonly value: number | null;
  readonly denominator: number | null;
  readonly status: ForeignStatus;
  readonly monthPlace: Place;
  readonly place: Place;
  readonly basePlace: Place;
  readonly number: ForeignNumber;
  readonly area: string;
  readonly category: string;
};

/** What a line below or between months is called that adds them up. */
const summary =
  /^(grand |sub[- ]?|overall |annual |monthly |yearly |\d+[- ]months? |rolling |cumulative |\d{4}([/-]\d{2,4})? |FY ?\d{4}([/-]\d{2,4})? |Q[1-4] )*(total|sum|average|avg|mean|median|ytd|fytd|year[- ]to[- ]date|overall|all months)s?\b/i;
/** How lines of words below a table begin. */
const footnote =
  /^(source|notes?|footnotes?|last updated|updated|extracted|produced|prepared|copyright|©|\*|\[\w+\]|\(\w+\)|\d+[.)] )/i;

/** A line of the table; null for comments, totals, footnotes, headings, and lines whose month is a problem. */
export function rowOf(line: ForeignLine, reading: Reading): Row | null {
  const { columns } = reading.layout;
  const at = (column: number | null): ForeignCell | undefined =>
    column === null ? undefined : line.cells[column];
  if (line.comment) return null;
  if (isYearHeading(line.cells) && !at(columns.value)?.text) return headed(line.cells, reading);
  const without = withoutMonth(line, at(columns.month)?.text ?? "");
  if (without !== null) return leftOut(line, without, reading);
  const year = yearOf(at(columns.year)?.text ?? "");
  if (year !== null) reading.year = { year, last: null, way: 0 };
  const problems = [...widthProblems(line, reading.layout)];
  const isPart = Boolean(at(columns.area)?.text || at(columns.category)?.text);
  const month = monthOfLine(line, at(columns.month), reading, isPart, problems);
  const value = numberOf(at(columns.value), line, problems);
  const base = columns.denominator === null ? null : numberOf(at(columns.denominator), line, problems);
  problems.push(...baseProblems(base, at(columns.denominator), value));
  reading.problems.push(...problems);
  if (month === null) return null;
  if (value.kind === "empty" && value.dash) reading.dashes += 1;
  const place = at(columns.value)?.place ?? line.place;
  return {
    month,
    number: value,
    value: value.kind === "value" ? value.value : null,
    denominator: base?.kind === "value" ? base.value : null,
    status: statusOf(at(columns.status)?.text, value, markedMonth(at(columns.month)?.text ?? "").status),
    place,
    basePlace: at(columns.denominator)?.place ?? place,
    monthPlace: at(columns.month)?.place ?? line.place,
    area: at(columns.area)?.text ?? "",
    category: at(columns.category)?.text ?? "",
  };
}

/** Remembers the year that stands alone above its months. */
function headed(cells: readonly ForeignCell[], reading: Reading): null {
  const year = yearOf(cells.find(({ text }) => text !== "")?.text ?? "");
  reading.year = year === null ? null : { year, last: null, way: 0 };
  return null;
}

/** What a line is that has no month, if it is not a mistake: words in any cell may name a total, a cell alone is a footnote. */
function withoutMonth({ cells }: ForeignLine, month: string): "total" | "footnote" | null {
  const { kind } = foreignMonth(markedMonth(month).text);
  const words = cells.filter(({ text }) => text !== "");
  if (kind === "wrong" && summary.test(month)) return "total";
  if (kind !== "none") return null;
  if (words.some(({ text }) => summary.test(text))) return "total";
  const start = cells[0]?.text ?? "";
  return (words.length === 1 && start !== "") || footnote.test(start) ? "footnote" : null;
}

function leftOut({ number }: ForeignLine, what: "total" | "footnote", { remarks }: Reading): null {
  remarks.push(`Line ${number}, a ${what === "total" ? "total or average" : "line of words"}, was left out.`);
  return null;
}

function numberOf(cell: ForeignCell | undefined, line: ForeignLine, problems: Diagnostic[]): ForeignNumber {
  const found = foreignNumber(cell?.text ?? "");
  if (found.kind === "wrong") problems.push({ place: cell?.place ?? line.place, message: found.message });
  return found;
}

function baseProblems(
  base: ForeignNumber | null,
  cell: ForeignCell | undefined,
  value: ForeignNumber,
): Diagnostic[] {
  if (base === null || cell === undefined || value.kind !== "value") return [];
  const wrong = (message: string): Diagnostic[] => [{ place: cell.place, message }];
  if (value.unit !== "number")
    return wrong("beside a base the value must be the number behind it: write e.g. 90 of 120, not 75%");
  if (/^0\d/.test(cell.text))
    return wrong(
      `\`${cell.text}\` may be the end of a number with a comma, such as 1,${cell.text.slice(0, 3)}: put such numbers in quotation marks`,
    );
  if (base.kind !== "value") return wrong("this value has no base: write it, or leave the value empty too");
  return base.unit !== "number" || base.value < 0 ? wrong("a base is a plain number from 0") : [];
}

/** More cells than columns: most often a number with a comma that is not in quotation marks. */
function widthProblems({ cells }: ForeignLine, { header, columns }: ForeignLayout): Diagnostic[] {
  const known = Object.values(columns).map((column) => column ?? 0);
  const width = header?.cells.length ?? Math.max(...known) + 1;
  const extra = cells.slice(width).find(({ text }) => text !== "");
  if (extra === undefined) return [];
  const message = `this line has ${cells.length} cells, but there are ${width} columns`;
  return [
    {
      place: extra.place,
      message,
      hint: "A cell that holds a comma, such as 1,234, must be in quotation marks.",
    },
  ];
}

const statuses: Readonly<Record<string, ForeignStatus>> = {
  p: "provisional",
  provisional: "provisional",
  r: "revised",
  revised: "revised",
  e: "estimated",
  estimated: "estimated",
};

/** The mark in a column of its own, beside the figure, or beside the month. */
function statusOf(
  text: string | undefined,
  number: ForeignNumber,
  ofMonth: ForeignStatus | null,
): ForeignStatus {
  if (number.kind === "empty") return number.status;
  const named = statuses[(text ?? "").toLowerCase().replaceAll(/[[\]() ]/g, "")];
  if (named !== undefined) return named;
  return number.kind === "value" && number.status !== "published" ? number.status : (ofMonth ?? "published");
}
