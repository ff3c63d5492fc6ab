import { type AgendaLine, type AgendaRef, agendaLines } from "../model/agenda.ts";
import { isCalled } from "../model/agendaChecks.ts";
import type { Facts, MeetingFacts } from "../model/facts.ts";

/** What is known of an item's papers. Of exempt ones only that they are named: a public check cannot look. */
type PaperState =
  | "here"
  | "exempt"
  | "late"
  | "missing"
  | "in supplement"
  | "verbal"
  | "withdrawn"
  | "deferred"
  | "none";

/** An item of an agenda and where its papers are. */
export type AgendaItemState = {
  readonly key: string;
  readonly label: string | null;
  readonly title: string;
  /** Who brings it, by name; null where the agenda names nobody. */
  readonly owner: string | null;
  readonly state: PaperState;
  /** Why it is late, in which supplement it is. */
  readonly note: string | null;
};

/**
 * The state of every item that brings something or should.
 *
 * @param outOn the day on which the agenda goes out, or must; null where no day is set
 */
export const agendaStates = (facts: Facts, held: MeetingFacts, outOn: string | null): AgendaItemState[] =>
  agendaLines(held).map((line) => ({
    key: line.key,
    label: line.item.label ?? null,
    title: line.item.title,
    owner: line.item.owner === undefined ? null : ownerName(facts, line.item.owner),
    ...stateOf(facts, held, line, outOn),
  }));

/** Items whose papers somebody must be asked for. */
export const toChase = (items: readonly AgendaItemState[]): AgendaItemState[] =>
  items.filter(({ state }) => state === "missing" || state === "late");

const ownerName = ({ organisation }: Facts, owner: string): string =>
  organisation.bodies.find(({ id }) => id === owner)?.name ?? owner;

type State = Pick<AgendaItemState, "state" | "note">;

function stateOf(facts: Facts, { meeting }: MeetingFacts, line: AgendaLine, outOn: string | null): State {
  const { item, refs } = line;
  const supplement = meeting.supplements.find(({ items }) => items.some((name) => isCalled(line, name)));
  if (supplement !== undefined)
    return { state: "in supplement", note: `supplement ${supplement.number}, ${supplement.date}` };
  const late = refs.flatMap((ref) => lateness(facts, ref, outOn, meeting.date));
  if (late[0] !== undefined) return { state: "late", note: late[0] };
  if (refs.length > 0) return { state: line.exempt === null ? "here" : "exempt", note: null };
  if (item.mode === "to-follow") return { state: "missing", note: "to follow" };
  if (item.mode !== undefined) return { state: item.mode, note: null };
  const bringsNothing = item.owner === undefined || item.covers !== undefined || item.items.length > 0;
  return bringsNothing
    ? { state: "none", note: null }
    : { state: "missing", note: "the agenda names neither a paper nor a `mode`" };
}

/** A paper that bears the day of the meeting is none of a late day: many do. */
function lateness(facts: Facts, ref: AgendaRef, outOn: string | null, meetingDate: string): string[] {
  const paper = ref.kind === "paper" ? facts.papers.get(ref.target) : undefined;
  if (paper === undefined || outOn === null) return [];
  const { date } = paper.head;
  return date > outOn && date !== meetingDate
    ? [`dated ${date}, after the agenda of ${outOn}: name it in a supplement, with the Chair's reason`]
    : [];
}
