import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import { balanceOf } from "./balance.ts";
import { ownRef, packRef, stampRef } from "./numbers.ts";

const name = PDFName.of;

/** What of a page is seen, and how: the crop box in units of the page, the turn clockwise, and a unit in points. */
export type PageShape = {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
  readonly rotation: 0 | 90 | 180 | 270;
  readonly unit: number;
};

/** The name under which a page finds the font of the pack's stamps; no print of a paper uses it. */
export const stampFontName = "PackStamp";

/** What a page may bring into a pack; anything else that outside papers hold (scripts, previews, private data) stays behind. */
const kept = new Set(
  [
    "Type",
    "Parent",
    "Resources",
    "MediaBox",
    "CropBox",
    "Rotate",
    "UserUnit",
    "Contents",
    "Group",
    "Annots",
    "StructParents",
    "Tabs",
  ].map((key) => name(key)),
);

/** Hangs the pages of a document below the pack's, each with a place for the pack's stamps after its own content; in place. */
export function preparePages(document: PDFDocument): PageShape[] {
  return document.getPages().map((page, index) => {
    inherit(page);
    for (const key of page.node.keys()) if (!kept.has(key)) page.node.delete(key);
    page.node.set(name("Parent"), ownRef("pages"));
    page.node.set(name("Contents"), surrounded(page, index));
    addStampFont(page);
    return shapeOf(page);
  });
}

/** What a page has from the nodes above it, which stay behind, becomes its own (ISO 32000-1:2008, 7.7.3.4). */
function inherit({ node }: PDFPage): void {
  for (const key of ["Resources", "MediaBox", "CropBox", "Rotate"]) {
    const value = node.getInheritableAttribute(name(key));
    if (value !== undefined) node.set(name(key), value);
  }
}

/** The content between what saves and what restores the state of drawing, as often as it needs, then the stamps. */
function surrounded(page: PDFPage, index: number): PDFArray {
  const { node, doc } = page;
  const { restored, saved } = balanceOf(page);
  const contents = node.get(name("Contents"));
  const target = doc.context.lookup(contents);
  const listed = target instanceof PDFArray ? target.asArray() : contents === undefined ? [] : [contents];
  const own = listed.filter((each) => doc.context.lookup(each) instanceof PDFStream);
  const times = (count: number, ref: PDFRef): PDFRef[] => Array.from({ length: count }, () => ref);
  return doc.context.obj([
    ...times(1 + restored, ownRef("save")),
    ...own,
    ...times(1 + saved, ownRef("restore")),
    stampRef(index),
  ]);
}

function addStampFont({ node, doc }: PDFPage): void {
  const resources = copyOf(doc, node.lookup(name("Resources")));
  const fonts = copyOf(doc, resources.lookup(name("Font")));
  fonts.set(name(stampFontName), packRef("stampFont"));
  resources.set(name("Font"), fonts);
  node.set(name("Resources"), resources);
}

/** Resources are often shared with drawings that need no stamp, so the page gets its own. */
function copyOf({ context }: PDFDocument, dict: PDFObject | undefined): PDFDict {
  const copy = context.obj({});
  if (dict instanceof PDFDict) for (const [key, value] of dict.entries()) copy.set(key, value);
  return copy;
}

function shapeOf(page: PDFPage): PageShape {
  const media = page.getMediaBox();
  const crop = page.getCropBox();
  const left = Math.max(media.x, crop.x);
  const bottom = Math.max(media.y, crop.y);
  const rotation = (((Math.round(page.getRotation().angle / 90) * 90) % 360) + 360) % 360;
  const unit = page.node.lookup(name("UserUnit"));
  return {
    left,
    bottom,
    width: Math.min(media.x + media.width, crop.x + crop.width) - left,
    height: Math.min(media.y + media.height, crop.y + crop.height) - bottom,
    rotation: rotation as PageShape["rotation"],
    unit: unit instanceof PDFNumber ? unit.asNumber() : 1,
  };
}

/** The annotations of a page, as dictionaries. */
export function annotationsOf({ node, doc }: PDFPage): PDFDict[] {
  const list = node.lookup(name("Annots"));
  if (!(list instanceof PDFArray)) return [];
  return list
    .asArray()
    .map((each) => (each instanceof PDFRef ? doc.context.lookup(each) : each))
    .filter((each) => each instanceof PDFDict);
}
