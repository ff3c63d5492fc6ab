import type { Checked, Diagnostic, Place } from "../diagnostic.ts";
import { type ForeignLine, foreignLines } from "./foreignCells.ts";
import { type ForeignLayout, foreignLayout } from "./foreignLayout.ts";
import { isPercentName } from "./foreignNames.ts";
import type { ForeignStatus, ForeignUnit } from "./foreignNumbers.ts";
import { type Reading, type Row, rowOf } from "./foreignRows.ts";
import { checked, failed } from "./limits.ts";
import { placeOfLine, type SourceText } from "./text.ts";

/** One month of a table from outside; `null` means not given, zero means zero. */
export type ForeignMonthRow = {
  readonly month: string;
  readonly value: number | null;
  readonly denominator: number | null;
  readonly status: ForeignStatus;
  readonly place: Place;
  readonly basePlace: Place;
};

/** A table from outside as one monthly series in time order, and in words what was done to read it. */
export type ForeignSeries = {
  /** The line above the table, where there is one. */
  readonly title: string | null;
  /** What the header calls the values and their base. */
  readonly valueName: string | null;
  readonly denominatorName: string | null;
  readonly unit: ForeignUnit;
  readonly decimals: number;
  readonly rows: readonly ForeignMonthRow[];
  readonly remarks: readonly string[];
};

/**
 * A monthly series from a table that a spreadsheet or another system wrote.
 *
 * Cells may be separated by commas, semicolons, tabs or |; a header, titles and comments above, footnotes and totals below, columns
 * in any order, and the year in a column of its own (merged or not) are understood. Whatever has two readings is a problem, and all
 * problems are told together.
 */
export function readForeignTable(source: SourceText): Checked<ForeignSeries> {
  const lines = foreignLines(source);
  if (!lines.ok) return lines;
  const layout = foreignLayout(lines.value, placeOfLine(source, 1));
  if ("message" in layout) return failed([layout]);
  const reading: Reading = { layout, problems: [], remarks: [], dashes: 0, year: null, month: null };
  const rows = lines.value.slice(layout.first).flatMap((line) => rowOf(line, reading) ?? []);
  const own = oneSeries(rows, reading);
  reading.problems.push(...twiceProblems(own), ...unitProblems(own));
  reading.problems.push(...thousandsProblems(own, layout));
  reading.remarks.push(...columnRemarks(lines.value.slice(layout.first), layout));
  return checked(seriesOf(lines.value, own, reading), reading.problems);
}

/** The rows of the force as a whole, where the table has areas or categories too. */
function oneSeries(rows: readonly Row[], reading: Reading): Row[] {
  const whole = rows.filter(({ area, category }) => /^(|force|all|total)$/i.test(area) && category === "");
  const kinds = new Set(rows.map(({ area, category }) => `${area}|${category}`));
  if (kinds.size <= 1) return [...rows];
  const other = rows.find((row) => !whole.includes(row));
  if (whole.length === 0 && other !== undefined)
    reading.problems.push({
      place: other.monthPlace,
      message: "this file holds several series: keep the lines of one area and category",
    });
  else reading.remarks.push("The file holds areas or categories too; the lines of the whole were read.");
  return whole;
}

function twiceProblems(rows: readonly Row[]): Diagnostic[] {
  const first = new Map<string, Place>();
  const again = rows.flatMap(({ month, monthPlace }): Diagnostic[] => {
    const before = first.get(month);
    if (before === undefined) first.set(month, monthPlace);
    return before === undefined
      ? []
      : [{ place: monthPlace, message: `${month} is already in line ${before.line}: keep one of the two` }];
  });
  const hint =
    "Days are read in the British order, day/month/year: if 02/01/2019 is February here, write 2019-02.";
  const american = again.length > 0 && rows.every(({ month }) => month.endsWith("-01"));
  return american ? again.map((problem) => ({ ...problem, hint })) : again;
}

/** A figure whose unit is not that of the first one. */
function unitProblems(rows: readonly Row[]): Diagnostic[] {
  const unit = unitOf(rows);
  return rows.flatMap(({ number, place }) =>
    number.kind === "value" && number.unit !== unit
      ? [
          {
            place,
            message: `this is ${unitNames[number.unit]}, but the first value is ${unitNames[unit]}: write all alike`,
          },
        ]
      : [],
  );
}

