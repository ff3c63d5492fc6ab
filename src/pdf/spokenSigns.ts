import { type PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { roleOf, structureElements, structureRoot } from "./structureElements.ts";
import { kidsOf } from "./structureKids.ts";

const name = PDFName.of;

/**
 * Makes each sign in the text that has words of its own a span with those words as its actual text (ISO 32000-1:2008, 14.9.4): Chromium
 * knows only figures with an alternative. A drawing holds its content itself, a sign in the boxes of its letters.
 */
export function speakSigns(document: PDFDocument): void {
  const root = structureRoot(document);
  if (!root) return;
  for (const { element } of structureElements(root)) {
    const words = element.get(name("Alt"));
    if (roleOf(element) !== "Figure" || words === undefined || !holdsLetters(element)) continue;
    element.set(name("S"), name("Span"));
    element.set(name("ActualText"), words);
    element.delete(name("Alt"));
    element.delete(name("A"));
  }
}

function holdsLetters(figure: PDFDict): boolean {
  const kids = kidsOf(figure);
  return kids.length > 0 && kids.every(({ kind }) => kind === "element");
}
