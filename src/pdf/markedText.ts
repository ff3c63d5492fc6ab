import { readPages } from "../sources/pdfPages.ts";

/** Text of each page by the number of its marked content (MCID); the pages in order. */
export type MarkedText = readonly ReadonlyMap<number, string>[];

/**
 * The text of a PDF that its structure tree may point to. What is marked as an artifact, or not at all, is left out.
 *
 * @throws Error of pdf.js when the file is damaged
 */
export const markedText = (pdf: Uint8Array): Promise<MarkedText> =>
  readPages(pdf, async (page) => {
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    return textByMark(items);
  });

/** What pdf.js lists of a page: runs of text, and where marked content begins and ends. */
export type PageItem =
  | { readonly str: string; readonly hasEOL: boolean }
  | { readonly type: string; readonly id?: string };

/** Joins the runs of each marked content; a run within one that has no number belongs to the nearest around it that has. */
export function textByMark(items: readonly PageItem[]): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  const open: (number | null)[] = [];
  for (const item of items)
    if ("str" in item) {
      const mark = open.findLast((each) => each !== null);
      if (mark === undefined || mark === null) continue;
      texts.set(mark, joined(texts.get(mark) ?? "", item.str) + (item.hasEOL ? "\n" : ""));
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push(markOf(item.id));
  return texts;
}

/** A word that a soft hyphen parts at the end of a line is one word. */
const joined = (before: string, text: string): string => before.replace(/\u00AD\n$/, "") + text;

const markOf = (id: string | undefined): number | null => {
  const found = /_mc(\d+)$/.exec(id ?? "");
  return found ? Number(found[1]) : null;
};
