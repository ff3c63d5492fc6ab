import { CsvError, type InfoField, parse } from "csv-parse/sync";
import type { Checked, Diagnostic } from "../diagnostic.ts";
import { checked, count, failed, limits } from "./limits.ts";
import { contentStart, placeAt, type SourceText } from "./text.ts";

/** A cell as written: its text without quotation marks, and where its raw text starts and how long it is. */
export type RawCell = {
  readonly text: string;
  readonly offset: number;
  readonly length: number;
  readonly quoted: boolean;
};

const closingQuote =
  "text follows the closing quotation mark of this cell: write each quotation mark inside a cell twice";

/** What the mistakes with quotation marks are called by csv-parse, and by us. */
const quoteMessages: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "this quotation mark is never closed: add the closing one at the end of the cell",
  CSV_INVALID_CLOSING_QUOTE: closingQuote,
  INVALID_OPENING_QUOTE:
    "a quotation mark stands inside this cell: put the whole cell in quotation marks and write those inside it twice",
};

/**
 * The cells of a comma-separated text, row by row; blank lines and lines that start with # are left out.
 * Rows may differ in length. Problem: a wrong quotation mark, after which nothing can be read.
 */
export function splitCsv(source: SourceText): Checked<readonly (readonly RawCell[])[]> {
  const rows: RawCell[][] = [];
  const offsetOfByte = offsetsOfBytes(source.text);
  let end = contentStart(source);
  const keep = (text: string, context: InfoField): void => {
    if (context.invalid_field_length > limits.csvRaggedRows) throw new RaggedRows();
    end = offsetOfByte(context.bytes);
    if (context.index === 0) rows.push([]);
    rows.at(-1)?.push(rawCell(text, end, context.quoting));
  };
  try {
    parse(source.text, { ...options, cast: keep });
    return checked(
      rows,
      rows.flat().flatMap((cell) => hiddenQuoteProblem(source, cell) ?? []),
    );
  } catch (error) {
    if (error instanceof RaggedRows) return failed([{ place: placeAt(source, end), message: tooRagged() }]);
    if (error instanceof CsvError) return quoteProblem(source, error, end);
    throw error;
  }
}

/** Ends the reading of a file in which nearly every row has the wrong number of cells. */
class RaggedRows extends Error {}

const tooRagged = (): string =>
  `more than ${count(limits.csvRaggedRows)} rows above have more or fewer cells than the first line`;

const options = {
  bom: true,
  record_delimiter: ["\r\n", "\n"],
  relax_column_count: true,
  skip_empty_lines: true,
  comment: "#",
  comment_no_infix: true,
};

/** A cell that ends at `end`; csv-parse tells where cells end, and a raw cell's length follows from its text. */
function rawCell(text: string, end: number, quoted: boolean): RawCell {
  const length = quoted ? text.length + 2 + text.split('"').length - 1 : text.length;
  return { text, offset: end - length, length, quoted };
}

/** csv-parse lets `"Kent"#1` pass as `Kent#1`, as # might start a comment there. */
function hiddenQuoteProblem(source: SourceText, cell: RawCell): Diagnostic | null {
  const end = cell.offset + cell.length;
  if (!cell.quoted || source.text[end - 1] === '"') return null;
  return { place: placeAt(source, cell.offset, cell.length), message: closingQuote };
}

function quoteProblem(source: SourceText, { code }: CsvError, end: number): Checked<never> {
  const message = quoteMessages[code];
  if (message === undefined) throw new Error(`csv-parse reports ${code}`);
  return failed([{ place: placeAt(source, nextCell(source.text, end)), message }]);
}

/** The offset of the cell behind the one that ends at `end`: past a comma, or line ends and comment lines. */
function nextCell(text: string, end: number): number {
  if (text[end] === ",") return end + 1;
  const skipped = /(?:\r?\n|#[^\n]*\n)*/y;
  skipped.lastIndex = end;
  return end + (skipped.exec(text)?.[0].length ?? 0);
}

/** Turns offsets in UTF-8 bytes, asked for in ascending order, into offsets in UTF-16 units. */
function offsetsOfBytes(text: string): (bytes: number) => number {
  let [offset, seen] = [0, 0];
  return (bytes) => {
    while (seen < bytes) {
      const point = text.codePointAt(offset) ?? 0;
      seen += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      offset += point < 0x10000 ? 1 : 2;
    }
    return offset;
  };
}
