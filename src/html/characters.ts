import type { Diagnostic } from "../diagnostic.ts";
import { placeAt, type SourceText } from "../sources/text.ts";
import type { FontCut } from "./fonts.ts";

/** Characters that British papers use every day and every cut holds, which a test proves: no font is opened for them. */
export const everyday = "‘’“”–—−…£€°½¼¾×÷±§¶•©®éèêëáàâäíìîïóòôöúùûüçñ";

/** The characters that every cut of the text font can draw. The fonts are opened only for sources with a rarer one. */
export async function coverage(
  openFonts: () => Promise<readonly FontCut[]>,
  sources: Iterable<SourceText>,
): Promise<(codePoint: number) => boolean> {
  const known = new Set([...everyday].map((c) => c.codePointAt(0) ?? 0));
  const rare = [...sources].some((source) =>
    unusualIn(source).some((c) => !known.has(c.codePointAt(0) ?? 0)),
  );
  if (!rare) return (codePoint) => known.has(codePoint);
  const { create } = await import("fontkit");
  const sets = (await openFonts()).map(({ woff2 }) => {
    const font = create(Buffer.from(woff2));
    if (!("characterSet" in font)) throw new Error("a font file of the project holds no single font");
    return new Set(font.characterSet);
  });
  return (codePoint) => sets.every((set) => set.has(codePoint));
}

/** All but the letters, digits and signs of plain ASCII, and white space. */
const unusual = /[^\x20-\x7e\t\r\n]/gu;

const unusualOfSource = new WeakMap<SourceText, readonly string[]>();

/** The unusual characters of a source, each once. */
function unusualIn(source: SourceText): readonly string[] {
  const known = unusualOfSource.get(source);
  if (known !== undefined) return known;
  const found = [...new Set(source.text.match(unusual))];
  unusualOfSource.set(source, found);
  return found;
}

/** Every character in the sources that no shipped font holds, once for each place. Comment lines are not printed and pass. */
export function missingCharacters(source: SourceText, has: (codePoint: number) => boolean): Diagnostic[] {
  const problems: Diagnostic[] = [];
  if (unusualIn(source).every((character) => has(character.codePointAt(0) ?? 0))) return problems;
  for (const { 0: character, index } of source.text.matchAll(unusual)) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (has(codePoint) || inComment(source, index)) continue;
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
