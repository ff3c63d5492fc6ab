import { weekday } from "../analysis/days.ts";
import { type AgendaItemState, toChase } from "../audit/agendaStates.ts";
import { type MeetingCalendar, meetingCalendar } from "../audit/meetingCalendar.ts";
import { dayLabel } from "../document/periods.ts";
import { listed } from "../document/words.ts";
import type { Facts, MeetingFacts } from "../model/facts.ts";

/** A meeting whose calendar is shown. */
export type ShownMeeting = { readonly held: MeetingFacts; readonly calendar: MeetingCalendar };

/** The meetings that are named; where nothing is named, those still to come. */
export const shownMeetings = (facts: Facts, names: readonly string[], today: string): ShownMeeting[] =>
  [...facts.meetings.values()]
    .filter(({ id, meeting }) =>
      names.length === 0
        ? meeting.date >= today
        : names.some((name) => [id, `${id}/agenda-pack`].includes(name.replace(/\/+$/, ""))),
    )
    .map((held) => ({ held, calendar: meetingCalendar(facts, held, today) }));

/** The calendar of a meeting on one screen: when its agenda must be out, what each item has, whom to ask. */
export function calendarLines({ held: { meeting }, calendar }: ShownMeeting): string[] {
  const items = calendar.items.filter(({ state }) => state !== "none");
  const chase = toChase(calendar.items);
  return [
    "",
    `${calendar.meeting}: meets on ${longDay(meeting.date)}`,
    ...publicationLines(calendar),
    ...(calendar.preElection === null
      ? []
      : [
          `  Pre-election period: ${dayLabel(calendar.preElection.from)} to ${dayLabel(calendar.preElection.to)}`,
        ]),
    ...(items.length === 0 ? [] : ["  Papers:"]),
    ...items.map(
      (item) => `    ${padded(item.label ?? "", 9)} ${padded(item.state, 13)} ${item.title}${noteOf(item)}`,
    ),
    chase.length === 0 ? "  Nobody to chase." : "  To chase:",
    ...chase.map(({ owner, title }) => `    ${owner ?? "no owner is named"}: ${title}`),
  ];
}

const longDay = (date: string): string => `${weekday(date)} ${dayLabel(date)}`;
const padded = (text: string, width: number): string => text.padEnd(width);

function publicationLines(calendar: MeetingCalendar): string[] {
  const { publishBy, published, clearDays, holidays } = calendar;
  if (publishBy === null) return [];
  const closed = listed(holidays.map(({ date, name }) => `${name}, ${dayLabel(date)},`));
  return [
    `  Agenda out by: ${longDay(publishBy)}, five clear days before${closed === "" ? "" : ` (${closed} left out)`}${left(calendar)}`,
    published === null
      ? "  Published: no day is given"
      : `  Published: ${longDay(published)}, ${clearDays} clear ${clearDays === 1 ? "day" : "days"} before`,
  ];
}

function left({ workingDaysLeft, overdue }: MeetingCalendar): string {
  if (overdue) return ": that day has passed";
  if (workingDaysLeft === null) return "";
  if (workingDaysLeft === 0) return ": today";
  return `: ${workingDaysLeft} working ${workingDaysLeft === 1 ? "day" : "days"} from today`;
}

const noteOf = ({ note, state, owner }: AgendaItemState): string => {
  const asked = state === "missing" || state === "late" ? (owner ?? "no owner") : "";
  const notes = [note ?? "", asked].filter((text) => text !== "");
  return notes.length === 0 ? "" : ` (${notes.join("; ")})`;
};
