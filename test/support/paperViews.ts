import type { FlowBlock, FlowView, PaperKind } from "../../src/document/papers/views.ts";
import type { CellView, ChartView, HeadCellView, Prose, TableView } from "../../src/document/views.ts";
import type { Drawings } from "../../src/html/drawings.ts";

const prose = (markdown: string): Prose => ({ markdown });
const say = (markdown: string): FlowBlock => ({ kind: "prose", prose: prose(markdown) });
const heading = (level: 2 | 3 | 4, text: string, number: string | null = null): FlowBlock => ({
  kind: "heading",
  level,
  number,
  text,
  id: text.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
});
const question = (number: string, title: string, text: string, parts: readonly [string, string][] = []) => ({
  id: `question-${number}`,
  number,
  title,
  prose: prose(text),
  parts: parts.map(([id, part]) => ({ id, prose: prose(part) })),
});

/** A table of words or numbers, the first column its row heads. */
function table(
  size: TableView["size"],
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  align: "left" | "right" = "right",
): TableView {
  const head = (text: string, i: number): HeadCellView => ({
    text,
    align: i === 0 ? "left" : align,
    colspan: 1,
    rowspan: 1,
    group: false,
  });
  const cell = (text: string): CellView => ({
    text,
    align,
    strong: false,
    quiet: false,
    shaded: false,
    heard: null,
    flag: null,
    target: null,
    arrow: null,
    bar: null,
  });
  return {
    head: [heads.map(head)],
    rows: rows.map(([first = "", ...cells]) => ({
      head: first,
      detail: null,
      cells: cells.map(cell),
      kind: first === "Force" || first === "Quarter" ? "total" : "row",
    })),
    widths: [],
    size,
  };
}

const chart = (id: string, width: number): ChartView => ({
  id,
  kind: "bars",
  width,
  height: 120,
  alt: "Bars",
  max: 10,
  periodNames: ["December 2019"],
  rows: [],
  hollowText: null,
});

const plain = {
  form: "paper",
  lang: "en-GB",
  subtitle: "",
  organisation: "Warwickshire Police and Crime Panel",
  author: "Democratic Services",
  isoDate: "2020-03-16",
  marking: "OFFICIAL",
  urn: null,
  footLeft: "Version 1.0, 16 March 2020",
  pageName: "Page",
  ofPages: false,
  draft: false,
  details: [],
  attendance: null,
  letter: null,
  index: [],
  notes: [],
  signature: null,
} as const;

const third = question(
  "3",
  "Rape offences",
  "Is the rise in recorded rape, in North Warwickshire above all, a sign that more victims feel able to report, or of something else?",
  [
    ["a", "What is the Chief Constable’s judgement?"],
    ["b", "What does it rest on?"],
  ],
);
const fourth = question(
  "4",
  "",
  "Will the Chief Constable support a detailed review of serious organised crime in quarter 1 of 2020/21?",
);

