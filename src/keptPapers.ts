import type { AuditedPaper } from "./audit/rule.ts";
import type { DocumentView } from "./document/worded.ts";
import type { Said } from "./figures/register.ts";
import type { Gist } from "./gist.ts";
import type { KeptFolder } from "./keptFolder.ts";
import { sha256 } from "./sha256.ts";
import type { Question } from "./traced.ts";

/** A worded document as plain data: its views, and what its register lists. */
export type PlainWords = {
  readonly view: DocumentView;
  readonly told: DocumentView;
  readonly said: Said;
};

/** What was looked at while a document was worded, with a name for what the facts said of it, and the words. */
export type KeptWording = {
  readonly asked: readonly { readonly question: Question; readonly key: string }[];
  readonly gist: Gist;
  /** `PlainWords`, written down: of most documents the gist is enough. */
  readonly words: Uint8Array;
};

/** Worded documents of earlier runs, by their names: what of the facts they looked at must still be the same. */
export type KeptWords = Pick<KeptFolder<KeptWording>, "get" | "set">;

/** For who keeps no words. */
export const noWords: KeptWords = { get: () => undefined, set: () => undefined };

/** A paper as rules read it, and the hash of what it was read from. */
export type KeptReading = { readonly key: string; readonly paper: AuditedPaper };

/** Papers that earlier runs have read for the audit, by the names of their files. */
export type KeptReadings = Pick<KeptFolder<KeptReading>, "get" | "set">;

/**
 * A paper as an earlier run read it, where that was from the same text or bytes; else it is to be read anew, and kept.
 *
 * @param file its name
 */
export function recallReading(
  readings: KeptReadings,
  file: string,
  content: string | Uint8Array,
): { readonly known: AuditedPaper | null; keep(paper: AuditedPaper): AuditedPaper } {
  const key = sha256(content);
  const before = readings.get(file);
  return {
    known: before?.key === key ? before.paper : null,
    keep: (paper) => {
      readings.set(file, { key, paper });
      return paper;
    },
  };
}
