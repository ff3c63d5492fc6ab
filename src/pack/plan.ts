import type { PageRange } from "../html/ranges.ts";

/** A document under an item of the agenda. */
export type PlannedDocument = {
  /** Names it within the pack; no two have the same. */
  readonly name: string;
  /** How many pages it has in this edition. */
  readonly pages: number;
  /** How many page numbers it takes: more than its pages where a sheet stands in for an exempt paper and keeps its range. */
  readonly numbers: number;
};

/** An item of the agenda with its documents in order; an item without a paper has none. */
export type PlannedItem = { readonly key: string; readonly documents: readonly PlannedDocument[] };

/** What stands in a pack one after the other: the agenda, documents, and blank pages. */
export type PlannedPart = {
  readonly kind: "agenda" | "document" | "blank";
  /** The item it belongs to; null for the agenda and a blank page after it. */
  readonly key: string | null;
  /** The document's name; of a blank page, the number it bears. */
  readonly name: string;
  /** The number on its first page. */
  readonly first: number;
  readonly pages: number;
};

/** Which page stands where. */
export type PagePlan = {
  readonly parts: readonly PlannedPart[];
  readonly ranges: ReadonlyMap<string, PageRange>;
  /** The last number in use, also by pages that this edition holds back. */
  readonly last: number;
};

/**
 * Plans the pages of a pack: the agenda first, then every document in order. Each starts on an odd page, after a blank page where the
 * last one ended on an odd page; the blank belongs to the range before it.
 *
 * @param agendaPages how many pages the agenda has
 * @param firstNumber the number of the first page: 1, or an odd number after the last one published for a supplement
 */
export function planPages(agendaPages: number, items: readonly PlannedItem[], firstNumber = 1): PagePlan {
  if (firstNumber % 2 === 0) throw new RangeError(`A pack starts on an odd page, not on ${firstNumber}`);
  const parts: PlannedPart[] = [
    { kind: "agenda", key: null, name: "agenda", first: firstNumber, pages: agendaPages },
  ];
  const ranges = new Map<string, PageRange>();
  /** The next number, and the item that a blank page before it belongs to. */
  let next = firstNumber + agendaPages;
  /** The next page of the file, counted as its numbers are: lower where numbers are held back. */
  let sheet = next;
  let before: string | null = null;
  const extend = (key: string, first: number, last: number): void => {
    ranges.set(key, { first: ranges.get(key)?.first ?? first, last });
  };
  for (const { key, documents } of items)
    for (const { name, pages, numbers } of documents) {
      if (sheet % 2 === 0) {
        const number = next % 2 === 0 ? next : (parts.at(-1)?.first ?? 0) + (parts.at(-1)?.pages ?? 0);
        parts.push({ kind: "blank", key: before, name: String(number), first: number, pages: 1 });
        sheet += 1;
      }
      if (next % 2 === 0) {
        if (before !== null) extend(before, next, next);
        next += 1;
      }
      parts.push({ kind: "document", key, name, first: next, pages });
      extend(key, next, next + numbers - 1);
      next += numbers;
      sheet += pages;
      before = key;
    }
  return { parts, ranges, last: next - 1 };
}
