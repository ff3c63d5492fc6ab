import type { Diagnostic, Place } from "../diagnostic.ts";
import type { MarkdownBlock } from "../sources/markdown.ts";

/** A note of a section before it is printed: what it says, and where the author wrote it. */
export type Note = { readonly key: string; readonly text: string; readonly place: Place | null };

/** The numbers of a section's notes. */
export type NoteNumbers = {
  /** The number and id of a note, or null when there is none of that name. */
  find(key: string): { readonly number: number; readonly id: string } | null;
  /** What the author may refer to. */
  readonly labels: readonly string[];
};

/** Notes numbered from 1 in the order given; ids start with the section's. */
export function numbered(section: string, notes: readonly Note[]): NoteNumbers {
  const index = new Map(
    notes.map((note, i) => [note.key, { number: i + 1, id: `note-${section}-${i + 1}` }]),
  );
  return {
    find: (key) => index.get(key) ?? null,
    labels: notes.filter((n) => n.place !== null).map((n) => n.key),
  };
}

/** No notes at all, for text that cannot carry any. */
export const noNotes: NoteNumbers = { find: () => null, labels: [] };

/** The notes written on a page that prints none. */
export const refusedNotes = (blocks: readonly MarkdownBlock[]): Diagnostic[] =>
  blocks.flatMap((block) =>
    block.kind === "note"
      ? [{ place: block.place, message: "this page has no footnotes: put the words into the text" }]
      : [],
  );

/** The notes that the author wrote, in their order. */
export const authorNotes = (blocks: readonly MarkdownBlock[]): Note[] =>
  blocks.flatMap((block) =>
    block.kind === "note" ? [{ key: block.label, text: block.text, place: block.place }] : [],
  );
