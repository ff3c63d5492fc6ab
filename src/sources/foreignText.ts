import type { Checked, Diagnostic } from "../diagnostic.ts";
import { withinSize } from "./limits.ts";
import { decodeUtf8, placeAt, type SourceText } from "./text.ts";

/** A text from outside the project, and what had to be done to read it. */
export type ForeignText = { readonly source: SourceText; readonly remarks: readonly string[] };

/** Far above any series of months, and read in a moment. */
const mostCharacters = 1_000_000;

/**
 * The text of a file that somebody else saved: UTF-8, UTF-16 with its mark, or else Windows-1252, as older spreadsheets save.
 *
 * Problems: a spreadsheet file instead of text, bytes that no text holds, more than a million characters.
 */
export function decodeForeign(file: string, bytes: Uint8Array): Checked<ForeignText> {
  const refused = binaryProblem(file, bytes);
  if (refused !== null) return { ok: false, problems: [refused] };
  const { text, remarks } = decoded(bytes);
  const source = { file, text: withPlainLineEnds(text) };
  const nul = source.text.indexOf("\0");
  if (nul >= 0) return { ok: false, problems: [nulProblem(source, nul)] };
  const sized = withinSize(source, mostCharacters, "keep the one series that is to be analysed");
  return sized.ok ? { ok: true, value: { source, remarks } } : sized;
}

const nulProblem = (source: SourceText, offset: number): Diagnostic => ({
  place: placeAt(source, offset),
  message: "this file is not text (it holds a NUL): save it as “CSV UTF-8”",
});

const fromSpreadsheet = "In a spreadsheet program open it, choose the sheet, and save it as “CSV UTF-8”.";
const fromPage = "Copy the table into a spreadsheet, look it over, and save it as “CSV UTF-8”.";

/** The first bytes of files that other programs write, what these are, and the way out. */
const binaries: readonly (readonly [start: readonly number[], name: string, hint: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "a spreadsheet (such as .xlsx or .ods)", fromSpreadsheet],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old spreadsheet (.xls)", fromSpreadsheet],
  [[0x25, 0x50, 0x44, 0x46], "a PDF", fromPage],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "a word processor’s file (.rtf)", fromPage],
  [[0x1f, 0x8b], "a compressed file (.gz)", "Unpack it first."],
  [[0x89, 0x50, 0x4e, 0x47], "a picture (.png)", fromPage],
];

function binaryProblem(file: string, bytes: Uint8Array): Diagnostic | null {
  const found = binaries.find(([start]) => start.every((byte, i) => bytes[i] === byte));
  if (found === undefined) return null;
  const [, name, hint] = found;
  return { place: { file, line: 1, column: 1 }, message: `this is ${name}, not text`, hint };
}

function decoded(bytes: Uint8Array): { text: string; remarks: readonly string[] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode("utf-16le", bytes), remarks: [] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode("utf-16be", bytes), remarks: [] };
  const utf8 = decodeUtf8("", bytes);
  if (utf8.ok) return { text: utf8.value.text, remarks: [] };
  return { text: decode("windows-1252", bytes), remarks: ["The file was read as Windows-1252 text."] };
}

/** The decoder takes the byte order mark away. */
const decode = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

/** Line ends of old Macintoshes become plain ones of the same length, so that places stay right. */
const withPlainLineEnds = (text: string): string => text.replace(/\r(?!\n)/g, "\n");
