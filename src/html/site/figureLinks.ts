import { plainText, withTold } from "../../document/told.ts";

/** Where a page's figures lead: the address at which the making of the one of that name is told, whose words are these; null for none. */
export type FigureLinks = (name: string, words: string) => string | null;

/** Tags, and what between them can hold no link: links, headings, drawings, titles. */
const pieces = /(<(a|h[1-6]|svg|title|caption|figcaption|summary)\b[^>]*>[\s\S]*?<\/\2>|<[^>]*>)/;

/**
 * A page whose figures, as far as they know their names, lead to how they were computed. A pointer finds these links at once; for keyboard,
 * touch and screen reader they become links when the page's box for them is ticked (`templates/screen/papers.css`), for hundreds of links
 * are in the way of whoever goes from one to the next. Words in links, headings, captions and attributes stay words.
 */
export function withFigureLinks(html: string, links: FigureLinks): string {
  // Most pages print no figure that knows its name: they are not taken to pieces.
  if (plainText(html) === html) return html;
  return html
    .split(pieces)
    .map((part, i) => {
      if (i % 3 === 2) return "";
      if (i % 3 === 1) return plainText(part);
      return plainText(withTold(part, (name, words) => linked(links(name, words), words)));
    })
    .join("");
}

/** What is seen stands in an element of its own, which stays to be seen while the link round it is hidden. */
const linked = (address: string | null, words: string): string =>
  address === null
    ? words
    : `<a class="told" href="${address}" aria-describedby="told"><span>${words}</span></a>`;
