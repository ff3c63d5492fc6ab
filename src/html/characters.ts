import * as fontkit from "fontkit";
import type { Diagnostic } from "../diagnostic.ts";
import { placeAt, type SourceText } from "../sources/text.ts";

/** The characters that every cut of the text font can draw. */
export function coverage(fonts: readonly Uint8Array[]): (codePoint: number) => boolean {
  const sets = fonts.map((bytes) => {
    const font = fontkit.create(Buffer.from(bytes));
    if (!("characterSet" in font)) throw new Error("a font file of the project holds no single font");
    return new Set(font.characterSet);
  });
  return (codePoint) => sets.every((set) => set.has(codePoint));
}

const lineFeedOrSo = new Set([0x09, 0x0a, 0x0d]);

/** Every character in the sources that no shipped font holds, once for each place. Comment lines are not printed and pass. */
export function missingCharacters(source: SourceText, has: (codePoint: number) => boolean): Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const { 0: character, index } of source.text.matchAll(/[^\x20-\x7e\t\r\n]/gu)) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (lineFeedOrSo.has(codePoint) || has(codePoint) || inComment(source, index)) continue;
    problems.push({
      place: placeAt(source, index, character.length),
      message: `no font of the project can print \`${character}\` (${name(codePoint)})`,
      hint: "Write it another way, or in words.",
    });
  }
  return problems;
}

const name = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
/** In Markdown a # starts a heading, which is printed. */
const inComment = ({ file, text }: SourceText, index: number): boolean =>
  !file.endsWith(".md") && /^\s*#[^#]/.test(text.slice(text.lastIndexOf("\n", index) + 1, index + 1));
