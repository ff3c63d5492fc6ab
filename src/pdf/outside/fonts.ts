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
    hasText: textOfFont(font) !== "none",
    textIsByNames: textOfFont(font) === "by names",
    mapsShapes: nameIn(shapesOf(font), "Subtype") !== "CIDFontType2" || has(shapesOf(font), "CIDToGIDMap"),
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

/**
 * How its codes are turned into text (PDF/UA-1, 7.21.7; ISO 32000-1:2008, 9.10.2): letters of Type 1 fonts, and those of an encoding of
 * its own, have names.
 */
function textOfFont(font: PDFDict): "certain" | "by names" | "none" {
  if (entry(font, "ToUnicode") !== undefined) return "certain";
  const kind = nameIn(font, "Subtype");
  if (kind === "Type0") return hasKnownCharacters(font) ? "certain" : "none";
  const hasDifferences = has(dictIn(font, "Encoding"), "Differences");
  const named = nameIn(font, "Encoding") ?? nameIn(dictIn(font, "Encoding"), "BaseEncoding");
  if (named !== null && knownEncodings.has(named) && !hasDifferences) return "certain";
  if (kind === "Type1" && standardFonts.test(nameIn(font, "BaseFont") ?? "") && !hasDifferences)
    return "certain";
  return kind === "Type1" || kind === "MMType1" || hasDifferences ? "by names" : "none";
}

/** The fonts that every reader has, whose letters are known (ISO 32000-1:2008, 9.6.2.2). */
const standardFonts = /^(Helvetica|Times|Courier|Symbol|ZapfDingbats)\b/;

/** A composite font of one of Adobe's character collections, or encoded by one of the published Unicode maps. */
function hasKnownCharacters(font: PDFDict): boolean {
  const ordering = entry(dictIn(shapesOf(font), "CIDSystemInfo"), "Ordering")?.toString() ?? "";
  return /Japan1|GB1|CNS1|Korea1|KR/.test(ordering) || /^Uni/.test(nameIn(font, "Encoding") ?? "");
}
