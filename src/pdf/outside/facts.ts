import type { PDFDict } from "@cantoo/pdf-lib";
import { readAnnotations } from "./annotations.ts";
import { readAttachments } from "./attachments.ts";
import { type ContentFacts, readContent } from "./content.ts";
import { readCrossReference } from "./crossReference.ts";
import { readFonts } from "./fonts.ts";
import { readForm } from "./form.ts";
import { readLayers } from "./layers.ts";
import { readMetadata } from "./metadata.ts";
import { itemsIn, nameIn } from "./objects.ts";
import type { Opened } from "./open.ts";
import { type PageLeaf, readPageTree } from "./pageTree.ts";
import type { OutsidePage, OutsidePaper } from "./paper.ts";
import { readScripts } from "./scripts.ts";
import { readStructureFacts } from "./structure.ts";

/** Everything that is to be known of an opened paper. */
export function readFacts(
  bytes: Uint8Array,
  { document, catalog, encryption, asFound }: Opened,
): OutsidePaper {
  const { leaves, facts: pageTree } = readPageTree(catalog);
  const pageOf = new Map(leaves.map(({ ref }, i) => [ref ?? "", i + 1]));
  const structure = readStructureFacts(catalog, pageOf);
  const contents = contentsOf(leaves);
  const pages = leaves.map((leaf, i) =>
    pageFacts(leaf, i + 1, contents[i] ?? readContent(leaf), structure?.taggedPages),
  );
  return {
    ...readMetadata(document, catalog, asFound.trailerInfo),
    crossReference: readCrossReference(bytes, asFound),
    encryption,
    pages,
    pageTree,
    structure: structure?.facts ?? null,
    form: readForm(catalog, pageOf),
    annotations: readAnnotations(leaves),
    attachments: readAttachments(catalog, leaves),
    scripts: readScripts(catalog, leaves),
    layers: readLayers(catalog),
    fonts: readFonts(contents.map(({ fonts }) => fonts)),
  };
}

/** A page that stands in the tree many times is read once. */
function contentsOf(leaves: readonly PageLeaf[]): ContentFacts[] {
  const known = new Map<PDFDict, ContentFacts>();
  return leaves.map((leaf) => {
    const content = known.get(leaf.dict) ?? readContent(leaf);
    known.set(leaf.dict, content);
    return content;
  });
}

const pageFacts = (
  { dict, width, height, rotation, inheritsRotation }: PageLeaf,
  number: number,
  { fonts: _, ...content }: ContentFacts,
  taggedPages: ReadonlySet<number> | undefined,
): OutsidePage => ({
  number,
  width,
  height,
  rotation,
  inheritsRotation,
  ...content,
  isTagged: taggedPages?.has(number) ?? false,
  tabsFollowStructure: nameIn(dict, "Tabs") === "S",
  hasAnnotations: itemsIn(dict, "Annots").length > 0,
});
