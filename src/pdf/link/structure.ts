import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
} from "@cantoo/pdf-lib";
import { byBytes, keyString, nameIn, nameText } from "./names.ts";
import { ownRef, packRef } from "./numbers.ts";
import { treeEntries } from "./trees.ts";

const name = PDFName.of;

/** A paper's structure as a part of the pack's. */
export type PartOfPack = {
  readonly part: PDFDict;
  /** Elements by their ids, which are sorted. */
  readonly ids: readonly (readonly [string, PDFRef])[];
  /** What the keys of the paper's parent tree lead to. */
  readonly parents: ReadonlyMap<number, PDFObject>;
};

/**
 * Hangs the structure of a document below a part that bears the paper's title, in place: its ids get the paper's prefix, its own types
 * become the standard types that it maps them to, and the attributes of its classes become its elements' own, because the pack has one
 * structure root for all.
 */
export function prepareStructure(
  document: PDFDocument,
  prefix: string,
  title: string,
  lang: string,
): PartOfPack {
  const { catalog, context } = document;
  const part = context.obj({ Type: "StructElem", S: "Part", P: packRef("document") });
  part.set(name("T"), PDFHexString.fromText(title));
  const own = nameText(catalog.lookup(name("Lang")));
  if (own !== undefined && own !== lang) part.set(name("Lang"), PDFHexString.fromText(own));
  const root = catalog.lookup(name("StructTreeRoot"));
  if (!(root instanceof PDFDict)) return { part, ids: [], parents: new Map() };
  const top = listOf(document, root.get(name("K")));
  part.set(name("K"), context.obj([...top]));
  const ids: [string, PDFRef][] = [];
  const taken = new Set<string>();
  const types = typesOf(root);
  const classes = root.lookup(name("ClassMap"));
  for (const [element, ref] of elementsBelow(document, top)) {
    const type = types(nameText(element.lookup(name("S"))) ?? "");
    element.set(name("S"), name(type === "Document" ? "Sect" : type));
    element.delete(name("NS"));
    if (classes instanceof PDFDict) ownAttributes(document, element, classes);
    renameIds(document, element, ref, prefix, { ids, taken });
  }
  for (const each of top) {
    const element = context.lookup(each);
    if (element instanceof PDFDict) element.set(name("P"), ownRef("part"));
  }
  const parents = new Map<number, PDFObject>();
  for (const [key, value] of treeEntries(document, root.get(name("ParentTree")), "Nums"))
    parents.set(Number(key.toString()), value);
  return { part, ids: ids.sort(([a], [b]) => byBytes(a, b)), parents };
}

const listOf = (document: PDFDocument, kids: PDFObject | undefined): readonly PDFObject[] => {
  const target = document.context.lookup(kids);
  if (target instanceof PDFArray) return target.asArray();
  return kids === undefined ? [] : [kids];
};

/** Every structure element once, whatever loops an outside paper has. */
function* elementsBelow(
  document: PDFDocument,
  top: readonly PDFObject[],
): Generator<readonly [PDFDict, PDFRef | undefined]> {
  const seen = new Set<PDFDict>();
  const waiting = [...top].reverse();
  while (waiting.length > 0) {
    const kid = waiting.pop();
    const element = document.context.lookup(kid);
    if (!(element instanceof PDFDict) || !element.has(name("S")) || seen.has(element)) continue;
    seen.add(element);
    yield [element, kid instanceof PDFRef ? kid : undefined];
    waiting.push(...[...listOf(document, element.get(name("K")))].reverse());
  }
}

/** What the document says its own types stand for; a chain is followed to its end, a circle is left at its start. */
function typesOf(root: PDFDict): (type: string) => string {
  const map = root.lookup(name("RoleMap"));
  return (type) => {
    const seen = new Set<string>();
    let at = type;
    while (map instanceof PDFDict && !seen.has(at)) {
      seen.add(at);
      const next = nameText(map.lookup(name(at)));
      if (next === undefined) return at;
      at = next;
    }
    return at;
  };
}

/** The attributes that an element has by its classes become its own. */
function ownAttributes(document: PDFDocument, element: PDFDict, classes: PDFDict): void {
  const named = listOf(document, element.get(name("C"))).filter((each) => each instanceof PDFName);
  if (named.length === 0) return;
  const given = named.flatMap((each) => listOf(document, classes.get(each)));
  // The last of those that say the same holds, and an element's own hold before those of its classes.
  element.set(name("A"), document.context.obj([...given, ...listOf(document, element.get(name("A")))]));
  element.delete(name("C"));
}

/** The elements by their ids, and the ids that have been given, to elements that have no number of their own too. */
type Ids = { readonly ids: [string, PDFRef][]; readonly taken: Set<string> };

/** An outside paper may give one id to several elements; heads mean the first of them. */
function unused(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let n = 2;
  while (taken.has(`${id}~${n}`)) n += 1;
  return `${id}~${n}`;
}

/** The id of an element, and those of the heads that it names, get the paper's prefix. */
function renameIds(
  document: PDFDocument,
  element: PDFDict,
  ref: PDFRef | undefined,
  prefix: string,
  { ids, taken }: Ids,
): void {
  const own = nameText(element.lookup(name("ID")));
  if (own !== undefined) {
    const id = unused(nameIn(prefix, own), taken);
    taken.add(id);
    element.set(name("ID"), keyString(id));
    if (ref !== undefined) ids.push([id, ref]);
  }
  for (const each of listOf(document, element.get(name("A")))) {
    const set = document.context.lookup(each);
    const heads = set instanceof PDFDict ? set.lookup(name("Headers")) : undefined;
    if (!(set instanceof PDFDict && heads instanceof PDFArray)) continue;
    const renamed = heads.asArray().map((head) => nameText(document.context.lookup(head)) ?? "");
    // An attribute set may be shared by cells, so it is not renamed in place.
    element.set(
      name("A"),
      withHeads(
        document,
        element,
        set,
        renamed.map((head) => keyString(nameIn(prefix, head))),
      ),
    );
  }
}

function withHeads(
  document: PDFDocument,
  element: PDFDict,
  set: PDFDict,
  heads: readonly PDFObject[],
): PDFArray {
  const { context } = document;
  const copy = context.obj({});
  for (const [key, value] of set.entries()) copy.set(key, value);
  copy.set(name("Headers"), context.obj([...heads]));
  return context.obj(
    listOf(document, element.get(name("A"))).map((each) => (context.lookup(each) === set ? copy : each)),
  );
}
