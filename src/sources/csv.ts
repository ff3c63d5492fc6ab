import type { Checked, Diagnostic, Place } from "../diagnostic.ts";
import { type RawCell, splitCsv } from "./csvCells.ts";
import { csvFormProblem } from "./csvForm.ts";
import { checked, limits, withinSize } from "./limits.ts";
import { didYouMean, nearest } from "./suggest.ts";
import { contentStart, placeAt, type SourceText } from "./text.ts";

/** The names of the columns that a table must and may have. */
export type CsvColumns = { readonly required: readonly string[]; readonly optional: readonly string[] };

/** One cell: its text without outer blanks, and its place (of the opening quotation mark, if there is one). */
export type CsvCell = { readonly text: string; readonly place: Place };

/** One row; `cells` has an entry for each column of the file, and none for an optional column left out. */
export type CsvRow = { readonly place: Place; readonly cells: Readonly<Record<string, CsvCell>> };

/** A table of rows that all have the cells of the first line's columns. */
export type CsvTable = { readonly source: SourceText; readonly rows: readonly CsvRow[] };

type RawRow = readonly RawCell[];

/**
 * A comma-separated source as rows of named cells, or every problem found in it.
 *
 * The first line names the columns, in any order. Blank lines, rows of nothing but commas (as spreadsheets
 * leave them) and rows that start with # are skipped. Problems: an unknown, missing, double or unnamed column, a row
 * with too few or too many cells, a wrong quotation mark, another separator than the comma, an empty file.
 */
export function readCsv(source: SourceText, columns: CsvColumns): Checked<CsvTable> {
  const sized = withinSize(source, limits.csvCharacters, "split it");
  if (!sized.ok) return sized;
  const form = csvFormProblem(source);
  if (form !== null) return { ok: false, problems: [form] };
  const split = splitCsv(source);
  return split.ok ? tableOf(source, split.value.filter(hasContent), columns) : split;
}

const hasContent = (row: RawRow): boolean =>
  !row[0]?.text.startsWith("#") && row.some(({ text }) => text.trim() !== "");

function tableOf(source: SourceText, rows: readonly RawRow[], columns: CsvColumns): Checked<CsvTable> {
  const [header, ...body] = rows;
  if (header === undefined) return emptyFile(source, columns);
  const names = namesOf(header);
  const problems = headerProblems(source, header.slice(0, names.length), columns);
  const ragged = body.flatMap((row) => raggedProblem(source, row, names.length) ?? []);
  const table = { source, rows: body.map((row) => rowOf(source, row, names)) };
  return checked(table, [...problems, ...ragged]);
}

function emptyFile(source: SourceText, { required, optional }: CsvColumns): Checked<never> {
  const message = `this file is empty: its first line must name the columns: ${[...required, ...optional].join(", ")}`;
  return { ok: false, problems: [{ place: placeAt(source, contentStart(source)), message }] };
}

/** The names of the columns, without the empty ones that a spreadsheet leaves at the end. */
function namesOf(header: RawRow): readonly string[] {
  const names = header.map(({ text }) => text.trim());
  return names.slice(0, names.findLastIndex((name) => name !== "") + 1);
}

function headerProblems(source: SourceText, header: RawRow, columns: CsvColumns): Diagnostic[] {
  const [known, seen] = [[...columns.required, ...columns.optional], new Set<string>()];
  const wrong = header.flatMap((cell): Diagnostic[] => {
    const [name, place] = [cell.text.trim(), placeOfCell(source, cell)];
    const twice = seen.has(name);
    seen.add(name);
    if (name === "") return [{ place, message: "this column has no name" }];
    if (twice) return [{ place, message: `the column \`${name}\` is there twice: keep one of the two` }];
    if (known.includes(name)) return [];
    return [{ place, message: `there is no column \`${name}\``, hint: didYouMean(name, known) }];
  });
  return [...wrong, ...missingColumns(source, header, columns.required, known)];
}

/** The required columns that are neither there nor meant by a mistyped name. */
function missingColumns(
  source: SourceText,
  header: RawRow,
  required: readonly string[],
  known: readonly string[],
): Diagnostic[] {
  const meant = new Set(header.map(({ text }) => nearest(text.trim(), known)));
  const missing = required.filter((name) => !meant.has(name)).map((name) => `\`${name}\``);
  if (missing.length === 0) return [];
  const message = `${missing.length === 1 ? "a column is" : "columns are"} missing: add ${missing.join(", ")}`;
  return [{ place: placeAt(source, header[0]?.offset ?? 0), message }];
}

/** A row with too few cells, or with text beyond the last column. */
function raggedProblem(source: SourceText, row: RawRow, columns: number): Diagnostic | null {
  const extra = row.find(({ text }, i) => i >= columns && text.trim() !== "");
  if (row.length >= columns && extra === undefined) return null;
  const message = `this row has ${row.length} cells, but there are ${columns} columns`;
  const hint = "A cell that holds a comma, such as 1,234, must be in quotation marks.";
  const cell = extra ?? row[0];
  return { place: placeAt(source, cell?.offset ?? 0, cell?.length), message, ...(extra ? { hint } : {}) };
}

function rowOf(source: SourceText, row: RawRow, names: readonly string[]): CsvRow {
  const cells = names.flatMap((name, i) => {
    const cell = row[i];
    return cell ? [[name, { text: cell.text.trim(), place: placeOfCell(source, cell) }] as const] : [];
  });
  return { place: placeAt(source, row[0]?.offset ?? 0), cells: Object.fromEntries(cells) };
}

/** The place of a cell without the blanks around it. */
function placeOfCell(source: SourceText, { offset, length }: RawCell): Place {
  const raw = source.text.slice(offset, offset + length);
  return placeAt(source, offset + raw.length - raw.trimStart().length, raw.trim().length);
}