const scrutiny: FlowView = {
  ...plain,
  kind: "scrutiny",
  title: "Performance Scrutiny",
  subtitle: "Warwickshire Police, quarter 3 of 2019/20",
  fullTitle: "Performance Scrutiny, quarter 3 of 2019/20",
  organisation: "Office of the Police and Crime Commissioner",
  running: "Office of the Police and Crime Commissioner  |  Performance Scrutiny, quarter 3 of 2019/20",
  footLeft: "Version 1.1, 20 January 2020",
  pageName: "Scrutiny page",
  details: [
    { name: "Author", text: "David Patterson, Development and Policy Lead (Performance and Scrutiny)" },
    { name: "Date", text: "20 January 2020" },
    { name: "Version", text: "1.1" },
    { name: "Marking", text: "OFFICIAL" },
  ],
  blocks: [
    heading(2, "Protecting people from harm", "3"),
    heading(3, "Inside their limits"),
    say("Not discussed further this quarter:\n\n- Hate crime: **43**\n- Domestic abuse: **1,000**"),
    heading(3, "Rape"),
    say(
      "53 offences were recorded, 14 above the monthly average but inside the force’s limits.[^1:note-rape] North Warwickshire recorded 33 against an average of 22, which is outside its limits.\n\nEarlier years show no December peak.",
    ),
    {
      kind: "table",
      id: "rape-areas",
      title: "Table 4. North Warwickshire has stayed at 33 for two months",
      what: "Rape offences recorded, 2019",
      table: table(
        "small",
        ["Area", "October", "November", "December", "Average"],
        [
          ["North Warwickshire", "29", "33", "33", "22"],
          ["South Warwickshire", "21", "15", "20", "[x]"],
          ["Force", "50", "48", "53", "39"],
        ],
      ),
      landscape: false,
    },
    { kind: "question", question: third },
    heading(3, "Child sexual exploitation"),
    say("10 offences or incidents, against an average of 24."),
    heading(4, "What the office will do"),
    say(
      "Where the aim is more reporting, a low figure is not by itself good news; the office will watch it.",
    ),
    { kind: "question", question: fourth },
    {
      kind: "table",
      id: "recorded",
      title: "Table 5. Recorded crime fell in both areas",
      what: "Offences recorded, 2019",
      table: table(
        "normal",
        ["Area", "September", "October", "November", "December"],
        [
          ["North Warwickshire", "2,001", "2,104", "2,004", "1,924"],
          ["Force", "3,497", "3,792", "3,543", "3,738"],
        ],
      ),
      landscape: false,
    },
    heading(2, "Questions to the Chief Constable", "4"),
    {
      kind: "question-list",
      questions: [
        { ...third, id: "asked-3", arisesAt: "question-3" },
        { ...fourth, id: "asked-4", arisesAt: "question-4" },
      ],
    },
  ],
  notes: [{ id: "note-rape", number: 1, prose: prose("Figures as known on 14 January 2020.") }],
  signature: {
    head: "Signed",
    name: "David Patterson",
    office: "Development and Policy Lead",
    date: "20 January 2020",
    line: true,
  },
};

const response: FlowView = {
  ...plain,
  kind: "response",
  title: "Force Response",
  subtitle: "to the Performance Scrutiny of quarter 3 of 2019/20",
  fullTitle: "Force Response, quarter 3 of 2019/20",
  organisation: "Warwickshire Police",
  running: "Warwickshire Police  |  Force Response, quarter 3 of 2019/20",
  urn: "ASI/2020/014",
  pageName: "Response page",
  details: [
    { name: "Author", text: "Head of Local Policing" },
    { name: "Date", text: "22 January 2020" },
    { name: "Version", text: "1.0" },
    { name: "Marking", text: "OFFICIAL" },
  ],
  index: [
    { number: "1", title: "County lines", answerId: "answer-1" },
    { number: "3", title: "Rape offences", answerId: "answer-3-a" },
    { number: "4", title: "", answerId: "question-4" },
  ],
  blocks: [
    {
      kind: "quoted-question",
      question: question(
        "1",
        "County lines",
        "How well placed is Warwickshire Police to act against county lines, and to protect the people they exploit?",
      ),
      askedIn: "Scrutiny page 3",
    },
    { kind: "answer", id: "answer-1", head: "Answer" },
    say(
      "The force is rebuilding its own protective services now that the alliance has ended, and serious organised crime is part of its daily and monthly tasking.\n\nLinks with the regional unit are strong.",
    ),
    { kind: "quoted-question", question: third, askedIn: "Scrutiny page 5" },
    { kind: "answer", id: "answer-3-a", head: "Answer to (a)" },
    say("The force judges that confidence to report has grown."),
    {
      kind: "table",
      id: "replies",
      title: "Table 1. Hate crime satisfaction rose, on few replies",
      what: "Satisfied with the whole experience, 2019",
      table: table(
        "small",
        ["Month", "Replies", "Satisfied", "%"],
        [
          ["October", "22", "17", "77.3"],
          ["November", "15", "13", "86.7"],
          ["Quarter", "37", "30", "81.1"],
        ],
      ),
      landscape: false,
    },
    {
      kind: "gap",
      head: "Answer to (b)",
      reason: "No answer to this part is held: the paper does not give one.",
    },
    { kind: "quoted-question", question: fourth, askedIn: "Scrutiny page 5" },
    { kind: "gap", head: "Answer", reason: "Not answered in this paper." },
    {
      kind: "figure",
      id: "harm",
      title: "Figure 1. Most harm lies in two kinds of crime",
      what: "Offences recorded, December 2019",
      chart: chart("harm-chart", 482),
    },
  ],
};

