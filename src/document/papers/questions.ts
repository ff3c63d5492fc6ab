import type { Register } from "../../figures/register.ts";
import { answerOf, askedIn, type Question, questionsIn } from "../../model/chain.ts";
import type { Facts, PaperSource } from "../../model/facts.ts";
import type { Gap } from "../../model/papers.ts";
import { withoutLanguages } from "../languages.ts";
import { noNotes } from "../notes.ts";
import { fillText } from "../prose.ts";
import { plainText } from "../told.ts";
import type { AskedQuestions, Flow } from "./flowContext.ts";
import type { FlowBlock, QuestionView } from "./views.ts";

/** A question with its figures filled in as the paper that asks it sees them. */
export function questionView(question: Question, { filling }: Pick<Flow, "filling">): QuestionView {
  const fill = ({ text, place }: Question["text"]) => ({
    markdown: fillText(text, place, { ...filling, notes: noNotes }),
  });
  return {
    id: `question-${question.id}`,
    number: String(question.number),
    title: question.title ?? "",
    prose: fill(question.text),
    parts: question.parts.map(({ id, text }) => ({ id, prose: fill(text) })),
  };
}

/** The questions that a paper asks, or those of the paper that it answers, which are worded as that paper words them. */
export function askedQuestions(
  facts: Facts,
  paper: PaperSource,
  registerFor: (paper: PaperSource) => Register,
): AskedQuestions {
  const asking = askedIn(facts, paper) ?? paper;
  const questions = questionsIn(asking);
  if (asking === paper) return questions.map((question) => ({ question, view: null }));
  const filling = { register: registerFor(asking), notes: noNotes, problems: [] };
  return questions.map((question) => ({ question, view: questionView(question, { filling }) }));
}

/**
 * A response with each question quoted above its answer, and the gaps at their places: those of a part among the answers to its
 * question, those of a whole question or of a skipped number in the order of the numbers.
 */
export function withQuotedQuestions(views: readonly FlowBlock[], flow: Flow): FlowBlock[] {
  const { head } = flow.paper;
  if (head.kind !== "response") return [...views];
  const made: FlowBlock[] = [];
  let left = inOrder(flow, head.gaps);
  let open: Question | null = null;
  let parts: readonly PartGap[] = [];
  /** The gaps of the open question's parts before one, or all that are left. */
  const tellParts = (before: string | null): void => {
    const due = parts.filter(({ part }) => before === null || part < before);
    made.push(...due.map(({ part, reason }): FlowBlock => ({ kind: "gap", head: headOf(part), reason })));
    parts = parts.filter((gap) => !due.includes(gap));
  };
  const tellUntil = (number: number): void => {
    made.push(...left.filter((entry) => entry.number < number).flatMap((entry) => entry.views()));
    left = left.filter((entry) => entry.number >= number);
  };
  for (const view of views) {
    if (view.kind === "heading" && view.level === 2) tellParts(null);
    const answered = view.kind === "answer" ? answeredBy(view.id, flow.questions) : null;
    if (answered !== null && answered.question !== open) {
      tellParts(null);
      const heading = made.at(-1)?.kind === "heading" ? made.pop() : undefined;
      tellUntil(answered.question.number);
      if (heading !== undefined) made.push(heading);
      made.push(quoted(answered.question, flow));
      left = left.filter(({ number }) => number !== answered.question.number);
      open = answered.question;
      parts = partGaps(answered.question, head.gaps);
    }
    if (answered !== null) tellParts(answered.part);
    made.push(view);
  }
  tellParts(null);
  tellUntil(Number.POSITIVE_INFINITY);
  return made;
}

type PartGap = { readonly part: string; readonly reason: string };

/** The questions and the skipped numbers, in order, each with what is printed where it has no answer at all. */
function inOrder(flow: Flow, gaps: readonly Gap[]) {
  const questions = flow.questions.map(({ question }) => ({
    number: question.number,
    views: () => [quoted(question, flow), ...gapsOf(question, gaps)],
  }));
  const skipped = gaps.flatMap((gap) =>
    "number" in gap ? [{ number: gap.number, views: () => numberGap(gap.number, gaps) }] : [],
  );
  return [...questions, ...skipped].sort((a, b) => a.number - b.number);
}

/** The question, and the part of it, that an answer's address names. */
function answeredBy(
  id: string,
  questions: AskedQuestions,
): { readonly question: Question; readonly part: string | null } | null {
  for (const { question } of questions) {
    if (id === `answer-${question.id}`) return { question, part: null };
    const part = question.parts.find((one) => id === `answer-${question.id}-${one.id}`);
    if (part !== undefined) return { question, part: part.id };
  }
  return null;
}

const partGaps = ({ id }: Question, gaps: readonly Gap[]): PartGap[] =>
  gaps
    .flatMap((gap) =>
      "question" in gap && gap.question === id && gap.part !== undefined
        ? [{ part: gap.part, reason: gap.reason }]
        : [],
    )
    .sort((a, b) => (a.part < b.part ? -1 : 1));

function quoted(question: Question, flow: Flow): FlowBlock {
  const { head } = flow.paper;
  const found = flow.questions.find((each) => each.question === question);
  const asked = head.kind === "response" && head.asked !== undefined ? head.asked.paper : "";
  return {
    kind: "quoted-question",
    question: found?.view ?? questionView(question, flow),
    askedIn: asked,
  };
}

const headOf = (part: string | undefined): string =>
  part === undefined ? "No answer is held" : `No answer to (${part}) is held`;

const gapsOf = ({ id }: Question, gaps: readonly Gap[]): FlowBlock[] =>
  gaps.flatMap((gap): FlowBlock[] =>
    "question" in gap && gap.question === id
      ? [{ kind: "gap", head: headOf(gap.part), reason: gap.reason }]
      : [],
  );

const numberGap = (number: number, gaps: readonly Gap[]): FlowBlock[] =>
  gaps.flatMap((gap): FlowBlock[] =>
    "number" in gap && gap.number === number
      ? [{ kind: "gap", head: `Question ${number} is not held`, reason: gap.reason }]
      : [],
  );

/** Each question that is answered, with where its first answer stands: what a response opens with. */
export function answerIndex(flow: Flow, blocks: readonly FlowBlock[]) {
  const answers = flow.paper.markdown.blocks.flatMap((block) =>
    block.kind === "directive" && block.name === "answer" ? [answerOf(block)] : [],
  );
  return flow.questions.map(({ question, view }) => {
    const first = answers.find((answer) => answer.question === question.id);
    const quotedAt = `question-${question.id}`;
    const answerId =
      first === undefined ? quotedAt : `answer-${question.id}${first.part === null ? "" : `-${first.part}`}`;
    const shown = view ?? questionView(question, flow);
    const there = blocks.some((block) => block.kind === "answer" && block.id === answerId);
    return {
      number: shown.number,
      title: shown.title === "" ? shortened(shown.prose.markdown) : shown.title,
      answerId: there ? answerId : quotedAt,
    };
  });
}

/** The first words of a question that has no title. */
const shortened = (markdown: string): string => {
  const text = plainText(withoutLanguages(markdown));
  const words = text.split(/\s+/);
  return words.length <= 9 ? text : `${words.slice(0, 9).join(" ")} …`;
};
