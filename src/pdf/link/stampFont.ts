import { createHash } from "node:crypto";
import { PDFDocument } from "@cantoo/pdf-lib";
import { type Objects, packObjects } from "./block.ts";
import { packNumbers } from "./numbers.ts";
import { openWalk } from "./reachable.ts";

/** The font of a pack's stamps, compiled once: its objects, and how text is written and measured in it. */
export type StampFont = Objects & {
  /** The text as a string of the font's glyphs. @throws RangeError for a character that it has not */
  encode(text: string): string;
  /** Width in points. @throws RangeError as above */
  width(text: string, size: number): number;
};

/** What stamps are written with: printable ASCII, and the quotes, dashes and money that titles and labels hold. */
const characters = `${Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("")}£’‘“”–—…·é`;

/** A compiled font as it can be kept: its objects in base64, and of each character the code and the width in thousandths of the size. */
export type CompiledFont = Pick<Objects, "entries"> & {
  readonly bytes: string;
  readonly glyphs: Readonly<Record<string, readonly [code: string, width: number]>>;
};

/** Fonts that were compiled before, by a hash of the file. */
type CompiledFonts = {
  get(key: string): CompiledFont | undefined;
  set(key: string, font: CompiledFont): void;
};

/**
 * Each character is set by itself: what a layout would make of several, such as "ft" as one glyph, the font's part in the pack has not.
 *
 * @param file a font file, WOFF or TrueType
 * @param compiled where it is looked for first, as reading a font takes a tenth of a second, and where it is kept
 */
export async function stampFont(file: Uint8Array, compiled: CompiledFonts = new Map()): Promise<StampFont> {
  const key = createHash("sha256").update(file).digest("hex");
  const font = compiled.get(key) ?? (await compile(file));
  compiled.set(key, font);
  const glyphs = new Map(Object.entries(font.glyphs));
  const glyphOf = (character: string): readonly [code: string, width: number] => {
    const glyph = glyphs.get(character);
    if (glyph === undefined) throw new RangeError(`No stamp can be made with “${character}”`);
    return glyph;
  };
  return {
    bytes: Buffer.from(font.bytes, "base64"),
    entries: font.entries,
    encode: (text) => `<${[...text].map((one) => glyphOf(one)[0]).join("")}>`,
    width: (text, size) => [...text].reduce((sum, one) => sum + glyphOf(one)[1], 0) * (size / 1000),
  };
}

async function compile(file: Uint8Array): Promise<CompiledFont> {
  // Loaded only when a font is compiled, as that takes a while, too.
  const fontkit = await import("fontkit");
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit as unknown as Parameters<typeof document.registerFontkit>[0]);
  const font = await document.embedFont(file, { subset: true, customName: "PACKPK+SourceSans3-Semibold" });
  const glyphs = [...characters].map((one): [string, [string, number]] => [
    one,
    [font.encodeText(one).toString().slice(1, -1), font.widthOfTextAtSize(one, 1000)],
  ]);
  await document.flush();
  const walk = openWalk(document);
  walk.from(font.ref);
  const { refs } = walk.reached();
  const numbers = new Map(refs.map((ref, i) => [ref, packNumbers.stampFont + i]));
  const objects = refs.flatMap((ref, i) => {
    const object = document.context.lookup(ref);
    return object === undefined ? [] : [{ number: packNumbers.stampFont + i, object }];
  });
  const addresses = { keyShift: 0, numberOf: (ref: (typeof refs)[number]) => numbers.get(ref) };
  const { bytes, entries } = packObjects(objects, [], addresses, packNumbers.stampFont + refs.length);
  return { bytes: Buffer.from(bytes).toString("base64"), entries, glyphs: Object.fromEntries(glyphs) };
}
