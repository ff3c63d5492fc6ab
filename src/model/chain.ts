import type { Diagnostic, Place } from "../diagnostic.ts";
import type { Directive, DirectiveWord, MarkdownBlock, MarkdownText } from "../sources/markdown.ts";
import type { Facts, PaperSource } from "./facts.ts";

/** A question as a paper asks it, or as a response quotes it from a paper that is not held. */
export type Question = {
  readonly id: string;
  readonly number: number;
  readonly title: string | null;
  readonly text: MarkdownText;
  readonly parts: readonly { readonly id: string; readonly text: MarkdownText }[];
  /** The earlier question that it takes up again. */
  readonly follows: Follows | null;
  readonly place: Place;
};

/** An earlier question, as `2019-20-q3/opcc-scrutiny.rape` names it. */
export type Follows = { readonly paper: string; readonly question: string; readonly place: Place };

/** An answer to a question, or to one part of it. */
export type Answer = { readonly question: string; readonly part: string | null; readonly place: Place };

export const actionStatuses = ["open", "discharged", "standing", "deferred", "superseded"] as const;
export type ActionStatus = (typeof actionStatuses)[number];

/** Something that somebody is to do. */
export type Action = {
  readonly reference: string | null;
  readonly owner: string | null;
  /** True where the record says that nobody is named: `owner=none`. */
  readonly unowned: boolean;
  /** ISO date. */
  readonly due: string | null;
  readonly status: ActionStatus;
  /** The question from which it arose. */
  readonly follows: Follows | null;
  readonly text: MarkdownText | null;
  readonly place: Place;
};

/** The words of a directive: those in quotation marks and plain ones in order, and its `name=value` options. */
export type DirectiveParts = {
  readonly words: readonly DirectiveWord[];
  readonly options: ReadonlyMap<string, { readonly value: string; readonly place: Place }>;
};

export function partsOf({ words }: Directive): DirectiveParts {
  const isOption = ({ text, quoted }: DirectiveWord): boolean => !quoted && /^[a-zA-Z]+=/.test(text);
  const options = words.filter(isOption).map(({ text, place }) => {
    const [name = ""] = text.split("=");
    return [name, { value: text.slice(name.length + 1), place }] as const;
  });
  return { words: words.filter((word) => !isOption(word)), options: new Map(options) };
}

/** The text that a directive takes: the prose right below it; null where something else stands there. */
export function textBelow(blocks: readonly MarkdownBlock[], at: number): MarkdownText | null {
  const next = blocks[at + 1];
  return next?.kind === "prose" ? next : null;
}

/** Each directive of a name, with the text below it. */
export function directivesOf(
  { markdown }: PaperSource,
  name: Directive["name"],
): { readonly directive: Directive; readonly text: MarkdownText | null }[] {
  return markdown.blocks.flatMap((block, i) =>
    block.kind === "directive" && block.name === name
      ? [{ directive: block, text: textBelow(markdown.blocks, i) }]
      : [],
  );
}

/** The questions that a paper asks, numbered in the order in which they arise; or that a response quotes. */
export function questionsIn(paper: PaperSource): Question[] {
  const { head, markdown } = paper;
  if (head.kind === "response" && head.asked !== undefined)
    return head.asked.questions.map(({ id, number, title = null, text, parts }, i) => {
      const placeOf = (...path: (string | number)[]): Place =>
        markdown.frontMatter.placeOf(["asked", "questions", i, ...path]);
      return {
        id,
        number,
        title,
        text: { text, place: placeOf("text") },
        parts: parts.map((part, j) => ({
          id: part.id,
          text: { text: part.text, place: placeOf("parts", j, "text") },
        })),
        follows: null,
        place: placeOf("id"),
      };
    });
  return directivesOf(paper, "question").map(({ directive, text }, i) => {
    const { words, options } = partsOf(directive);
    const [id, title] = words;
    const { asked, parts } = split(text ?? { text: "", place: directive.place });
    return {
      id: id?.text ?? "",
      number: i + 1,
      title: title?.text ?? null,
      text: asked,
      parts,
      follows: followsOf(options),
      place: directive.place,
    };
  });
}

/** `follows=2019-20-q3/opcc-scrutiny.rape` */
function followsOf(options: DirectiveParts["options"]): Follows | null {
  const said = options.get("follows");
  if (said === undefined) return null;
  const end = said.value.lastIndexOf(".");
  return { paper: said.value.slice(0, end), question: said.value.slice(end + 1), place: said.place };
}

/** The words of a question, and its parts: paragraphs that start with (a), (b). */
function split(whole: MarkdownText): { asked: MarkdownText; parts: Question["parts"] } {
  const found = [...whole.text.matchAll(/^\(([a-z])\)[ \t]+/gm)];
  const first = found[0]?.index ?? whole.text.length;
  const line = (index: number): number => whole.text.slice(0, index).split("\n").length - 1;
  const parts = found.map(({ 0: mark, 1: id = "", index }, i) => {
    const text = whole.text.slice(index + mark.length, found[i + 1]?.index ?? whole.text.length).trim();
    const place = { ...whole.place, line: whole.place.line + line(index), column: mark.length + 1 };
    return { id, text: { text, place } };
  });
  return { asked: { text: whole.text.slice(0, first).trim(), place: whole.place }, parts };
}

