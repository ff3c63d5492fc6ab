import type { Diagnostic, Place } from "../diagnostic.ts";
import { firstProblems } from "./limits.ts";
import { placesWithin } from "./text.ts";

/** What a text refers to: something between `{{` and `}}`, or a footnote; offsets are of the text. */
export type Reference = InlineReference | NoteReference;

type Span = { readonly start: number; readonly end: number; readonly place: Place };
type InlineReference = Span & { readonly kind: "inline"; readonly inner: string };
type NoteReference = Span & { readonly kind: "note"; readonly label: string };

/** The references of a text in order, and what is wrong with its brackets. */
export type FoundReferences = {
  readonly references: readonly Reference[];
  readonly problems: readonly Diagnostic[];
};

type PlaceOf = (offset: number, length: number) => Place;

/** Double braces, perhaps behind a backslash, and the blank lines that end a paragraph. */
const braces = /\\?(?:\{\{|\}\})|\n[ \t\r]*\n/g;
const noteMark = /\\?\[\^([^[\]\n]{0,100})\]/g;

/**
 * The `{{ … }}` and `[^label]` of a text, in code as well.
 *
 * A backslash before `{{`, `}}` or `[^` takes its meaning away; behind `\{{` one `}}` is plain text. Problems: a
 * `{{` that is not closed in its paragraph, a `}}` without `{{`, nothing between them, a label with blanks.
 *
 * @param text a piece of a file up to the end of a line, unchanged
 * @param place where the text starts in its file, such as the place of a block
 */
export function findReferences(text: string, place: Place): FoundReferences {
  const placeOf = placesWithin(text, place);
  const [inline, notes] = [inlineReferences(text, placeOf), noteReferences(text, placeOf)];
  return {
    references: [...inline.references, ...notes.references].sort((a, b) => a.start - b.start),
    problems: firstProblems([...inline.problems, ...notes.problems]),
  };
}

function inlineReferences(text: string, placeOf: PlaceOf): FoundReferences {
  const [references, problems]: [Reference[], Diagnostic[]] = [[], []];
  let [open, literal]: [number | null, number] = [null, 0];
  for (const { 0: mark, index: start } of text.matchAll(braces)) {
    const end = start + mark.length;
    if (mark === "\\{{") literal += 1;
    else if (mark === "}}" && open !== null) {
      references.push({
        kind: "inline",
        ...spanOf(open, end, placeOf),
        inner: text.slice(open + 2, start).trim(),
      });
      open = null;
    } else if (mark === "}}" && literal > 0) literal -= 1;
    else if (mark === "}}") problems.push({ place: placeOf(start, 2), message: unopened });
    else if (mark !== "\\}}") {
      if (open !== null) problems.push({ place: placeOf(open, 2), message: unclosed });
      [open, literal] = mark === "{{" ? [start, literal] : [null, 0];
    }
  }
  if (open !== null) problems.push({ place: placeOf(open, 2), message: unclosed });
  return withoutEmpty(references, problems);
}

const unclosed = "this {{ is not closed: write }} behind it, or \\{{ where the braces are text";
const unopened = "there is no {{ for this }}: add it, or write \\}} where the braces are text";

function withoutEmpty(references: readonly Reference[], problems: readonly Diagnostic[]): FoundReferences {
  const isEmpty = (one: Reference): boolean => one.kind === "inline" && one.inner === "";
  const message = "nothing is written between {{ and }}";
  const empty = references.filter(isEmpty).map(({ place }) => ({ place, message }));
  return { references: references.filter((one) => !isEmpty(one)), problems: [...problems, ...empty] };
}

function noteReferences(text: string, placeOf: PlaceOf): FoundReferences {
  const [references, problems]: [Reference[], Diagnostic[]] = [[], []];
  for (const { 0: mark, 1: label = "", index } of text.matchAll(noteMark)) {
    const span = spanOf(index, index + mark.length, placeOf);
    const message = "a footnote needs a label without blanks, such as [^source]";
    if (mark.startsWith("\\")) continue;
    if (/^\S+$/.test(label)) references.push({ kind: "note", ...span, label });
    else problems.push({ place: span.place, message });
  }
  return { references, problems };
}

const spanOf = (start: number, end: number, placeOf: PlaceOf): Span => ({
  start,
  end,
  place: placeOf(start, end - start),
});
