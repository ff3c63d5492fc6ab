import { dayLabel, periodLabel } from "../document/periods.ts";
import { addresses, figuresData, measureData, tableData } from "../document/site/addresses.ts";
import type { DocumentEntry, LinkView, SiteWords } from "../document/site/context.ts";
import { homeCrumb } from "../document/site/page.ts";
import { type EntryView, entry, type PlainPageView, type PlainSection } from "../document/site/plainPage.ts";
import type { DigestedInput } from "./digest.ts";
import { meetingTitle } from "./news.ts";

/** The page of all data files: series, tables and figures of papers, what goes with them, and their catalogue. */
export function dataPage(site: SiteWords, { documents }: Pick<DigestedInput, "documents">): PlainPageView {
  const file = (address: string, text: string): LinkView[] => {
    const found = site.fileAt(address, text);
    return found === null ? [] : [found];
  };
  /** The CSV of a thing, and after it the JSON; nothing where it has none. */
  const both = (title: string, csv: string, json: string | null): EntryView[] =>
    file(csv, title).map((link) => entry(link, "", json === null ? [] : file(json, `${title} as JSON`)));
  const general: [string, string, string][] = [
    ["/data/symbols.csv", "Symbols", "What [e], [p], [r], [x] and [c] mean."],
    ["/data/revisions.csv", "Revisions", "Values that were published before with another value."],
    [
      addresses.correctionsCsv,
      "Corrections",
      "Figures of papers that are printed otherwise than when they went out.",
    ],
    [
      addresses.catalogue,
      "Catalogue",
      "All CSV files with their columns: a Tabular Data Package of Frictionless Data.",
    ],
    [addresses.feed, "Feed", "What was published and corrected, for feed readers."],
    [addresses.calendar, "Calendar", "Meetings and dates to come, for phones and Outlook."],
  ];
  const measures = [...site.facts.measures.values()]
    .map(({ measure }) => measure)
    .sort((a, b) => a.title.localeCompare(b.title, "en-GB"));
  const series = measures.flatMap(({ id, title }) =>
    both(title, measureData(id, "csv"), measureData(id, "json")),
  );
  /** Papers of several folders can have one title: then its folder is said, too. */
  const titleOf = ({ title, path, date }: DocumentEntry): string => {
    if (site.documents.filter((one) => one.title === title).length === 1) return title;
    const meeting = site.facts.meetings.get(path);
    if (meeting !== undefined) return `${title}: ${meetingTitle(meeting, site.facts)}`;
    return `${title}: ${site.facts.quarters.has(path) ? periodLabel("quarter", path) : `letter, ${dayLabel(date)}`}`;
  };
  const papers = documents.flatMap(({ entry: paper, tables }): PlainSection[] => {
    const entries = [
      ...both("Every figure, and how it was computed", figuresData(paper), null),
      ...tables.flatMap(({ id, title }) =>
        both(title === "" ? id : title, tableData(paper, id, "csv"), tableData(paper, id, "json")),
      ),
    ];
    if (entries.length === 0) return [];
    const id = `${paper.path}-${paper.document}`.replaceAll("/", "-");
    return [{ id: `paper-${id}`, title: titleOf(paper), blocks: [{ kind: "entries", entries }] }];
  });
  return {
    address: addresses.data,
    title: "Data",
    description: "Every series and table of this website as CSV and JSON.",
    part: null,
    crumbs: [homeCrumb],
    lead: "Every series and every table of this website, to use again.",
    opening: [
      {
        kind: "entries",
        entries: [
          ...general.flatMap(([address, title, note]) =>
            file(address, title).map((link) => entry(link, note)),
          ),
          // Made last, of everything else: it has no size yet.
          entry(
            { text: "List of all files", address: addresses.manifest, detail: "JSON" },
            "Every file of this website with its SHA-256.",
          ),
        ],
      },
    ],
    sections: [{ id: "series", title: "Series", blocks: [{ kind: "entries", entries: series }] }, ...papers],
    contents: true,
  };
}
