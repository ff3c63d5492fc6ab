import type { Text } from "./paper.ts";
import { pieceOf } from "./text.ts";

/** How a number before a text is written: `Q2.`, `1.2`, `1.`, `(1)`, `iv.`, `a)`. */
export type NumberStyle = "question" | "dotted" | "arabic" | "bracketed" | "roman" | "letter";

/** What stands before the words of a line. */
export type Marked = {
  /** All of it as printed, bullets left out: `Q2.`, `(1)`, `-` for a bullet alone; empty for none. */
  readonly marker: string;
  readonly bullet: boolean;
  readonly number: string | null;
  readonly style: NumberStyle | null;
  readonly indent: number;
  readonly rest: Text;
};

/** Bullets, also those that fonts keep in their private area; a hyphen, star or plus needs a blank behind it. */
const bullets = /^(?:(?:[-–—*+·]|o(?=\s+[A-Z]))\s+|[•●▪■◦○❖➢➤►✓✔➔\uE000-\uF8FF]\s*)+/;
const roman = "x{0,3}(?:ix|iv|v?i{1,3}|v|x)";
const numbers: readonly (readonly [style: NumberStyle, pattern: RegExp])[] = [
  ["question", /^Q(?:uestion)?\s?(\d{1,3}(?:\.\d{1,2})?[a-z]?)\s?[.:)]?(?=\s|$)/i],
  ["dotted", /^(\d{1,2}(?:\.\d{1,3})+)[.:)]?(?=\s+\|?\s*[^a-z\s])/],
  ["arabic", /^(\d{1,3})[.)](?=\s|[A-Z])/],
  ["bracketed", new RegExp(`^\\((\\d{1,2}|[a-z]|${roman})\\)(?=\\s)`, "i")],
  ["roman", new RegExp(`^(${roman})[.)](?=\\s)`, "i")],
  ["letter", /^([a-z])[.)](?=\s)/i],
];

/** The bullet and number before a text, and the words behind them. */
export function markedText(whole: Text): Marked {
  const { text } = whole;
  const indent = text.length - text.trimStart().length;
  const bulletLength = bullets.exec(text.slice(indent))?.[0].length ?? 0;
  const at = indent + bulletLength;
  const none = { marker: bulletLength > 0 ? text.slice(indent, indent + 1) : "", number: null, style: null };
  const found = numberAt(text.slice(at));
  const from = at + (found?.length ?? 0);
  const blank = /^\s*\|?\s*/.exec(text.slice(from))?.[0].length ?? 0;
  const rest = pieceOf(whole, from + blank);
  const bullet = bulletLength > 0;
  return found === null
    ? { ...none, bullet, indent, rest: pieceOf(whole, at) }
    : { marker: found.marker, number: found.number, style: found.style, bullet, indent, rest };
}

type Numbered = {
  readonly marker: string;
  readonly number: string;
  readonly style: NumberStyle;
  readonly length: number;
};

function numberAt(text: string): Numbered | null {
  for (const [style, pattern] of numbers) {
    const [marker, number] = pattern.exec(text) ?? [];
    if (marker === undefined || number === undefined) continue;
    if (style === "question" && !/[.:)]$/.test(marker) && !/^Question/i.test(marker)) continue;
    if (text.slice(marker.length).trim() === "") return null;
    return { marker, number, style, length: marker.length };
  }
  return null;
}
