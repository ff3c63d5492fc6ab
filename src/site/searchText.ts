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

/** So many different words of a text are in the index at most. */
export const mostWords = 2000;

/** What a search finds a document by: its words, in reading order, as many as an index may have. */
export const searchWords = (view: DocumentView): string =>
  keyWords([...textsIn(view)].map(bare).join(" "), mostWords);

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

/** The first so many different words of a text without those that every text has. */
export function keyWords(text: string, count: number): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  const telling = words.filter((word) => word.length > 2 && !common.has(word) && !/^[\d-]+$/.test(word));
  return [...new Set(telling)].slice(0, count).join(" ");
}

const common = new Set(
  "the and for that with from are was were has had have not but this which they their its than then who will would been also into when there more all one two out may over after before other can about each only some such them these those what where while does did".split(
    " ",
  ),
);
