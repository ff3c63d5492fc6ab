import { PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFPage, PDFStream } from "@cantoo/pdf-lib";
import { dictIn, entry, textIn } from "../objects.ts";
import { type Annotations, type Drawn, drawOn, wordsOf } from "./annotations.ts";
import { type Element, type Held, readElements, writeElements } from "./elements.ts";
import { marksOf } from "./marks.ts";
import { reachedFromPages } from "./reach.ts";

const name = PDFName.of;

/** Cells and rows stay although they are empty, because the others are counted by them. */
const ofTables = new Set(["Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"]);
/** Annotations that hold words; other mark-up is decoration when the structure does not know it. */
const withWords = new Set(["Widget", "FreeText", "Stamp"]);

/**
 * Ties the structure to what the pages now show, in place: what is drawn in an annotation's stead becomes its element's content, and an
 * element whose content is gone goes too.
 *
 * @param layersTaken whether marked content of hidden layers was taken out of the pages
 * @returns whether the document has a structure
 */
export function tieStructure(
  document: PDFDocument,
  { drawn, kept }: Annotations,
  layersTaken: boolean,
): boolean {
  const root = dictIn(document.catalog, "StructTreeRoot");
  const elements = root === null ? [] : readElements(document, root);
  if (root === null || elements.length === 0) {
    document.catalog.delete(name("StructTreeRoot"));
    drawAll(document, drawn, () => null);
    return false;
  }
  for (const { dict } of reachedFromPages(document))
    for (const key of ["StructParent", "StructParents"]) dict.delete(name(key));
  const marks = new Map(document.getPages().map((page) => [page.ref, marksOf(page)]));
  const markOf = nextMarks(elements, marks);
  const given = new Map<PDFDict, Held & { kind: "content" }>();
  for (const each of drawn) {
    const id = markOf(each.page);
    given.set(each.annotation, { kind: "content", page: each.page.ref, id, stream: null });
  }
  const used = new Set<PDFDict>();
  const stays = (kid: Element | Held): (Element | Held)[] => {
    if (!("kind" in kid)) return [kid];
    if (kid.kind === "content")
      return layersTaken && kid.stream === null && marks.get(kid.page)?.has(kid.id) === false ? [] : [kid];
    const { target } = kid;
    if (target instanceof PDFStream || (target instanceof PDFDict && kept.has(target))) return [kid];
    const instead = target instanceof PDFDict ? given.get(target) : undefined;
    if (instead === undefined || !(target instanceof PDFDict) || used.has(target)) return [];
    used.add(target);
    return [instead];
  };
  for (const element of elements) changeKids(element, element.kids.flatMap(stays));
  const gone = emptied(elements);
  writeElements(
    document,
    root,
    elements.filter((element) => !gone.has(element)),
  );
  drawAll(document, drawn, (each) =>
    used.has(each.annotation) ? `/Span <</MCID ${given.get(each.annotation)?.id}>> BDC` : decoration(each),
  );
  return true;
}

/** The next free id of a page's marked content. */
function nextMarks(elements: readonly Element[], marks: ReadonlyMap<object, ReadonlySet<number>>) {
  const next = new Map([...marks].map(([page, ids]) => [page, Math.max(-1, ...ids) + 1]));
  for (const { kids } of elements)
    for (const kid of kids)
      if ("kind" in kid && kid.kind === "content")
        next.set(kid.page, Math.max(next.get(kid.page) ?? 0, kid.id + 1));
  return ({ ref }: PDFPage): number => {
    const id = next.get(ref) ?? 0;
    next.set(ref, id + 1);
    return id;
  };
}

/** An element that held an annotation which is now drawn, or gone, is a piece of text from now on. */
function changeKids(element: Element, kids: (Element | Held)[]): void {
  const objects = (some: readonly (Element | Held)[]): (Held & { kind: "object" })[] =>
    some.flatMap((kid) => ("kind" in kid && kid.kind === "object" ? [kid] : []));
  const [before, after] = [objects(element.kids), objects(kids)];
  element.kids = kids;
  if (before.length === after.length) return;
  if (after.length === 0 && ["Form", "Annot", "Link"].includes(element.role)) {
    element.role = "Span";
    element.dict.set(name("S"), name("Span"));
  }
  const widget = before.find((each) => !after.includes(each))?.target;
  const words = widget instanceof PDFDict ? wordsOf(widget) : null;
  if (
    words !== null &&
    textIn(element.dict, "Alt") === null &&
    entry(element.dict, "ActualText") === undefined
  )
    element.dict.set(name("ActualText"), PDFHexString.fromText(words));
}

/** The elements that held something of which nothing is left; rows and cells stay without words. */
function emptied(elements: readonly Element[]): ReadonlySet<Element> {
  const gone = new Set<Element>();
  for (const element of elements.toReversed()) {
    if (element.kids.length > 0 || entry(element.dict, "K") === undefined) continue;
    for (const key of ["Alt", "ActualText", "E", "T"]) element.dict.delete(name(key));
    if (ofTables.has(element.role)) continue;
    gone.add(element);
    const siblings = element.parent?.kids;
    if (siblings !== undefined) siblings.splice(siblings.indexOf(element), 1);
  }
  return gone;
}

/** What has words stays outside the structure, unmarked, so that nothing is hidden from those who listen. */
const decoration = ({ kind }: Drawn): string | null => (withWords.has(kind) ? null : "/Artifact BMC");

function drawAll(
  document: PDFDocument,
  drawn: readonly Drawn[],
  markOf: (each: Drawn) => string | null,
): void {
  const byPage = new Map<PDFPage, Drawn[]>();
  for (const each of drawn) {
    const same = byPage.get(each.page);
    if (same === undefined) byPage.set(each.page, [each]);
    else same.push(each);
  }
  for (const page of document.getPages()) {
    const own = byPage.get(page) ?? [];
    drawOn(
      page,
      own.map((each) => {
        const mark = markOf(each);
        return mark === null ? each.shows : `${mark} ${each.shows} EMC`;
      }),
    );
  }
}
