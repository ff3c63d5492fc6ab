import { createHash } from "node:crypto";
import type { PDFDocument } from "@cantoo/pdf-lib";
import type { Diagnostic } from "./diagnostic.ts";
import type { BuildEffects } from "./effects.ts";
import type { AgendaRef } from "./model/agenda.ts";
import type { MeetingFacts } from "./model/facts.ts";
import { type ForPack, forPack } from "./pdf/outside/forPack.ts";

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

/** A reader for one build. What is exempt is read with the effect for it alone, which only members' editions ask for. */
export function outsideReader(effects: Pick<BuildEffects, "files" | "exemptFiles">): OutsideReader {
  const known = new Map<string, Promise<OutsideForPack>>();
  return (meeting, ref) => {
    const file = `data/meetings/${meeting.id}/${ref.file}`;
    const read = known.get(file) ?? readOutside(file, meeting, ref, effects);
    known.set(file, read);
    return read;
  };
}

async function readOutside(
  file: string,
  meeting: MeetingFacts,
  ref: OutsideRef,
  { files, exemptFiles }: Pick<BuildEffects, "files" | "exemptFiles">,
): Promise<OutsideForPack> {
  const bytes = await (ref.kind === "exempt-outside" ? exemptFiles : files).read(file);
  const options = {
    passwords: ref.password === undefined ? [] : [ref.password],
    acceptLosingSignature: ref.acceptLosingSignature,
  };
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
  let fresh: PDFDocument | null = document;
  return {
    ...about,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    open: async () => {
      const first = fresh;
      fresh = null;
      if (first !== null) return first;
      const again = await forPack(bytes, options);
      if (again.ok) return again.document;
      throw new Error(`${ref.file} could be opened once, and not again`);
    },
  };
}
