import type { PDFDict } from "@cantoo/pdf-lib";
import { dictIn, dictOf, entry, has, itemsIn, nameIn } from "./objects.ts";
import type { FontFacts } from "./paper.ts";

/** What is known of the fonts that pages are set in, each once, in the order of the pages. */
export function readFonts(pages: readonly ReadonlySet<PDFDict>[]): FontFacts[] {
  const used = new Map<PDFDict, number[]>();
  for (const [i, fonts] of pages.entries())
    for (const font of fonts) used.set(font, [...(used.get(font) ?? []), i + 1]);
  return [...used].map(([font, numbers]) => ({
    name: plainName(nameIn(font, "BaseFont") ?? nameIn(font, "Name") ?? "without a name"),
    isEmbedded: isEmbedded(font),
    hasText: hasText(font),
    pages: numbers,
  }));
}

/** `ABCDEF+Arial` is a part of Arial. */
const plainName = (name: string): string => name.replace(/^[A-Z]{6}\+/, "").replaceAll(/\p{Cc}/gu, "");

/** The font that describes the shapes: of a composite font, the one inside it. */
const shapesOf = (font: PDFDict): PDFDict =>
  nameIn(font, "Subtype") === "Type0" ? (dictOf(itemsIn(font, "DescendantFonts")[0]) ?? font) : font;

function isEmbedded(font: PDFDict): boolean {
  if (nameIn(font, "Subtype") === "Type3") return true;
  const descriptor = dictIn(shapesOf(font), "FontDescriptor");
  return ["FontFile", "FontFile2", "FontFile3"].some((key) => entry(descriptor, key) !== undefined);
}

const knownEncodings = new Set(["WinAnsiEncoding", "MacRomanEncoding", "MacExpertEncoding"]);

/** Whether its codes can be turned into text (PDF/UA-1, 7.21.7; ISO 32000-1:2008, 9.10.2). */
function hasText(font: PDFDict): boolean {
  if (entry(font, "ToUnicode") !== undefined) return true;
  const kind = nameIn(font, "Subtype");
  if (kind === "Type0") return hasKnownCharacters(font);
  const named = nameIn(font, "Encoding") ?? nameIn(dictIn(font, "Encoding"), "BaseEncoding");
  if (named !== null && knownEncodings.has(named)) return true;
  // Letters of Type 1 fonts have names, whatever their codes are; those of the two standard symbol fonts too.
  return kind === "Type1" || kind === "MMType1" || has(dictIn(font, "Encoding"), "Differences");
}

/** A composite font of one of Adobe's character collections, or encoded by one of the published Unicode maps. */
function hasKnownCharacters(font: PDFDict): boolean {
  const ordering = entry(dictIn(shapesOf(font), "CIDSystemInfo"), "Ordering")?.toString() ?? "";
  return /Japan1|GB1|CNS1|Korea1|KR/.test(ordering) || /^Uni/.test(nameIn(font, "Encoding") ?? "");
}
