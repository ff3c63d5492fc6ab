import type { Place } from "../diagnostic.ts";
import { type Answer, actionsIn, answersIn, askedIn, type Question, questionsIn } from "../model/chain.ts";
import type { Facts, PaperSource } from "../model/facts.ts";
import type { Gap, HeadOf } from "../model/papers.ts";
import { didYouMean } from "../sources/suggest.ts";
import type { Finding } from "./finding.ts";

/**
 * No question may be lost: every question of the paper that a response answers, and every part of one, has an answer or a gap with
 * its reason; every answer has a question; answers come in the order of the questions.
 */
export function questionChainFindings(facts: Facts): Finding[] {
  const responses = [...facts.papers.values()].filter(({ head }) => head.kind === "response");
  return [
    ...responses.flatMap((paper) => responseFindings(facts, paper)),
    ...[...facts.papers.values()].flatMap((paper) => strayFollowUps(facts, paper)),
    ...unansweredPapers(facts, responses),
  ];
}

/** The front matter of a response. */
type Response = HeadOf<"response">;

function responseFindings(facts: Facts, response: PaperSource): Finding[] {
  const { head, markdown } = response;
  if (head.kind !== "response") return [];
  const placeOf = markdown.frontMatter.placeOf;
  if ((head.answers === undefined) === (head.asked === undefined))
    return [
      finding(
        placeOf([]),
        "a response names the paper that it answers (`answers`), or quotes its questions where it is not held (`asked`): one of the two",
      ),
    ];
  const asking = askedIn(facts, response);
  if (asking === null)
    return [
      finding(
        placeOf(["answers"]),
        `there is no paper \`${head.answers}\`. ${didYouMean(head.answers ?? "", [...facts.papers.keys()])}`,
      ),
    ];
  const questions = questionsIn(asking);
  const answers = answersIn(response);
  return [
    ...questions.flatMap((question) => missing(question, answers, head, response)),
    ...answers.flatMap((answer) => surplus(answer, questions, head)),
    ...head.gaps.flatMap((gap, i) => needless(gap, questions, answers, placeOf(["gaps", i]))),
    ...twice(answers),
    ...numbering(questions, head, response),
    ...outOfOrder(answers, questions),
  ];
}

/** A question, or its parts, that nothing answers and no gap explains. */
function missing(
  question: Question,
  answers: readonly Answer[],
  { gaps }: Response,
  response: PaperSource,
): Finding[] {
  const whole = gaps.some(
    (gap) => "question" in gap && gap.question === question.id && gap.part === undefined,
  );
  const covered = (part: string | null): boolean =>
    answers.some((answer) => answer.question === question.id && answer.part === part) ||
    gaps.some((gap) => "question" in gap && gap.question === question.id && (gap.part ?? null) === part);
  if (whole) return [];
  const name = `question ${question.number}${question.title === null ? "" : ` (${question.title})`}`;
  const place = response.markdown.frontMatter.placeOf(["kind"]);
  const tell = (what: string, directive: string): Finding => ({
    ...finding(
      place,
      `${response.path}/${response.document}: ${what} is not answered. Answer it below {{answer ${directive}}}, or record the gap with its reason in the front matter (\`gaps\`)`,
    ),
    other: { place: question.place, quote: question.text.text },
  });
  if (question.parts.length === 0) return covered(null) ? [] : [tell(name, question.id)];
  return question.parts
    .filter(({ id }) => !covered(id))
    .map(({ id }) => tell(`part (${id}) of ${name}`, `${question.id}.${id}`));
}

function surplus(answer: Answer, questions: readonly Question[], { answers }: Response): Finding[] {
  const question = questions.find(({ id }) => id === answer.question);
  if (question === undefined)
    return [
      finding(
        answer.place,
        `${answers ?? "the questions quoted here"} asks no question \`${answer.question}\`. ${didYouMean(
          answer.question,
          questions.map(({ id }) => id),
        )}`,
      ),
    ];
  const known = question.parts.map(({ id }) => id);
  if (answer.part !== null && !known.includes(answer.part))
    return [
      finding(
        answer.place,
        `question \`${question.id}\` has no part (${answer.part})${known.length === 0 ? "" : `: it has ${known.join(", ")}`}`,
      ),
    ];
  return [];
}

