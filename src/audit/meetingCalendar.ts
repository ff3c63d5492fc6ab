import { clearDaysBefore, countClearDays } from "../analysis/clearDays.ts";
import { addDays, weekday } from "../analysis/days.ts";
import type { Facts, MeetingFacts } from "../model/facts.ts";
import { type AgendaItemState, agendaStates } from "./agendaStates.ts";

/** Clear days between the publication of a panel's agenda and its meeting: Local Government Act 1972 section 100B. */
const clearDaysWanted = 5;

/** When an agenda must be out, what its items still lack, and whom to ask. */
export type MeetingCalendar = {
  readonly meeting: string;
  readonly date: string;
  /** The latest day of publication; null for meetings that need none. */
  readonly publishBy: string | null;
  /** Bank holidays that made it earlier. */
  readonly holidays: readonly { readonly date: string; readonly name: string }[];
  readonly published: string | null;
  /** Clear days between the day of publication and the meeting. */
  readonly clearDays: number | null;
  /** Working days from today to the last day of publication: 0 on that day, and null once it has passed or the agenda is out. */
  readonly workingDaysLeft: number | null;
  readonly overdue: boolean;
  readonly preElection: { readonly from: string; readonly to: string } | null;
  /** Why a date is wrong or wants care, as sentences. */
  readonly warnings: readonly string[];
  readonly items: readonly AgendaItemState[];
};

/** @param today ISO date, handed in: nothing here reads a clock */
export function meetingCalendar(facts: Facts, held: MeetingFacts, today: string): MeetingCalendar {
  const { meeting, id } = held;
  const { bankHolidays } = facts.organisation;
  const closed = bankHolidays.map(({ date }) => date);
  const needed = meeting.kind === "panel";
  const publishBy = needed ? clearDaysBefore(meeting.date, clearDaysWanted, closed) : null;
  const published = meeting.published ?? null;
  const isOut = published !== null && published <= today;
  const passed = publishBy !== null && today > publishBy;
  return {
    meeting: id,
    date: meeting.date,
    publishBy,
    holidays: bankHolidays.filter(
      ({ date }) => publishBy !== null && date > publishBy && date < meeting.date && !isWeekend(date),
    ),
    published,
    clearDays: published === null ? null : countClearDays(published, meeting.date, closed),
    workingDaysLeft:
      publishBy === null || passed || isOut ? null : countClearDays(today, addDays(publishBy, 1), closed),
    overdue: passed && published === null,
    preElection: meeting.preElection ?? null,
    warnings: [
      ...publicationWarnings(held, publishBy, closed),
      ...preElectionWarnings(held),
      ...dateWarnings(held, closed),
    ],
    items: agendaStates(facts, held, published ?? publishBy),
  };
}

const isWeekend = (date: string): boolean => ["Saturday", "Sunday"].includes(weekday(date));

function publicationWarnings(
  { meeting }: MeetingFacts,
  publishBy: string | null,
  closed: readonly string[],
): string[] {
  const { published, date, supplements } = meeting;
  if (publishBy === null) return [];
  const years = [...new Set([publishBy.slice(0, 4), date.slice(0, 4)])];
  return [
    ...years
      .filter((year) => !closed.some((day) => day.startsWith(year)))
      .map(
        (year) =>
          `organisation.yaml has no bank holidays of ${year}: the last day of publication may be earlier`,
      ),
    ...(published !== undefined && published > publishBy
      ? [
          `published on ${published}: ${countClearDays(published, date, closed)} clear days lie before the meeting, and ${clearDaysWanted} are needed (by ${publishBy})`,
        ]
      : []),
    ...supplements
      .filter((one) => published === undefined && one.date <= publishBy)
      .map(
        ({ number }) =>
          `supplement ${number} goes out in time for the agenda itself: its papers can go there`,
      ),
  ];
}

function preElectionWarnings({ meeting }: MeetingFacts): string[] {
  const { preElection, date, published, supplements, futureDates } = meeting;
  if (preElection === undefined) return [];
  const within = (day: string): boolean => day >= preElection.from && day <= preElection.to;
  const period = `the pre-election period (${preElection.from} to ${preElection.to})`;
  return [
    ...(within(date) ? [`the meeting falls into ${period}: move it, or keep to what cannot wait`] : []),
    ...(published !== undefined && within(published) ? [`the agenda goes out in ${period}`] : []),
    ...supplements
      .filter((one) => within(one.date))
      .map(({ number }) => `supplement ${number} goes out in ${period}`),
    ...futureDates.filter(within).map((day) => `the meeting to come of ${day} falls into ${period}`),
  ];
}

function dateWarnings({ meeting }: MeetingFacts, closed: readonly string[]): string[] {
  const isClosed = (day: string): boolean => isWeekend(day) || closed.includes(day);
  const why = (day: string): string => (isWeekend(day) ? `a ${weekday(day)}` : "a bank holiday");
  return [meeting.date, ...meeting.futureDates].filter(isClosed).map((day) => `${day} is ${why(day)}`);
}
