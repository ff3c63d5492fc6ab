import { type AgendaLine, agendaLines } from "../../model/agenda.ts";
import type { MeetingFacts } from "../../model/facts.ts";
import { supplementOf } from "../../model/packs.ts";
import { isRealDate } from "../../model/period.ts";
import { dayLabel } from "../periods.ts";
import { sentence } from "../words.ts";
import type { AgendaRow, PagesCell } from "./views.ts";

/** Number of the supplement in which the papers of an item come out; null for those of the main pack. */
const numberOf = (meeting: MeetingFacts, line: AgendaLine): number | null =>
  supplementOf(meeting, line)?.number ?? null;

/** The lines whose papers this pack holds: the agenda's own, or those of one supplement. */
export const linesOfPack = (meeting: MeetingFacts, supplement: number | null): AgendaLine[] =>
  agendaLines(meeting).filter((line) => line.refs.length > 0 && numberOf(meeting, line) === supplement);

/**
 * The agenda's lines as the front sheet prints them. An item whose papers come later says "To follow"; one whose papers came before has
 * their range still, for published page numbers never move, but no link: they are in another file.
 */
export function agendaRows(meeting: MeetingFacts, supplement: number | null): AgendaRow[] {
  return agendaLines(meeting).map((line) => ({
    key: line.key,
    level: line.level,
    label: line.item.label ?? null,
    title: line.item.title,
    texts: textsOf(line),
    linked: line.refs.length > 0 && numberOf(meeting, line) === supplement,
    cell: cellOf(line, numberOf(meeting, line), supplement),
  }));
}

function textsOf({ item }: AgendaLine): AgendaRow["texts"] {
  const { text, mode, reason, until } = item;
  const why = reason === undefined ? "" : ` ${sentence(reason)}`;
  return [
    ...(text === undefined ? [] : [text]),
    ...(mode === "withdrawn" ? [`Withdrawn.${why}`] : []),
    ...(mode === "deferred" && until !== undefined
      ? [`Deferred until ${sentence(isRealDate(until) ? dayLabel(until) : until)}${why}`]
      : []),
  ].map((markdown) => ({ markdown }));
}

const said = {
  verbal: ["Verbal report", false],
  "to-follow": ["To follow", true],
  withdrawn: ["Withdrawn", true],
  deferred: ["Deferred", true],
} as const;

const parts = { "future-dates": "future-meetings", exclusion: "exclusion" } as const;

function cellOf(
  { item, refs, exempt }: AgendaLine,
  own: number | null,
  supplement: number | null,
): PagesCell {
  const part = item.covers === undefined ? null : parts[item.covers];
  const none: PagesCell = { said: null, boxed: false, range: false, part };
  const closed = exempt !== null && (item.exempt !== undefined || refs.length > 0);
  if (own !== null && (supplement === null || own > supplement))
    return { ...none, said: "To follow", boxed: true };
  if (item.mode !== undefined && item.mode !== "none" && !(closed && item.mode === "verbal")) {
    const [words, boxed] = said[item.mode];
    return { ...none, said: words, boxed };
  }
  if (closed) return { ...none, said: "Exempt", boxed: true, range: refs.length > 0 };
  const earlier = own !== null && own !== supplement;
  return { ...none, said: earlier ? `In supplement ${own}` : null, range: refs.length > 0 };
}
