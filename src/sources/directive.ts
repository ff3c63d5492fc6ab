import type { Diagnostic, Place } from "../diagnostic.ts";
import { placeAt, type SourceText } from "./text.ts";

/** A word of a directive, without its quotation marks. */
export type DirectiveWord = { readonly text: string; readonly quoted: boolean; readonly place: Place };

/** What a line can ask for: the first three stand in any document, the others in the office's papers. */
export const directiveNames = [
  "chart",
  "table",
  "opening",
  "question",
  "questions",
  "within-limits",
  "sources",
  "answer",
  "motion",
  "resolved",
  "action",
  "reply",
  "ask",
  "end",
  "engagements",
  "decisions",
  "appendices",
  "programme",
  "picture",
] as const;
export type DirectiveName = (typeof directiveNames)[number];

/** A line such as `{{chart …}}` or `{{question …}}`: what to show there, and the words that say which. */
export type Directive = {
  readonly kind: "directive";
  readonly name: DirectiveName;
  readonly words: readonly DirectiveWord[];
  readonly place: Place;
};

const inside = new RegExp(`^\\{\\{\\s*(${directiveNames.join("|")})(?=[\\s}])`);
const wordPattern = /[a-zA-Z]+="[^"]*"|"[^"]*"|[^\s"]+|"/g;
const quotedOption = /^([a-zA-Z]+=)"([^"]*)"$/;

/**
 * The directive that a line holds and nothing else, or null when it holds none. Words are separated by blanks;
 * a string in double quotation marks is one word, and so is `name="a string"`.
 *
 * @param offset of the line in the source
 */
export function directiveAt(source: SourceText, line: string, offset: number): Directive | null {
  const trimmed = line.trim();
  const [head, name] = inside.exec(trimmed) ?? [];
  if (head === undefined || !isName(name) || !isWhole(trimmed)) return null;
  const start = offset + line.indexOf("{");
  const words = wordsOf(source, trimmed.slice(head.length, -2), start + head.length);
  return { kind: "directive", name, words, place: placeAt(source, start, trimmed.length) };
}

const isName = (name: string | undefined): name is DirectiveName =>
  (directiveNames as readonly (string | undefined)[]).includes(name);

/** Whether a line that starts with `{{` closes it at its end, and opens no other. */
function isWhole(trimmed: string): boolean {
  const inner = trimmed.slice(2, -2);
  return trimmed.endsWith("}}") && !inner.includes("{{") && !inner.includes("}}");
}

function wordsOf(source: SourceText, text: string, offset: number): DirectiveWord[] {
  return [...text.matchAll(wordPattern)].map(({ 0: written, index }) => {
    const quoted = written.length > 1 && written.startsWith('"');
    const place = placeAt(source, offset + index, written.length);
    return { text: quoted ? written.slice(1, -1) : written.replace(quotedOption, "$1$2"), quoted, place };
  });
}

/** What is wrong with the quotation marks and braces of a directive's words. */
export function directiveProblems({ words }: Directive): Diagnostic[] {
  return words.flatMap((word, i) => {
    const message = wordProblem(word, words[i - 1]);
    return message === null ? [] : [{ place: word.place, message }];
  });
}

function wordProblem(
  { text, quoted, place }: DirectiveWord,
  before: DirectiveWord | undefined,
): string | null {
  if (text === '"') return "this quotation mark is never closed: add the other one";
  if (!quoted && /[“”„]/.test(text)) return 'write straight quotation marks here: "';
  if (!quoted && /[{}]/.test(text)) return "leave out this brace";
  const touches = before && before.place.column + (before.place.length ?? 1) === place.column;
  return touches ? "put a blank between these two words" : null;
}
