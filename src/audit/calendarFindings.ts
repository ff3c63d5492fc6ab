import { agendaLines } from "../model/agenda.ts";
import type { MeetingFacts } from "../model/facts.ts";
import { toChase } from "./agendaStates.ts";
import type { Finding } from "./finding.ts";
import type { MeetingCalendar } from "./meetingCalendar.ts";

/** What the calendar of a meeting warns of, and each paper that is missing or late, as findings at their places. */
export function calendarFindings(held: MeetingFacts, calendar: MeetingCalendar): Finding[] {
  const warn = (
    rule: string,
    path: readonly (string | number)[],
    message: string,
    quote: string,
  ): Finding => ({
    rule,
    severity: "warning",
    place: held.placeOf(path),
    message,
    quote,
    other: null,
  });
  const pathOf = new Map(agendaLines(held).map(({ key, path }) => [key, path]));
  return [
    ...calendar.warnings.map((message) => warn("meeting-calendar", ["date"], message, held.meeting.date)),
    ...(calendar.overdue
      ? [
          warn(
            "meeting-calendar",
            ["date"],
            `the agenda had to be out by ${calendar.publishBy}: say with \`published\` when it went`,
            held.meeting.date,
          ),
        ]
      : []),
    ...toChase(calendar.items).map(({ key, title, owner, state, note }) =>
      warn(
        "agenda-papers",
        pathOf.get(key) ?? ["items"],
        `“${title}” is ${state}${note === null ? "" : ` (${note})`}: ${owner === null ? "no `owner` says whom to ask" : `ask ${owner}`}`,
        title,
      ),
    ),
  ];
}
