import { createHash } from "node:crypto";
import { PDFDocument } from "@cantoo/pdf-lib";
import * as fontkit from "fontkit";
import { type Objects, packObjects } from "./block.ts";
import { packNumbers } from "./numbers.ts";
import { openWalk } from "./reachable.ts";

/** The font of a pack's stamps, compiled once: its objects, and how text is written and measured in it. */
export type StampFont = Objects & {
  /** The text as a string of the font's glyphs. @throws RangeError for a character that the font has not */
  encode(text: string): string;
  /** Width in points. */
  width(text: string, size: number): number;
};

/** What stamps are written with: printable ASCII, and the quotes, dashes and money that titles and labels hold. */
const characters = `${Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("")}£’‘“”–—…·é`;

/**
 * Reading a font takes a tenth of a second, and one that is read is only looked at: a process that builds again takes the one it has.
 *
 * @param bytes a font file, WOFF or TrueType
 */
export function stampFont(bytes: Uint8Array): Promise<StampFont> {
  const key = createHash("sha256").update(bytes).digest("hex");
  const font = readBefore.get(key) ?? readFont(bytes);
  readBefore.set(key, font);
  return font;
}

const readBefore = new Map<string, Promise<StampFont>>();

async function readFont(bytes: Uint8Array): Promise<StampFont> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit as unknown as Parameters<typeof document.registerFontkit>[0]);
  const font = await document.embedFont(bytes, { subset: true, customName: "PACKPK+SourceSans3-Semibold" });
  font.encodeText(characters);
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
  const known = new Set(characters);
  return {
    ...packObjects(objects, [], addresses, packNumbers.stampFont + refs.length),
    encode: (text) => {
      for (const each of text)
        if (!known.has(each)) throw new RangeError(`No stamp can be made with “${each}”`);
      return font.encodeText(text).toString();
    },
    width: (text, size) => font.widthOfTextAtSize(text, size),
  };
}
