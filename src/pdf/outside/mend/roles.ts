import { PDFArray, type PDFDict, PDFName } from "@cantoo/pdf-lib";
import { dictIn, dictOf, entry, nameIn, textIn } from "../objects.ts";

/** What types of PDF 2.0 that PDF 1.7 does not know are there (ISO 32000-2:2020, 14.8.4). Artifacts are not to be heard. */
const older: Readonly<Record<string, string>> = {
  DocumentFragment: "Sect",
  Aside: "Sect",
  Title: "P",
  FENote: "Note",
  Sub: "Span",
  Em: "Span",
  Strong: "Span",
  Artifact: "Private",
  math: "Formula",
  H7: "H6",
  H8: "H6",
  H9: "H6",
};
const mathMl = "http://www.w3.org/1998/Math/MathML";
const mostSteps = 10;

/** The type that an element has in PDF 1.7: through its namespace's own map, then from PDF 2.0; a type of the maker's own as it is. */
export function roleIn17(root: PDFDict, element: PDFDict): string {
  let type = nameIn(element, "S") ?? "NonStruct";
  let space = dictIn(element, "NS");
  for (let step = 0; space !== null && step < mostSteps; step++) {
    const maps = dictIn(space, "RoleMapNS");
    const next = entry(maps, type);
    const [to, within] = next instanceof PDFArray ? [next.get(0), next.lookup(1)] : [next, undefined];
    if (!(to instanceof PDFName)) break;
    type = to.decodeText();
    space = dictOf(within);
  }
  if (space !== null && textIn(space, "NS") === mathMl) return type === "math" ? "Formula" : "Span";
  const own = space === null && entry(dictIn(root, "RoleMap"), type) !== undefined;
  return own ? type : (older[type] ?? type);
}

/** The standard type that a type stands for by the document's own map. */
export function standardRole(root: PDFDict, role: string): string {
  const map = dictIn(root, "RoleMap");
  let found = role;
  for (let step = 0; step < mostSteps; step++) found = nameIn(map, found) ?? found;
  return found;
}
