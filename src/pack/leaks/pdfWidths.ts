import { PDFArray, PDFDict, PDFName, PDFNumber } from "@cantoo/pdf-lib";

/** How far a string moves on, in thousandths of the type's size; null when the file does not say. */
export type Widths = (bytes: Uint8Array) => number | null;

const name = PDFName.of;

/** The widths of a font's letters. Source: ISO 32000-1:2008, 9.2.4, 9.6.2.1 and 9.7.4.3. */
export function widthsOf(font: PDFDict): Widths {
  if (font.get(name("Subtype")) !== name("Type0")) return simpleWidths(font);
  const descendants = font.lookupMaybe(name("DescendantFonts"), PDFArray);
  const descendant = descendants?.lookupMaybe(0, PDFDict);
  if (!descendant || font.lookup(name("Encoding")) !== name("Identity-H")) return () => null;
  const usual = descendant.lookupMaybe(name("DW"), PDFNumber)?.asNumber() ?? 1000;
  const widths = cidWidths(descendant.lookupMaybe(name("W"), PDFArray));
  return (bytes) => {
    let sum = 0;
    for (let at = 0; at + 1 < bytes.length; at += 2)
      sum += widths.get((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)) ?? usual;
    return sum;
  };
}

function simpleWidths(font: PDFDict): Widths {
  const list = font.lookupMaybe(name("Widths"), PDFArray);
  if (!list) return () => null;
  const first = font.lookupMaybe(name("FirstChar"), PDFNumber)?.asNumber() ?? 0;
  const widths = list.asArray().map((_, i) => list.lookupMaybe(i, PDFNumber)?.asNumber() ?? 0);
  return (bytes) => bytes.reduce((sum, code) => sum + (widths[code - first] ?? 0), 0);
}

/** `first [width…]` names the widths one by one, `first last width` gives all of them one. */
function cidWidths(list: PDFArray | undefined): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  const at = (i: number): number => {
    const number = list?.lookup(i);
    return number instanceof PDFNumber ? number.asNumber() : 0;
  };
  for (let i = 0; i + 1 < (list?.size() ?? 0); ) {
    const second = list?.lookup(i + 1);
    if (second instanceof PDFArray) {
      second.asArray().forEach((width, k) => {
        if (width instanceof PDFNumber) widths.set(at(i) + k, width.asNumber());
      });
      i += 2;
    } else {
      for (let code = at(i); code <= Math.min(at(i + 1), 0xffff); code++) widths.set(code, at(i + 2));
      i += 3;
    }
  }
  return widths;
}
