import { type Diagnostic, SourceError } from "../../diagnostic.ts";
import { createRegister, type Register, type RegisterOptions } from "../../figures/register.ts";
import { directiveProblems } from "../../model/chain.ts";
import type { Facts, PaperSource } from "../../model/facts.ts";
import { isDraft } from "../../model/packs.ts";
import type { PaperHead } from "../../model/papers.ts";
import { withAcceptedNotes } from "../acceptedNotes.ts";
import { withBaselinesOf } from "../confirmed.ts";
import { authorNotes, numbered } from "../notes.ts";
import { dayLabel } from "../periods.ts";
import { fillText } from "../prose.ts";
import { untold } from "../told.ts";
import type { NoteView } from "../views.ts";
import { acronymsOf } from "./acronyms.ts";
import { attendanceView } from "./attendance.ts";
import { flowBlocks } from "./flow.ts";
import type { Flow } from "./flowContext.ts";
import { letterView } from "./letter.ts";
import { authorText, bodyName, fullName, personOf } from "./people.ts";
import { answerIndex, askedQuestions } from "./questions.ts";
import type { FlowView, SignatureView } from "./views.ts";

/** A paper of the office, worded, the same with figures that know their names, and the register of the figures that it prints. */
export type FlowPaper = {
  readonly view: FlowView;
  readonly told: FlowView;
  readonly register: Register;
};

/**
 * Words one of the office's papers, as it stood on its cut-off date.
 *
 * @throws SourceError with every problem of the paper
 */
export function flowPaper(facts: Facts, paper: PaperSource, releasing = false): FlowPaper {
  const problems: Diagnostic[] = directiveProblems(paper);
  const register = registerOf(facts, paper, { telling: true });
  const written = authorNotes(paper.markdown.blocks);
  const filling = { register, notes: numbered(paper.document, written), problems };
  const flow: Flow = {
    paper,
    filling,
    numbering: { figure: 0, table: 0 },
    acronyms: acronymsOf(facts.organisation),
    questions: askedQuestions(facts, paper, (other) => registerOf(facts, other)),
  };
  if (problems.length > 0) throw new SourceError(problems);
  const blocks = flowBlocks(flow);
  const notes = written.map(
    ({ text, place }, i): NoteView => ({
      id: `note-${paper.document}-${i + 1}`,
      number: i + 1,
      prose: { markdown: place === null ? text : fillText(text, place, filling) },
    }),
  );
  const here = { accepted: paper.head.accepted, placeOf: paper.markdown.frontMatter.placeOf };
  const page = withAcceptedNotes(paper.document, { blocks, notes }, here, problems);
  const view = { ...headView(facts, paper, releasing, problems), ...page };
  if (problems.length > 0) throw new SourceError(problems);
  const whole = { ...view, index: paper.head.kind === "response" ? answerIndex(flow, view.blocks) : [] };
  return { view: untold(whole), told: whole, register };
}

/** The register of a paper: with the month and cut-off of its quarter, or its own, or those of its date. */
export function registerOf(
  facts: Facts,
  { path, head }: PaperSource,
  options: RegisterOptions = {},
): Register {
  const quarter = facts.quarters.get(path)?.quarter;
  const { month, cutOff } = head.data ?? quarter ?? { month: head.date.slice(0, 7), cutOff: head.date };
  return createRegister(withBaselinesOf(facts, head.date), month, cutOff, options);
}

type Head = Omit<FlowView, "blocks" | "notes" | "index">;

