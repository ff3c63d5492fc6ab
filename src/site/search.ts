import { gzipSync } from "node:zlib";
import MiniSearch from "minisearch";
import { dayLabel } from "../document/periods.ts";
import {
  addresses,
  fileOf,
  measureAddress,
  meetingAddress,
  outsideAddress,
  packAddress,
  quarterAddress,
} from "../document/site/addresses.ts";
import { agendaLines } from "../model/agenda.ts";
import type { DigestedInput } from "./digest.ts";
import { meetingTitle } from "./news.ts";
import { keyWords, mostWords } from "./searchText.ts";
import type { SiteFile } from "./site.ts";

/** One thing that a search can find. */
export type SearchEntry = {
  /** Address from the site's root; the page of the results makes it relative. */
  readonly address: string;
  readonly title: string;
  readonly kind: "measure" | "paper" | "meeting" | "page";
  /** Under the title: date, body, what it is. */
  readonly summary: string;
  /** What it is found by beside its title. */
  readonly text: string;
};

/** How the index is made; whoever loads it must say the same. */
export const searchOptions = {
  idField: "address",
  fields: ["title", "text"],
  storeFields: ["title", "kind", "summary"],
};

/** The most that the index may weigh, compressed, so that the search page and all it loads stay below 150 KB. */
const budget = 80_000;

/** How many different words of each text are tried, until the index is light enough. */
const wordCounts = [mostWords, 1000, 500, 250, 120, 60, 30, 15, 0];

/**
 * The index of everything, as MiniSearch loads it. Titles are always whole; of texts as many different words are in it, the earliest of
 * each, as the budget allows. The same number for all: no paper is easier to find than another.
 */
export function searchIndex(entries: readonly SearchEntry[]): SiteFile {
  for (const count of wordCounts) {
    const bytes = Buffer.from(indexText(entries, count));
    if (gzipSync(bytes).byteLength <= budget || count === 0)
      return { path: fileOf(addresses.searchIndex), bytes };
  }
  throw new Error("the last of the counts is 0");
}

function indexText(entries: readonly SearchEntry[], count: number): string {
  const index = new MiniSearch<SearchEntry>(searchOptions);
  index.addAll(entries.map((entry) => ({ ...entry, text: keyWords(entry.text, count) })));
  return JSON.stringify(index);
}

/** Everything that can be found: measures, papers and packs, meetings, quarters. */
export function searchEntries({ facts, documents, packs, outside, cutOff }: DigestedInput): SearchEntry[] {
  const priority = new Map(facts.organisation.priorities.map(({ id, title }) => [id, title]));
  const measures = [...facts.measures.values()].map(
    ({ measure }): SearchEntry => ({
      address: measureAddress(measure.id),
      title: measure.title,
      kind: "measure",
      summary: `Measure. ${priority.get(measure.priority) ?? ""}`.trim(),
      text: [
        measure.counted.many,
        measure.definition,
        ...measure.signsOfImprovement,
        ...measure.categories.map(({ title }) => title),
        ...measure.caveats,
        priority.get(measure.priority) ?? "",
      ].join(" "),
    }),
  );
  const papers = documents.map(
    ({ entry, title, words }): SearchEntry => ({
      address: entry.page,
      title,
      kind: "paper",
      summary: `Paper of ${dayLabel(entry.date)}`,
      text: words,
    }),
  );
  const meetings = [...facts.meetings.values()].map(
    (meeting): SearchEntry => ({
      address: meetingAddress(meeting.id),
      title: meetingTitle(meeting, facts),
      kind: "meeting",
      summary: meeting.meeting.venue ?? "Meeting",
      text: agendaLines(meeting)
        .map(({ item }) => item.title)
        .join(" "),
    }),
  );
  const titles = new Map([...facts.meetings.values()].map((one) => [one.id, meetingTitle(one, facts)]));
  const inMeeting = (id: string): string => titles.get(id) ?? id;
  return [
    ...measures,
    ...papers,
    ...meetings,
    ...[...facts.quarters.values()].map(
      (quarter): SearchEntry => ({
        address: quarterAddress(quarter.id),
        title: quarterTitle(quarter.id),
        kind: "page",
        summary: `Papers of the quarter; data known on ${dayLabel(quarter.quarter.cutOff)}`,
        text: "",
      }),
    ),
    ...packs.map(
      ({ meeting, name, pages }): SearchEntry => ({
        address: packAddress(meeting, name),
        title: `${inMeeting(meeting)}: ${name === "agenda-pack" ? "agenda pack" : name.replace("-", " ")}`,
        kind: "paper",
        summary: `PDF, ${pages} pages`,
        text: "",
      }),
    ),
    ...outside.map(
      ({ meeting, file, title, pages }): SearchEntry => ({
        address: outsideAddress(meeting, file),
        title,
        kind: "paper",
        summary: `PDF, ${pages} pages, for ${inMeeting(meeting)}`,
        text: "",
      }),
    ),
    ...pages(cutOff),
  ];
}

/** "Quarter 3 of 2019/20" */
const quarterTitle = (id: string): string => `Quarter ${id.slice(-1)} of ${id.slice(0, 4)}/${id.slice(5, 7)}`;

/** The pages of which every site has one. */
const pages = (cutOff: string): SearchEntry[] =>
  (
    [
      ["decisions", "Decisions", "register of decisions"],
      ["questions", "Questions and answers", "questions answers actions scrutiny"],
      [
        "specifiedInformation",
        "What must be published",
        "specified information order transparency salary budget contracts gifts hospitality",
      ],
      ["accessibility", "Accessibility statement", "accessible screen reader"],
      ["howFiguresAreMade", "How figures are made", "method control chart limits projection rounding"],
      ["corrections", "Corrections and revisions", "corrected revised errors"],
      ["data", "Data", "download CSV JSON open data catalogue"],
    ] as const
  ).map(([name, title, text]) => ({
    address: addresses[name],
    title,
    kind: "page",
    summary: `Data known on ${dayLabel(cutOff)}`,
    text,
  }));
