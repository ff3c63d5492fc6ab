import { posix } from "node:path";
import { type LeakMemory, noMemory } from "./memory.ts";
import { type Piece, piece, type ReadFile, textOf } from "./piece.ts";
import { feedPieces, htmlPieces, unescaped, withSlots } from "./readHtml.ts";
import { pdfPieces } from "./readPdf.ts";
import { calendarPieces, jsonPieces, sourcePieces, wordingPieces } from "./readText.ts";

/** Files whose bytes are no text; of these the name alone is read. */
const opaque: ReadonlySet<string> = new Set(
  ".png .jpg .jpeg .gif .webp .avif .woff .woff2 .ttf .otf .ico".split(" "),
);

/**
 * All text of a file, its name included.
 *
 * @throws Error when a PDF cannot be read, since what is not read may hold anything
 */
export async function piecesOf(file: ReadFile, memory: LeakMemory = noMemory()): Promise<Piece[]> {
  return [piece("file name", unescaped(file.file)), ...(await contentOf(file, memory))];
}

async function contentOf(file: ReadFile, memory: LeakMemory): Promise<Piece[]> {
  const kind = posix.extname(file.file).toLowerCase();
  if (opaque.has(kind)) return [];
  if ("bytes" in file && isPdf(file.bytes)) return pdfPieces(file, memory);
  const text = textOf(file);
  if (kind === ".hbs") return htmlPieces(withSlots(text));
  if ([".html", ".htm", ".svg", ".xml"].includes(kind)) return htmlPieces(text);
  if (kind === ".json") return jsonPieces(text);
  if (kind === ".atom") return feedPieces(text);
  if (kind === ".ics") return calendarPieces(text);
  if (kind === ".ts") return wordingPieces(text);
  if ([".md", ".yaml", ".yml"].includes(kind)) return sourcePieces(text);
  return [piece("text", text)];
}

/** True for a PDF, whatever its name. */
export const isPdf = (bytes: Uint8Array): boolean =>
  /%PDF-\d/.test(Buffer.from(bytes.subarray(0, 1024)).toString("latin1"));
