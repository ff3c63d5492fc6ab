import { createHash } from "node:crypto";
import { type PDFDocument, PDFHeader, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import type { PdfMetadata } from "./metadata.ts";
import { leadToPapers } from "./paperLinks.ts";
import { meetStandards } from "./standards.ts";
import { renumberStructureIds } from "./structureIds.ts";

/**
 * A print of Chromium's made PDF/UA-1 and PDF/A-2a, and the same for the same source: fixed dates, structure ids in reading order, an
 * identity that is a hash of the content; with its metadata, its language (British English) and its title to be shown.
 *
 * @returns the file as PDF 1.7 with object streams, about two thirds of its size before
 * @throws RangeError when the date is not one
 */
export async function finishDocument(document: PDFDocument, metadata: PdfMetadata): Promise<Uint8Array> {
  describe(document, metadata);
  leadToPapers(document, metadata.depth ?? 1);
  await meetStandards(document, metadata);
  renumberStructureIds(document);
  document.context.header = PDFHeader.forVersion(1, 7);
  return saveWithIdentity(document);
}

function describe(document: PDFDocument, { title, author, subject, date }: PdfMetadata): void {
  const time = new Date(date);
  if (Number.isNaN(time.getTime())) throw new RangeError(`Not a date: ${date}`);
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setAuthor(author);
  document.setSubject(subject);
  document.setProducer("panelpack");
  document.setCreator("panelpack");
  document.setCreationDate(time);
  document.setModificationDate(time);
  document.catalog.set(PDFName.of("Lang"), PDFString.of("en-GB"));
}

const noIdentity = "0".repeat(32);

/** Saves with zeros for an identity, then writes the hash of those bytes in their stead. */
async function saveWithIdentity(document: PDFDocument): Promise<Uint8Array> {
  const { context } = document;
  const placeholder = PDFHexString.of(noIdentity);
  context.trailerInfo.ID = context.obj([placeholder, placeholder]);
  const bytes = await document.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  });
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const identity = createHash("sha256").update(file).digest("hex").slice(0, noIdentity.length).toUpperCase();
  // The trailer stands last, so the search from the end finds it and nothing else.
  const second = file.lastIndexOf(`<${noIdentity}>`);
  const first = file.lastIndexOf(`<${noIdentity}>`, second - 1);
  if (first < 0) throw new Error("The saved PDF has no place for its identity");
  for (const at of [first, second]) file.write(identity, at + 1, "latin1");
  return bytes;
}
