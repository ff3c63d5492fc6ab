import { SourceError } from "../../src/diagnostic.ts";
import { type FlowPaper, flowPaper } from "../../src/document/papers/paper.ts";
import type { Facts } from "../../src/model/facts.ts";
import type { Change } from "./project.ts";
import { factsOf } from "./register.ts";

/** People and bodies for the papers of tests. */
export const people: Change = {
  file: "data/organisation.yaml",
  from: "\npriorities:",
  to: `
bodies:
  - { id: opcc, name: Office of the Police and Crime Commissioner, address: [1 High Street, Westmark, WM1 1AA], telephone: "01234 567890" }
  - { id: force, name: Marlshire Police }
  - { id: panel, name: Marlshire Police and Crime Panel }
people:
  - { name: Ada North, title: Councillor, role: "Chair, Marlshire Police and Crime Panel", body: panel }
  - { name: Ben South, role: Police and Crime Commissioner, body: opcc }
  - { name: Cara West, title: Councillor, role: "Member, Marlshire Police and Crime Panel", body: panel }
acronyms: { ASB: anti-social behaviour, OCG: organised crime group, RUI: released under investigation }

priorities:`,
};

/** A paper in the folder of the quarter. */
export const paperFile = (name: string, front: readonly string[], body: readonly string[]): Change => ({
  file: `data/quarters/2019-20-q3/${name}.md`,
  text: ["---", ...front, "---", "", ...body, ""].join("\n"),
});

/** The paper of that name, worded. */
export function flowOf(facts: Facts, name: string): FlowPaper {
  const paper = facts.papers.get(`2019-20-q3/${name}`);
  if (paper === undefined) throw new Error(`there is no paper ${name}`);
  return flowPaper(facts, paper);
}

/** The problems of a paper, as "line:column message". */
export function problemsIn(facts: Facts, name: string): string[] {
  try {
    flowOf(facts, name);
    return [];
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return error.problems.map(({ place, message }) => `${place.line}:${place.column} ${message}`);
  }
}

export const scrutinyHead = [
  "kind: scrutiny",
  "title: Performance Scrutiny",
  "date: 2019-12-05",
  "body: opcc",
  "author: Ben South",
  'version: "1.0"',
  "marking: OFFICIAL",
];
export const responseHead = [
  "kind: response",
  "title: Force Response",
  "date: 2019-12-12",
  "body: force",
  "answers: 2019-20-q3/scrutiny",
];

export const scrutinyBody = [
  "## Serving victims",
  "",
  "{{burglary}} burglaries are many. ASB is down.",
  "",
  '{{question burglary "Burglary"}}',
  "",
  "Why did burglary move as it did?",
  "",
  '{{question rui "Released under investigation"}}',
  "",
  "RUI has grown.",
  "",
  "(a) Is the number acceptable?",
  "",
  "(b) What will be done?",
  "",
  "## Questions",
  "",
  "{{questions}}",
];

/** The facts of a project with a scrutiny report and its response. */
export const chainFacts = (answers: readonly string[], more: readonly string[] = []): Promise<Facts> =>
  factsOf(
    people,
    paperFile("scrutiny", scrutinyHead, scrutinyBody),
    paperFile("response", [...responseHead, ...more], answers),
  );
