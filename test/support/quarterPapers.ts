import type { FlowView } from "../../src/document/papers/views.ts";

import { chart, heading, plain, prose, question, say, table } from "./paperParts.ts";

export const third = question(
  "3",
  "Rape offences",
  "Is the rise in recorded rape, in North Warwickshire above all, a sign that more victims feel able to report, or of something else?",
  [
    ["a", "What is the Chief Constable’s judgement?"],
    ["b", "What does it rest on?"],
  ],
);
export const fourth = question(
  "4",
  "",
  "Will the Chief Constable support a detailed review of serious organised crime in quarter 1 of 2020/21?",
);

export const scrutiny: FlowView = {
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

export const response: FlowView = {
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
