import type { Edition } from "../document/pack/views.ts";
import { type AgendaLine, type AgendaRef, agendaLines } from "../model/agenda.ts";
import type { MeetingFacts } from "../model/facts.ts";
import type { Supplement } from "../model/meeting.ts";
import { supplementOf } from "../model/packs.ts";

/** A pack of a meeting: the main one, or one of its supplements. */
export type PackKind = { readonly edition: Edition; readonly supplement: Supplement | null };

/** What stands under an item in a pack: a paper, or a sheet in the place of papers that this edition holds back. */
export type PackDocument = {
  /** Names it in the pack, and begins its names there: letters, digits and hyphens. */
  readonly name: string;
  readonly line: AgendaLine;
  readonly source: AgendaRef | "restricted-sheet";
};

/** An item and what stands under it in a pack. */
export type PackItem = { readonly line: AgendaLine; readonly documents: readonly PackDocument[] };

/**
 * What each item of a meeting brings into a pack. Papers that come out in a supplement stand in that pack alone; the public edition has one
 * sheet for all the papers of an exempt item.
 */
export function packItems(meeting: MeetingFacts, { edition, supplement }: PackKind): PackItem[] {
  return agendaLines(meeting).map((line) => {
    const refs = supplementOf(meeting, line)?.number === supplement?.number ? line.refs : [];
    if (line.exempt !== null && edition === "public" && refs.length > 0)
      return { line, documents: [{ name: line.key, line, source: "restricted-sheet" }] };
    return {
      line,
      documents: refs.map((source, i) => ({
        name: refs.length === 1 ? line.key : `${line.key}-${letter(i)}`,
        line,
        source,
      })),
    };
  });
}

const letter = (i: number): string =>
  String.fromCharCode("a".charCodeAt(0) + (i % 26)).repeat(1 + Math.floor(i / 26));
