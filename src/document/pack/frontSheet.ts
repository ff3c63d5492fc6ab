import { weekday } from "../../analysis/days.ts";
import type { Facts, MeetingFacts } from "../../model/facts.ts";
import type { Meeting, Supplement } from "../../model/meeting.ts";
import { bodyName, fullName } from "../papers/people.ts";
import { dayLabel } from "../periods.ts";
import { sentence } from "../words.ts";
import { agendaRows, linesOfPack } from "./agendaRows.ts";
import { exclusionView, itemsNamed } from "./exclusion.ts";
import type { AgendaRow, ChangesView, Edition, FrontSheetView } from "./views.ts";

/** Which pack of a meeting: its edition, the number of the supplement or null for the agenda itself, and whether it is still a draft. */
export type PackKind = {
  readonly edition: Edition;
  readonly supplement: number | null;
  readonly draft: boolean;
};

/**
 * The front sheet of a meeting's pack, worded.
 *
 * @throws RangeError when the meeting has no supplement of that number
 */
export function frontSheetView(facts: Facts, held: MeetingFacts, pack: PackKind): FrontSheetView {
  const { meeting } = held;
  const supplement = supplementNumbered(meeting, pack.supplement);
  const kind = supplement === null ? "Agenda" : `Supplementary agenda ${supplement.number}`;
  const furniture = packFurniture(facts, held, pack);
  const rows = agendaRows(held, pack.supplement);
  const exclusion = exclusionView(held, whoMeets(facts, meeting), pack.edition);
  return {
    ...furniture,
    kind,
    title: meeting.title ?? furniture.organisation,
    fullTitle: `${kind}: ${furniture.footLeft}`,
    isoDate: supplement?.date ?? furniture.isoDate,
    facts: whenAndWhere(meeting),
    members: membersOf(facts, meeting),
    changes: supplement === null ? null : changesOf(held, supplement),
    rows,
    legend: legendOf(rows, pack.edition, exclusion !== null),
    published: publishedText(meeting, supplement),
    exclusion,
    futureMeetings: futureMeetings(held),
    papers: papersOf(meeting),
    notices: meeting.notices.map(({ title, text }) => ({ title, prose: { markdown: text } })),
  };
}

function supplementNumbered({ supplements }: Meeting, number: number | null): Supplement | null {
  if (number === null) return null;
  const found = supplements.find((one) => one.number === number);
  if (found === undefined) throw new RangeError(`the meeting has no supplement ${number}`);
  return found;
}

/** What every sheet of a pack that we write has at its edges, and says of itself. */
export function packFurniture(
  { organisation }: Facts,
  { meeting }: MeetingFacts,
  { edition, draft }: Pick<PackKind, "edition" | "draft">,
): Pick<FrontSheetView, "lang" | "organisation" | "isoDate" | "footLeft" | "footRight"> {
  const body = bodyName(organisation, meeting.body);
  return {
    lang: "en-GB",
    organisation: body,
    isoDate: meeting.published ?? meeting.date,
    footLeft: `${meeting.title ?? body}, ${dayLabel(meeting.date)}`,
    footRight: `${draft ? "DRAFT  |  " : ""}${edition === "public" ? "Public edition" : "Members’ edition: not for publication"}`,
  };
}

/** "the Panel": what the papers call the body that meets. */
const whoMeets = ({ organisation }: Facts, { body }: Meeting): string =>
  organisation.bodies.find(({ id }) => id === body)?.short ?? "the meeting";

/** "Monday 16 March 2020" */
const longDay = (date: string): string => `${weekday(date)} ${dayLabel(date)}`;

function whenAndWhere({ date, time, venue, remote }: Meeting): FrontSheetView["facts"] {
  const online = remote === undefined ? undefined : [remote.note, remote.url].filter(Boolean).join(": ");
  const rows: [string, string | undefined][] = [
    ["Date", longDay(date)],
    ["Time", time],
    ["Venue", venue],
    ["Online", online],
  ];
  return rows.flatMap(([name, text]) => (text === undefined ? [] : [{ name, text }]));
}

function membersOf({ organisation }: Facts, { membership, chair }: Meeting): FrontSheetView["members"] {
  return membership.map(({ name, role, representing }) => {
    const said = [role ?? (name === chair ? "Chair" : undefined), representing].filter(Boolean).join(", ");
    return { name: fullName(organisation, name), role: said === "" ? null : said };
  });
}

function changesOf(meeting: MeetingFacts, { number, urgency }: Supplement): ChangesView {
  const { published } = meeting.meeting;
  const agenda = published === undefined ? "the agenda" : `the agenda published on ${longDay(published)}`;
  return {
    items: linesOfPack(meeting, number).map(({ key, item, refs }) => ({
      key,
      text: `${item.label === undefined ? "" : `Item ${item.label}, `}${item.title}: ${refs.length === 1 ? "its paper is" : "its papers are"} added`,
    })),
    unchanged: `All other items are as in ${agenda}, and every page number published before stands.`,
    urgency: { markdown: sentence(urgency) },
  };
}

const meanings = [
  ["Verbal report", "there is no paper."],
  ["To follow", "the paper will be published in a supplement, numbered from the last page on."],
] as const;

/** Only the words that this agenda uses are explained. */
function legendOf(
  rows: readonly AgendaRow[],
  edition: Edition,
  hasExclusion: boolean,
): FrontSheetView["legend"] {
  const used = (words: string): boolean => rows.some(({ cell }) => cell.said === words);
  const exempt = edition === "public" ? "not in this edition" : "for members alone, in this edition";
  return [
    ...meanings.filter(([term]) => used(term)).map(([term, text]) => ({ term, text, part: null })),
    ...(used("Exempt") && hasExclusion
      ? [{ term: "Exempt", text: `${exempt}; see page`, part: "exclusion" as const }]
      : []),
  ];
}

function publishedText({ published, contact }: Meeting, supplement: Supplement | null): string | null {
  const day = supplement?.date ?? published;
  if (day === undefined) return null;
  const where = [contact?.name, contact?.address].filter(Boolean).join(", ");
  return `Published on ${longDay(day)}${where === "" ? "" : ` by ${where}`}.`;
}

function futureMeetings(held: MeetingFacts): FrontSheetView["futureMeetings"] {
  const { futureDates, futureNote, items } = held.meeting;
  const covering = items.find(({ covers }) => covers === "future-dates");
  if (futureDates.length === 0) return null;
  return {
    item: covering === undefined ? null : itemsNamed([{ item: covering }]),
    note: futureNote === undefined ? null : `${futureNote.replace(/[.:]$/, "")}:`,
    dates: futureDates.map(longDay),
  };
}

function papersOf({ papersUrl, contact }: Meeting): FrontSheetView["papers"] {
  if (papersUrl === undefined && contact === undefined) return null;
  const { name, address, telephone, email } = contact ?? {};
  const asked = [name, address, telephone, email].filter(Boolean).join(", ");
  return {
    url: papersUrl ?? null,
    shown: (papersUrl ?? "").replace(/^https?:\/\//, ""),
    copies:
      asked === "" ? "" : `For a printed copy, or a copy in another format, ask ${asked.replace(/\.$/, "")}.`,
  };
}
