import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRef, PDFStream } from "@cantoo/pdf-lib";

/** How what is written is addressed in the file that it is written for. */
export type Addresses = {
  /** The number of a reference; undefined for one that leads nowhere. */
  numberOf(ref: PDFRef): number | undefined;
  /** What is added to the keys by which pages and annotations find their structure elements. */
  readonly keyShift: number;
};

/** The keys that lead into the parent tree; they mean nothing else anywhere in a PDF. */
export const parentKeys: ReadonlySet<PDFName> = new Set([
  PDFName.of("StructParent"),
  PDFName.of("StructParents"),
]);

/** An object as it stands in a file, one character a byte; a stream without its content. */
export function writeObject(object: PDFObject, addresses: Addresses): string {
  if (object instanceof PDFRef) {
    const number = addresses.numberOf(object);
    return number === undefined ? "null" : `${number} 0 R`;
  }
  if (object instanceof PDFArray)
    return `[${object
      .asArray()
      .map((each) => writeObject(each, addresses))
      .join(" ")}]`;
  if (object instanceof PDFStream) return writeObject(object.dict, addresses);
  if (!(object instanceof PDFDict)) return object.toString();
  const entries = object.entries().map(([key, value]) => {
    const shifted = parentKeys.has(key) && value instanceof PDFNumber;
    return `${key} ${shifted ? value.asNumber() + addresses.keyShift : writeObject(value, addresses)}`;
  });
  return `<<${entries.join(" ")}>>`;
}
