import {
  PDFCatalog,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFPageLeaf,
  PDFPageTree,
  PDFRef,
} from "@cantoo/pdf-lib";
import { dictIn, dictOf, entriesOf, entry, has, nameIn } from "../objects.ts";
import type { Opened } from "../open.ts";
import { type PageLeaf, readPageTree } from "../pageTree.ts";

const name = PDFName.of;
const inheritable = ["Resources", "MediaBox", "CropBox", "Rotate"] as const;

/**
 * The document with its pages in one flat list, each with what it inherits, and each once: a page that stands in the list twice becomes
 * two. Whatever the tree was like, pdf-lib can walk it afterwards.
 */
export async function withFlatPages({ document, catalog }: Opened): Promise<PDFDocument> {
  const { context } = document;
  const seen = new Set<PDFDict>();
  const refs = readPageTree(catalog).leaves.map((leaf) => {
    const ref = seen.has(leaf.dict) ? context.register(copyOf(leaf.dict)) : refOf(context, leaf);
    seen.add(leaf.dict);
    return ref;
  });
  const root = context.register(context.obj({ Type: "Pages", Kids: refs, Count: refs.length }));
  for (const ref of refs) {
    const page = context.lookup(ref, PDFDict);
    page.set(name("Type"), name("Page"));
    page.set(name("Parent"), root);
    lendResources(page);
  }
  catalog.set(name("Type"), name("Catalog"));
  catalog.set(name("Pages"), root);
  catalog.delete(name("Version"));
  const typed =
    document.catalog === catalog &&
    catalog instanceof PDFCatalog &&
    context.lookup(root) instanceof PDFPageTree &&
    refs.every((ref) => context.lookup(ref) instanceof PDFPageLeaf);
  return typed ? document : readAgain(document, catalog);
}

/** A page's number, with what the nodes above say of it, now its own. */
function refOf(context: PDFContext, { dict, ref }: PageLeaf): PDFRef {
  const above: PDFDict[] = [];
  for (
    let node = dictIn(dict, "Parent");
    node !== null && !above.includes(node);
    node = dictIn(node, "Parent")
  )
    above.push(node);
  for (const key of inheritable) {
    const holder = has(dict, key) ? undefined : above.find((node) => has(node, key));
    const value = holder?.get(name(key));
    if (value !== undefined) dict.set(name(key), value);
  }
  if (entry(dict, "MediaBox") === undefined) dict.set(name("MediaBox"), context.obj([0, 0, 612, 792]));
  const [number, generation] = (ref ?? "").split(" ").map(Number);
  return number === undefined || generation === undefined || ref === null
    ? context.register(dict)
    : PDFRef.of(number, generation);
}

/** A page shown again: what it shows, and nothing of the structure, which can hold it only once. */
function copyOf(page: PDFDict): PDFDict {
  const copy = page.clone();
  for (const key of ["StructParents", "Annots"]) copy.delete(name(key));
  return copy;
}

/** Drawings without resources of their own use their page's (ISO 32000-1:2008, table 95, for old files). */
function lendResources(page: PDFDict): void {
  const resources = page.get(name("Resources"));
  if (resources === undefined) return;
  for (const [, drawing] of entriesOf(dictIn(dictIn(page, "Resources"), "XObject"))) {
    const dict = dictOf(drawing);
    if (dict !== null && nameIn(dict, "Subtype") === "Form" && !has(dict, "Resources"))
      dict.set(name("Resources"), resources);
  }
}

/** Objects get the kinds that pdf-lib wants when it reads them with their types written down. */
async function readAgain(document: PDFDocument, catalog: PDFDict): Promise<PDFDocument> {
  const { context } = document;
  context.trailerInfo.Root = context.register(catalog);
  delete context.trailerInfo.Encrypt;
  const bytes = await document.save({
    addDefaultPage: false,
    updateFieldAppearances: false,
    useObjectStreams: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
}
