import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";

/** Ways back, which lead to all of the document. */
const back = new Set(
  ["Parent", "P", "StructParent", "StructParents", "Popup", "IRT", "Dest", "A", "AA"].map((key) =>
    PDFName.of(key),
  ),
);

/** A dictionary or a stream that pages lead to, and its number if it has one. */
export type Found = {
  readonly dict: PDFDict;
  readonly stream: PDFStream | null;
  readonly ref: PDFRef | null;
};

/** Every dictionary and stream that a document's pages show something with, each once. */
export function reachedFromPages(document: PDFDocument): Found[] {
  const found: Found[] = [];
  const seen = new Set<PDFObject>();
  const waiting: PDFObject[] = document.getPages().map(({ ref }) => ref);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const object = document.context.lookup(next);
    if (object === undefined || seen.has(object)) continue;
    if (object instanceof PDFArray) {
      seen.add(object);
      waiting.push(...object.asArray().toReversed());
      continue;
    }
    const stream = object instanceof PDFStream ? object : null;
    const dict = stream?.dict ?? object;
    if (!(dict instanceof PDFDict)) continue;
    seen.add(object);
    found.push({ dict, stream, ref: next instanceof PDFRef ? next : null });
    for (const [key, value] of dict.entries()) if (!back.has(key)) waiting.push(value);
  }
  return found;
}
