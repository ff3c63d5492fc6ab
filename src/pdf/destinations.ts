import { PDFArray, PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";

/** Where a printed document's parts came to stand. */
export type PrintedPages = {
  readonly pageCount: number;
  /**
   * Page number, from 1, of each element by its id. Chromium writes down only the ids that some
   * `<a href="#id">` of the same document points to.
   */
  readonly pageOf: ReadonlyMap<string, number>;
};

/** The pages of a parsed print; of an untagged one too. */
export function printedPages(document: PDFDocument): PrintedPages {
  const pages = document.getPages();
  const numbers = new Map(pages.map((page, i) => [page.ref.toString(), i + 1]));
  const destinations = document.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  const pageOf = new Map<string, number>();
  for (const name of destinations?.keys() ?? []) {
    const page = destinations?.lookup(name, PDFArray).get(0)?.toString() ?? "";
    const number = numbers.get(page);
    if (number === undefined)
      throw new Error(`The destination ${name.decodeText()} points to no page of its document`);
    pageOf.set(idOf(name), number);
  }
  return { pageCount: pages.length, pageOf };
}

/** Chromium writes an id as it would stand in an address: `straße` as `stra%C3%9Fe`. */
const idOf = (name: PDFName): string => decodeURIComponent(name.decodeText());
