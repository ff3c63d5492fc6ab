import { type AgendaLine, agendaLines } from "./agenda.ts";
import { isCalled } from "./agendaChecks.ts";
import type { MeetingFacts } from "./facts.ts";
import type { Supplement } from "./meeting.ts";

/** The name of a pack in files and commands: "agenda-pack", "supplement-1". */
export const packName = (supplement: Pick<Supplement, "number"> | null): string =>
  supplement === null ? "agenda-pack" : `supplement-${supplement.number}`;

/** The packs of a meeting by their names: the agenda's own and its supplements. */
export const packNames = ({ meeting }: MeetingFacts): string[] => [
  packName(null),
  ...meeting.supplements.map(packName),
];

/** Whether a meeting has a pack: some item has a paper. */
export const hasPack = (meeting: MeetingFacts): boolean =>
  agendaLines(meeting).some(({ refs }) => refs.length > 0);

/** The supplement in which the papers of an item come out; null for those of the agenda's own pack. */
export const supplementOf = ({ meeting }: MeetingFacts, line: AgendaLine): Supplement | null =>
  meeting.supplements.find(({ items }) => items.some((name) => isCalled(line, name))) ?? null;

/** Whether a pack of a meeting has gone out. */
export const hasGoneOut = ({ released }: MeetingFacts, name: string): boolean =>
  released?.releases.some(({ document }) => document === name) ?? false;

/**
 * Whether a paper of a meeting's folder is a draft: until the pack that brings it has gone out. A paper that no item names is
 * one with the agenda's own pack; a meeting without a pack has no drafts.
 *
 * @param target the paper's address, `2020-03-16-police-and-crime-panel/02-pcc-report`; `…/exempt/exempt-minutes` of an exempt one
 */
export function isDraft(meeting: MeetingFacts, target: string): boolean {
  if (!hasPack(meeting)) return false;
  const line = agendaLines(meeting).find(({ refs }) =>
    refs.some(
      (ref) =>
        (ref.kind === "paper" && ref.target === target) ||
        (ref.kind === "exempt-paper" && `${meeting.id}/exempt/${ref.document}` === target),
    ),
  );
  return !hasGoneOut(meeting, packName(line === undefined ? null : supplementOf(meeting, line)));
}
