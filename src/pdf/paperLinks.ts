import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import { textOf } from "./structureElements.ts";

const name = PDFName.of;

/** The scheme by which a page links to another paper: `paper:2019-20-q3/performance-summary#rape`. */
export const paperScheme = "paper:";

/** Where a paper lies, seen from a file that lies so many folders below the outputs. */
export function paperFile(address: string, depth: number, ending: "pdf" | "html"): string {
  const [paper = "", part] = address.slice(paperScheme.length).split("#");
  const mark = part === undefined ? "" : ending === "pdf" ? `#nameddest=${part}` : `#${part}`;
  return `${"../".repeat(depth)}${paper}.${ending}${mark}`;
}

/** Links to other papers lead to their PDFs, in place: they lie beside each other as they do on a website. */
export function leadToPapers(document: PDFDocument, depth: number): void {
  for (const page of document.getPages()) {
    const annotations = page.node.lookup(name("Annots"));
    if (!(annotations instanceof PDFArray)) continue;
    for (let i = 0; i < annotations.size(); i++) {
      const annotation = annotations.lookup(i);
      const action = annotation instanceof PDFDict ? annotation.lookup(name("A")) : undefined;
      const address = action instanceof PDFDict ? textOf(action.lookup(name("URI"))) : undefined;
      if (action instanceof PDFDict && address?.startsWith(paperScheme))
        action.set(name("URI"), PDFString.of(paperFile(address, depth, "pdf")));
    }
  }
}

/** The paper and the part of it that such a link leads to; null for any other address. */
export function linkedPaper(
  address: string,
): { readonly paper: string; readonly part: string | null } | null {
  const found = /^(?:\.\.\/)+(.+)\.pdf(?:#nameddest=(.+))?$/.exec(address);
  return found === null ? null : { paper: found[1] ?? "", part: found[2] ?? null };
}

/** The part of a paper that an address of another paper, or of an item of an agenda (`pack:item-2#part`), names; null for its start. */
export const linkedPart = (address: string): string | null =>
  linkedPaper(address)?.part ?? /^pack:[\w-]+#(.+)$/.exec(address)?.[1] ?? null;
