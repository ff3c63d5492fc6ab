import type { FlowView } from "../../src/document/papers/views.ts";

import { heading, plain, prose, say, table } from "./paperParts.ts";

export const minutes: FlowView = {
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

export const letter: FlowView = {
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

export const slides: FlowView = {
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

export const programme: FlowView = {
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
