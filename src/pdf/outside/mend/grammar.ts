import type { PDFDocument } from "@cantoo/pdf-lib";
import { dictIn } from "../objects.ts";
import { type Element, readElements } from "./elements.ts";

/** What may stand directly in a list or a table, and where its parts may stand (ISO 14289-1:2014, 7.2 and 7.5). */
const holds: Readonly<Record<string, readonly string[]>> = {
  L: ["L", "LI", "Caption"],
  LI: ["Lbl", "LBody"],
  Table: ["TR", "THead", "TBody", "TFoot", "Caption"],
  THead: ["TR"],
  TBody: ["TR"],
  TFoot: ["TR"],
  TR: ["TH", "TD"],
  TOC: ["TOC", "TOCI", "Caption"],
};
const within: Readonly<Record<string, readonly string[]>> = {
  LI: ["L"],
  LBody: ["LI"],
  THead: ["Table"],
  TBody: ["Table"],
  TFoot: ["Table"],
  TR: ["Table", "THead", "TBody", "TFoot"],
  TH: ["TR"],
  TD: ["TR"],
  TOCI: ["TOC"],
};

/** Whether a list or a table of the structure has parts where they cannot be. */
export function hasMisplacedParts(document: PDFDocument): boolean {
  const root = dictIn(document.catalog, "StructTreeRoot");
  return root !== null && readElements(document, root).some(isMisplaced);
}

/** Content that stands directly in a list or a table (a border, say) is let pass, as veraPDF does. */
function isMisplaced({ role, parent, kids }: Element): boolean {
  const places = within[role];
  if (places !== undefined && !places.includes(parent?.role ?? "")) return true;
  const parts = holds[role];
  return parts !== undefined && kids.some((kid) => !("kind" in kid) && !parts.includes(kid.role));
}
