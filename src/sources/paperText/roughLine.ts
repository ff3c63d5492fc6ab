import { plain } from "./inline.ts";
import { type Marked, markedText } from "./markers.ts";
import type { Text } from "./paper.ts";
import type { Rough } from "./roughBlock.ts";
import { pieceOf, trimmed } from "./text.ts";

const heading = /^ {0,3}(#{1,6})[ \t]+/;
const note =
  /^\s*(?:([¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s*|\[\^([^\]\s]+)\]:\s*|((?:NB|N\.B\.|Notes?|Sources?|Key)(?=[:.]\s|\s-\s))[:.]?\s*)/;
const quote = /^\s{0,3}>\s?/;
const directive = /^\s*(?:\{\{\s*([a-z-]+)([^{}]*)\}\}|:{3,}\s*([a-z-]*)(.*))\s*$/;
const rule = /^\s*(?:[-*_=]\s*){3,}$/;

/**
 * The block that one line, which is no table's, starts; none where it goes on with the last one, to which it is added, or says nothing.
 */
export function blockFrom(raw: Text, strong: boolean, last: Rough | undefined): readonly Rough[] {
  if (rule.test(raw.text) || raw.text.trim() === "") return [];
  const asks = directive.exec(raw.text);
  if (asks !== null) return asked(asks[1] ?? asks[3] ?? "", asks[2] ?? asks[4] ?? "");
  const whole = plain(raw);
  if (whole.text.trim() === "") return [];
  const base = { newPage: false, strong };
  const [hashes, signs = ""] = heading.exec(raw.text) ?? [];
  if (hashes !== undefined) return [titleOf(plain(pieceOf(raw, hashes.length)), signs.length)];
  const noted = note.exec(raw.text);
  if (noted !== null) {
    const mark = noted[1] ?? noted[2] ?? noted[3] ?? "";
    return [{ ...base, kind: "note", mark, lines: [trimmed(plain(pieceOf(raw, noted[0].length)))] }];
  }
  const quoted = quote.exec(whole.text)?.[0].length ?? 0;
  if (quoted > 0)
    return (
      added(last, "quote", trimmed(pieceOf(whole, quoted))) ?? [
        { ...base, kind: "quote", lines: [trimmed(pieceOf(whole, quoted))] },
      ]
    );
  const [caption] = /^\s*Table:\s+/.exec(whole.text) ?? [];
  if (caption !== undefined)
    return [{ ...base, kind: "text", caption: true, lines: [trimmed(pieceOf(whole, caption.length))] }];
  const words = trimmed(whole);
  const isAsked = last?.kind === "text" && last.asked !== undefined && last.lines.length === 0;
  const marked = strong ? strongMarked(whole) : markedText(whole);
  if (!isAsked && (marked.bullet || marked.number !== null))
    return [{ ...base, kind: "item", marked, lines: [trimmed(marked.rest)] }];
  if (isAsked || goesOnWith(last, whole, strong)) return added(last, null, words) ?? [];
  return [{ ...base, kind: "text", lines: [words] }];
}

/** In a line that is set as a heading a number needs no point. */
function strongMarked(whole: Text): Marked {
  const marked = markedText(whole);
  const [before = "", number] = /^\s*(\d{1,2}(?:\.\d{1,2})*)\s+(?=\p{Lu})/u.exec(whole.text) ?? [];
  if (marked.number !== null || marked.bullet || number === undefined) return marked;
  const style = number.includes(".") ? "dotted" : "arabic";
  return { ...marked, marker: number, number, style, rest: pieceOf(whole, before.length) };
}

/** Our own directives say nothing themselves; the words below one that asks are a question. */
const asked = (name: string, words: string): readonly Rough[] =>
  name === "question" || name === "ask"
    ? [{ kind: "text", lines: [], asked: /[\w.-]+/.exec(words)?.[0] ?? "", newPage: false, strong: false }]
    : [];

function titleOf(whole: Text, level: number): Rough {
  const { number, rest, bullet } = markedText(whole);
  const base = { kind: "title", level, newPage: false, strong: false } as const;
  if (number !== null && !bullet) return { ...base, number, lines: [trimmed(rest)] };
  // In Markdown a chapter's number needs no point, as nothing else can be meant.
  const [before = "", bare = null] = /^\s*(\d[\d./]*|[ivx]+)\s+(?=\p{Lu})/u.exec(whole.text) ?? [];
  return { ...base, number: bare, lines: [trimmed(pieceOf(whole, before.length))] };
}

/** Adds words to the last block, if it has lines and is of the kind that is asked for; nothing is left to start then. */
function added(last: Rough | undefined, kind: Rough["kind"] | null, words: Text): readonly Rough[] | null {
  if (last === undefined || last.kind === "table" || (kind !== null && last.kind !== kind)) return null;
  last.lines.push(words);
  return [];
}

/** Whether an unmarked line belongs to the block above it. */
function goesOnWith(last: Rough | undefined, whole: Text, strong: boolean): boolean {
  if (last === undefined || last.kind === "table" || last.kind === "title" || last.strong !== strong)
    return false;
  if (last.kind === "text" || last.kind === "quote") return true;
  const before = last.lines.at(-1)?.text ?? "";
  return (
    /^\s/.test(whole.text) || /^[a-z(]/.test(whole.text) || (before.length > 45 && !/[.:;!?]$/.test(before))
  );
}
