import type { Diagnostic } from "../diagnostic.ts";
import { count, limits } from "./limits.ts";
import { contentStart, placeOfLine, type SourceText } from "./text.ts";

/** Separators that some spreadsheets write instead of the comma, and their names. */
const separators = [
  [";", ";"],
  ["\t", "tabs"],
  ["|", "|"],
] as const;

/** Why a text cannot be a comma-separated table of a size we take, at its first line; null when it can. */
export function csvFormProblem(source: SourceText): Diagnostic | null {
  const header = placeOfLine(source, headerLine(source));
  const message = lineEndProblem(source) ?? sizeProblem(source) ?? separatorProblem(header.text ?? "");
  return message === null ? null : { place: header, message };
}

/** The number of the first line that is neither blank nor a comment; 1 when there is none. */
function headerLine(source: SourceText): number {
  const lines = source.text.slice(contentStart(source)).split("\n");
  return (
    Math.max(
      lines.findIndex((line) => line.trim() !== "" && !line.startsWith("#")),
      0,
    ) + 1
  );
}

const lineEndProblem = ({ text }: SourceText): string | null =>
  text.includes("\r") && !text.includes("\n")
    ? "this file is all one line (its line ends are those of old Macintoshes): save it as “CSV UTF-8”"
    : null;

/** Commas and line ends give an upper bound of the number of cells, counted without parsing. */
function sizeProblem({ text }: SourceText): string | null {
  let cells = 1;
  for (const [mark] of text.matchAll(/[,\n]/g)) cells += mark.length;
  return cells > limits.csvCells ? `this file has more than ${count(limits.csvCells)} cells: split it` : null;
}

function separatorProblem(header: string): string | null {
  const other = header.includes(",") ? undefined : separators.find(([mark]) => header.includes(mark));
  return other ? `columns are separated by ${other[1]}: save the file as comma separated (CSV UTF-8)` : null;
}
