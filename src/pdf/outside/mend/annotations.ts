import {
  type PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRef,
} from "@cantoo/pdf-lib";
import { dictIn, dictOf, listIn, nameIn, numberIn, textIn } from "../objects.ts";
import { appearanceOf } from "./appearance.ts";
import { balanced } from "./balance.ts";
import { pageContent, writePage } from "./contents.ts";
import { keepLink, type Places } from "./places.ts";

const name = PDFName.of;

/** An annotation that is drawn into its page from now on. */
export type Drawn = {
  readonly page: PDFPage;
  readonly annotation: PDFDict;
  readonly kind: string;
  /** The name of its drawing among the page's resources, and the instructions that show it. */
  readonly shows: string;
};

/** What became of the annotations of a document. */
export type Annotations = {
  readonly drawn: readonly Drawn[];
  readonly kept: ReadonlySet<PDFDict>;
  /** Kinds of those that are neither links nor drawn: comments, films … */
  readonly gone: readonly string[];
};

/** Those that are an icon to click on, or are played. */
const notDrawn = new Set([
  "Popup",
  "Text",
  "FileAttachment",
  "Sound",
  "Movie",
  "Screen",
  "RichMedia",
  "3D",
  "PrinterMark",
  "TrapNet",
]);
/** Hidden, and not to be seen on a screen (ISO 32000-1:2008, table 165). */
const unseen = 2 | 32;

/**
 * Takes the annotations off the pages, in place: links stay where they lead somewhere, and what is seen of the others (fields of forms,
 * stamps, mark-up) is to be drawn into the page.
 */
export function takeAnnotations(document: PDFDocument, places: Places): Annotations {
  const lent = dictIn(dictIn(document.catalog, "AcroForm"), "DR");
  const [drawn, kept, gone]: [Drawn[], Set<PDFDict>, string[]] = [[], new Set(), []];
  for (const page of document.getPages()) {
    const links: PDFObject[] = [];
    const add = drawingsOf(page);
    for (const object of listIn(page.node, "Annots")) {
      const annotation = dictOf(document.context.lookup(object));
      if (annotation === null || kept.has(annotation)) continue;
      const kind = nameIn(annotation, "Subtype") ?? "";
      const seen = ((numberIn(annotation, "F") ?? 0) & unseen) === 0;
      if (kind === "Link" && seen && keepLink(annotation, page.ref, places)) {
        kept.add(annotation);
        links.push(object instanceof PDFRef ? object : document.context.register(annotation));
        continue;
      }
      const appearance =
        seen && kind !== "Link" && !notDrawn.has(kind) ? appearanceOf(annotation, lent) : null;
      if (appearance === null) gone.push(kind);
      else {
        const key = add(appearance.drawing);
        const matrix = appearance.matrix.map((value) => Number(value.toFixed(5))).join(" ");
        drawn.push({ page, annotation, kind, shows: `q ${matrix} cm /${key} Do Q` });
      }
    }
    if (links.length > 0) page.node.set(name("Annots"), document.context.obj(links));
    else page.node.delete(name("Annots"));
  }
  return { drawn, kept, gone };
}

/** Adds drawings to a page's resources, which become its own; each gets a name. */
function drawingsOf(page: PDFPage): (drawing: PDFRef) => string {
  let drawings: PDFDict | null = null;
  let number = 0;
  return (drawing) => {
    if (drawings === null) {
      const resources = copied(page, dictIn(page.node, "Resources"));
      drawings = copied(page, dictIn(resources, "XObject"));
      resources.set(name("XObject"), drawings);
      page.node.set(name("Resources"), resources);
    }
    while (drawings.has(name(`PackDrawn${number}`))) number++;
    drawings.set(name(`PackDrawn${number}`), drawing);
    return `PackDrawn${number}`;
  };
}

function copied(page: PDFPage, dict: PDFDict | null): PDFDict {
  const copy = page.doc.context.obj({});
  for (const [key, value] of dict?.entries() ?? []) copy.set(key, value);
  return copy;
}

/** Draws on a page after its own content, whose state of drawing ends there. */
export function drawOn(page: PDFPage, instructions: readonly string[]): void {
  writePage(page, `q\n${balanced(pageContent(page))}\nQ\n${instructions.join("\n")}`);
}

/** What a drawn annotation says: a field its state or value, anything else its words. */
export function wordsOf(annotation: PDFDict): string | null {
  const parent = dictIn(annotation, "Parent");
  const own = (key: string): string | null => textIn(annotation, key) ?? textIn(parent, key);
  if ((nameIn(annotation, "FT") ?? nameIn(parent, "FT")) !== "Btn") return null;
  const state = nameIn(annotation, "AS");
  if (state === null) return own("TU");
  return `${own("TU") ?? own("T") ?? "A box"}: ${state === "Off" ? "not ticked" : "ticked"}`;
}
