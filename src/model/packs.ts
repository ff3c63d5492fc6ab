import { type AgendaLine, type AgendaRef, agendaLines } from "./agenda.ts";
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
 * Whether a paper of a meeting's folder is a draft: until a pack that brings it has gone out, of its own meeting or of another one, as the
 * minutes of a meeting come out with the papers of the next. A paper that no agenda names is a draft until the pack of its meeting
 * has gone out; where there is no pack there are no drafts.
 *
 * @param path the meeting's folder, or that with `/exempt`
 * @param document the paper's name
 */
export function isDraft(
  meetings: ReadonlyMap<string, MeetingFacts>,
  path: string,
  document: string,
): boolean {
  const own = meetings.get(path.replace(/\/exempt$/, ""));
  if (own === undefined) return false;
  const bringing = [...meetings.values()].flatMap((meeting) =>
    agendaLines(meeting)
      .filter(({ refs }) => refs.some((ref) => isPaper(ref, meeting.id, `${path}/${document}`)))
      .map((line) => hasGoneOut(meeting, packName(supplementOf(meeting, line)))),
  );
  if (bringing.length > 0) return !bringing.includes(true);
  return hasPack(own) && !hasGoneOut(own, packName(null));
}

const isPaper = (ref: AgendaRef, meeting: string, address: string): boolean =>
  (ref.kind === "paper" && ref.target === address) ||
  (ref.kind === "exempt-paper" && `${meeting}/exempt/${ref.document}` === address);
