import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject } from "@cantoo/pdf-lib";

const name = PDFName.of;

/** The pairs of a name tree or a number tree (ISO 32000-1:2008, 7.9.6 and 7.9.7), in the order of the file; a loop is followed once. */
export function* treeEntries(
  document: PDFDocument,
  root: PDFObject | undefined,
  pairs: "Names" | "Nums",
): Generator<readonly [PDFObject, PDFObject]> {
  const seen = new Set<PDFDict>();
  const waiting = [root];
  while (waiting.length > 0) {
    const node = document.context.lookup(waiting.shift());
    if (!(node instanceof PDFDict) || seen.has(node)) continue;
    seen.add(node);
    const list = node.lookup(name(pairs));
    const entries = list instanceof PDFArray ? list.asArray() : [];
    for (let i = 0; i + 1 < entries.length; i += 2) {
      const [key, value] = [entries[i], entries[i + 1]];
      if (key !== undefined && value !== undefined) yield [key, value];
    }
    const kids = node.lookup(name("Kids"));
    if (kids instanceof PDFArray) waiting.unshift(...kids.asArray());
  }
}
