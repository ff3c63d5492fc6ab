import { PDFDict, PDFHexString, PDFName, type PDFPage, PDFString } from "@cantoo/pdf-lib";
import { readTokens } from "./contentTokens.ts";
import { pageResources, streamBytes } from "./pageContents.ts";
import { readUnicodeMap, type UnicodeMap } from "./unicodeMap.ts";

/** The map of a font by its dictionary: a font is read once for all pages. */
export type FontMaps = Map<PDFDict, UnicodeMap>;

/** The text of each piece of a page's marked content, by its id; a line's end within one is a space. */
export function markedTexts(page: PDFPage, content: string, maps: FontMaps): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  const open: (number | undefined)[] = [];
  let font: UnicodeMap | undefined;
  let operands = "";
  let line = "";
  const lines = new Map<number, string>();
  const operate = (operator: string): void => {
    if (operator === "BDC" || operator === "BMC") {
      const id = /\/MCID\s+(\d+)/.exec(operands)?.[1];
      open.push(id === undefined ? open.at(-1) : Number(id));
    } else if (operator === "EMC") open.pop();
    else if (operator === "Tm") line = operands.trim().split(" ").at(-1) ?? "";
    else if (operator === "Tf") font = fontMap(page, /\/(\S+)/.exec(operands)?.[1] ?? "", maps);
    else if (shows.has(operator)) {
      const id = open.at(-1);
      if (id === undefined || !font) return;
      const earlier = texts.get(id) ?? "";
      const gap = lines.has(id) && lines.get(id) !== line ? " " : "";
      lines.set(id, line);
      texts.set(id, earlier + gap + decode(operands, font));
    }
  };
  readTokens(content, (kind, start, end) => {
    if (kind === "operand") operands += `${content.slice(start, end)} `;
    if (kind !== "operator") return;
    operate(content.slice(start, end));
    operands = "";
  });
  return texts;
}

const shows = new Set(["Tj", "TJ", "'", '"']);

function fontMap(page: PDFPage, key: string, maps: FontMaps): UnicodeMap | undefined {
  const font = pageResources(page, "Font")?.lookup(PDFName.of(key));
  if (!(font instanceof PDFDict)) return undefined;
  const known = maps.get(font);
  if (known) return known;
  const bytes = streamBytes(font.lookup(PDFName.of("ToUnicode")));
  const map = readUnicodeMap(Buffer.from(bytes).toString("latin1"));
  maps.set(font, map);
  return map;
}

/** The text of the strings among an operator's operands. */
function decode(operands: string, { codeLength, texts }: UnicodeMap): string {
  let text = "";
  readTokens(operands, (kind, start, end) => {
    const first = operands[start];
    if (kind !== "operand" || (first !== "<" && first !== "(") || operands[start + 1] === "<") return;
    const inside = operands.slice(start + 1, end - 1);
    const hex = Buffer.from((first === "<" ? PDFHexString : PDFString).of(inside).asBytes()).toString("hex");
    for (let at = 0; at < hex.length; at += codeLength)
      text += texts.get(hex.slice(at, at + codeLength).toUpperCase()) ?? "";
  });
  return text;
}
