import ical, { type ICalCalendar, ICalEventStatus, escape as icalEscape } from "ical-generator";
import { addDays } from "../analysis/days.ts";
import { meetingAddress } from "../document/site/addresses.ts";
import type { Facts, MeetingFacts } from "../model/facts.ts";
import { stableUuid } from "./data/stableId.ts";
import { clockTimes, londonMoment } from "./londonTime.ts";
import { meetingTitle } from "./news.ts";
import type { SiteFile } from "./site.ts";

/**
 * The meetings and the dates to come as a calendar that phones and Outlook subscribe to. No clock: the stamp of an event is the day on which
 * its agenda was published, or the day of the meeting.
 */
export function calendarFile(facts: Facts): SiteFile {
  const { organisation, meetings } = facts;
  const calendar = ical({
    prodId: { company: "panelpack", product: "meetings", language: "EN" },
    // The package writes a calendar's name as it is given.
    name: icalEscape(`${organisation.force}: meetings`, false),
  });
  const held = [...meetings.values()].sort((a, b) => (a.meeting.date < b.meeting.date ? -1 : 1));
  for (const meeting of held) addMeeting(calendar, meeting, facts);
  for (const { body, on, from } of futureDates(held)) addFutureDate(calendar, body, on, from, facts);
  return { path: "calendar.ics", bytes: Buffer.from(calendar.toString()) };
}

function addMeeting(calendar: ICalCalendar, facts: MeetingFacts, all: Facts): void {
  const { id, meeting } = facts;
  const [start, end] = clockTimes(meeting.time ?? "");
  const address = all.publishing.address;
  const event = calendar.createEvent({
    id: stableUuid(`meeting ${id}`),
    stamp: midnight(meeting.published ?? meeting.date),
    start: start === undefined ? midnight(meeting.date) : londonMoment(meeting.date, start),
    allDay: start === undefined,
    summary: oneLine(meetingTitle(facts, all).replace(/, [^,]*$/, "")),
    status: ICalEventStatus.CONFIRMED,
  });
  if (start !== undefined && end !== undefined && end > start) event.end(londonMoment(meeting.date, end));
  if (start === undefined) event.end(midnight(addDays(meeting.date, 1)));
  const description = oneLine(descriptionOf(facts));
  if (description !== "") event.description(description);
  if (meeting.venue !== undefined) event.location(oneLine(meeting.venue));
  if (address !== undefined) event.url(new URL(meetingAddress(id).slice(1), address).href);
}

function descriptionOf({ meeting }: MeetingFacts): string {
  const time = meeting.time === undefined ? [] : [`Time: ${meeting.time}.`];
  const remote = meeting.remote === undefined ? [] : [`Watch or take part: ${meeting.remote.url}`];
  const papers = meeting.papersUrl === undefined ? [] : [`Papers: ${meeting.papersUrl}`];
  return [...time, ...remote, ...papers].join(" ");
}

type FutureDate = { readonly body: string; readonly on: string; readonly from: MeetingFacts };

/** The dates to come that each body announced last, but those for which there is a meeting. */
function futureDates(meetings: readonly MeetingFacts[]): FutureDate[] {
  const announcing = meetings.filter(({ meeting }) => meeting.futureDates.length > 0);
  const last = new Map(announcing.map((from) => [from.meeting.body, from]));
  return [...last]
    .flatMap(([body, from]) => from.meeting.futureDates.map((on) => ({ body, on, from })))
    .filter(({ body, on }) => !meetings.some(({ meeting }) => meeting.body === body && meeting.date === on))
    .sort((a, b) => (`${a.on} ${a.body}` < `${b.on} ${b.body}` ? -1 : 1));
}

function addFutureDate(
  calendar: ICalCalendar,
  body: string,
  on: string,
  { meeting }: MeetingFacts,
  { organisation }: Facts,
): void {
  const name = organisation.bodies.find(({ id }) => id === body)?.name ?? body;
  calendar.createEvent({
    id: stableUuid(`future date ${body} ${on}`),
    stamp: midnight(meeting.published ?? meeting.date),
    start: midnight(on),
    end: midnight(addDays(on, 1)),
    allDay: true,
    summary: oneLine(meeting.title ?? name),
    description: "A date that was announced; its agenda is not out.",
    status: ICalEventStatus.TENTATIVE,
  });
}

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);
/** The package escapes what the format needs, but lets other control characters through. */
const oneLine = (words: string): string => words.replace(/\p{Cc}+/gu, " ").trim();