function headView(facts: Facts, paper: PaperSource, releasing: boolean, problems: Diagnostic[]): Head {
  const { head, path, document } = paper;
  const { organisation } = facts;
  const body = bodyName(organisation, head.body);
  const fullTitle = [head.title, ...(head.subtitle === undefined ? [] : [head.subtitle])].join(", ");
  return {
    form: "paper",
    kind: head.kind,
    lang: "en-GB",
    title: head.title,
    subtitle: head.subtitle ?? "",
    fullTitle,
    organisation: body,
    author: head.author === undefined ? body : authorText(organisation, head.author),
    isoDate: head.date,
    marking: head.marking,
    urn: head.urn ?? null,
    running: runningHead(body, head.title, head.subtitle ?? ""),
    footLeft: footOf(head),
    pageName: pageName(head),
    ofPages: head.kind === "appendix" || head.kind === "minutes" || head.kind === "notes",
    draft: head.kind !== "letter" && !releasing && isUnreleased(facts, path, document),
    details: detailsOf(facts, head),
    attendance:
      head.kind === "minutes" || head.kind === "notes"
        ? attendanceView(organisation, paper, head.attendance, problems)
        : null,
    letter: head.kind === "letter" ? letterView(organisation, paper, head, problems) : null,
    signature: signatureView(facts, head),
  };
}

/** A quarter's paper is a draft until it is released, a meeting's until the pack that brings it is. */
function isUnreleased({ quarters, meetings }: Facts, path: string, document: string): boolean {
  const quarter = quarters.get(path);
  if (quarter !== undefined)
    return !(quarter.released?.releases.some((r) => r.document === document) ?? false);
  return isDraft(meetings, path, document);
}

/** Characters that the head of a portrait page holds beside its marking. */
const mostInHead = 84;

/** Whose paper it is and what it is called, as far as the head of a page holds it: never what stands in brackets. */
function runningHead(body: string, title: string, subtitle: string): string {
  const plain = subtitle.replace(/\s*\(.*\)$/, "");
  const whole = `${body}  |  ${title}${plain === "" ? "" : `, ${plain}`}`;
  return whole.length <= mostInHead ? whole : `${body}  |  ${title}`;
}

function footOf(head: PaperHead): string {
  if (head.kind === "minutes" || head.kind === "notes")
    return head.status === "draft" ? "Draft: to be confirmed" : "Confirmed";
  return head.version === undefined ? dayLabel(head.date) : `Version ${head.version}, ${dayLabel(head.date)}`;
}

const pageNames = {
  scrutiny: "Scrutiny page",
  response: "Response page",
  minutes: "Minutes page",
  notes: "Notes page",
  report: "Report page",
  slides: "Slide",
  letter: "Letter page",
  "work-programme": "Programme page",
} as const;

const pageName = (head: PaperHead): string =>
  head.kind === "appendix" ? `Appendix ${head.appendix.letter} page` : pageNames[head.kind];

function detailsOf({ organisation }: Facts, head: PaperHead): FlowView["details"] {
  const record = head.kind === "minutes" || head.kind === "notes" ? head : null;
  const name = (value: string | undefined): string | null =>
    value === undefined ? null : authorText(organisation, value);
  const rows: [string, string | null][] = [
    ["Appendix", head.kind === "appendix" ? `${head.appendix.letter}, to the ${head.appendix.to}` : null],
    ["Author", name(head.author)],
    ["Date", head.kind === "letter" ? null : dayLabel(head.date)],
    ["Time", record?.time ?? null],
    ["Venue", record?.venue ?? null],
    ["Chair", name(record?.chair)],
    ["Minutes", name(record?.minutes)],
    ["Version", head.version ?? null],
    ["Reference", head.urn ?? null],
    ["Marking", head.marking],
    ["Status", record === null ? null : record.status === "draft" ? "Draft, to be confirmed" : "Confirmed"],
    ["Rose", record?.rose ?? null],
  ];
  return rows.flatMap(([label, text]) => (text === null ? [] : [{ name: label, text }]));
}

function signatureView({ organisation }: Facts, { signature }: PaperHead): SignatureView | null {
  if (signature === undefined) return null;
  const person = personOf(organisation, signature.name);
  const after = person?.postNominal === undefined ? "" : ` ${person.postNominal}`;
  return {
    head: signature.head,
    name: `${fullName(organisation, signature.name)}${after}`,
    office: person?.role ?? "",
    date: signature.date === undefined ? null : dayLabel(signature.date),
    line: signature.line,
  };
}
