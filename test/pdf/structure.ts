import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { Counts } from "./printedHtml.ts";

/** An element of a PDF's structure tree, as these tests read it: by themselves, with nothing of src. */
export type TestElement = {
  readonly role: string;
  readonly dictionary: PDFDict;
  readonly children: readonly TestElement[];
};

/** The elements at the top of a document's structure tree; every element must name the one that holds it. */
export function structureOf(document: PDFDocument): readonly TestElement[] {
  const root = document.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  return childrenOf(root);
}

function childrenOf(parent: PDFDict): readonly TestElement[] {
  const kids = parent.lookup(PDFName.of("K"));
  const list =
    kids instanceof PDFArray ? Array.from({ length: kids.size() }, (_, i) => kids.lookup(i)) : [kids];
  return list.flatMap((kid) => {
    if (!(kid instanceof PDFDict && kid.has(PDFName.of("S")))) return [];
    if (kid.lookup(PDFName.of("P")) !== parent) throw new Error(`an element has lost its parent: ${kid}`);
    const role = kid.lookup(PDFName.of("S"), PDFName).decodeText();
    return [{ role, dictionary: kid, children: childrenOf(kid) }];
  });
}

/** Every element, in reading order. */
export const elementsOf = (elements: readonly TestElement[]): readonly TestElement[] =>
  elements.flatMap((element) => [element, ...elementsOf(element.children)]);

/** Roles and languages below the document element, further in what is within; what says nothing of its own is left out. */
export function outlineOf(document: PDFDocument): readonly string[] {
  return structureOf(document).flatMap(({ children }) => linesOf(children));
}

const linesOf = (elements: readonly TestElement[]): string[] =>
  elements.flatMap(({ role, dictionary, children }) => {
    const language = dictionary.lookup(PDFName.of("Lang"));
    const said =
      language instanceof PDFString || language instanceof PDFHexString ? language.decodeText() : "";
    if (role === "NonStruct" && said === "") return linesOf(children);
    return [`${role} ${said}`.trim(), ...linesOf(children).map((line) => `  ${line}`)];
  });

/** How many elements of those types a document has. */
export function countsOf(document: PDFDocument, types: readonly string[]): Counts {
  const roles = elementsOf(structureOf(document)).map(({ role }) => role);
  const counts = types.map((type) => [type, roles.filter((role) => role === type).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