/** A gap that names no question, or one that is answered. */
function needless(
  gap: Gap,
  questions: readonly Question[],
  answers: readonly Answer[],
  place: Place,
): Finding[] {
  if ("number" in gap) {
    const there = questions.some(({ number }) => number === gap.number);
    return there ? [finding(place, `question ${gap.number} is held: name it by its id`)] : [];
  }
  const question = questions.find(({ id }) => id === gap.question);
  if (question === undefined) return [finding(place, `there is no question \`${gap.question}\``)];
  if (gap.part !== undefined && !question.parts.some(({ id }) => id === gap.part))
    return [finding(place, `question \`${question.id}\` has no part (${gap.part})`)];
  const answered = answers.some(
    (answer) => answer.question === gap.question && (gap.part === undefined || answer.part === gap.part),
  );
  return answered
    ? [
        finding(
          place,
          `question \`${gap.question}\` is answered below: take the gap out, or name the part it is about`,
        ),
      ]
    : [];
}

/** Numbers of quoted questions that do not rise one by one, unless a gap says which is missing. */
function numbering(
  questions: readonly Question[],
  { asked, gaps }: Response,
  { path, document }: PaperSource,
): Finding[] {
  if (asked === undefined) return [];
  const explained = new Set(gaps.flatMap((gap) => ("number" in gap ? [gap.number] : [])));
  return questions.flatMap((question, i) => {
    const before = questions[i - 1]?.number ?? 0;
    if (question.number <= before)
      return [
        finding(
          question.place,
          `question ${question.number} stands after question ${before}: number them in order`,
        ),
      ];
    const skipped = Array.from({ length: question.number - before - 1 }, (_, k) => before + 1 + k);
    return skipped
      .filter((number) => !explained.has(number))
      .map((number) =>
        finding(
          question.place,
          `${path}/${document}: there is no question ${number}. Number the questions without a gap, or say why it is missing: gaps: [{ number: ${number}, reason: … }]`,
        ),
      );
  });
}

const twice = (answers: readonly Answer[]): Finding[] =>
  answers.flatMap((answer, i) =>
    answers.slice(0, i).some((other) => other.question === answer.question && other.part === answer.part)
      ? [finding(answer.place, `question \`${answer.question}\` is answered twice`)]
      : [],
  );

function outOfOrder(answers: readonly Answer[], questions: readonly Question[]): Finding[] {
  const numberOf = (answer: Answer): number =>
    questions.find(({ id }) => id === answer.question)?.number ?? 0;
  return answers.flatMap((answer, i) => {
    const before = answers[i - 1];
    return before !== undefined && numberOf(answer) !== 0 && numberOf(answer) < numberOf(before)
      ? [
          finding(
            answer.place,
            `the answer to question ${numberOf(answer)} stands after that to question ${numberOf(before)}`,
          ),
        ]
      : [];
  });
}

/** Questions and actions that follow a question which no paper asks. */
function strayFollowUps(facts: Facts, paper: PaperSource): Finding[] {
  const following = [...questionsIn(paper), ...actionsIn(paper)].flatMap(({ follows }) => follows ?? []);
  return following.flatMap(({ paper: name, question, place }) => {
    const asking = facts.papers.get(name);
    if (asking === undefined)
      return [finding(place, `there is no paper \`${name}\`. ${didYouMean(name, [...facts.papers.keys()])}`)];
    const known = questionsIn(asking).map(({ id }) => id);
    return known.includes(question)
      ? []
      : [finding(place, `${name} asks no question \`${question}\`. ${didYouMean(question, known)}`)];
  });
}

/** Papers that ask, and whose response is not held yet. */
function unansweredPapers(facts: Facts, responses: readonly PaperSource[]): Finding[] {
  const answered = new Set(
    responses.map(({ head }) => (head.kind === "response" ? head.answers : undefined)),
  );
  return [...facts.papers.values()].flatMap((paper): Finding[] => {
    const questions = paper.head.kind === "scrutiny" ? questionsIn(paper) : [];
    if (questions.length === 0 || answered.has(`${paper.path}/${paper.document}`)) return [];
    return [
      {
        ...finding(
          questions[0]?.place ?? paper.markdown.frontMatter.placeOf([]),
          `no response to the ${questions.length} questions of this paper is held yet`,
        ),
        severity: "review",
      },
    ];
  });
}

const finding = (place: Place, message: string): Finding => ({
  rule: "question-chain",
  severity: "error",
  place,
  message,
  quote: place.text?.trim() ?? "",
  other: null,
});
