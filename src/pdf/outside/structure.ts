import { PDFArray, type PDFDict, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";
import { dictIn, dictOf, entry, has, nameIn, refText, textIn } from "./objects.ts";
import type { HeadingSkip, StructureFacts } from "./paper.ts";

/** An element of the structure tree, in reading order. */
type Element = {
  readonly dict: PDFDict;
  readonly role: string;
  /** Page number of its content, from 1. */
  page: number | null;
  readonly parent: Element | null;
};

/** More elements than any paper needs; what comes after is not read. */
const mostElements = 1_000_000;
/** How often an element may be met again before the rest is not read. */
const mostRepeats = 10_000;

/**
 * What the structure tree says, and the pages it holds content of; null when the file is not tagged.
 *
 * @param pageOf page numbers by reference
 */
export function readStructureFacts(
  catalog: PDFDict,
  pageOf: ReadonlyMap<string, number>,
): { readonly facts: StructureFacts; readonly taggedPages: ReadonlySet<number> } | null {
  const root = dictIn(catalog, "StructTreeRoot");
  if (root === null || !has(root, "K")) return null;
  const { elements, taggedPages, isBroken } = walk(root, pageOf);
  if (elements.length === 0) return null;
  return { facts: { ...factsOf(elements), isBroken }, taggedPages };
}

function walk(root: PDFDict, pageOf: ReadonlyMap<string, number>) {
  const roles = rolesOf(root);
  const elements: Element[] = [];
  const taggedPages = new Set<number>();
  const seen = new Set<PDFDict>([root]);
  let repeats = 0;
  const stack: { kid: PDFObject; parent: Element | null; page: number | null }[] = [];
  const push = (dict: PDFDict, parent: Element | null, page: number | null): void => {
    const kids = dict.get(PDFName.of("K"));
    const looked = entry(dict, "K");
    const list = looked instanceof PDFArray ? looked.asArray() : kids === undefined ? [] : [kids];
    for (const kid of list.toReversed()) stack.push({ kid, parent, page });
  };
  push(root, null, null);
  for (let next = stack.pop(); next !== undefined && elements.length < mostElements; next = stack.pop()) {
    const { parent } = next;
    const kid = root.context.lookup(next.kid);
    const dict = dictOf(kid);
    const page = pageOf.get(refText(dict?.get(PDFName.of("Pg"))) ?? "") ?? next.page;
    const isMark = kid instanceof PDFNumber || has(dict, "MCID");
    if (isMark || (dict !== null && nameIn(dict, "Type") === "OBJR")) {
      if (isMark && page !== null) taggedPages.add(page);
      for (let holder = parent; holder !== null && holder.page === null; holder = holder.parent)
        holder.page = page;
    } else if (dict !== null && has(dict, "S")) {
      if (seen.has(dict)) {
        // Elements that share one list of kids make of a small file an endless walk.
        if (++repeats > mostRepeats) break;
        continue;
      }
      seen.add(dict);
      const element = { dict, role: roles(nameIn(dict, "S") ?? ""), page, parent };
      elements.push(element);
      push(dict, element, page);
    }
  }
  return { elements, taggedPages, isBroken: repeats > 0 || elements.length >= mostElements };
}

/** Follows the role map from a role of the maker's own to a standard one. */
function rolesOf(root: PDFDict): (role: string) => string {
  const map = dictIn(root, "RoleMap");
  return (role) => {
    let found = role;
    for (let step = 0; step < 10 && !standardRoles.has(found); step++) found = nameIn(map, found) ?? found;
    return found;
  };
}

function factsOf(elements: readonly Element[]): Omit<StructureFacts, "isBroken"> {
  const roles = new Map<string, Element[]>();
  for (const element of elements) {
    const same = roles.get(element.role);
    if (same === undefined) roles.set(element.role, [element]);
    else same.push(element);
  }
  const named = (...wanted: string[]): readonly Element[] =>
    elements.filter(({ role }) => wanted.includes(role));
  const pictures = named("Figure", "Formula").map(({ dict, page }) => ({
    page,
    words: textIn(dict, "Alt") ?? textIn(dict, "ActualText"),
  }));
  const headed = new Set(named("TH").map(tableOf));
  // ISO 32000-2 lets an element say in which language of structure its role is; such roles are not judged.
  const unknown = [...roles].filter(
    ([role, some]) => !standardRoles.has(role) && some.some(({ dict }) => !has(dict, "NS")),
  );
  return {
    elements: elements.length,
    roles: Object.fromEntries([...roles].map(([role, some]) => [role, some.length])),
    unknownRoles: unknown.map(([role]) => role),
    picturesWithoutText: pictures.flatMap(({ page, words }) => (words === null ? [page] : [])),
    picturesWithEmptyWords: pictures.flatMap(({ page, words }) =>
      words !== null && saysNothing.test(words) ? [{ page, words }] : [],
    ),
    tablesWithoutHeaders: named("Table").flatMap((table) => (headed.has(table) ? [] : [table.page])),
    headingSkips: skipsOf(elements),
  };
}

/** The name of a file or of a kind, which programs put in by themselves. */
const saysNothing =
  /^(\S*\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)|(picture|image|figure|graphic|chart|diagram)\s*\d*)$/i;

function tableOf({ parent }: Element): Element | null {
  let holder = parent;
  while (holder !== null && holder.role !== "Table") holder = holder.parent;
  return holder;
}

/** PDF/UA-1, 7.4.2: a paper starts with H1, and goes down one level at a time. */
function skipsOf(elements: readonly Element[]): HeadingSkip[] {
  const skips: HeadingSkip[] = [];
  let from = 0;
  for (const { role, page } of elements) {
    const to = Number(/^H([1-9])$/.exec(role)?.[1] ?? 0);
    if (to > from + 1) skips.push({ from, to, page });
    if (to > 0) from = to;
  }
  return skips;
}

/** ISO 32000-1:2008, 14.8.4. */
const standardRoles: ReadonlySet<string> = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu RB RT RP WT WP
  Figure Formula Form`.split(/\s+/),
);
