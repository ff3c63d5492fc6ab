/** The text of each character code of a font, by the code in hexadecimal capitals, e.g. `0018` for two bytes. */
export type UnicodeMap = { readonly codeLength: number; readonly texts: ReadonlyMap<string, string> };

/**
 * Reads a font's ToUnicode map.
 *
 * Source: ISO 32000-1:2008, 9.10.3; Adobe Technical Note 5014 (CMap files).
 */
export function readUnicodeMap(map: string): UnicodeMap {
  const texts = new Map<string, string>();
  for (const [, lines = ""] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = "", text = ""] of lines.matchAll(/<([^>]*)>\s*<([^>]*)>/g))
      texts.set(code.toUpperCase(), utf16(text));
  for (const [, lines = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = "", last = "", list, start = ""] of lines.matchAll(range))
      addRange(texts, first, last, list === undefined ? start : [...list.matchAll(/<([^>]*)>/g)].map(second));
  const space = /begincodespacerange\s*<([^>]*)>/.exec(map)?.[1];
  return { codeLength: space?.length ?? 4, texts };
}

const range = /<([^>]*)>\s*<([^>]*)>\s*(?:\[([^\]]*)\]|<([^>]*)>)/g;
const second = ([, text = ""]: RegExpExecArray): string => text;

/** A range names the text of each code, or that of its first, from which the others count up. */
function addRange(
  texts: Map<string, string>,
  first: string,
  last: string,
  target: string | readonly string[],
): void {
  const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  for (let code = from; code <= to; code++) {
    const text = typeof target === "string" ? utf16(target, code - from) : utf16(target[code - from] ?? "");
    texts.set(code.toString(16).toUpperCase().padStart(first.length, "0"), text);
  }
}

/** Text in UTF-16, written in hexadecimal, with its last unit raised by `step`. */
function utf16(hex: string, step = 0): string {
  const units = (hex.match(/.{1,4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
  return String.fromCharCode(...units.map((unit, i) => (i === units.length - 1 ? unit + step : unit)));
}