/** The answers that a response gives, in their order. */
export const answersIn = (paper: PaperSource): Answer[] =>
  directivesOf(paper, "answer").map(({ directive }) => answerOf(directive));

/** `{{answer rape}}`, `{{answer rape.a}}` */
export function answerOf(directive: Directive): Answer {
  const [word] = partsOf(directive).words;
  const [question = "", part = null] = (word?.text ?? "").split(".");
  return { question, part, place: word?.place ?? directive.place };
}

/** The actions that a record of a meeting holds. */
export const actionsIn = (paper: PaperSource): Action[] =>
  directivesOf(paper, "action").map(({ directive, text }) => actionOf(directive, text));

export function actionOf(directive: Directive, text: MarkdownText | null): Action {
  const { words, options } = partsOf(directive);
  const status = options.get("status")?.value ?? "open";
  const owner = options.get("owner")?.value ?? null;
  return {
    reference: words[0]?.text ?? null,
    owner: owner === "none" ? null : owner,
    unowned: owner === "none",
    due: options.get("due")?.value ?? null,
    follows: followsOf(options),
    status: (actionStatuses as readonly string[]).includes(status) ? (status as ActionStatus) : "open",
    text,
    place: directive.place,
  };
}

/** The paper whose questions a response answers: itself, where it quotes them. Null where none is named or held. */
export function askedIn(facts: Pick<Facts, "papers">, response: PaperSource): PaperSource | null {
  const { head } = response;
  if (head.kind !== "response") return null;
  if (head.asked !== undefined) return response;
  return head.answers === undefined ? null : (facts.papers.get(head.answers) ?? null);
}

/** The latest date that any of some papers bears, as an ISO date; null of none. */
export const latestDate = (papers: readonly PaperSource[]): string | null =>
  papers
    .map(({ head }) => head.date)
    .sort()
    .at(-1) ?? null;

type Rule = {
  readonly words: readonly [least: number, most: number];
  readonly options: readonly string[];
  readonly takes: boolean;
};

/** What each line of a paper may hold, and whether it takes the text below it. */
const rules: Readonly<Record<Exclude<Directive["name"], "chart" | "table" | "opening">, Rule>> = {
  question: { words: [1, 2], options: ["follows"], takes: true },
  questions: { words: [0, 0], options: [], takes: false },
  "within-limits": { words: [0, 0], options: ["priority"], takes: false },
  sources: { words: [0, 0], options: [], takes: false },
  answer: { words: [1, 1], options: [], takes: false },
  motion: { words: [0, 0], options: ["mover", "seconder", "vote"], takes: true },
  resolved: { words: [0, 0], options: [], takes: true },
  action: { words: [0, 1], options: ["owner", "due", "status", "follows"], takes: true },
  reply: { words: [0, 0], options: ["to", "from"], takes: true },
  ask: { words: [1, 1], options: [], takes: true },
  end: { words: [0, 0], options: [], takes: false },
  engagements: { words: [0, 0], options: [], takes: false },
  decisions: { words: [0, 0], options: [], takes: false },
  appendices: { words: [0, 9], options: [], takes: false },
  programme: { words: [0, 0], options: [], takes: false },
  picture: { words: [1, 2], options: ["alt", "credit"], takes: false },
};

/** Lines of a paper that lack a word, have one too many, or have no text below them. */
export function directiveProblems({ markdown }: PaperSource): Diagnostic[] {
  return markdown.blocks.flatMap((block, i): Diagnostic[] => {
    if (
      block.kind !== "directive" ||
      block.name === "chart" ||
      block.name === "table" ||
      block.name === "opening"
    )
      return [];
    const rule = rules[block.name];
    const { words, options } = partsOf(block);
    const [least, most] = rule.words;
    const told: Diagnostic[] = [...options]
      .filter(([name]) => !rule.options.includes(name))
      .map(([name, { place }]) => ({
        place,
        message: `\`${name}=\` cannot stand here`,
        hint:
          rule.options.length > 0
            ? `It takes ${rule.options.map((o) => `${o}=`).join(", ")}.`
            : "It takes no such word.",
      }));
    if (words.length < least)
      told.push({ place: block.place, message: `{{${block.name}}} lacks a word: see docs/writing-guide.md` });
    if (words.length > most)
      told.push({
        place: words[most]?.place ?? block.place,
        message: `{{${block.name}}} takes no more words`,
      });
    if (rule.takes && textBelow(markdown.blocks, i) === null)
      told.push({ place: block.place, message: `write the words of this ${block.name} right below it` });
    const status = options.get("status");
    if (status !== undefined && !(actionStatuses as readonly string[]).includes(status.value))
      told.push({
        place: status.place,
        message: `\`${status.value}\` is no status of an action`,
        hint: `Use one of: ${actionStatuses.join(", ")}`,
      });
    return told;
  });
}
