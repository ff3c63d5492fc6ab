import { PDFHexString, PDFString } from "@cantoo/pdf-lib";

/** The bytes of a string as it stands in a PDF, with its brackets. */
export function stringBytes(string: string): Uint8Array {
  const inside = string.slice(1, -1);
  if (string[0] !== "<") return PDFString.of(inside).asBytes();
  return /^(?:[\da-fA-F]{2})*$/.test(inside) ? Buffer.from(inside, "hex") : PDFHexString.of(inside).asBytes();
}

/** What a text string of a PDF says: UTF-16 or UTF-8 by its mark, else a byte a letter. Source: ISO 32000-2:2020, 7.9.2.2. */
export function textString(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes);
  return Buffer.from(bytes).toString("latin1");
}
