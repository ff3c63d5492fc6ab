import type { PDFDocument } from "@cantoo/pdf-lib";
import { publicCache } from "./cacheFiles.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { BuildEffects } from "./effects.ts";
import { type KeptFile, openKeptFile } from "./keptFile.ts";
import type { AgendaRef } from "./model/agenda.ts";
import type { MeetingFacts } from "./model/facts.ts";
import { type ForPack, forPack } from "./pdf/outside/forPack.ts";
import { sha256 } from "./sha256.ts";
import { printingVersion } from "./version.ts";

/** An agenda's reference to a PDF from outside. */
export type OutsideRef = Extract<AgendaRef, { readonly file: string }>;

/** A PDF from outside made ready for packs; or what the secretariat must know where it cannot be. */
export type OutsideForPack =
  | (Omit<Extract<ForPack, { ok: true }>, "document"> & {
      /** SHA-256 of the file as it was sent. */
      readonly sha256: string;
      /** The mended document; each call gives one of its own, which may be used up. */
      open(): Promise<PDFDocument>;
    })
  | { readonly ok: false; readonly problem: Diagnostic };

/** Reads and mends a PDF from outside; each is mended once, however many packs hold it. */
export type OutsideReader = (meeting: MeetingFacts, ref: OutsideRef) => Promise<OutsideForPack>;

/** What is known of a mended PDF. */
type About = Omit<Extract<ForPack, { ok: true }>, "document">;

type ReadingEffects = Pick<BuildEffects, "files" | "exemptFiles" | "cacheFolder">;

/**
 * A reader for one build. What is exempt is read with the effect for it alone, which only members' editions ask for. What earlier builds have
 * learnt of a public one is kept, so that it is mended anew only where its pages are needed.
 */
export async function outsideReader(effects: ReadingEffects): Promise<OutsideReader> {
  const known = new Map<string, Promise<OutsideForPack>>();
  const kept = await openKeptFile<About>(publicCache(effects.cacheFolder), "outside.json", printingVersion());
  return (meeting, ref) => {
    const file = `data/meetings/${meeting.id}/${ref.file}`;
    const read = known.get(file) ?? readOutside(file, meeting, ref, effects, kept);
    known.set(file, read);
    return read;
  };
}

async function readOutside(
  file: string,
  meeting: MeetingFacts,
  ref: OutsideRef,
  { files, exemptFiles }: ReadingEffects,
  kept: KeptFile<About>,
): Promise<OutsideForPack> {
  const isExempt = ref.kind === "exempt-outside";
  const bytes = await (isExempt ? exemptFiles : files).read(file);
  const hash = sha256(bytes);
  const options = {
    passwords: ref.password === undefined ? [] : [ref.password],
    acceptLosingSignature: ref.acceptLosingSignature,
  };
  const again = async (): Promise<PDFDocument> => {
    const made = await forPack(bytes, options);
    if (made.ok) return made.document;
    throw new Error(`${ref.file} could be opened once, and not again`);
  };
  const key = sha256(JSON.stringify([hash, options]));
  const before = isExempt ? undefined : kept.get(key);
  if (before !== undefined) return { ...before, sha256: hash, open: again };
  const made = await forPack(bytes, options);
  if (!made.ok)
    return {
      ok: false,
      problem: {
        place: meeting.placeOf(ref.path),
        message: `${ref.file} cannot go into a pack: ${made.why}`,
        hint: made.wayOut,
      },
    };
  const { document, ...about } = made;
  if (!isExempt) {
    kept.set(key, about);
    await kept.save();
  }
  let fresh: PDFDocument | null = document;
  return {
    ...about,
    sha256: hash,
    open: async () => {
      const first = fresh;
      fresh = null;
      return first ?? again();
    },
  };
}
