import { createRegister } from "../../figures/register.ts";
import {
  type Action,
  actionsIn,
  answersIn,
  askedIn,
  directivesOf,
  latestDate,
  partsOf,
  type Question,
  questionsIn,
} from "../../model/chain.ts";
import type { Facts, PaperSource } from "../../model/facts.ts";
import type { HeadOf } from "../../model/papers.ts";
import { noNotes } from "../notes.ts";
import { dayLabel } from "../periods.ts";
import { wordsTable } from "./lists.ts";
import type { FlowPaper } from "./paper.ts";
import { bodyName, fullName } from "./people.ts";
import { questionView } from "./questions.ts";
import type { FlowBlock, FlowView } from "./views.ts";

/** The name of the document that shows the chain. */
export const chainDocument = "questions-and-actions";

/**
 * "Questions and actions": what was asked, answered, left open and is to be done in the papers of one quarter, meeting or letter.
 * Null where nothing is asked or to be done.
 */
export function chainPaper(facts: Facts, path: string): FlowPaper | null {
  const papers = [...facts.papers.values()].filter((paper) => paper.path === path);
  const quarter = facts.quarters.get(path)?.quarter;
  const latest = latestDate(papers);
  if (latest === null) return null;
  const register = createRegister(facts, quarter?.month ?? latest.slice(0, 7), quarter?.cutOff ?? latest);
  const filling = { register, notes: noNotes, problems: [] };
  let table = 0;
  const number = (): number => {
    table += 1;
    return table;
  };
  const responses = papers.filter(({ head }) => head.kind === "response");
  const open = papers.filter((paper) => paper.head.kind === "scrutiny" && !isAnswered(facts, paper));
  const blocks: FlowBlock[] = [
    ...responses.flatMap((response) => questionsTable(facts, response, filling, number)),
    ...open.flatMap((paper) => openTable(paper, filling, number)),
    ...papers.flatMap((paper) => asksTable(paper, number)),
    ...papers.flatMap((paper) => actionsTable(facts, paper, number)),
  ];
  if (blocks.length === 0) return null;
  const organisation = facts.organisation.commissioner;
  const view: FlowView = {
    form: "paper",
    kind: "questions",
    lang: "en-GB",
    title: "Questions and actions",
    subtitle: "",
    fullTitle: "Questions and actions",
    organisation,
    author: organisation,
    isoDate: latest,
    marking: null,
    urn: null,
    running: `${organisation}  |  Questions and actions`,
    footLeft: `Papers up to ${dayLabel(latest)}`,
    pageName: "Page",
    ofPages: true,
    draft: false,
    details: [{ name: "Papers", text: papers.map(({ head }) => head.title).join("; ") }],
    attendance: null,
    letter: null,
    index: [],
    blocks,
    notes: [],
    signature: null,
  };
  return { view, told: view, register };
}

type Filling = Parameters<typeof questionView>[1]["filling"];
type TableNumber = () => number;

const isAnswered = (facts: Facts, paper: PaperSource): boolean =>
  [...facts.papers.values()].some((other) => askedIn(facts, other) === paper && other !== paper);

/** Each question and part with what became of it. */
function questionsTable(
  facts: Facts,
  response: PaperSource,
  filling: Filling,
  number: TableNumber,
): FlowBlock[] {
  const { head } = response;
  const asking = askedIn(facts, response);
  if (head.kind !== "response" || asking === null) return [];
  const rows = questionsIn(asking).flatMap((question) => {
    const later = followUps(facts, asking, question);
    return questionRows(question, response, head, filling).map((row, i, all) =>
      i === all.length - 1 ? { ...row, cells: withFollowUps(row.cells, later) } : row,
    );
  });
  const title = `What was asked, and what ${bodyName(facts.organisation, head.body)} answered (${head.title})`;
  const skipped = head.gaps.flatMap((gap) =>
    "number" in gap ? [{ head: String(gap.number), cells: ["Not held", gap.reason] }] : [],
  );
  return [
    wordsTable(title, ["Question", "Asked", "Answer"], [...rows, ...skipped].sort(byNumber), number, {
      widths: [14, 46, 40],
    }),
  ];
}

