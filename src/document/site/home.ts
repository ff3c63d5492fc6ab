import { dayLabel } from "../periods.ts";
import type { SummaryView } from "../views.ts";
import { addresses, meetingAddress } from "./addresses.ts";
import type { SiteWords } from "./context.ts";
import { meetingTitle } from "./folderTitle.ts";
import { documentEntry, latestFirst } from "./lists.ts";
import { nextAndPast } from "./meetings.ts";
import { entry, type PlainBlock, type PlainPageView, type PlainSection, words } from "./plainPage.ts";

/** How many of the latest papers the home page lists. */
const latestPapers = 5;

/** The name of the site: "Warwickshire Police performance". */
export const siteName = ({ facts }: Pick<SiteWords, "facts">): string =>
  `${facts.organisation.force} performance`;

/** What the home page says of the latest Performance Summary. */
export type SummaryWords = Pick<SummaryView["panelPage"], "lead" | "exceptions"> &
  Pick<SummaryView["paper"], "title" | "subtitle">;

/** The home page: what stands out, the next meeting, the latest papers. */
export function homePage(site: SiteWords, summary: SummaryWords | null): PlainPageView {
  const { force, commissioner } = site.facts.organisation;
  return {
    address: addresses.home,
    title: `How ${force} is performing`,
    description: `Figures, papers, meetings and decisions, published by the ${commissioner}.`,
    part: null,
    crumbs: [],
    lead: `Figures, papers, meetings and decisions, published by the ${commissioner}.`,
    opening: [{ kind: "search" }],
    sections: [
      ...(summary === null ? [] : [standsOut(site, summary)]),
      prioritiesSection(site),
      meetingsSection(site),
      {
        id: "latest",
        title: "Latest papers",
        blocks: [
          {
            kind: "entries",
            entries: latestFirst(site.documents.filter(({ kind }) => kind !== "questions"))
              .slice(0, latestPapers)
              .map(documentEntry),
          },
          prose(
            `[All papers](${addresses.reports}). [Follow what is published and corrected](${addresses.feed}) in a feed reader.`,
          ),
        ],
      },
      {
        id: "held-to-account",
        title: "Holding the police to account",
        blocks: [
          {
            kind: "entries",
            entries: [
              entry(
                { text: "Decisions", address: addresses.decisions, detail: "" },
                "What the Commissioner has decided, with what is exempt and why.",
              ),
              entry(
                { text: "Questions and answers", address: addresses.questions, detail: "" },
                "What was asked of the police, what they answered, and what is still to be done.",
              ),
              entry(
                { text: "What must be published", address: addresses.specifiedInformation, detail: "" },
                "Every entry of the Specified Information Order, where it is, and what is missing.",
              ),
            ],
          },
        ],
      },
    ],
    contents: false,
  };
}

const prose = (markdown: string): PlainBlock => ({ kind: "prose", prose: { markdown } });

/** What the latest Performance Summary says is exceptional. */
function standsOut(site: SiteWords, { lead, exceptions, title, subtitle }: SummaryWords): PlainSection {
  const found = latestFirst(site.documents.filter(({ kind }) => kind === "summary"))[0];
  const rows = exceptions.map(({ flag, name, text, section }) => [
    words(name, { address: `${found?.page ?? ""}#${section}` }),
    words("", { flag }),
    words(text),
  ]);
  return {
    id: "stands-out",
    title: "What stands out",
    blocks: [
      prose(lead),
      ...(rows.length === 0
        ? []
        : [
            {
              kind: "table" as const,
              caption: `Exceptional in ${subtitle === "" ? title : subtitle.replace(/ \(.*\)$/, "")}`,
              head: ["Measure", "Exceptional", "What happened"],
              rows,
            },
          ]),
      ...(found === undefined ? [] : [{ kind: "entries" as const, entries: [documentEntry(found)] }]),
    ],
  };
}

function prioritiesSection({ facts }: SiteWords): PlainSection {
  const entries = facts.organisation.priorities.map(({ id, title }) => {
    const count = [...facts.measures.values()].filter(({ measure }) => measure.priority === id).length;
    return entry({
      text: title,
      address: `${addresses.measures}#${id}`,
      detail: `${count} ${count === 1 ? "measure" : "measures"}`,
    });
  });
  return { id: "measures", title: "Measures", blocks: [{ kind: "entries", entries }] };
}

function meetingsSection(site: SiteWords): PlainSection {
  const { next, past } = nextAndPast(site);
  const shown = next[0] ?? past[0];
  const said = next[0] === undefined ? "The last meeting" : "The next meeting";
  return {
    id: "meetings",
    title: "Meetings",
    blocks:
      shown === undefined
        ? [prose("No meeting is known yet.")]
        : [
            {
              kind: "entries",
              entries: [
                entry(
                  {
                    text: meetingTitle(site.facts, shown),
                    address: meetingAddress(shown.id),
                    detail: dayLabel(shown.meeting.date),
                  },
                  `${said}${shown.meeting.venue === undefined ? "" : `: ${shown.meeting.venue}`}`,
                ),
              ],
            },
            prose(`[All meetings](${addresses.meetings})`),
          ],
  };
}
