import { weekday } from "../../analysis/days.ts";
import type { MeetingFacts } from "../../model/facts.ts";
import { bodyName } from "../papers/people.ts";
import { dayLabel } from "../periods.ts";
import { addresses, meetingAddress } from "./addresses.ts";
import type { SiteWords } from "./context.ts";
import { meetingTitle } from "./folderTitle.ts";
import { homeCrumb } from "./page.ts";
import { type EntryView, entry, type PlainBlock, type PlainPageView } from "./plainPage.ts";

/** The meetings from the day of publication on, the soonest first; and those before it, the latest first. */
export function nextAndPast({ facts, today }: SiteWords): {
  readonly next: readonly MeetingFacts[];
  readonly past: readonly MeetingFacts[];
} {
  const all = [...facts.meetings.values()].sort((a, b) => (a.meeting.date < b.meeting.date ? -1 : 1));
  return {
    next: all.filter(({ meeting }) => meeting.date >= today),
    past: all.filter(({ meeting }) => meeting.date < today).reverse(),
  };
}

/** Every meeting, those to come first; and the days for which one is planned. */
export function meetingsPage(site: SiteWords): PlainPageView {
  const { next, past } = nextAndPast(site);
  const planned = plannedDays(site);
  const listOf = (meetings: readonly MeetingFacts[], none: string): PlainBlock =>
    meetings.length === 0 && none !== ""
      ? { kind: "prose", prose: { markdown: none } }
      : { kind: "entries", entries: meetings.map((one) => meetingEntry(site, one)) };
  return {
    address: addresses.meetings,
    title: "Meetings",
    description: "Meetings at which the police and the Commissioner are held to account, with their papers.",
    part: "meetings",
    crumbs: [homeCrumb],
    lead: "Meetings at which the police and the Commissioner are held to account, with agenda, papers and minutes.",
    opening: [
      {
        kind: "prose",
        prose: { markdown: `[Add the meetings to your calendar (ICS)](${addresses.calendar})` },
      },
    ],
    sections: [
      {
        id: "next",
        title: "Next meetings",
        blocks: [
          listOf(next, planned.length === 0 ? "No meeting is announced at the moment." : ""),
          ...(planned.length === 0
            ? []
            : [
                {
                  kind: "entries" as const,
                  entries: planned.map((text) => entry({ text, address: "", detail: "" }, "Planned")),
                },
              ]),
        ].filter((block) => block.kind !== "entries" || block.entries.length > 0),
      },
      { id: "past", title: "Past meetings", blocks: [listOf(past, "No meeting has been held yet.")] },
    ],
    contents: false,
  };
}

/** Days that meetings name for meetings to come, as far as none is held then. */
function plannedDays({ facts, today }: SiteWords): string[] {
  const known = new Set([...facts.meetings.values()].map(({ meeting }) => `${meeting.body} ${meeting.date}`));
  const days = [...facts.meetings.values()].flatMap(({ meeting }) =>
    meeting.futureDates
      .filter((date) => date >= today && !known.has(`${meeting.body} ${date}`))
      .map((date) => ({
        date,
        text: `${weekday(date)} ${dayLabel(date)}, ${bodyName(facts.organisation, meeting.body)}`,
      })),
  );
  return [...new Set(days.sort((a, b) => (a.date < b.date ? -1 : 1)).map(({ text }) => text))];
}

function meetingEntry({ facts }: SiteWords, one: MeetingFacts): EntryView {
  const { date, time, venue } = one.meeting;
  return entry(
    {
      text: meetingTitle(facts, one),
      address: meetingAddress(one.id),
      detail: `${weekday(date)} ${dayLabel(date)}`,
    },
    [time, venue].filter((part) => part !== undefined).join(", "),
  );
}
