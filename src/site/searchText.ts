import type { DocumentView } from "../document/worded.ts";

/** Parts of a view that say nothing to a reader, or say it in numbers: ids, pictures, the points of charts, cells of tables. */
const skipped = new Set([
  "id",
  "tableId",
  "kind",
  "form",
  "source",
  "chart",
  "table",
  "strip",
  "lang",
  "series",
  "anchor",
]);

/** The words of a document, in reading order: what a search finds it by. */
export const wordsOf = (view: DocumentView): string => [...textsIn(view)].map(bare).join(" ");

/** Every text within a view, however deep. */
function* textsIn(part: unknown): Generator<string> {
  if (typeof part === "string") yield part;
  else if (Array.isArray(part)) for (const one of part) yield* textsIn(one);
  else if (part !== null && typeof part === "object")
    for (const [key, value] of Object.entries(part)) if (!skipped.has(key)) yield* textsIn(value);
}

/** Markdown without its signs and the addresses of its links. */
const bare = (text: string): string =>
  text
    .replace(/\]\([^)]*\)(\{[^}]*\})?/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/[*_`[\]|#]+/g, " ");
