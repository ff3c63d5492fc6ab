/** Stands for what is filled in later: `{{figure}}` in Markdown and templates, `${…}` in code. */
export const slot = "\u0002";
/** Stands between two pieces of a PDF's text that may be one word or two. */
export const maybeGap = "\u0001";

/**
 * Text without its disguises, with as many lines as before: compatibility forms (NFKC: ligatures, full-width digits, non-breaking
 * spaces), characters without width, curly quotes and long dashes. A soft hyphen at a line's end becomes a hyphen.
 */
export function normalise(text: string): string {
  if (isAscii.test(text)) return text;
  return text
    .replace(/\u00AD(?=[ \t]*\r?\n)/g, "-")
    .normalize("NFKC")
    .replace(noWidth, "")
    .replace(/[\u2018\u2019\u02BC\u2032\u201B]/g, "'")
    .replace(/[\u201C\u201D\u201F]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the marks of slots and gaps are control characters
const isAscii = /^[\x00-\x7F]*$/;
const noWidth =
  /\u00AD|\u034F|\u061C|\u180E|[\u200B-\u200F]|[\u202A-\u202E]|[\u2060-\u2064]|[\uFE00-\uFE0F]|\uFEFF/g;

/** A word of a normalised text: letters and digits, an apostrophe within, a number with its separators; or a slot. */
export type Word = {
  /** Small letters and digits alone, without accents. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
};

const wordPattern =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the mark of a slot is a control character
  /\u0002|[\p{L}\p{M}\p{N}]+(?:['.,](?=[\p{L}\p{N}])(?:(?<=')\p{L}|(?<=\d[.,])\d)[\p{L}\p{M}\p{N}]*)*/gu;

/** The words of a normalised text in order. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const key = keyOf(match[0]);
    if (key !== "") words.push({ key, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

const keys = new Map<string, string>();
const mostKeys = 200_000;

/** The letters and digits of a normalised text, small, without accents and anything between them. */
export function keyOf(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = plain.test(text) ? text : text.normalize("NFKD").toLowerCase().replace(notInKeys, "");
  if (keys.size < mostKeys) keys.set(text, key);
  return key;
}

const plain = /^[a-z0-9]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the mark of a slot is a control character
const notInKeys = /[^\p{L}\p{N}\u0002]/gu;

/** What stands between a letter and the one before it. */
export const joined = 0;
export const maybe = 1;
export const apart = 2;
export const far = 3;

/** A text with everything between its words taken out. */
export type Compact = {
  readonly letters: string;
  /**
   * What stands before each letter, and after the last: joined; maybe (a line-end hyphen, an unknown gap in a PDF); apart (blanks, marks
   * that belong to words); or far (a line's or cell's end, other marks).
   */
  readonly gaps: Uint8Array;
};

/** A normalised text without spaces and marks, so that words are found however they are split. */
export function compact(text: string): Compact {
  const parts: string[] = [];
  const gaps = new Uint8Array(text.length * 2 + 2);
  let length = 0;
  let end = 0;
  for (const match of text.matchAll(wordPattern)) {
    const key = keyOf(match[0]);
    if (key === "") continue;
    gaps[length] = length === 0 ? far : gapOf(text, end, match.index);
    end = match.index + match[0].length;
    parts.push(key);
    length += key.length;
  }
  gaps[length] = far;
  return { letters: parts.join(""), gaps: gaps.subarray(0, length + 1) };
}

function gapOf(text: string, from: number, to: number): number {
  if (to === from) return apart;
  if (to === from + 1)
    return text[from] === maybeGap ? maybe : text[from] === " " ? apart : gapBy(text[from] ?? "");
  return gapBy(text.slice(from, to));
}

const gapBy = (between: string): number => {
  if (lineEndHyphen.test(between)) return maybe;
  return /^[ \t.,'"()&*_-]*$/.test(between) ? apart : far;
};

const lineEndHyphen = /^-[ \t]*\r?\n\s*$/;
