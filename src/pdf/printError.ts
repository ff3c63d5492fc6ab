import { type Diagnostic, formatDiagnostics, type Place } from "../diagnostic.ts";

/** A page cannot be printed as it stands: something failed to load, a script failed, something is too wide. */
export class PrintError extends Error {
  readonly problems: readonly Diagnostic[];
  constructor(problems: readonly Diagnostic[]) {
    super(formatDiagnostics(problems));
    this.name = "PrintError";
    this.problems = problems;
  }
}

/** The HTML that is being printed, and the name it goes by in messages. */
export type PrintedSource = { readonly file: string; readonly html: string };

/** The place in the source where the first of `texts` that occurs there stands; else the source's beginning. */
export function placeOf(source: PrintedSource, texts: readonly string[]): Place {
  for (const text of texts) {
    const index = text === "" ? -1 : source.html.indexOf(text);
    if (index >= 0) return { ...placeAt(source, index), length: text.length };
  }
  return { file: source.file, line: 1, column: 1 };
}

/** A line and column of the source, both from 1, with that line's text. */
export function placeAtLine({ file, html }: PrintedSource, line: number, column: number): Place {
  const text = html.split("\n")[line - 1];
  return { file, line, column, ...(text === undefined ? {} : { text }) };
}

function placeAt(source: PrintedSource, index: number): Place {
  const before = source.html.slice(0, index).split("\n");
  return placeAtLine(source, before.length, (before.at(-1)?.length ?? 0) + 1);
}
