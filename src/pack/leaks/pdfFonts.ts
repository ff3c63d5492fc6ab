import { type PDFDict, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { streamBytes } from "../../pdf/pageContents.ts";
import { readUnicodeMap } from "../../pdf/unicodeMap.ts";
import { type Widths, widthsOf } from "./pdfWidths.ts";

/** How the strings that a font sets are read. */
export type FontReader = {
  readonly text: (bytes: Uint8Array) => string;
  /** How far a string moves on, in thousandths of the type's size; null when the file does not say. */
  readonly width: Widths;
};

const name = PDFName.of;

/** Reads the strings of a font without a map of its own: the letters of Western Europe, a byte each. */
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
export const plainReader: FontReader = { text: latin, width: () => null };

/** The readers of fonts by their dictionaries; each map is read once for all pages. */
export class Fonts {
  readonly #readers = new Map<PDFDict, FontReader>();
  /** True when there is a font of which only pdf.js may know what it says. */
  unreadable = false;

  reader(font: PDFDict): FontReader {
    const known = this.#readers.get(font);
    if (known) return known;
    const map = font.lookup(name("ToUnicode"));
    if (!(map instanceof PDFStream)) this.unreadable ||= !isPlain(font);
    const text = map instanceof PDFStream ? mapped(map) : latin;
    const reader = { text, width: widthsOf(font) };
    this.#readers.set(font, reader);
    return reader;
  }

  /** Those of a document, for text of which it is not known how it is set. */
  all(): readonly FontReader[] {
    return [plainReader, ...this.#readers.values()];
  }
}

const plainEncodings: ReadonlySet<unknown> = new Set([
  name("WinAnsiEncoding"),
  name("MacRomanEncoding"),
  undefined,
]);

const isPlain = (font: PDFDict): boolean =>
  font.get(name("Subtype")) !== name("Type0") && plainEncodings.has(font.lookup(name("Encoding")));

function mapped(map: PDFStream): FontReader["text"] {
  const { codeLength, texts } = readUnicodeMap(Buffer.from(streamBytes(map)).toString("latin1"));
  const byCode = new Map([...texts].map(([code, text]) => [Number.parseInt(code, 16), text]));
  const bytesEach = Math.max(1, codeLength >> 1);
  return (bytes) => {
    let text = "";
    for (let at = 0; at + bytesEach <= bytes.length; at += bytesEach) {
      let code = 0;
      for (let i = 0; i < bytesEach; i++) code = code * 256 + (bytes[at + i] ?? 0);
      text += byCode.get(code) ?? "";
    }
    return text;
  };
}
