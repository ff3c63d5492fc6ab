import type { Text } from "./paper.ts";
import { joined, pieceOf } from "./text.ts";

const escaping = /\\(?=[|*_#[\]`])/g;

/** From and up to which offset something is left out, and whether a blank stands for it. */
type Mark = { readonly from: number; readonly to: number; readonly blank: boolean };

const noteMark = /<sup>\s*[\d*†‡,]+\s*<\/sup>/gi;
const tag = /<\/?(?:u|b|i|s|em|strong|sup|sub|span|a|font)\b[^<>]*>/gi;
const blockTag = /<\/?(?:p|ul|ol|li|br|div|hr|table|tr|td|th)\b[^<>]*>/gi;
const comment = /<!--.*?-->/gs;
const strong = /\*\*|(?<![\w_])__(?=[^\s_])|(?<=[^\s_])__(?![\w_])/g;
const emphasis = /(?<![\w*\\])\*(?=[^\s*])([^*\n]{0,300}[^\s*])\*(?![\w*])/g;
const raised = /\^\{(\w{1,4})\}/g;
const picture = /!\[[^\]\n]*\]\([^)\n]*\)/g;
const link = /(?<!!)\[([^\]\n]+)\]\((?:https?:|mailto:|[\w./#-])[^)\n]*\)/g;

/** A text without tags and marks of emphasis (`<u>`, `**`, `42^{st}`, links' addresses); other characters keep their places. */
export function plain(whole: Text): Text {
  const { text } = whole;
  if (!/[<*_^[\]\\]/.test(text)) return whole;
  const marks = marksIn(text);
  if (marks.length === 0) return whole;
  const pieces: Text[] = [];
  let at = 0;
  for (const { from, to, blank } of marks) {
    if (from < at) continue;
    if (from > at) pieces.push(pieceOf(whole, at, from));
    if (blank) pieces.push({ ...pieceOf(whole, from, from + 1), text: " " });
    at = to;
  }
  if (at < text.length || pieces.length === 0) pieces.push(pieceOf(whole, at));
  return joined(pieces, "");
}

function marksIn(text: string): Mark[] {
  const marks: Mark[] = [];
  const drop = (from: number, to: number, blank = false): void => void marks.push({ from, to, blank });
  for (const pattern of [comment, noteMark, tag, strong, picture, escaping])
    for (const { 0: found, index } of text.matchAll(pattern)) drop(index, index + found.length);
  for (const { 0: found, index } of text.matchAll(blockTag)) drop(index, index + found.length, true);
  for (const { 0: found, index } of text.matchAll(emphasis)) {
    drop(index, index + 1);
    drop(index + found.length - 1, index + found.length);
  }
  for (const { 0: found, 1: inner = "", index } of text.matchAll(raised)) {
    drop(index, index + 2);
    drop(index + 2 + inner.length, index + found.length);
  }
  for (const { 0: found, 1: words = "", index } of text.matchAll(link)) {
    drop(index, index + 1);
    drop(index + 1 + words.length, index + found.length);
  }
  return marks.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** The paragraphs of a text that `<p>`, `<li>` or `<br>` part, plain and trimmed. */
export function paragraphsIn(whole: Text): readonly Text[] {
  const paragraphs: Text[] = [];
  let at = 0;
  for (const { 0: found, index } of whole.text.matchAll(/<\/?(?:p|li|ul|ol|br|div)\b[^<>]*>/gi)) {
    paragraphs.push(pieceOf(whole, at, index));
    at = index + found.length;
  }
  paragraphs.push(pieceOf(whole, at));
  return paragraphs.map(plain).filter(({ text }) => text.trim() !== "");
}
