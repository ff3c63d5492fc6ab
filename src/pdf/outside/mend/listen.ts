import { type PDFDocument, PDFName, type PDFPage } from "@cantoo/pdf-lib";
import { markArtifacts } from "../../artifacts.ts";
import { annotationsOf } from "../../link/pages.ts";
import { describeLinks } from "../../linkWords.ts";
import { taggedProperties } from "../../pageContents.ts";
import { readContent } from "../content.ts";
import { dictIn, textIn } from "../objects.ts";
import { pageContent, writePage } from "./contents.ts";
import { marksOf } from "./marks.ts";

const name = PDFName.of;

/** Prepares a tagged document, in place, for those who listen: links say where they go, decoration is marked as such. */
export function meetListeners(document: PDFDocument): void {
  const pages = document.getPages();
  giveWords(document, pages);
  for (const page of pages) {
    page.node.set(name("Tabs"), name("S"));
    if (mayBeMarked(page))
      writePage(
        page,
        markArtifacts(pageContent(page), { taggedProperties: taggedProperties(page), dropped: new Set() }),
      );
  }
}

/** What links say already is kept. */
function giveWords(document: PDFDocument, pages: readonly PDFPage[]): void {
  const links = pages.flatMap(annotationsOf);
  const own = links.flatMap((link) =>
    textIn(link, "Contents") === null ? [] : [[link, link.get(name("Contents"))] as const],
  );
  describeLinks(document, new Map(pages.map((page) => [page, pageContent(page)])));
  for (const [link, words] of own) if (words !== undefined) link.set(name("Contents"), words);
}

/**
 * Whether what a page paints outside the structure is decoration. A page that the structure does not know, or that has text outside it, is
 * left as it is: marked as decoration it would be hidden from those who listen, and nobody would notice.
 */
function mayBeMarked(page: PDFPage): boolean {
  if (marksOf(page).size === 0) return false;
  const resources = dictIn(page.node, "Resources");
  const { hasUnmarkedText } = readContent({ ...shape, dict: page.node, ref: null, resources });
  return !hasUnmarkedText;
}

/** Nothing of this is read for the content. */
const shape = { rotation: 0, inheritsRotation: false, width: 0, height: 0 };
