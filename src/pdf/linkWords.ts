import { PDFDict, type PDFDocument, PDFHexString, PDFName } from "@cantoo/pdf-lib";
import { type FontMaps, markedTexts } from "./contentText.ts";
import type { PageContents } from "./pageContents.ts";
import {
  kidsOf,
  markedContent,
  roleOf,
  structureElements,
  structureRoot,
  textOf,
} from "./structureElements.ts";

const name = PDFName.of;

/**
 * Gives each link's annotation the link's words as its description, which PDF/UA-1, 7.18.5, wants; a link without words, such as one
 * around a drawing, is described by where it leads.
 */
export function describeLinks(document: PDFDocument, contents: PageContents): void {
  const root = structureRoot(document);
  if (!root) return;
  const wordsOf = wordReader(document, contents);
  for (const { element } of structureElements(document, root)) {
    if (roleOf(element) !== "Link") continue;
    const parts = [element, ...[...structureElements(document, element)].map((each) => each.element)];
    const annotations = parts.flatMap((part) => annotationsOf(document, part));
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
    kidsOf(document, element)
      .map((kid) => {
        const content = markedContent(document, element, kid);
        const within = content ? undefined : document.context.lookup(kid);
        if (within instanceof PDFDict) return wordsOf(within);
        const page = content?.page && pages.get(content.page);
        if (!page) return "";
        const texts = read.get(page) ?? markedTexts(page, contents.get(page) ?? "", fonts);
        read.set(page, texts);
        return texts.get(content.id) ?? "";
      })
      .join(" ");
  return wordsOf;
}

/** The annotations that an element refers to. */
function annotationsOf(document: PDFDocument, element: PDFDict): readonly PDFDict[] {
  return kidsOf(document, element).flatMap((kid) => {
    const reference = document.context.lookup(kid);
    const target = reference instanceof PDFDict ? reference.lookup(name("Obj")) : undefined;
    return target instanceof PDFDict ? [target] : [];
  });
}

function targetOf(annotation: PDFDict): string {
  const action = annotation.lookupMaybe(name("A"), PDFDict);
  const target = action?.lookup(name("URI")) ?? annotation.lookup(name("Dest"));
  return (target instanceof PDFName ? target.decodeText() : textOf(target)) ?? "another place";
}
