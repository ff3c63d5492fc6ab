import { type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { dictIn } from "../objects.ts";

const name = PDFName.of;

/** What a paper as a whole may bring: its pages, tags, names of places, bookmarks and language. */
const ofCatalogs = new Set(
  [
    "Type",
    "Pages",
    "StructTreeRoot",
    "MarkInfo",
    "Lang",
    "Dests",
    "Names",
    "Outlines",
    "PageLabels",
    "ViewerPreferences",
  ].map((key) => name(key)),
);

/** Takes out, in place, what would run or start by itself, the files that a paper carries, and its form. */
export function removeRunning(document: PDFDocument): void {
  const { catalog } = document;
  for (const key of catalog.keys()) if (!ofCatalogs.has(key)) catalog.delete(key);
  const names = dictIn(catalog, "Names");
  for (const key of names?.keys() ?? []) names?.delete(key);
  for (const { node } of document.getPages()) node.delete(name("AA"));
}
