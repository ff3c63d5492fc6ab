import { PDFDict, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { ParentTree } from "./parentTree.ts";
import { roleOf, type StructureElement, structureElements, textOf } from "./structureElements.ts";
import { kidsOf } from "./structureKids.ts";
import { gather, retype } from "./structureMoves.ts";

const name = PDFName.of;

/** Turns a marked element into what its mark asks for. */
type Obey = (marked: StructureElement, parents: ParentTree) => void;

/**
 * What the HTML may say of an element for which Chromium has no type. Of all attributes Chromium keeps the language as it was written, so
 * the marks are private parts of a language (RFC 5646, 2.2.7): `<ol lang="en-GB-x-notes">`. A list of `notes` holds footnotes, `noteref` is
 * the mark of one in the text, a list of `contents` is a table of contents, lists within it too.
 */
const marks: Readonly<Record<string, Obey>> = {
  notes: becomeNotes,
  noteref: ({ element }) => retype(element, "Reference"),
  contents: becomeContents,
};

/** Obeys an element's mark, if it has one, and takes it away; a passage in another language becomes a span of that language. */
export function obeyMark(each: StructureElement, parents: ParentTree): void {
  const [language, mark] = textOf(each.element.lookup(name("Lang")))?.split("-x-") ?? [];
  if (language === undefined) return;
  const obey = marks[mark ?? ""];
  if (obey) {
    obey(each, parents);
    if (language === languageAround(each.element)) each.element.delete(name("Lang"));
    else each.element.set(name("Lang"), PDFString.of(language));
  } else if (roleOf(each.element) === "NonStruct" && isInline(each.element)) retype(each.element, "Span");
}

function languageAround(element: PDFDict): string | undefined {
  const parent = element.lookup(name("P"));
  return parent instanceof PDFDict
    ? (textOf(parent.lookup(name("Lang"))) ?? languageAround(parent))
    : undefined;
}

/** What may stand in a span. */
const inline = new Set(["NonStruct", "Span", "Em", "Strong", "Link", "Code", "Reference"]);
const isInline = (element: PDFDict): boolean =>
  [...structureElements(element)].every((each) => inline.has(roleOf(each.element) ?? ""));

/** Every note has an id of its own (ISO 14289-1:2014, 7.9); the list around them is none, as it may hold items only. */
function becomeNotes({ element }: StructureElement): void {
  retype(element, "Div");
  for (const { ref, element: note } of itemsOf(element)) {
    retype(note, "Note");
    note.set(name("ID"), PDFString.of(`note${ref.objectNumber}`));
  }
}

/** The links of an entry stand in a reference; what else an entry may hold are its label, words and the entries below it. */
function becomeContents(list: StructureElement, parents: ParentTree): void {
  retype(list.element, "TOC");
  for (const entry of itemsOf(list.element)) {
    retype(entry.element, "TOCI");
    for (const kid of kidsOf(entry.element)) {
      if (kid.kind !== "element" || !kid.ref) continue;
      const role = roleOf(kid.element);
      if (role === "L") becomeContents({ ref: kid.ref, element: kid.element }, parents);
      if (role === "Link") gather(entry, [kid], "Reference", parents);
    }
  }
}

const itemsOf = (list: PDFDict): readonly StructureElement[] =>
  kidsOf(list).flatMap((kid) =>
    kid.kind === "element" && kid.ref && roleOf(kid.element) === "LI"
      ? [{ ref: kid.ref, element: kid.element }]
      : [],
  );
