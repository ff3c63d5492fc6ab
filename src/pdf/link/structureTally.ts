import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFStream,
} from "@cantoo/pdf-lib";
import { nameText } from "./names.ts";
import { treeEntries } from "./trees.ts";

/** What the structure of a paper holds. */
export type StructureTally = {
  /** How many elements there are of each type, by the standard types that the paper's own stand for. */
  readonly elements: Readonly<Record<string, number>>;
  /** Pieces of marked content and annotations that an element holds and that lead back to it through the parent tree. */
  readonly held: number;
  /** Elements with an id. */
  readonly ids: number;
  /** Heads named by cells that are the id of an element. */
  readonly heads: number;
};

/** Whether a page is among those that are counted. */
type OnPage = (page: PDFObject | undefined) => boolean;

const name = PDFName.of;

// Made once: the structure of a pack asks for them a hundred thousand times.
const keys = {
  type: name("S"),
  kids: name("K"),
  page: name("Pg"),
  id: name("ID"),
  attributes: name("A"),
  classes: name("C"),
  heads: name("Headers"),
  number: name("MCID"),
  stream: name("Stm"),
  object: name("Obj"),
  ownKey: name("StructParent"),
  contentKey: name("StructParents"),
};

/**
 * Reads the structure of a document.
 *
 * @param pages the index of each page
 * @param textOf how ids are read
 * @returns what counts the elements below one, with as much of their content as stands on some pages; and every id, as often as it is given
 */
export function structureReader(
  document: PDFDocument,
  pages: ReadonlyMap<PDFObject, number>,
  textOf: (object: PDFObject | undefined) => string | undefined,
) {
  const root = document.catalog.lookup(name("StructTreeRoot"));
  const standard = standardTypes(root);
  const holds = holdingReader(document, root);
  const setsOf = attributeReader(document, root);
  return (top: PDFDict | undefined, from: number, to: number): StructureTally & { given: string[] } => {
    const onPage: OnPage = (page) => {
      const index = page === undefined ? undefined : pages.get(page);
      return index !== undefined && index >= from && index < to;
    };
    const elements: Record<string, number> = {};
    const given: string[] = [];
    const named: string[] = [];
    let held = 0;
    for (const { element, content } of elementsBelow(document, top)) {
      const type = standard(nameText(element.lookup(keys.type)) ?? "");
      elements[type] = (elements[type] ?? 0) + 1;
      held += content.filter((each) => holds(each, element, onPage)).length;
      const own = textOf(element.lookup(keys.id));
      if (own !== undefined) given.push(own);
      for (const set of setsOf(element))
        for (const head of listOf(document, set.get(keys.heads)))
          named.push(textOf(document.context.lookup(head)) ?? "");
    }
    const known = new Set(given);
    const heads = named.filter((each) => known.has(each)).length;
    return { elements, held, ids: given.length, heads, given };
  };
}

function listOf(document: PDFDocument, object: PDFObject | undefined): readonly PDFObject[] {
  const target = document.context.lookup(object);
  return target instanceof PDFArray ? target.asArray() : target === undefined ? [] : [target];
}

/** Every element below one, once, and what it holds that is no element. */
function* elementsBelow(
  document: PDFDocument,
  top: PDFDict | undefined,
): Generator<{ readonly element: PDFDict; readonly content: readonly PDFObject[] }> {
  const seen = new Set<PDFDict>();
  const waiting = top === undefined ? [] : [top];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (seen.has(element)) continue;
    seen.add(element);
    const kids = listOf(document, element.get(keys.kids)).flatMap(
      (kid) => document.context.lookup(kid) ?? [],
    );
    const isElement = (kid: PDFObject): kid is PDFDict => kid instanceof PDFDict && kid.has(keys.type);
    if (element !== top) yield { element, content: kids.filter((kid) => !isElement(kid)) };
    waiting.push(...kids.filter(isElement));
  }
}

/** Tells whether an element holds a piece of content on a page, and the parent tree leads from it back to the element. */
function holdingReader(document: PDFDocument, root: PDFObject | undefined) {
  const parents = new Map<number, PDFObject | undefined>();
  if (root instanceof PDFDict)
    for (const [key, value] of treeEntries(document, root.get(name("ParentTree")), "Nums"))
      if (key instanceof PDFNumber) parents.set(key.asNumber(), document.context.lookup(value));
  const parent = (holder: PDFObject | undefined, key: PDFName): PDFObject | undefined => {
    const dict = holder instanceof PDFStream ? holder.dict : holder;
    const number = dict instanceof PDFDict ? dict.lookup(key) : undefined;
    return number instanceof PDFNumber ? parents.get(number.asNumber()) : undefined;
  };
  const leadsBack = (holder: PDFObject | undefined, id: PDFNumber, element: PDFDict): boolean => {
    const list = parent(holder, keys.contentKey);
    return list instanceof PDFArray && list.size() > id.asNumber() && list.lookup(id.asNumber()) === element;
  };
  return (content: PDFObject, element: PDFDict, onPage: OnPage): boolean => {
    const page =
      (content instanceof PDFDict ? content.lookup(keys.page) : undefined) ?? element.lookup(keys.page);
    if (!onPage(page)) return false;
    if (content instanceof PDFNumber) return leadsBack(page, content, element);
    if (!(content instanceof PDFDict)) return false;
    const id = content.lookup(keys.number);
    if (id instanceof PDFNumber) return leadsBack(content.lookup(keys.stream) ?? page, id, element);
    return parent(content.lookup(keys.object), keys.ownKey) === element;
  };
}

/** The attributes of an element: its own, and those of its classes. */
function attributeReader(document: PDFDocument, root: PDFObject | undefined) {
  const classes = root instanceof PDFDict ? root.lookup(name("ClassMap")) : undefined;
  return (element: PDFDict): PDFDict[] => {
    const named = listOf(document, element.get(keys.classes)).filter((each) => each instanceof PDFName);
    const given =
      classes instanceof PDFDict ? named.flatMap((each) => listOf(document, classes.get(each))) : [];
    return [...given, ...listOf(document, element.get(keys.attributes))]
      .map((each) => document.context.lookup(each))
      .filter((each) => each instanceof PDFDict);
  };
}

/** What a document says that its own types stand for: a chain is followed to its end, a circle once around. */
function standardTypes(root: PDFObject | undefined): (type: string) => string {
  const map = root instanceof PDFDict ? root.lookup(name("RoleMap")) : undefined;
  if (!(map instanceof PDFDict)) return (type) => type;
  return (type) => {
    let at = type;
    for (const seen = new Set<string>(); !seen.has(at); ) {
      seen.add(at);
      at = nameText(map.lookup(name(at))) ?? at;
    }
    return at;
  };
}
