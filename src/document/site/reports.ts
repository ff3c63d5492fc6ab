import { agendaLines } from "../../model/agenda.ts";
import type { QuarterFacts } from "../../model/facts.ts";
import { dayLabel, periodLabel } from "../periods.ts";
import { addresses, meetingAddress, quarterAddress } from "./addresses.ts";
import type { DocumentEntry, SiteWords } from "./context.ts";
import { meetingTitle, quarterTitle } from "./folderTitle.ts";
import { documentEntry, latestFirst } from "./lists.ts";
import { homeCrumb } from "./page.ts";
import { entry, type PlainPageView, type PlainSection, words } from "./plainPage.ts";

/** Every paper that belongs to no meeting: the quarters, the latest first, and letters. */
export function reportsPage(site: SiteWords): PlainPageView {
  const quarters = [...site.facts.quarters.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
  const letters = latestFirst(
    site.documents.filter(({ path, kind }) => path.startsWith("correspondence/") && kind !== "questions"),
  );
  return {
    address: addresses.reports,
    title: "Reports",
    description: "Performance reports of each quarter, with scrutiny and responses, and letters.",
    part: "reports",
    crumbs: [homeCrumb],
    lead: "Performance reports of each quarter, with the questions that were asked and the answers to them. Papers of meetings are with their meeting.",
    opening: [],
    sections: [
      ...quarters.map((one) => quarterSection(site, one)),
      ...(letters.length === 0
        ? []
        : [
            {
              id: "letters",
              title: "Letters",
              blocks: [{ kind: "entries" as const, entries: letters.map(documentEntry) }],
            },
          ]),
    ],
    contents: false,
  };
}

const own = ({ documents }: SiteWords, id: string): DocumentEntry[] =>
  documents.filter(({ path }) => path === id);

const quarterSection = (site: SiteWords, { id }: QuarterFacts): PlainSection => ({
  id: `quarter-${id}`,
  title: quarterTitle(id),
  blocks: [
    { kind: "entries", entries: own(site, id).map(documentEntry) },
    {
      kind: "prose",
      prose: { markdown: `[About ${quarterTitle(id).toLowerCase()}](${quarterAddress(id)})` },
    },
  ],
});

/** The page of a quarter: its documents, what has gone out and by whom, and which meeting received it. */
export function quarterPage(site: SiteWords, { id, quarter, released }: QuarterFacts): PlainPageView {
  const releases = released?.releases ?? [];
  return {
    address: quarterAddress(id),
    title: quarterTitle(id),
    description: `Papers of ${quarterTitle(id).toLowerCase()}, on figures up to ${dayLabel(quarter.cutOff)}.`,
    part: "reports",
    crumbs: [homeCrumb, { text: "Reports", address: addresses.reports }],
    lead: `Figures up to ${periodLabel("month", quarter.month)}, as they were known on ${dayLabel(quarter.cutOff)}.`,
    opening: [],
    sections: [
      {
        id: "papers",
        title: "Papers",
        blocks: [{ kind: "entries", entries: own(site, id).map(documentEntry) }],
      },
      ...receivedBy(site, id),
      ...(releases.length === 0
        ? []
        : [
            {
              id: "releases",
              title: "What went out, and when",
              blocks: [
                {
                  kind: "table" as const,
                  caption: "Releases, the latest last",
                  head: ["Paper", "Released on", "By", "Why again"],
                  rows: releases.map(({ document, on, by, reason }) => [
                    words(titleOf(site, id, document)),
                    words(dayLabel(on)),
                    words(by),
                    words(reason ?? "–"),
                  ]),
                },
              ],
            },
          ]),
    ],
    contents: false,
  };
}

/** A document's title by its name, or the name where it is not on the site. */
const titleOf = (site: SiteWords, path: string, document: string): string =>
  own(site, path).find((one) => one.document === document)?.title ?? document;

/** The meetings whose agenda brings a paper of the quarter. */
function receivedBy({ facts }: SiteWords, id: string): PlainSection[] {
  const meetings = [...facts.meetings.values()].filter((held) =>
    agendaLines(held).some(({ refs }) =>
      refs.some((ref) => ref.kind === "paper" && ref.target.startsWith(`${id}/`)),
    ),
  );
  if (meetings.length === 0) return [];
  const entries = meetings.map((held) =>
    entry({
      text: meetingTitle(facts, held),
      address: meetingAddress(held.id),
      detail: dayLabel(held.meeting.date),
    }),
  );
  return [{ id: "meetings", title: "Discussed at", blocks: [{ kind: "entries", entries }] }];
}
