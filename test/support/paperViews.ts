import type { FlowView, PaperKind } from "../../src/document/papers/views.ts";
import type { Drawings } from "../../src/html/drawings.ts";

import { letter, minutes, programme, slides } from "./meetingPapers.ts";
import { chart, heading, plain, say, table } from "./paperParts.ts";
import { response, scrutiny } from "./quarterPapers.ts";

const chain: FlowView = {
  ...plain,
  kind: "questions",
  title: "Questions and actions",
  fullTitle: "Questions and actions, 2019/20",
  running: "Questions and actions",
  blocks: [
    heading(2, "Questions"),
    {
      kind: "table",
      id: "chain",
      title: "Three questions, one not answered",
      what: "Performance Scrutiny, quarter 3 of 2019/20",
      table: table(
        "normal",
        ["Question", "Asked", "Answered", "Follow-up"],
        [
          ["1. County lines", "20 January 2020", "22 January 2020", "none"],
          ["3. Rape offences", "20 January 2020", "part (b) not answered", "action 01.21/07/2020"],
        ],
        "left",
      ),
      landscape: false,
    },
    heading(2, "Across"),
    {
      kind: "table",
      id: "across-table",
      title: "Actions of all meetings",
      what: "As on 16 March 2020",
      table: table(
        "wide",
        ["Action", "Owner", "Due"],
        [["Move the meeting", "Chair", "16 March 2020"]],
        "left",
      ),
      landscape: true,
    },
    heading(2, "How to read this"),
    say("An action is open until it is recorded as discharged."),
  ],
};

/** One grey pixel. */
const pixel =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

const appendix: FlowView = {
  ...plain,
  kind: "appendix",
  title: "Rural Crime Team",
  subtitle: "Appendix E to the report of the Police and Crime Commissioner",
  fullTitle: "Appendix E: Rural Crime Team",
  running: "Warwickshire Police  |  Rural Crime Team",
  pageName: "Appendix E page",
  ofPages: true,
  details: [{ name: "Author", text: "Warwickshire Police" }],
  blocks: [
    heading(2, "Introduction"),
    say("The team began on 7 October 2019.\n\n1. North\n2. South"),
    heading(3, "Headlines"),
    {
      kind: "picture",
      id: "team-map",
      title: "Where the team works",
      alt: "A grey square stands for the county",
      credit: "Drawn by the office",
      source: pixel,
    },
    {
      kind: "figure",
      id: "small",
      title: "Figure 1. Half of rural crime is theft",
      what: "Offences, 2019",
      chart: chart("small-chart", 360),
    },
    {
      kind: "projection",
      id: "projected",
      title: "Figure 2. Burglary is likely to stay level",
      what: "Offences a month",
      chart: chart("projection-chart", 300),
      series: { measure: "burglary", area: "force" },
      tableId: "projected-months",
      tableTitle: "The months",
      table: table("small", ["Month", "Number"], [["January 2020", "100"]]),
      judged: "",
    },
  ],
};

const simple = (kind: PaperKind, title: string, more: Partial<FlowView>): FlowView => ({
  ...plain,
  kind,
  title,
  fullTitle: title,
  running: title,
  blocks: [],
  ...more,
});

/** A small paper of each kind, which between them hold every kind of block. */
export const papers: readonly FlowView[] = [
  scrutiny,
  response,
  minutes,
  simple("notes", "Notes of an assurance meeting", {
    subtitle: "West Midlands, 28 January 2020",
    attendance: {
      groups: [{ body: "Force", people: [{ name: "Ben Smith", capacity: "", note: "" }] }],
      apologies: [],
    },
    blocks: [
      heading(3, "Finance"),
      say("The force expects to spend its budget."),
      heading(4, "Capital"),
      say("None."),
    ],
  }),
  simple("report", "Report of the Police and Crime Commissioner", {
    organisation: "Office of the Police and Crime Commissioner",
    blocks: [
      heading(2, "Establishment", "4"),
      heading(3, "Officers", "4.1"),
      {
        kind: "table",
        id: "establishment-table",
        title: "Table 1. Officers rose through the year",
        what: "Full-time equivalents and people, 2019/20",
        table: table(
          "wide",
          ["Measure", "April", "June", "August", "October", "December", "February"],
          [
            ["Establishment", "963.00", "963.00", "963.00", "977.00", "977.00", "977.00"],
            ["Actual", "805.99", "842.18", "877.42", "929.65", "972.43", "988.71"],
          ],
        ),
        landscape: false,
      },
    ],
  }),
  appendix,
  slides,
  letter,
  programme,
  chain,
];

/** Boxes in place of drawings, as wide as the charts of these papers. */
export const paperDrawings: Drawings = {
  chart: (id) => {
    const width = id === "harm-chart" ? 482 : id === "small-chart" ? 360 : 300;
    return `<svg role="img" aria-label="${id}" width="${width}pt" height="120pt" viewBox="0 0 ${width} 120"><path d="M0 0h${width}v120h-${width}z" fill="#e9edf0"/></svg>`;
  },
  strip: () => "",
  flagIcon: () => "",
  targetIcon: () => "",
  arrowIcon: () => "",
  commonCauseIcon: () => "",
};
