import { stringify } from "csv-stringify/sync";

/** A cell: words, a number, or nothing. */
export type Cell = string | number | null;

/** A table whose rows have a cell for each column. */
export type CsvTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/**
 * A table as a CSV file that any spreadsheet opens right by a double click: UTF-8 with its mark (without it Excel takes "£" and
 * "–" for other letters), lines that end as RFC 4180 says, a head, and no cell that a spreadsheet would run as a formula.
 */
export function csvFile({ columns, rows }: CsvTable): Uint8Array {
  const text = stringify(
    [columns, ...rows].map((row) => row.map(safeCell)),
    { record_delimiter: "windows" },
  );
  return Buffer.from(`\u{feff}${text}`);
}

/**
 * Words that a spreadsheet would take for a formula get an apostrophe before them, which says that they are words. Numbers stay as
 * they are, with a sign too: "-5", "+195", "−5.5%".
 *
 * Source: OWASP, CSV Injection: cells that begin with = + - @, a tab or a line's end, also in their wide forms.
 */
export function safeCell(cell: Cell): string {
  const text = cell === null ? "" : String(cell);
  return startsFormula.test(text) && !isNumber.test(text) ? `'${text}` : text;
}

const startsFormula = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const isNumber = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?%?$/;
