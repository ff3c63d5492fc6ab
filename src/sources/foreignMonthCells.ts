import type { Diagnostic, Place } from "../diagnostic.ts";
import type { ForeignCell, ForeignLine } from "./foreignCells.ts";
import { foreignMonth } from "./foreignMonths.ts";
import type { ForeignStatus } from "./foreignNumbers.ts";
import { monthUnder, type YearSoFar } from "./foreignYears.ts";

/** A month and the mark beside it, as official statistics set it: `Mar 2019 [p]`. A note's number says nothing. */
export type MarkedMonth = { readonly text: string; readonly status: ForeignStatus | null };

const marks: Readonly<Record<string, ForeignStatus>> = { r: "revised", p: "provisional", e: "estimated" };

export function markedMonth(text: string): MarkedMonth {
  const [, month, mark = ""] =
    /^(.*\S)\s*[[(](r|p|e|revised|provisional|estimated|note \d+|\d+)[\])]$/i.exec(text) ?? [];
  if (month === undefined) return { text, status: null };
  return { text: month, status: marks[mark.slice(0, 1).toLowerCase()] ?? null };
}

/** A year and its month so far, kept while the lines of a table are read. */
type Memory = { year: YearSoFar | null; month: string | null };

/** The month of a line; null, after its problem was noted, where there is none. An area's line may leave it to the line above. */
export function monthOfLine(
  line: ForeignLine,
  cell: ForeignCell | undefined,
  memory: Memory,
  isPart: boolean,
  problems: Diagnostic[],
): string | null {
  const { text } = markedMonth(cell?.text ?? "");
  if (text === "" && isPart && memory.month !== null) return memory.month;
  const found = foreignMonth(text);
  const place = cell === undefined || cell.text === "" ? line.place : cell.place;
  if (found.kind === "month") memory.month = found.month;
  else if (found.kind === "month-of-year")
    memory.month = underYear(found.number, text, place, memory, problems);
  else {
    const told = found.kind === "wrong" ? found : { message: noMonth(text) };
    problems.push({ place, message: told.message, ...("hint" in told ? { hint: told.hint } : {}) });
    memory.month = null;
  }
  return memory.month;
}

function underYear(
  number: number,
  text: string,
  place: Place,
  memory: Memory,
  problems: Diagnostic[],
): string | null {
  const found = memory.year === null ? null : monthUnder(number, memory.year);
  if (found !== null) memory.year = found.soFar;
  else problems.push({ place, message: noYear(text, memory.year) });
  return found?.month ?? null;
}

const noYear = (text: string, soFar: YearSoFar | null): string =>
  soFar === null
    ? `\`${text}\` has no year: write the year and month, e.g. 2019-12`
    : `\`${text}\` may be of ${soFar.year.from} or of the year beside it: write the year and month, e.g. 2019-12, or 2019/20 for a financial year`;

const noMonth = (text: string): string =>
  text === ""
    ? "this line has values but no month: write its month, e.g. 2019-12 (merged cells keep it only in their first line)"
    : `\`${text}\` is no month: write the year and month, e.g. 2019-12`;
