import { PDFDict, PDFName, PDFStream } from "@cantoo/pdf-lib";
import { streamBytes } from "../../pdf/pageContents.ts";
import { readUnicodeMap } from "../../pdf/unicodeMap.ts";

/** Reads the bytes of a string that a font sets. */
export type Decoder = (bytes: Uint8Array) => string;

const name = PDFName.of;

/** Reads the bytes of a font without a map of its own: the letters of Western Europe, a byte each. */
export const plainDecoder: Decoder = (bytes) => Buffer.from(bytes).toString("latin1");

/** The decoders of fonts by their dictionaries; each map is read once for all pages. */
export class Fonts {
  readonly #decoders = new Map<PDFDict, Decoder>();
  /** Fonts of which only pdf.js may know what they say. */
  unreadable = false;

  decoder(font: PDFDict): Decoder {
    const known = this.#decoders.get(font);
    if (known) return known;
    const map = font.lookup(name("ToUnicode"));
    const decoder = map instanceof PDFStream ? mapped(map) : plainDecoder;
    if (decoder === plainDecoder) this.unreadable ||= !isPlain(font);
    this.#decoders.set(font, decoder);
    return decoder;
  }

  /** Every font of a document, for text of which it is not known how it is set. */
  all(): readonly Decoder[] {
    return [...new Set([plainDecoder, ...this.#decoders.values()])];
  }
}

const plainEncodings: ReadonlySet<unknown> = new Set([name("WinAnsiEncoding"), name("MacRomanEncoding"), undefined]);

const isPlain = (font: PDFDict): boolean =>
  font.get(name("Subtype")) !== name("Type0") && plainEncodings.has(font.lookup(name("Encoding")));

function mapped(map: PDFStream): Decoder {
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