const minutes: FlowView = {
  ...plain,
  kind: "minutes",
  title: "Minutes of the Police and Crime Panel",
  subtitle: "Monday 3 February 2020, rose at 12.30 pm",
  fullTitle: "Minutes, 3 February 2020",
  running: "Warwickshire Police and Crime Panel  |  Minutes, 3 February 2020",
  footLeft: "Draft minutes",
  pageName: "Minutes page",
  ofPages: true,
  draft: true,
  attendance: {
    groups: [
      {
        body: "Warwickshire Police and Crime Panel",
        people: [
          { name: "Councillor David Reilly", capacity: "Chair", note: "" },
          { name: "Councillor Nicola Davies", capacity: "", note: "" },
          { name: "Andy Davis", capacity: "", note: "by telephone" },
          { name: "Bob Malloy", capacity: "", note: "for items 1 to 3" },
          { name: "Jill Simpson-Vince", capacity: "", note: "for Councillor Poole" },
        ],
      },
      {
        body: "Office of the Police and Crime Commissioner",
        people: [
          { name: "Philip Seccombe", capacity: "Police and Crime Commissioner", note: "" },
          {
            name: "David Patterson",
            capacity: "Development and Policy Lead (Performance and Scrutiny)",
            note: "",
          },
        ],
      },
    ],
    apologies: [
      { name: "Councillor Derek Poole", note: "substitute Jill Simpson-Vince" },
      { name: "Councillor Christopher Watkins", note: "no substitute" },
    ],
  },
  blocks: [
    heading(2, "General", "1"),
    heading(3, "Disclosures of pecuniary and non-pecuniary interests", "(2)"),
    say("There were none."),
    heading(3, "Minutes of the previous meeting", "(3)"),
    { kind: "resolution", prose: prose("That the minutes of 21 November 2019 be confirmed and signed.") },
    heading(2, "Precept for 2020/21", "2"),
    say(
      "The Commissioner presented his budget. The precept of a Band D household rises by £9.99 (4.38%), less than 20p a week. It pays for:\n\n- 41 more officers;\n- a Rural Crime Team of twice the size;\n- thirteen detectives against child abuse and trafficking.",
    ),
    {
      kind: "reply",
      to: "Councillor Davies",
      from: "Police and Crime Commissioner",
      prose: prose("Vetting is sold to private firms and other forces."),
    },
    { kind: "reply", to: null, from: "Chief Finance Officer", prose: prose("Budgets start from zero.") },
    {
      kind: "motion",
      mover: "Councillor David Reilly",
      seconder: "Jill Simpson-Vince",
      vote: "Carried unanimously",
      prose: prose("That the Panel support the proposed precept for 2020/21."),
    },
    {
      kind: "motion",
      mover: "Andy Davis",
      seconder: null,
      vote: null,
      prose: prose("That the item be deferred."),
    },
    {
      kind: "resolution",
      prose: prose("That the Panel accepts the Commissioner’s proposal of a budget and precept for 2020/21."),
    },
    heading(2, "Work programme", "4"),
    say("The next meeting is on 16 March 2020."),
    {
      kind: "action",
      reference: "01.21/07/2020",
      owner: "Chair of the Panel",
      due: "16 March 2020",
      status: "Open",
      prose: prose("Move the meeting on outcomes of investigations to before the next Panel meeting."),
    },
    {
      kind: "action",
      reference: null,
      owner: null,
      due: null,
      status: "Standing item",
      prose: prose("Bring a second update on outcomes."),
    },
  ],
  signature: {
    head: "Approved as a correct record",
    name: "Councillor David Reilly",
    office: "Chair of the Panel",
    date: null,
    line: true,
  },
};

