import type { Diagnostic, Place } from "../diagnostic.ts";
import type { ForeignCell, ForeignLine } from "./foreignCells.ts";
import type { ForeignLayout } from "./foreignColumns.ts";
import { foreignMonth, foreignYear, monthInYear } from "./foreignMonths.ts";
import { type ForeignNumber, type ForeignStatus, foreignNumber } from "./foreignNumbers.ts";

/** What is gathered while the lines of a table are read. */
export type Reading = {
  readonly layout: ForeignLayout;
  readonly problems: Diagnostic[];
  readonly remarks: string[];
  dashes: number;
  /** The year that stood in this line or, where cells are merged, in one above. */
  year: ReturnType<typeof foreignYear>;
};

/** A line of the table that has a month. */
export type Row = {
  readonly month: string;
  readonly value: number | null;
  readonly denominator: number | null;
  readonly status: ForeignStatus;
  readonly monthPlace: Place;
  readonly place: Place;
  readonly number: ForeignNumber;
  readonly area: string;
  readonly category: string;
};

const summary = /^(grand |sub ?|overall )?(total|sum|average|mean|median|ytd|year to date|all months)s?\b/i;

/** A line of the table; null for comments, totals, footnotes, and lines whose month is a problem. */
export function rowOf(line: ForeignLine, reading: Reading): Row | null {
  const { columns } = reading.layout;
  const at = (column: number | null): ForeignCell | undefined =>
    column === null ? undefined : line.cells[column];
  if (line.comment) return leftOut(line, "comment", reading);
  const kind = foreignMonth(at(columns.month)?.text ?? "").kind;
  const without = kind === "none" ? withoutMonth(line) : null;
  if (without !== null) return leftOut(line, without, reading);
  reading.year = foreignYear(at(columns.year)?.text ?? "") ?? reading.year;
  const problems = [...widthProblems(line, reading.layout)];
  const month = monthOf(line, at(columns.month), reading, problems);
  const value = numberOf(at(columns.value), line, problems);
  const base = columns.denominator === null ? null : numberOf(at(columns.denominator), line, problems);
  problems.push(...baseProblems(base, at(columns.denominator), value));
  reading.problems.push(...problems);
  if (month === null) return null;
  if (value.kind === "empty" && value.dash) reading.dashes += 1;
  return {
    month,
    number: value,
    value: value.kind === "value" ? value.value : null,
    denominator: base?.kind === "value" ? base.value : null,
    status: statusOf(at(columns.status)?.text, value),
    place: at(columns.value)?.place ?? line.place,
    monthPlace: at(columns.month)?.place ?? line.place,
    area: at(columns.area)?.text ?? "",
    category: at(columns.category)?.text ?? "",
  };
}

/** What a line is that has no month, if it is not a mistake: words in any cell may name a total, a cell alone is a footnote. */
function withoutMonth({ cells }: ForeignLine): "total" | "footnote" | null {
  const words = cells.filter(({ text }) => text !== "");
  if (words.some(({ text }) => summary.test(text))) return "total";
  return words.length === 1 && (cells[0]?.text ?? "") !== "" ? "footnote" : null;
}

function leftOut(
  { number }: ForeignLine,
  what: "comment" | "total" | "footnote",
  { remarks }: Reading,
): null {
  if (what !== "comment")
    remarks.push(
      `Line ${number}, a ${what === "total" ? "total or average" : "line of words"}, was left out.`,
    );
  return null;
}

function monthOf(
  line: ForeignLine,
  cell: ForeignCell | undefined,
  { year }: Reading,
  problems: Diagnostic[],
): string | null {
  const place = cell === undefined || cell.text === "" ? line.place : cell.place;
  const found = foreignMonth(cell?.text ?? "");
  if (found.kind === "month") return found.month;
  if (found.kind === "month-of-year" && year !== null) return monthInYear(found.number, year);
  if (found.kind === "wrong")
    problems.push({ place, message: found.message, ...(found.hint ? { hint: found.hint } : {}) });
  else problems.push({ place, message: noMonth(cell?.text ?? "", found.kind) });
  return null;
}

function noMonth(text: string, kind: "month-of-year" | "none"): string {
  if (text === "")
    return "this line has values but no month: write its month, e.g. 2019-12 (merged cells keep it only in their first line)";
  const why = kind === "month-of-year" ? "has no year" : "is no month";
  return `\`${text}\` ${why}: write the year and month, e.g. 2019-12`;
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

/** The mark beside the figure, or the one in a column of its own. */
function statusOf(text: string | undefined, number: ForeignNumber): ForeignStatus {
  if (number.kind === "empty") return number.status;
  const named = statuses[(text ?? "").toLowerCase().replaceAll(/[[\]() ]/g, "")];
  return named ?? (number.kind === "value" ? number.status : "published");
}
