import type { Register } from "../../figures/register.ts";
import { answerOf, askedIn, type Question, questionsIn } from "../../model/chain.ts";
import type { Facts, PaperSource } from "../../model/facts.ts";
import type { Gap } from "../../model/papers.ts";
import { noNotes } from "../notes.ts";
import { fillText } from "../prose.ts";
import type { Flow } from "./flow.ts";
import type { FlowBlock, QuestionView } from "./views.ts";

/** The questions of a paper: its own, or those that it answers. */
export type AskedQuestions = readonly { readonly question: Question; readonly view: QuestionView | null }[];

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
 * A response with each question quoted above its answer, and with the gaps at their places: those of a part behind the answers of its
 * question, those of a whole question or of a skipped number in the order of the numbers.
 */
export function withQuotedQuestions(views: readonly FlowBlock[], flow: Flow): FlowBlock[] {
  const { head } = flow.paper;
  if (head.kind !== "response") return [...views];
  const made: FlowBlock[] = [];
  const pending = new Map(flow.questions.map(({ question }) => [question.id, question]));
  const gaps = head.gaps;
  let open: Question | null = null;
  const close = (): void => {
    if (open !== null) made.push(...gapsOf(open, gaps));
    open = null;
  };
  /** Questions and numbers before one that have no answer at all. */
  const skipTo = (number: number): void => {
    const due = [
      ...[...pending.values()]
        .filter((q) => q.number < number)
        .map((q) => ({ number: q.number, question: q })),
      ...gaps.flatMap((gap) =>
        "number" in gap && gap.number < number && !told.has(gap.number)
          ? [{ number: gap.number, question: null }]
          : [],
      ),
    ].sort((a, b) => a.number - b.number);
    for (const each of due) {
      if (each.question !== null) {
        pending.delete(each.question.id);
        made.push(quoted(each.question, flow), ...gapsOf(each.question, gaps));
      } else {
        told.add(each.number);
        made.push(...numberGap(each.number, gaps));
      }
    }
  };
  const told = new Set<number>();
  for (const view of views) {
    if (view.kind === "heading" && view.level === 2) close();
    if (view.kind === "answer") {
      const id = flow.questions.find(
        ({ question }) =>
          view.id === `answer-${question.id}` ||
          (view.id.startsWith(`answer-${question.id}-`) && isPartOf(view.id, question)),
      );
      const question = id?.question ?? null;
      if (question !== null && question !== open) {
        close();
        const heading = made.at(-1)?.kind === "heading" ? made.pop() : undefined;
        skipTo(question.number);
        if (heading !== undefined) made.push(heading);
        pending.delete(question.id);
        made.push(quoted(question, flow));
        open = question;
      }
    }
    made.push(view);
  }
  close();
  skipTo(Number.POSITIVE_INFINITY);
  return made;
}

const isPartOf = (id: string, { id: question, parts }: Question): boolean =>
  parts.some((part) => id === `answer-${question}-${part.id}`);

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
const shortened = (text: string): string => {
  const words = text.split(/\s+/);
  return words.length <= 9 ? text : `${words.slice(0, 9).join(" ")} …`;
};