const letter: FlowView = {
  ...plain,
  kind: "letter",
  title: "Warwickshire policing precept 2020/21",
  fullTitle: "Letter to the Police and Crime Commissioner, 7 February 2020",
  running: "Warwickshire Police and Crime Panel  |  7 February 2020",
  marking: null,
  footLeft: "7 February 2020",
  letter: {
    sender: {
      body: "Warwickshire Police and Crime Panel",
      lines: ["Shire Hall", "Market Place", "Warwick", "CV34 4RL"],
    },
    addressee: [
      "Mr Philip Seccombe",
      "Warwickshire Police and Crime Commissioner",
      "3 Northgate Street",
      "Warwick",
      "CV34 4SP",
    ],
    date: "7 February 2020",
    reference: "PCP/2020/02",
    salutation: "Dear Mr Seccombe,",
    subject: "Warwickshire policing precept 2020/21",
    close: "Yours sincerely,",
    signatory: { name: "Councillor David Reilly", office: "Chair, Warwickshire Police and Crime Panel" },
  },
  blocks: [
    say("All members present on 3 February supported your proposal: £9.99 (4.38%) more in Band D."),
    heading(2, "Precept consultation"),
    say(
      "Few people answered. The inspectors wrote of another force:\n\n> The force should make sure that the public can take part.",
    ),
    {
      kind: "ask",
      strength: "Urges",
      prose: prose("The Panel urges you to reach more people in future consultations."),
    },
    heading(2, "Climate change"),
    heading(3, "Buildings"),
    say("Refurbished buildings cost less to heat."),
    {
      kind: "ask",
      strength: "Would welcome",
      prose: prose("The Panel would welcome the energy standards of refurbished buildings."),
    },
  ],
};

const slides: FlowView = {
  ...plain,
  kind: "slides",
  title: "Budget 2020/21",
  subtitle: "Presented to the Police and Crime Panel, 3 February 2020",
  fullTitle: "Budget 2020/21",
  organisation: "Office of the Police and Crime Commissioner",
  running: "",
  pageName: "Slide",
  blocks: [
    heading(2, "Draft revenue budget"),
    say(
      "- Net budget of **£111.590m**\n- Reserves used: £3.855m\n- Grant\n  - core grant up by £3.651m\n  - grant for more officers: £1.153m\n- Precept up by £9.99 (4.38%)\n- Savings of £1.401m",
    ),
    heading(2, "What it delivers"),
    heading(3, "41 more officers"),
    say("1. Thirteen detectives\n2. Twelve for firearms and roads\n3. Ten on patrol, six rural"),
    {
      kind: "table",
      id: "officers",
      title: "Officers by team",
      what: "2020/21",
      table: table(
        "normal",
        ["Team", "Officers"],
        [
          ["Detectives", "13"],
          ["Firearms and roads", "12"],
        ],
      ),
      landscape: false,
    },
  ],
};

const programme: FlowView = {
  ...plain,
  kind: "work-programme",
  title: "Work programme",
  fullTitle: "Work programme, March 2020",
  running: "Warwickshire Police and Crime Panel  |  Work programme",
  blocks: [
    heading(2, "Reports with a date"),
    {
      kind: "table",
      id: "dated",
      title: "Reports with a date",
      what: "Meetings of 2020",
      table: table(
        "normal",
        ["Date", "Item", "Detail", "Last report"],
        [
          [
            "18 June 2020",
            "Estates",
            "Suggested by the Planning and Performance Working Group: how buildings are chosen, kept and left",
            "–",
          ],
          ["24 September 2020", "Annual report", "To consider the annual report", "21 November 2019"],
        ],
        "left",
      ),
      landscape: true,
    },
  ],
};

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
