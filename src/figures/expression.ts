import type { Checked, Diagnostic, Place } from "../diagnostic.ts";
import type { Facts } from "../model/facts.ts";
import { didYouMean } from "../sources/suggest.ts";
import { parseReference, type Reference } from "./reference.ts";

/** Words that a paper knows of itself: the months it speaks of. */
export const paperWords = [
  "month",
  "month.previous",
  "month.yearAgo",
  "ytd",
  "ytd.yearAgo",
  "quarter",
  "year",
] as const;
export type PaperWord = (typeof paperWords)[number];

/** How a figure is said: as it is; without its sign; as words such as "a slight increase". */
export const forms = ["plain", "size", "words"] as const;
export type Form = (typeof forms)[number];

/** What stands between `{{` and `}}`: figures joined by + − ÷, the period of a figure, or a word of the paper. */
export type Expression =
  | {
      readonly kind: "figures";
      readonly terms: readonly {
        readonly sign: "+" | "-" | "/";
        readonly reference: Reference;
        readonly place: Place;
      }[];
      readonly form: Form;
    }
  | { readonly kind: "period"; readonly reference: Reference; readonly place: Place }
  | { readonly kind: "paper"; readonly word: PaperWord };

/**
 * Reads the inside of `{{ … }}`. A value after the paper's cut-off is a problem too: it is checked by `latestProblem`.
 * `place` is where `text` starts.
 */
export function parseExpression(text: string, place: Place, facts: Facts): Checked<Expression> {
  const trimmed = text.trim();
  const start = { ...place, column: place.column + (text.length - text.trimStart().length) };
  if (isPaperWord(trimmed)) return { ok: true, value: { kind: "paper", word: trimmed } };
  if (trimmed.startsWith("period:"))
    return periodOf(trimmed.slice(7), { ...start, column: start.column + 7 }, facts);
  const [sum = "", form, ...more] = trimmed.split("|");
  const wanted = form?.trim() ?? "plain";
  if (!isForm(wanted) || more.length > 0) {
    const at = { ...start, column: start.column + sum.length + 1, length: wanted.length };
    return fail([
      {
        place: at,
        message: `\`${wanted}\` is no form of a figure`,
        hint: didYouMean(wanted, forms.slice(1)),
      },
    ]);
  }
  return figuresOf(sum, start, facts, wanted);
}

function periodOf(text: string, place: Place, facts: Facts): Checked<Expression> {
  const reference = parseReference(text, place, facts);
  return reference.ok
    ? { ok: true, value: { kind: "period", reference: reference.value, place } }
    : reference;
}

function figuresOf(text: string, start: Place, facts: Facts, form: Form): Checked<Expression> {
  const problems: Diagnostic[] = [];
  const terms: { sign: "+" | "-" | "/"; reference: Reference; place: Place }[] = [];
  for (const { 0: whole, 1: sign, 2: name = "", index } of text.matchAll(/(?:^|\s+([+\-/])\s+)([^\s]+)/g)) {
    const place = {
      ...start,
      column: start.column + index + whole.length - name.length,
      length: name.length,
    };
    const read = parseReference(name, place, facts);
    if (read.ok) terms.push({ sign: (sign ?? "+") as "+" | "-" | "/", reference: read.value, place });
    else problems.push(...read.problems);
  }
  const covered = [...text.matchAll(/(?:^|\s+([+\-/])\s+)([^\s]+)/g)].reduce((n, m) => n + m[0].length, 0);
  if (problems.length === 0 && covered < text.trimEnd().length)
    problems.push({
      place: { ...start, length: text.length },
      message: "write one figure, or figures joined by + - or / with a blank on both sides",
      hint: "For example {{rape.north + rape.south}}",
    });
  return problems.length > 0 ? fail(problems) : { ok: true, value: { kind: "figures", terms, form } };
}

const isPaperWord = (text: string): text is PaperWord => (paperWords as readonly string[]).includes(text);
const isForm = (text: string): text is Form => (forms as readonly string[]).includes(text);
const fail = (problems: Diagnostic[]): { ok: false; problems: Diagnostic[] } => ({ ok: false, problems });
