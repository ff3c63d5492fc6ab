import { PDFArray, type PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { dictIn, dictOf, entriesOf, entry, nameIn } from "../objects.ts";
import { type Piece, piecesOf } from "./contents.ts";
import { withoutLayers } from "./layerContent.ts";
import { lastName, readOperations } from "./operations.ts";
import { reachedFromPages } from "./reach.ts";
import { type IsShown, readVisibility } from "./visibility.ts";

const name = PDFName.of;

/**
 * Prints the layers into the pages, in place, as they are shown on opening; nothing of the hidden ones stays in what the pages lead to.
 *
 * @returns whether the document had layers
 */
export function flattenLayers(document: PDFDocument): boolean {
  const { catalog } = document;
  if (dictIn(catalog, "OCProperties") === null) return false;
  const isShown = readVisibility(catalog);
  for (const piece of piecesOf(document)) {
    const content = withoutLayers(piece.content, shownIn(piece, isShown));
    if (content !== piece.content) piece.write(content);
  }
  removeHiddenAnnotations(document, isShown);
  dropUnused(document);
  for (const { dict } of reachedFromPages(document)) {
    dict.delete(name("OC"));
    const lists = dictIn(dict, "Properties");
    for (const [key, list] of entriesOf(lists)) if (isLayer(dictOf(list))) lists?.delete(name(key));
  }
  catalog.delete(name("OCProperties"));
  return true;
}

const isLayer = (dict: PDFDict | null): boolean => ["OCG", "OCMD"].includes(nameIn(dict, "Type") ?? "");

function shownIn({ resources }: Piece, isShown: IsShown) {
  const lists = dictIn(resources, "Properties");
  const drawings = dictIn(resources, "XObject");
  return {
    layer: (key: string) => (isLayer(dictIn(lists, key)) ? isShown(lists?.get(name(key))) : null),
    drawing: (key: string) => isShown(dictIn(drawings, key)?.get(name("OC"))),
  };
}

function removeHiddenAnnotations(document: PDFDocument, isShown: IsShown): void {
  for (const { node } of document.getPages()) {
    const list = entry(node, "Annots");
    if (!(list instanceof PDFArray)) continue;
    const kept = list.asArray().filter((each) => {
      const annotation = dictOf(document.context.lookup(each));
      return annotation === null || isShown(annotation.get(name("OC")));
    });
    node.set(name("Annots"), document.context.obj(kept));
  }
}

/** Takes drawings out of resources where nothing shows them any longer; resources that several pieces share keep what any of them shows. */
function dropUnused(document: PDFDocument): void {
  const used = new Map<PDFDict, Set<string>>();
  for (const { resources, content } of piecesOf(document)) {
    const drawings = dictIn(resources, "XObject");
    if (drawings === null) continue;
    const names = used.get(drawings) ?? new Set();
    used.set(drawings, names);
    readOperations(content, ({ operator, operands }) => {
      if (operator === "Do") names.add(lastName(operands));
    });
  }
  for (const [drawings, names] of used)
    for (const [key] of entriesOf(drawings)) if (!names.has(key)) drawings.delete(name(key));
}
