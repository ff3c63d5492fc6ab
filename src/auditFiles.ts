import { readFile, stat } from "node:fs/promises";
import type { Granted } from "./audit/acceptance.ts";
import { AcceptedHead } from "./model/accepted.ts";
import { check } from "./model/check.ts";
import { type PdfText, type PdfTexts, pdfText } from "./pdf/text/textGuarded.ts";
import { readFrontMatter } from "./sources/frontMatter.ts";
import type { ReadPaper } from "./sources/paperText/paper.ts";
import { readLines } from "./sources/paperText/read.ts";
import { readPaperFile } from "./sources/paperText/readFile.ts";
import type { SourceText } from "./sources/text.ts";

/** A file as a paper, with what its own front matter accepts; or in a few words why it cannot be read. */
export type FileRead =
  | { readonly ok: true; readonly read: ReadPaper; readonly granted: readonly Granted[] }
  | { readonly ok: false; readonly why: string };

/** Far above any pack and any text; a larger file is not even opened. */
const mostBytes = { pdf: 500_000_000, text: 20_000_000 };

const isPdf = (file: string): boolean => /\.pdf$/i.test(file);

/** Reads a file that was named on the command line; nothing that is wrong with it is an error of ours. */
export async function readAuditFile(file: string): Promise<FileRead> {
  const missing = await whyNotOpened(file);
  if (missing !== null) return { ok: false, why: missing };
  return readAuditBytes(file, await readFile(file));
}

/** The same for bytes that are at hand; `textOf` reads the text of a PDF, or knows it. */
export async function readAuditBytes(
  file: string,
  bytes: Uint8Array,
  textOf: PdfTexts = pdfText,
): Promise<FileRead> {
  if (isPdf(file)) return readPdf(file, await textOf(bytes));
  const read = await readPaperFile(file, bytes);
  if (!read.ok) return { ok: false, why: read.problems[0]?.message.split(": ")[0] ?? "this is no text" };
  return { ok: true, read: read.value, granted: acceptedIn({ file, text: read.value.lines.join("\n") }) };
}

function readPdf(file: string, text: PdfText): FileRead {
  if (!text.ok) return text;
  if (text.lines.every((line) => line.text.trim() === ""))
    return {
      ok: false,
      why: "this PDF holds pictures of text and no text: ask for the file that it was made from",
    };
  return { ok: true, read: readLines(file, text.lines), granted: [] };
}

async function whyNotOpened(file: string): Promise<string | null> {
  const found = await stat(file).catch(() => null);
  if (found === null) return "there is no such file";
  if (!found.isFile()) return "this is no file: name a text, a Markdown file or a PDF";
  const most = isPdf(file) ? mostBytes.pdf : mostBytes.text;
  return found.size > most ? `this file is too large (more than ${most / 1e6} MB)` : null;
}

/** What the front matter of a Markdown file accepts; nothing where that is no front matter of ours. */
function acceptedIn(source: SourceText): Granted[] {
  const front = /\.md$/i.test(source.file) ? readFrontMatter(source) : null;
  if (front?.ok !== true) return [];
  const { frontMatter } = front.value;
  const head = check(AcceptedHead, frontMatter);
  if (!head.ok) return [];
  return head.value.accepted.map((acceptance, i) => ({
    acceptance,
    place: frontMatter.placeOf(["accepted", i]),
    covers: (other) => other === source.file,
  }));
}
