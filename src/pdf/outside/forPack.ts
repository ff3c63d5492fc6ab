import { type PDFDocument, PDFHeader } from "@cantoo/pdf-lib";
import { examineGuarded } from "./examineGuarded.ts";
import type { OutsideFinding, Remedy } from "./finding.ts";
import { takeAnnotations } from "./mend/annotations.ts";
import { meetArchive } from "./mend/archive.ts";
import { changesOf } from "./mend/changes.ts";
import { fillFields } from "./mend/fields.ts";
import { whyInaccessible } from "./mend/inaccessible.ts";
import { flattenLayers } from "./mend/layers.ts";
import { meetListeners } from "./mend/listen.ts";
import { openMended } from "./mend/openMended.ts";
import { keepPlaces } from "./mend/places.ts";
import { removeRunning } from "./mend/running.ts";
import { tieStructure } from "./mend/structure.ts";
import type { OutsidePaper } from "./paper.ts";
import { notOpened } from "./rules/packing.ts";

/** A paper from outside made ready to be linked into a pack, or why it cannot be. */
export type ForPack =
  | {
      readonly ok: true;
      /** Ready to be taken apart for a pack. */
      readonly document: PDFDocument;
      readonly pageCount: number;
      /** As the file says; null when it says nothing. */
      readonly title: string | null;
      /** What was taken out or changed, in words for the secretariat. */
      readonly changes: readonly string[];
      /** Why the pack that holds it may claim neither PDF/UA-1 nor PDF/A-2a; null when it may. */
      readonly inaccessible: string | null;
    }
  | { readonly ok: false; readonly why: string; readonly wayOut: string };

/**
 * Takes the protection, scripts, forms, layers and whatever else cannot live in a pack out of a paper that somebody else made, and mends
 * what can be mended. What is seen stays, and so do its tags. However broken or hostile the file is, there is an answer.
 *
 * @param options the passwords that its author gave, and whether the signatory agrees that a signature is lost
 */
export async function forPack(
  bytes: Uint8Array,
  options: { readonly passwords: readonly string[]; readonly acceptLosingSignature: boolean },
): Promise<ForPack> {
  const { passwords, acceptLosingSignature } = options;
  const { paper, verdict } = await examineGuarded(bytes, { passwords, acceptsSigned: acceptLosingSignature });
  if (verdict.kind === "refused") return refused(verdict.because);
  if (paper === null) return refused([notOpened.damaged]);
  try {
    const document = await openMended(bytes, paper, passwords);
    return document === null ? refused([notOpened.damaged]) : await prepare(bytes, paper, document);
  } catch {
    // What pdf-lib throws at a damaged file is of many kinds.
    return refused([notOpened.damaged]);
  }
}

async function prepare(bytes: Uint8Array, paper: OutsidePaper, document: PDFDocument): Promise<ForPack> {
  await fillFields(document);
  const hadLayers = flattenLayers(document);
  const annotations = takeAnnotations(document, keepPlaces(document));
  removeRunning(document);
  const tagged = tieStructure(document, annotations, hadLayers);
  meetArchive(document);
  if (tagged) meetListeners(document);
  document.context.header = PDFHeader.forVersion(1, 7);
  return {
    ok: true,
    document,
    pageCount: document.getPageCount(),
    title: paper.title,
    changes: changesOf(paper, annotations),
    inaccessible: whyInaccessible(bytes, document),
  };
}

function refused(because: readonly OutsideFinding[]): ForPack {
  return {
    ok: false,
    why: because.map(({ message }) => message).join(" "),
    wayOut: because.map(({ remedy }) => sentences(remedy)).join(" "),
  };
}

const sentences = ({ word, libreOffice, acrobat, otherwise }: Remedy): string =>
  [
    otherwise,
    word === undefined ? undefined : `In Word: ${word}`,
    libreOffice === undefined ? undefined : `In LibreOffice: ${libreOffice}`,
    acrobat === undefined ? undefined : `In Acrobat: ${acrobat}`,
  ]
    .filter((each) => each !== undefined)
    .join(" ");
