/** The pages of an item in its pack, both included; the first and the last are the same where it has one. */
export type PageRange = { readonly first: number; readonly last: number };

/** Where an item's page range goes once the pack's pages are known; as wide as any range, so that filling it in moves nothing. */
export const rangePlaceholder = (key: string): string => `<!--range ${key}-->000 to 000<!--/range-->`;

/**
 * The HTML with every range filled in: "5 to 22", one page "23", nothing where an item has no pages.
 *
 * @throws Error when a range is asked for a key that is not among the ranges: our bug
 */
export function fillRanges(html: string, ranges: ReadonlyMap<string, PageRange | null>): string {
  return html.replace(/<!--range ([\w-]+)-->000 to 000<!--\/range-->/g, (_, key: string) => {
    const range = ranges.get(key);
    if (range === undefined) throw new Error(`no pages are known for ${key}`);
    if (range === null) return "";
    return range.first === range.last ? String(range.first) : `${range.first} to ${range.last}`;
  });
}
