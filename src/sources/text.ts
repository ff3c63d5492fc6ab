import type { Checked, Place } from "../diagnostic.ts";

/** The text of one source file; `file` is its path as printed, relative to the project. */
export type SourceText = { readonly file: string; readonly text: string };

const byteOrderMark = "\uFEFF";
const lineStartsOfSource = new WeakMap<SourceText, readonly number[]>();

/** The offsets at which the lines of a text start; the first is 0. A line ends at LF or CRLF. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The index of the last of some ascending offsets that is not behind `offset`; 0 when all are. */
export function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The place of an offset (in UTF-16 units) in a source.
 *
 * Columns count UTF-16 units from 1, a tab is one; a byte order mark has no column. `length` is cut at
 * the end of the line, and an offset outside the text counts as the nearest one inside it.
 */
export function placeAt(source: SourceText, offset: number, length = 1): Place {
  const starts = startsOf(source);
  const inside = Math.max(contentStart(source), Math.min(offset, source.text.length));
  const index = lastAtOrBefore(starts, inside);
  return placeOfLine(source, index + 1, inside - lineContentStart(source, index) + 1, length);
}

/** The place of a line and column, both from 1, with the text of the line for the code frame. */
export function placeOfLine(source: SourceText, line: number, column = 1, length = 1): Place {
  const text = lineText(source, line - 1);
  const shown = Math.max(1, Math.min(length, text.length - column + 1));
  return { file: source.file, line, column, text, length: shown };
}

/**
 * Places of offsets in a text that was cut out of a source.
 *
 * @param text a piece of a file up to the end of a line, unchanged
 * @param place where its first character stands in the file
 */
export function placesWithin(text: string, place: Place): (offset: number, length?: number) => Place {
  let known: readonly number[] | null = null;
  return (offset, length = 1) => {
    known ??= lineStarts(text);
    const starts = known;
    const index = lastAtOrBefore(starts, offset);
    const column = offset - (starts[index] ?? 0) + 1;
    if (index === 0) return { ...place, column: place.column + column - 1, length };
    const line = text.slice(starts[index], starts[index + 1]).replace(/\r?\n$/, "");
    return { file: place.file, line: place.line + index, column, text: line, length };
  };
}

/** The offset of the first character that counts: 1 behind a byte order mark, else 0. */
export const contentStart = (source: SourceText): number => (source.text.startsWith(byteOrderMark) ? 1 : 0);

/**
 * The text of a file, without its byte order mark.
 *
 * A byte that is not UTF-8 (a file saved in a Windows or Macintosh encoding, or as UTF-16) and a NUL are
 * problems with line and column; only the first is reported, as the whole file has to be saved again.
 */
export function decodeUtf8(file: string, bytes: Uint8Array): Checked<SourceText> {
  const source = { file, text: new TextDecoder("utf-8").decode(bytes) };
  const bad = firstUndecoded(source.text, bytes);
  if (bad === null) return { ok: true, value: source };
  const message = `this is not UTF-8 text (byte ${hex(bad.byte)}): save the file as UTF-8`;
  const hint =
    "In Excel choose “CSV UTF-8 (Comma delimited)”, in Notepad “Save as”, then the encoding “UTF-8”.";
  return { ok: false, problems: [{ place: placeAt(source, bad.offset), message, hint }] };
}

/**
 * The first character that is NUL, or that stands for a byte the decoder could not read. It puts U+FFFD for
 * those; a U+FFFD that the file itself holds is the bytes EF BF BD and no problem.
 */
function firstUndecoded(text: string, bytes: Uint8Array): { offset: number; byte: number } | null {
  const encoder = new TextEncoder();
  let [seen, at] = [0, hasByteOrderMark(bytes) ? 3 : 0];
  for (const { index } of text.matchAll(/[\uFFFD\0]/g)) {
    at += encoder.encode(text.slice(seen, index)).length;
    seen = index;
    const isReplacement = bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
    if (!isReplacement) return { offset: index, byte: bytes[at] ?? 0 };
  }
  return null;
}

const hasByteOrderMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, "0");

function startsOf(source: SourceText): readonly number[] {
  const known = lineStartsOfSource.get(source);
  if (known !== undefined) return known;
  const starts = lineStarts(source.text);
  lineStartsOfSource.set(source, starts);
  return starts;
}

const lineContentStart = (source: SourceText, index: number): number =>
  index === 0 ? contentStart(source) : (startsOf(source)[index] ?? source.text.length);

/** A line (from 0) without its line break and byte order mark; empty for a line that is not there. */
function lineText(source: SourceText, index: number): string {
  const end = startsOf(source)[index + 1] ?? source.text.length;
  return source.text.slice(lineContentStart(source, index), end).replace(/\r?\n$/, "");
}
