import type { Diagnostic } from "../diagnostic.ts";
import { dayLabel } from "../document/periods.ts";
import { addresses, fileOf } from "../document/site/addresses.ts";
import { homeCrumb } from "../document/site/page.ts";
import { type PlainPageView, type PlainSection, type WordCell, words } from "../document/site/plainPage.ts";
import type { SpecifiedInformation } from "../model/specifiedInformation.ts";

type Group = SpecifiedInformation["groups"][number];
type Entry = Group["entries"][number];

/** The page of what the law asks to be published: where each thing is, and what is missing. What is to stand in a prominent place comes first. */
export function specifiedInformationPage(list: SpecifiedInformation | null): PlainPageView {
  const { title, instruments, groups } = list ?? unwritten;
  const entries = groups.flatMap((group) => group.entries);
  const owners = new Set(entries.map(({ owner }) => owner));
  /** Said once where it is the same for all. */
  const [owner] = owners.size === 1 ? owners : [];
  const missing = entries.filter(({ gap }) => gap !== undefined).length;
  const ordered = [
    ...groups.filter(({ prominent }) => prominent),
    ...groups.filter(({ prominent }) => !prominent),
  ];
  return {
    address: addresses.specifiedInformation,
    title,
    description:
      "The information that a police and crime commissioner must publish, where it is and what is missing.",
    part: null,
    crumbs: [homeCrumb],
    lead:
      list === null
        ? "The office has not written this list yet."
        : `The law lists ${entries.length} things to publish. ${gapWords(missing)}`,
    opening:
      owner === undefined
        ? []
        : [{ kind: "prose", prose: { markdown: `Who answers for all of them: ${owner}.` } }],
    sections: [...ordered.map((group) => section(group, owner === undefined)), ...lawSection(instruments)],
    contents: groups.length > 0,
  };
}

/** What the list rests on, for whoever wants to read the law itself. */
const lawSection = (instruments: SpecifiedInformation["instruments"]): PlainSection[] =>
  instruments.length === 0
    ? []
    : [
        {
          id: "law",
          title: "The law",
          blocks: [
            {
              kind: "entries",
              entries: instruments.map(({ citation, url, what, inForce }) => ({
                link: { text: citation, address: url, detail: "" },
                more: [],
                note: inForce === undefined ? what : `In force from ${dayLabel(inForce)}. ${what}`,
              })),
            },
          ],
        },
      ];

/** The page is there before its list is, and says so. */
const unwritten: SpecifiedInformation = { title: "What must be published", instruments: [], groups: [] };

const gapWords = (missing: number): string => {
  if (missing === 0) return "Nothing is missing here.";
  return missing === 1
    ? "1 of them is missing here, or is not complete."
    : `${missing} of them are missing here, or are not complete.`;
};

/** "7A" of a group whose first entry is 7A(a). */
const paragraphOf = (entries: readonly Entry[]): string => (entries[0]?.paragraph ?? "").replace(/\(.*/, "");

const section = ({ title, entries }: Group, owners: boolean): PlainSection => ({
  id: `paragraph-${paragraphOf(entries).toLowerCase()}`,
  title,
  blocks: [
    {
      kind: "table",
      caption: `Paragraph ${paragraphOf(entries)}: what must be published, and where it is`,
      head: ["Paragraph", "What", "Where", "Date", ...(owners ? ["Who answers for it"] : [])],
      rows: entries.flatMap((one) => rows(one, owners)),
    },
  ],
});

/** The rows of one entry: one for each link, and one for what is missing. */
function rows({ paragraph, what, when, links, gap, date, owner }: Entry, owners: boolean): WordCell[][] {
  const asked = when === undefined ? what : `${what}. ${when}.`;
  const where = [
    ...links.map(({ title, page, url, note }) =>
      words(note === undefined ? title : `${title}. ${note}`, { address: page ?? url ?? null }),
    ),
    ...(gap === undefined ? [] : [words(`Missing. ${gap}`)]),
  ];
  return where.map((cell) => [
    words(paragraph),
    words(asked),
    cell,
    words(date === undefined || cell.address === null ? "–" : dayLabel(date)),
    ...(owners ? [words(owner ?? "–")] : []),
  ]);
}

/**
 * Links of the list to pages that the website does not have, as problems of the list.
 *
 * @param paths those of all files of the website
 */
export function brokenLinks(list: SpecifiedInformation | null, paths: readonly string[]): Diagnostic[] {
  const present = new Set(paths);
  const entries = (list?.groups ?? []).flatMap((group) => group.entries);
  return entries.flatMap(({ paragraph, links }) =>
    links.flatMap(({ page }): Diagnostic[] =>
      page === undefined || present.has(fileOf(page))
        ? []
        : [
            {
              place: { file: "data/specified-information.yaml", line: 1, column: 1 },
              message: `paragraph ${paragraph}: the website has no page ${page}`,
              hint: "Correct the address, or say in `gap` what is missing.",
            },
          ],
    ),
  );
}
