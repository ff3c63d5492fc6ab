import { type AgendaLine, agendaLines } from "../../model/agenda.ts";
import type { MeetingFacts } from "../../model/facts.ts";
import { exclusionView } from "../pack/exclusion.ts";
import { frontSheetView } from "../pack/frontSheet.ts";
import { dayLabel } from "../periods.ts";
import { addresses, meetingAddress } from "./addresses.ts";
import type { DocumentEntry, PdfEntry, SiteWords } from "./context.ts";
import { meetingTitle } from "./folderTitle.ts";
import { documentEntry } from "./lists.ts";
import { homeCrumb, type PageView } from "./page.ts";
import type { EntryView, PlainBlock, PlainSection } from "./plainPage.ts";

/** One line of an agenda on a meeting's page. */
export type AgendaEntry = {
  readonly level: 1 | 2 | 3;
  readonly label: string;
  readonly title: string;
  /** "Verbal report", "To follow", "Exempt"; empty where nothing is said. */
  readonly said: string;
  readonly texts: readonly string[];
  readonly papers: readonly EntryView[];
};

/** The page of a meeting. */
export type MeetingPageView = PageView & {
  readonly opening: readonly PlainBlock[];
  readonly agenda: readonly AgendaEntry[];
  readonly sections: readonly PlainSection[];
};

/** A meeting: when and where, its agenda with every public paper, its packs, its minutes once they are confirmed. */
export function meetingPage(site: SiteWords, held: MeetingFacts): MeetingPageView {
  const view = frontSheetView(site.facts, held, { edition: "public", supplement: null, draft: false });
  const title = `${meetingTitle(site.facts, held)}, ${dayLabel(held.meeting.date)}`;
  return {
    address: meetingAddress(held.id),
    title,
    description: `Agenda, papers and minutes: ${title}.`,
    part: "meetings",
    crumbs: [homeCrumb, { text: "Meetings", address: addresses.meetings }],
    opening: [
      { kind: "facts", rows: view.facts },
      ...(view.published === null ? [] : [prose(view.published)]),
    ],
    agenda: agendaLines(held).map((line) => agendaEntry(site, held, line, view)),
    sections: [
      packsSection(site, held),
      recordsSection(site, held),
      exclusionSection(held),
      membersSection(view),
      datesSection(view),
      ...view.notices.map(
        ({ title: head, prose: text }, i): PlainSection => ({
          id: `notice-${i + 1}`,
          title: head,
          blocks: [{ kind: "prose", prose: text }],
        }),
      ),
    ].filter((section) => section !== null),
  };
}

const prose = (markdown: string): PlainBlock => ({ kind: "prose", prose: { markdown } });

type FrontSheet = ReturnType<typeof frontSheetView>;

function agendaEntry(
  site: SiteWords,
  held: MeetingFacts,
  line: AgendaLine,
  { rows }: FrontSheet,
): AgendaEntry {
  const row = rows.find(({ key }) => key === line.key);
  const said = row?.cell.said ?? "";
  return {
    level: line.level,
    label: line.item.label ?? "",
    title: line.item.title,
    said: said === "Exempt" ? "Exempt: not open to the public" : said,
    texts: (row?.texts ?? []).map(({ markdown }) => markdown),
    papers: line.exempt === null ? papersOf(site, held, line) : [],
  };
}

/** The public papers of a line: the office's own with their pages, and PDFs that others sent. */
function papersOf(site: SiteWords, held: MeetingFacts, { refs }: AgendaLine): EntryView[] {
  return refs.flatMap((ref): EntryView[] => {
    if (ref.kind === "paper") {
      const found = site.documents.find((one) => `${one.path}/${one.document}` === ref.target);
      return found === undefined ? [] : [documentEntry(found)];
    }
    const pdf = site.outside.find(
      (one) => one.meeting === held.id && ref.kind === "outside" && one.name === ref.file,
    );
    return pdf === undefined ? [] : [pdfEntry(pdf)];
  });
}

/** A PDF that has no page of its own, with what keeps it from being read by everybody. */
const pdfEntry = ({ link, inaccessible }: PdfEntry): EntryView => ({
  link,
  more: [],
  note:
    inaccessible.length === 0
      ? ""
      : `Not accessible to screen readers: ${inaccessible.join("; ")}. Ask the office for it in another form.`,
});

function packsSection({ packs }: SiteWords, { id, meeting }: MeetingFacts): PlainSection | null {
  const own = packs.filter((one) => one.meeting === id);
  const urgency = meeting.supplements.map(({ number, urgency: why, date }) =>
    prose(`Supplement ${number} of ${dayLabel(date)}: ${why}`),
  );
  return own.length === 0
    ? null
    : {
        id: "packs",
        title: "All papers in one PDF",
        blocks: [{ kind: "entries", entries: own.map(pdfEntry) }, ...urgency],
      };
}

/** Minutes and notes once they are confirmed, and whatever else lies in the meeting's folder and is on no line of its agenda. */
function recordsSection(site: SiteWords, held: MeetingFacts): PlainSection | null {
  const listed = new Set(
    agendaLines(held).flatMap(({ refs }) =>
      refs.flatMap((ref) => (ref.kind === "paper" ? [ref.target] : [])),
    ),
  );
  const own = site.documents.filter(
    (one) => one.path === held.id && !listed.has(`${one.path}/${one.document}`),
  );
  return own.length === 0
    ? null
    : {
        id: "records",
        title: "Minutes and other papers",
        blocks: [
          {
            kind: "entries",
            entries: own.map((one) => ({ ...documentEntry(one), note: statusOf(site, one) })),
          },
        ],
      };
}

function statusOf({ facts }: SiteWords, one: DocumentEntry): string {
  const head = facts.papers.get(`${one.path}/${one.document}`)?.head;
  if (head?.kind !== "minutes" && head?.kind !== "notes") return one.body;
  return head.status === "confirmed" ? "Confirmed" : "Draft, to be confirmed";
}

function exclusionSection(held: MeetingFacts): PlainSection | null {
  const view = exclusionView(held, "the meeting", "public");
  if (view === null) return null;
  const markdown = [
    ...(view.resolution === null
      ? []
      : [view.resolution.text, ...view.resolution.items.map((item) => `- ${item}`)]),
    ...view.explained,
    ...view.items.map(
      ({ head, reason, publicInterest }) =>
        `**${head}.** ${reason}${publicInterest === null ? "" : ` ${publicInterest}`}`,
    ),
  ].join("\n\n");
  return { id: "exempt", title: "Why some items are not public", blocks: [prose(markdown)] };
}

const membersSection = ({ members }: FrontSheet): PlainSection | null =>
  members.length === 0
    ? null
    : {
        id: "members",
        title: "Members",
        blocks: [
          prose(members.map(({ name, role }) => `- ${name}${role === null ? "" : `, ${role}`}`).join("\n")),
        ],
      };

const datesSection = ({ futureMeetings }: FrontSheet): PlainSection | null =>
  futureMeetings === null
    ? null
    : {
        id: "dates",
        title: "Dates given for later meetings",
        blocks: [
          prose(
            `${futureMeetings.note ?? ""}\n\n${futureMeetings.dates.map((day) => `- ${day}`).join("\n")}`,
          ),
        ],
      };
