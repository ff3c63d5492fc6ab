import type { Diagnostic, Place } from "../diagnostic.ts";
import type { Directive } from "./directive.ts";
import { lineStarts, type SourceText } from "./text.ts";

/**
 * A part of the body of a Markdown file. `text` is exactly what the file holds, from `place` on, so that offsets in
 * it map to places (`findReferences`); only a heading and a note leave out their mark before it.
 */
export type MarkdownBlock =
  | { readonly kind: "heading"; readonly level: number; readonly text: string; readonly place: Place }
  | Directive
  | { readonly kind: "note"; readonly label: string; readonly text: string; readonly place: Place }
  | MarkdownTable
  | { readonly kind: "prose"; readonly text: string; readonly place: Place };

/** A cell's text without the blanks round it. */
export type MarkdownCell = MarkdownText;

/** A line `Table: title` with a pipe table right below it; the first column holds the heads of the rows. */
export type MarkdownTable = {
  readonly kind: "table";
  readonly title: MarkdownCell;
  readonly head: readonly MarkdownCell[];
  readonly aligns: readonly ("left" | "right")[];
  readonly rows: readonly (readonly MarkdownCell[])[];
  readonly place: Place;
};

/** Words of an author, and where they stand. */
export type MarkdownText = { readonly text: string; readonly place: Place };

/** The words of a block, cell by cell of a table; none of a line that asks for something. */
export function textsOf(block: MarkdownBlock): readonly MarkdownText[] {
  if (block.kind === "directive") return [];
  if (block.kind === "table") return [block.title, ...block.head, ...block.rows.flat()];
  return [block];
}

/** One line: its text without its line break, and where it starts in the source. */
export type Line = { readonly text: string; readonly start: number };

/** The lines below the front matter. */
export type Body = { readonly source: SourceText; readonly lines: readonly Line[] };

/** What stands from a line on (nothing, for a comment), what is wrong with it, and the index of the line behind. */
export type Taken = {
  readonly block: MarkdownBlock | null;
  readonly next: number;
  readonly problems: readonly Diagnostic[];
};

/** The body of a source from an offset on. */
export function bodyFrom(source: SourceText, from: number): Body {
  const text = source.text.slice(from);
  const starts = lineStarts(text);
  const lines = starts.map((start, i) => ({
    text: text.slice(start, starts[i + 1] ?? text.length).replace(/\r?\n$/, ""),
    start: from + start,
  }));
  return { source, lines };
}

/** A line of the body by its index; an empty one behind the last. */
export const lineOf = ({ lines }: Body, at: number): Line => lines[at] ?? { text: "", start: 0 };

export const isBlank = ({ text }: Line): boolean => text.trim() === "";

/** The exact text of the lines from one index up to another, without the line break of the last. */
export function textOf({ source, lines }: Body, from: number, to: number): string {
  const last = lines[to - 1];
  return last === undefined ? "" : source.text.slice(lines[from]?.start, last.start + last.text.length);
}
