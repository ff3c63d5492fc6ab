import { inflateSync } from "node:zlib";
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { elementsOf, structureOf, type TestElement } from "../structure.ts";

/** A file as pdf.js reads it: labels, entries of the outline and links with the page that each leads to, from 0, or its address. */
export type Navigation = {
  readonly labels: readonly string[] | null;
  readonly outline: readonly string[];
  readonly links: readonly (readonly [page: number, leadsTo: number | string | null])[];
  readonly destinations: ReadonlyMap<string, number>;
};

/** Follows every link and every entry with pdf.js, which shares no code with what wrote the file. */
export async function navigationOf(pdf: Uint8Array): Promise<Navigation> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const document = await task.promise;
  const land = async (place: unknown): Promise<number | null> => {
    const found = typeof place === "string" ? await document.getDestination(place) : place;
    return Array.isArray(found) ? document.getPageIndex(found[0]) : null;
  };
  type Entry = { readonly title: string; readonly dest: unknown; readonly items: readonly Entry[] };
  const lines = async (entries: readonly Entry[], depth: number): Promise<string[]> => {
    const found: string[] = [];
    for (const { title, dest, items } of entries) {
      found.push(`${"  ".repeat(depth)}${title} > ${await land(dest)}`);
      found.push(...(await lines(items, depth + 1)));
    }
    return found;
  };
  const links: [number, number | string | null][] = [];
  for (let i = 0; i < document.numPages; i++)
    for (const each of await (await document.getPage(i + 1)).getAnnotations())
      if (each.subtype === "Link") links.push([i, each.unsafeUrl ?? (await land(each.dest))]);
  const destinations = new Map<string, number>();
  for (const [name, place] of await document.getDestinations())
    destinations.set(name, (await land(place)) ?? -1);
  const read = {
    labels: await document.getPageLabels(),
    outline: await lines((await document.getOutline()) ?? [], 0),
    links,
    destinations,
  };
  await task.destroy();
  return read;
}

export const open = (pdf: Uint8Array): Promise<PDFDocument> =>
  PDFDocument.load(pdf, { updateMetadata: false });

/** How many elements of each type lie in those elements and below them. */
export function typesIn(elements: readonly TestElement[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { role } of elementsOf(elements)) counts[role] = (counts[role] ?? 0) + 1;
  return counts;
}

/** The content of a page, read without the code that writes it; streams are plain or deflated. */
export function contentOf(document: PDFDocument, page: number): string {
  const contents = document.getPage(page).node.lookup(PDFName.of("Contents"));
  const streams =
    contents instanceof PDFArray
      ? Array.from({ length: contents.size() }, (_, i) => contents.lookup(i))
      : [contents];
  return streams
    .map((each) => {
      if (!(each instanceof PDFRawStream)) throw new Error("a page's content is no stream");
      const bytes = Buffer.from(each.contents);
      return (each.dict.has(PDFName.of("Filter")) ? inflateSync(bytes) : bytes).toString("latin1");
    })
    .join("\n");
}

/** The numbers of marked content on a page, in the order of painting, found by a pattern. */
export const markedOn = (document: PDFDocument, page: number): number[] =>
  [...contentOf(document, page).matchAll(/\/MCID (\d+)/g)].map(([, number]) => Number(number));