/** What took a question up again, in any paper: "Followed up by action 01.04/11/2019 (Minutes, 4 November 2019): Open". */
function followUps(facts: Facts, asking: PaperSource, question: Question): string[] {
  const name = `${asking.path}/${asking.document}`;
  const isAbout = ({ follows }: Pick<Question, "follows">): boolean =>
    follows !== null && follows.paper === name && follows.question === question.id;
  return [...facts.papers.values()].flatMap((paper) => {
    const where = `${paper.head.title}, ${dayLabel(paper.head.date)}`;
    return [
      ...questionsIn(paper)
        .filter(isAbout)
        .map(({ number }) => `Followed up by question ${number} (${where})`),
      ...actionsIn(paper)
        .filter(isAbout)
        .map(
          ({ reference, status }) =>
            `Followed up by ${reference === null ? "an action" : `action ${reference}`} (${where}): ${status}`,
        ),
    ];
  });
}

const withFollowUps = ([asked = "", answer = ""]: readonly string[], later: readonly string[]): string[] => [
  asked,
  [answer, ...later].join(". "),
];

const byNumber = (a: { readonly head: string }, b: { readonly head: string }): number =>
  Number.parseInt(a.head, 10) - Number.parseInt(b.head, 10) || (a.head < b.head ? -1 : 1);

function questionRows(
  question: Question,
  response: PaperSource,
  { gaps }: HeadOf<"response">,
  filling: Filling,
): { head: string; cells: string[] }[] {
  const view = questionView(question, { filling });
  const given = answersIn(response).filter((answer) => answer.question === question.id);
  const told = (part: string | null): string => {
    if (given.some((answer) => answer.part === part)) return `Answered on ${dayLabel(response.head.date)}`;
    const gap = gaps.find(
      (one) =>
        "question" in one &&
        one.question === question.id &&
        ((one.part ?? null) === part || one.part === undefined),
    );
    return gap === undefined ? "Open" : `Not answered: ${gap.reason}`;
  };
  const title = view.title === "" ? view.prose.markdown : `${view.title}: ${view.prose.markdown}`;
  if (question.parts.length === 0) return [{ head: view.number, cells: [title, told(null)] }];
  return view.parts.map(({ id, prose }) => ({
    head: `${view.number} (${id})`,
    cells: [`${view.title === "" ? "" : `${view.title}: `}${prose.markdown}`, told(id)],
  }));
}

/** Questions whose response is not held yet. */
function openTable(paper: PaperSource, filling: Filling, number: TableNumber): FlowBlock[] {
  const rows = questionsIn(paper).map((question) => {
    const view = questionView(question, { filling });
    return { head: view.number, cells: [view.title, view.prose.markdown] };
  });
  return rows.length === 0
    ? []
    : [
        wordsTable(
          `Asked in ${paper.head.title}, and not answered yet`,
          ["Question", "Subject", "Asked"],
          rows,
          number,
          { widths: [12, 28, 60] },
        ),
      ];
}

/** What letters and minutes ask for, with how strongly. */
function asksTable(paper: PaperSource, number: TableNumber): FlowBlock[] {
  const rows = directivesOf(paper, "ask").map(({ directive, text }, i) => ({
    head: String(i + 1),
    cells: [partsOf(directive).words[0]?.text ?? "", (text?.text ?? "").replace(/\s+/g, " ")],
  }));
  return rows.length === 0
    ? []
    : [
        wordsTable(`Asked for in ${paper.head.title}`, ["Ask", "How", "What"], rows, number, {
          widths: [10, 24, 66],
        }),
      ];
}

/** Actions with owner, date and status; what lacks one says so. */
function actionsTable(facts: Facts, paper: PaperSource, number: TableNumber): FlowBlock[] {
  const rows = actionsIn(paper).map((action, i) => actionRow(facts, action, i));
  return rows.length === 0
    ? []
    : [
        wordsTable(
          `Actions of ${paper.head.title}`,
          ["Action", "What", "Owner", "Due", "Status"],
          rows,
          number,
          { widths: [20, 38, 16, 14, 12] },
        ),
      ];
}

const actionRow = ({ organisation }: Facts, action: Action, i: number) => ({
  head: action.reference ?? String(i + 1),
  cells: [
    (action.text?.text ?? "").replace(/\s+/g, " "),
    action.owner === null ? "No owner" : fullName(organisation, action.owner),
    action.due === null ? "No date" : dayLabel(action.due),
    action.status.slice(0, 1).toUpperCase() + action.status.slice(1),
  ],
});
