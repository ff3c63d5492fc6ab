/** A point in a source text: line and column, both counted from 1. */
export type Position = { readonly line: number; readonly column: number };

/** Where in the sources something stands; `text` is that whole line, for the code frame; `page` counts a PDF's from 1. */
export type Place = Position & {
  readonly file: string;
  readonly text?: string;
  readonly length?: number;
  readonly page?: number;
};

/** One problem: where it is, what is wrong, and what to write instead. */
export type Diagnostic = {
  readonly place: Place;
  /** What is wrong and what to write, e.g. "write the year and month, e.g. 2026-04". */
  readonly message: string;
  /** A further line of help, e.g. "Did you mean `rape`?". */
  readonly hint?: string;
};

/** The sources have problems. Carries all that were found; `cli.ts` prints them and exits 1. */
export class SourceError extends Error {
  readonly problems: readonly Diagnostic[];
  constructor(problems: readonly Diagnostic[]) {
    super(formatDiagnostics(problems));
    this.name = "SourceError";
    this.problems = problems;
  }
}

/** This machine lacks something (browser, disk space, permission): one line with the way out; exit 3. */
export class MachineError extends Error {
  override name = "MachineError";
}

/** The command was written wrongly; exit 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** A value, or the problems that stand in its way. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

/** The problem as `file:line:column message`, its line of source with a caret, and the hint. */
export function formatDiagnostic({ place, message, hint }: Diagnostic): string {
  const head = `${place.file}:${place.line}:${place.column} ${message}`;
  return [head, ...codeFrame(place), ...(hint ? [hint] : [])].join("\n");
}

/** All problems in the order of file, line and column, a blank line between, each different one once. */
export function formatDiagnostics(problems: readonly Diagnostic[]): string {
  return [...new Set([...problems].sort(byPlace).map(formatDiagnostic))].join("\n\n");
}

const byPlace = (a: Diagnostic, b: Diagnostic): number =>
  (a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : 0) ||
  a.place.line - b.place.line ||
  a.place.column - b.place.column;

const frameWidth = 110;

/** The line of source and a caret below its column; long lines are cut around the column. */
function codeFrame({ line, column, text, length = 1 }: Place): string[] {
  if (text === undefined) return [];
  const from = column > frameWidth - 20 ? column - 40 : 0;
  const shown = text.replaceAll("\t", " ").slice(from, from + frameWidth);
  const margin = `${line} | `;
  const carets = "^".repeat(Math.max(1, Math.min(length, shown.length - (column - 1 - from))));
  return [`${margin}${shown}`, `${" ".repeat(margin.length - 2)}| ${" ".repeat(column - 1 - from)}${carets}`];
}