const unitNames: Readonly<Record<ForeignUnit, string>> = {
  number: "a plain number",
  percent: "a percentage",
  duration: "a time",
  pounds: "an amount in pounds",
};

const unitOf = (rows: readonly Row[]): ForeignUnit =>
  rows.map(({ number }) => (number.kind === "value" ? number.unit : null)).find((unit) => unit !== null) ??
  "number";

/** Without a header, 1,234 without quotation marks looks like 1 of 234. */
function thousandsProblems(rows: readonly Row[], { header, columns }: ForeignLayout): Diagnostic[] {
  const [row] = rows;
  const known = rows.filter(({ value, denominator }) => value !== null && denominator !== null);
  if (header !== null || columns.denominator === null || row === undefined || known.length === 0) return [];
  const three = known.every(({ denominator }) => Number(denominator) >= 100 && Number(denominator) < 1000);
  const doubtful =
    known.every(({ value }) => Number(value) <= 9) ||
    known.some((r) => Number(r.value) > Number(r.denominator));
  const message = `these may be ${row.value} of ${row.denominator}, or ${row.value},${row.denominator} without quotation marks: name the columns in a line above, e.g. month,value,denominator, or put the number in quotation marks`;
  return three && doubtful ? [{ place: row.place, message }] : [];
}

/** What a reader could not know: which columns were not read, and what a third one without a name was taken for. */
function columnRemarks(lines: readonly ForeignLine[], { header, columns }: ForeignLayout): string[] {
  if (header === null)
    return columns.denominator === null
      ? []
      : ["The table has no header; the second number of a line was taken as the base of the first."];
  const read = Object.values(columns);
  const unread = header.cells.filter(
    ({ text }, i) => text !== "" && !read.includes(i) && lines.some(({ cells }) => cells[i]?.text),
  );
  if (unread.length === 0) return [];
  const names = listed(unread.map(({ text }) => `“${text}”`));
  return [
    `The ${unread.length === 1 ? "column" : "columns"} ${names} ${unread.length === 1 ? "was" : "were"} not read.`,
  ];
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

function seriesOf(lines: readonly ForeignLine[], rows: readonly Row[], reading: Reading): ForeignSeries {
  const { header, columns, first } = reading.layout;
  const sorted = [...rows].sort((a, b) => (a.month < b.month ? -1 : 1));
  const remarks = [...reading.remarks, ...orderRemarks(rows, sorted), ...dashRemarks(reading.dashes)];
  const valueName = header?.cells[columns.value]?.text ?? null;
  const named = unitOf(rows) === "number" && isPercentName(valueName ?? "");
  return {
    title: titleAbove(lines.slice(0, first)),
    valueName,
    denominatorName: header?.cells[columns.denominator ?? -1]?.text ?? null,
    unit: named && columns.denominator === null ? "percent" : unitOf(rows),
    decimals: Math.max(0, ...rows.map(({ number }) => (number.kind === "value" ? number.decimals : 0))),
    rows: sorted.map(({ month, value, denominator, status, place, basePlace }) => ({
      ...{ month, value, denominator },
      ...{ status, place, basePlace },
    })),
    remarks,
  };
}

/** The first line above the table that is one cell of words. */
function titleAbove(lines: readonly ForeignLine[]): string | null {
  const title = lines
    .find(({ cells }) => cells.length === 1)
    ?.cells[0]?.text.replace(/^#+\s*/, "")
    .replaceAll(/\p{Cc}/gu, "");
  return title === undefined || title === "" || title.length > 120 ? null : title;
}

const orderRemarks = (rows: readonly Row[], sorted: readonly Row[]): string[] =>
  rows.every((row, i) => row === sorted[i])
    ? []
    : ["The months were not in order in the file; they were sorted."];

const dashRemarks = (dashes: number): string[] =>
  dashes === 0
    ? []
    : ["A dash in place of a figure was read as a missing month, not as zero; write 0 where there was none."];