/** What is wrong between the pages of a file and its structure, followed from both ends. */
export function structureFaults(document: PDFDocument): string[] {
  const faults: string[] = [];
  const root = document.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  const parents = numberTree(root.lookup(PDFName.of("ParentTree"), PDFDict));
  const pages = document.getPages();
  const reached = new Map(pages.map(({ node }) => [node as PDFDict, new Map<number, PDFDict>()]));
  const objects = new Map<PDFDict, PDFDict>();
  for (const { dictionary, role } of elementsOf(structureOf(document))) {
    const kids = dictionary.lookup(PDFName.of("K"));
    const list =
      kids instanceof PDFArray ? Array.from({ length: kids.size() }, (_, i) => kids.lookup(i)) : [kids];
    for (const kid of list) {
      const own = kid instanceof PDFDict ? kid.lookup(PDFName.of("Pg")) : undefined;
      const page = (own ?? dictionary.lookup(PDFName.of("Pg"))) as PDFDict | undefined;
      const number = kid instanceof PDFDict ? kid.lookup(PDFName.of("MCID")) : kid;
      const object = kid instanceof PDFDict ? kid.lookup(PDFName.of("Obj")) : undefined;
      if (object instanceof PDFDict) objects.set(object, dictionary);
      if (!(number instanceof PDFNumber)) continue;
      const marks = page && reached.get(page);
      if (marks === undefined) faults.push(`${role}: content on no page`);
      else if (marks.has(number.asNumber())) faults.push(`${role}: content ${number} is held twice`);
      else marks.set(number.asNumber(), dictionary);
    }
  }
  pages.forEach(({ node }, i) => {
    const key = node.lookup(PDFName.of("StructParents"));
    const list = key instanceof PDFNumber ? parents.get(key.asNumber()) : undefined;
    const wanted = reached.get(node);
    for (const number of new Set(markedOn(document, i))) {
      if (!wanted?.has(number)) faults.push(`page ${i}: content ${number} is in no element`);
      if (!(list instanceof PDFArray) || list.lookup(number) !== wanted?.get(number))
        faults.push(`page ${i}: content ${number} does not lead back to its element`);
    }
    const annotations = node.lookup(PDFName.of("Annots"));
    for (let nth = 0; annotations instanceof PDFArray && nth < annotations.size(); nth++) {
      const annotation = annotations.lookup(nth, PDFDict);
      const its = annotation.lookup(PDFName.of("StructParent"));
      const element = its instanceof PDFNumber ? parents.get(its.asNumber()) : undefined;
      if (element === undefined || objects.get(annotation) !== element)
        faults.push(`page ${i}: annotation ${nth} does not lead back to its element`);
    }
  });
  return faults;
}

/** Ids in reading order, and the heads that cells name. */
export function idsOf(document: PDFDocument): {
  readonly ids: string[];
  readonly heads: string[];
  readonly tree: string[];
} {
  const ids: string[] = [];
  const heads: string[] = [];
  for (const { dictionary } of elementsOf(structureOf(document))) {
    const id = dictionary.lookup(PDFName.of("ID"));
    if (id !== undefined) ids.push(textOf(id));
    const set = dictionary.lookup(PDFName.of("A"));
    const sets =
      set instanceof PDFArray ? Array.from({ length: set.size() }, (_, i) => set.lookup(i)) : [set];
    for (const each of sets) {
      const named = each instanceof PDFDict ? each.lookup(PDFName.of("Headers")) : undefined;
      if (named instanceof PDFArray)
        for (let i = 0; i < named.size(); i++) heads.push(textOf(named.lookup(i)));
    }
  }
  const root = document.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
  const tree = root.lookup(PDFName.of("IDTree"));
  return { ids, heads, tree: tree instanceof PDFDict ? nameKeys(tree) : [] };
}

const textOf = (object: unknown): string => {
  if (object instanceof PDFHexString || object instanceof PDFString)
    return Buffer.from(object.asBytes()).toString("utf8");
  throw new Error(`not a string: ${object}`);
};

function nameKeys(node: PDFDict): string[] {
  const names = node.lookup(PDFName.of("Names"));
  const kids = node.lookup(PDFName.of("Kids"));
  const own =
    names instanceof PDFArray
      ? Array.from({ length: names.size() / 2 }, (_, i) => textOf(names.lookup(2 * i)))
      : [];
  const below =
    kids instanceof PDFArray
      ? Array.from({ length: kids.size() }, (_, i) => nameKeys(kids.lookup(i, PDFDict)))
      : [];
  return [...own, ...below.flat()];
}

function numberTree(node: PDFDict): Map<number, unknown> {
  const found = new Map<number, unknown>();
  const numbers = node.lookup(PDFName.of("Nums"));
  for (let i = 0; numbers instanceof PDFArray && i < numbers.size(); i += 2)
    found.set(numbers.lookup(i, PDFNumber).asNumber(), numbers.lookup(i + 1));
  const kids = node.lookup(PDFName.of("Kids"));
  for (let i = 0; kids instanceof PDFArray && i < kids.size(); i++)
    for (const [key, value] of numberTree(kids.lookup(i, PDFDict))) found.set(key, value);
  return found;
}
