import type { Heard, TaggedDocument } from "./tagged.ts";
import { tellAll } from "./tellBlocks.ts";
import { languageName } from "./tellWords.ts";

/**
 * What a screen reader would say, in the order of the structure tree: title and language, then everything that is no artifact.
 *
 * @param pages says when another page begins
 * @returns a line for each thing that is heard; what stands inside a list, a table or a quotation begins with two spaces more
 */
export function tell(document: TaggedDocument, { pages }: { readonly pages: boolean }): string[] {
  const { title, language, pageCount, children } = document;
  const heard = tellAll(children);
  return [
    `Title: ${title ?? "none"}`,
    `Language: ${language === null ? "none" : languageName(language)}`,
    pageCount === 1 ? "1 page" : `${pageCount} pages`,
    ...(pages ? withPages(heard) : heard.map(({ text }) => text)),
  ];
}

function withPages(heard: readonly Heard[]): string[] {
  let before = 0;
  return heard.flatMap(({ text, page }) => {
    if (page === null || page === before) return [text];
    before = page;
    return [`Page ${page}`, text];
  });
}
