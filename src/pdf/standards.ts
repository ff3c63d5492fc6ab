import { deflateSync } from "node:zlib";
import { type PDFDocument, PDFName, PDFRawStream, type PDFRef, PDFString } from "@cantoo/pdf-lib";
import { markArtifacts } from "./artifacts.ts";
import { describeLinks } from "./linkWords.ts";
import type { PdfMetadata } from "./metadata.ts";
import { type PageContents, readPageContent, taggedProperties, writePageContent } from "./pageContents.ts";
import { speakSigns } from "./spokenSigns.ts";
import { srgbProfile } from "./srgbProfile.ts";
import { structureRoot } from "./structureElements.ts";
import { repairStructure } from "./structureRepair.ts";
import { xmpOf } from "./xmp.ts";

const name = PDFName.of;

/**
 * Adds, in place, what Chromium's print lacks to be PDF/UA-1 and PDF/A-2a. A print without a structure tree can be neither: it gets its
 * metadata and its colours, and claims nothing.
 */
export async function meetStandards(document: PDFDocument, metadata: PdfMetadata): Promise<void> {
  const tagged = structureRoot(document) !== undefined;
  if (tagged) {
    const contents = new Map(document.getPages().map((page) => [page, readPageContent(page)]));
    speakSigns(document);
    describeLinks(document, contents);
    await markPages(document, contents);
  }
  const { catalog, context } = document;
  const xmp = context.stream(Buffer.from(xmpOf(metadata, tagged), "utf8"), {
    Type: "Metadata",
    Subtype: "XML",
  });
  catalog.set(name("Metadata"), context.register(xmp));
  catalog.set(name("OutputIntents"), context.obj([outputIntent(document)]));
}

/** Mends the structure and marks the rest of each page as artifacts. */
async function markPages(document: PDFDocument, contents: PageContents): Promise<void> {
  const dropped = new Map<PDFRef | undefined, Set<number>>();
  for (const { page, id } of repairStructure(document))
    dropped.set(page, (dropped.get(page) ?? new Set()).add(id));
  const written: Promise<void>[] = [];
  for (const [page, content] of contents) {
    const marks = {
      taggedProperties: taggedProperties(page),
      dropped: dropped.get(page.ref) ?? new Set<number>(),
    };
    written.push(writePageContent(page, markArtifacts(content, marks)));
    page.node.set(name("Tabs"), name("S"));
  }
  await Promise.all(written);
}

/** Says that the document's red, green and blue are those of sRGB (ISO 19005-2:2011, 6.2.3). */
function outputIntent({ context }: PDFDocument) {
  const profile = PDFRawStream.of(context.obj({ N: 3, Filter: "FlateDecode" }), deflateSync(srgbProfile()));
  return context.obj({
    Type: "OutputIntent",
    S: "GTS_PDFA1",
    OutputConditionIdentifier: PDFString.of("sRGB"),
    Info: PDFString.of("sRGB IEC61966-2.1"),
    DestOutputProfile: context.register(profile),
  });
}
