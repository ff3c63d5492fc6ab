import { PDFDict, type PDFDocument, PDFHexString, PDFName } from "@cantoo/pdf-lib";
import { type FontMaps, markedTexts } from "./contentText.ts";
import type { PageContents } from "./pageContents.ts";
import { roleOf, structureElements, structureRoot, textOf } from "./structureElements.ts";
import { kidsOf } from "./structureKids.ts";

const name = PDFName.of;

/**
 * Gives each link's annotation the link's words as its description, which PDF/UA-1, 7.18.5, wants; a link without words, such as one
 * around a drawing, is described by where it leads.
 */
export function describeLinks(document: PDFDocument, contents: PageContents): void {
  const root = structureRoot(document);
  if (!root) return;
  const wordsOf = wordReader(document, contents);
  for (const { element } of structureElements(root)) {
    if (roleOf(element) !== "Link") continue;
    const parts = [element, ...[...structureElements(element)].map((each) => each.element)];
    const annotations = parts.flatMap((part) => annotationsOf(part));
    const words = annotations.length > 0 ? wordsOf(element).replace(/\s+/g, " ").trim() : "";
    for (const annotation of annotations)
      annotation.set(name("Contents"), PDFHexString.fromText(words || `Link to ${targetOf(annotation)}`));
  }
}

/** Reads what is heard of an element: its actual text, else the words of its marked content; each page once. */
function wordReader(document: PDFDocument, contents: PageContents): (element: PDFDict) => string {
  const pages = new Map(document.getPages().map((page) => [page.ref, page]));
  const fonts: FontMaps = new Map();
  const read = new Map<object, ReadonlyMap<number, string>>();
  const wordsOf = (element: PDFDict): string =>
    textOf(element.lookup(name("ActualText"))) ??
    kidsOf(element)
      .map((kid) => {
        if (kid.kind === "element") return wordsOf(kid.element);
        const page = kid.kind === "content" && kid.page && pages.get(kid.page);
        if (!page) return "";
        const texts = read.get(page) ?? markedTexts(page, contents.get(page) ?? "", fonts);
        read.set(page, texts);
        return texts.get(kid.id) ?? "";
      })
      .join(" ");
  return wordsOf;
}

/** The annotations that an element refers to. */
const annotationsOf = (element: PDFDict): readonly PDFDict[] =>
  kidsOf(element).flatMap((kid) => (kid.kind === "annotation" ? [kid.annotation] : []));

function targetOf(annotation: PDFDict): string {
  const action = annotation.lookupMaybe(name("A"), PDFDict);
  const target = action?.lookup(name("URI")) ?? annotation.lookup(name("Dest"));
  return (target instanceof PDFName ? target.decodeText() : textOf(target)) ?? "another place";
}
