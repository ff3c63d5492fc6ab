import type { Diagnostic } from "../../diagnostic.ts";
import { actionOf, answerOf, type DirectiveParts, partsOf, textBelow } from "../../model/chain.ts";
import type { Directive, MarkdownBlock, MarkdownText } from "../../sources/markdown.ts";
import { blockViews, commandViews } from "../blocks.ts";
import { readCommand } from "../commands.ts";
import { noNotes } from "../notes.ts";
import { dayLabel } from "../periods.ts";
import { fillText, fillTitle } from "../prose.ts";
import { isCommand } from "../readBlocks.ts";
import { capitalised } from "../words.ts";
import type { Flow } from "./flowContext.ts";
import { appendixList, decisionsTable, engagementsTable, programmeTables, sourcesTable } from "./lists.ts";
import { fullName, shortName } from "./people.ts";
import { pictureView } from "./pictures.ts";
import { questionView, withQuotedQuestions } from "./questions.ts";
import type { FlowBlock } from "./views.ts";
import { quietMeasures } from "./withinLimits.ts";

/** The body of a paper, worded in order. */
export function flowBlocks(flow: Flow): FlowBlock[] {
  const { blocks } = flow.paper.markdown;
  const views: FlowBlock[] = openingViews(flow);
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined || block.kind === "note") continue;
    if (block.kind !== "directive") {
      views.push(...plainViews(block, views.length, flow));
      continue;
    }
    const text = textBelow(blocks, at);
    if (takers.has(block.name) && text !== null) at += 1;
    views.push(...directiveViews(block, text, flow));
  }
  return withQuotedQuestions(views, flow);
}

/** What a response says first of a paper whose questions it quotes because it is not held. */
function openingViews({ paper: { head } }: Flow): FlowBlock[] {
  if (head.kind !== "response" || head.asked === undefined) return [];
  return [{ kind: "prose", prose: { markdown: head.asked.note } }];
}

/** Lines that take the text right below them. */
const takers: ReadonlySet<Directive["name"]> = new Set([
  "question",
  "motion",
  "resolved",
  "action",
  "reply",
  "ask",
]);

function prose({ text, place }: MarkdownText, { filling, acronyms }: Flow) {
  const markdown = acronyms.expand(fillText(text, place, filling));
  filling.register.wrote(markdown, place);
  return { markdown };
}

function plainViews(
  block: Exclude<MarkdownBlock, { kind: "directive" | "note" }>,
  position: number,
  flow: Flow,
): FlowBlock[] {
  if (block.kind === "prose") return [{ kind: "prose", prose: prose(block, flow) }];
  if (block.kind === "heading") return [headingView(block, position, flow)];
  return blockViews([block], flow.paper.document, flow.filling, flow.numbering).filter(isFlow);
}

const isFlow = (view: ReturnType<typeof blockViews>[number]): view is Extract<typeof view, FlowBlock> =>
  view.kind !== "heading" && view.kind !== "topic";

/** A number as papers write it before a heading: "2", "2.1", "(3)", "iv". A quantity such as "999 calls" is none. */
const numberPattern = /^(\(?\d{1,2}\)?(?:\.\d{1,2})*\.?|\([a-z]\)|[ivx]{1,4}[.)]?)\s+(?=\S)/;

function headingView(
  { level, text, place }: Extract<MarkdownBlock, { kind: "heading" }>,
  position: number,
  { filling }: Flow,
): FlowBlock {
  const depth = level === 2 || level === 3 || level === 4 ? level : null;
  if (depth === null)
    filling.problems.push({
      place,
      message: "the headings of a paper have two, three or four #: its title stands in the front matter",
    });
  const filled = fillTitle(text, place, { ...filling, notes: noNotes });
  const [mark = "", number = null] = numberPattern.exec(filled) ?? [];
  return {
    kind: "heading",
    level: depth ?? 2,
    id: `part-${position + 1}`,
    number,
    text: filled.slice(mark.length),
  };
}

function directiveViews(directive: Directive, text: MarkdownText | null, flow: Flow): FlowBlock[] {
  const { name } = directive;
  const { filling, numbering, paper } = flow;
  if (isCommand(name)) {
    const command = readCommand(name, directive.words, directive.place, filling.register.facts);
    if (command.ok) return commandViews(command.value, paper.document, filling, numbering).filter(isFlow);
    filling.problems.push(...command.problems);
    return [];
  }
  const words = partsOf(directive);
  const said = text === null || !takers.has(name) ? { markdown: "" } : prose(text, flow);
  switch (name) {
    case "question":
      return flow.questions
        .filter(({ question }) => question.place === directive.place)
        .map(
          ({ question, view }): FlowBlock => ({
            kind: "question",
            question: view ?? questionView(question, flow),
          }),
        );
    case "questions":
      return [
        {
          kind: "question-list",
          questions: flow.questions.map(({ question }) => {
            const view = questionView(question, flow);
            return { ...view, id: `listed-${view.id}`, arisesAt: view.id };
          }),
        },
      ];
    case "answer": {
      const { question, part } = answerOf(directive);
      const id = `answer-${question}${part === null ? "" : `-${part}`}`;
      return [{ kind: "answer", id, head: part === null ? "Answer" : `Answer to (${part})` }];
    }
    case "motion":
      return [motionView(words, said, flow)];
    case "resolved":
      return [{ kind: "resolution", prose: said }];
    case "action":
      return [actionView(directive, said, flow)];
    case "reply":
      return [replyView(words, said, flow)];
    case "ask":
      return [{ kind: "ask", strength: capitalised(words.words[0]?.text ?? ""), prose: said }];
    case "within-limits":
      return withinLimitsViews(directive, words, flow);
    case "picture":
      return pictureView(directive, flow);
    case "end":
      return [];
    default:
      return listViews(directive, words, flow);
  }
}

const organisationOf = ({ filling }: Flow) => filling.register.facts.organisation;

function motionView({ options }: DirectiveParts, said: { markdown: string }, flow: Flow): FlowBlock {
  const name = (option: string): string | null => {
    const value = options.get(option)?.value;
    return value === undefined ? null : fullName(organisationOf(flow), value);
  };
  return {
    kind: "motion",
    mover: name("mover") ?? "",
    seconder: name("seconder"),
    vote: voteText(options.get("vote"), flow.filling.problems),
    prose: said,
  };
}

/** "Carried unanimously", "Carried by 7 votes to 3, with 1 abstention" */
function voteText(
  vote: { readonly value: string; readonly place: Diagnostic["place"] } | undefined,
  problems: Diagnostic[],
): string | null {
  if (vote === undefined || vote.value === "none") return null;
  if (vote.value === "unanimous") return "Carried unanimously by the members present";
  if (vote.value === "agreed") return "Agreed without a vote";
  const [, result, ayes, noes, abstained] = /^(carried|lost) (\d+)-(\d+)(?:-(\d+))?$/.exec(vote.value) ?? [];
  if (result !== undefined)
    return `${capitalised(result)} by ${ayes} votes to ${noes}${abstained === undefined ? "" : `, with ${abstained} ${abstained === "1" ? "abstention" : "abstentions"}`}`;
  problems.push({
    place: vote.place,
    message: `\`${vote.value}\` is no vote`,
    hint: 'Write unanimous, agreed, none, or the numbers: vote="carried 7-3-1".',
  });
  return null;
}

const statusWords = {
  open: "Open",
  discharged: "Discharged",
  standing: "Standing item",
  deferred: "Deferred",
  superseded: "Superseded",
} as const;

function actionView(directive: Directive, said: { markdown: string }, flow: Flow): FlowBlock {
  const { reference, owner, due, status } = actionOf(directive, null);
  return {
    kind: "action",
    reference,
    owner: owner === null ? null : fullName(organisationOf(flow), owner),
    due: due === null ? null : dayLabel(due),
    status: statusWords[status],
    prose: said,
  };
}

function replyView({ options }: DirectiveParts, said: { markdown: string }, flow: Flow): FlowBlock {
  const [to, from] = [options.get("to")?.value, options.get("from")?.value];
  const organisation = organisationOf(flow);
  return {
    kind: "reply",
    to: to === undefined ? null : shortName(organisation, to),
    from: from === undefined ? "" : fullName(organisation, from),
    prose: said,
  };
}

/** "Hate crime: 43 (Performance Summary, page 10)": measures inside their limits, of which the paper says no more. */
function withinLimitsViews({ place }: Directive, { options }: DirectiveParts, flow: Flow): FlowBlock[] {
  const { register, problems } = flow.filling;
  const priority = options.get("priority");
  const known = register.facts.organisation.priorities.map(({ id }) => id);
  if (priority === undefined || !known.includes(priority.value)) {
    problems.push({
      place: priority?.place ?? place,
      message: "name a priority of organisation.yaml",
      hint: `For example {{within-limits priority=${known[0] ?? ""}}}; known are ${known.join(", ")}.`,
    });
    return [];
  }
  const quiet = quietMeasures(register, flow.paper, priority.value);
  if (quiet.length === 0)
    return [{ kind: "prose", prose: { markdown: "No measure is left out of what follows." } }];
  const lines = quiet.map(
    ({ title, figure, page }) =>
      `- ${title}: **${figure}**${page === null ? "" : ` (Performance Summary, page ${page})`}`,
  );
  return [
    {
      kind: "prose",
      prose: { markdown: `Inside their limits, and not commented upon:\n\n${lines.join("\n")}` },
    },
  ];
}

function listViews({ name, place }: Directive, { words }: DirectiveParts, flow: Flow): FlowBlock[] {
  const { head } = flow.paper;
  const number = (): number => {
    flow.numbering.table += 1;
    return flow.numbering.table;
  };
  if (name === "sources" && head.kind === "scrutiny") return [sourcesTable(head.sources, number)];
  if (name === "programme" && head.kind === "work-programme") return programmeTables(head.programme, number);
  if (head.kind === "report") {
    if (name === "engagements") return [engagementsTable(head, number)];
    if (name === "decisions") return [decisionsTable(head, number)];
    if (name === "appendices")
      return [
        appendixList(
          head,
          words.map(({ text }) => text),
        ),
      ];
  }
  flow.filling.problems.push({
    place,
    message: `{{${name}}} has nothing to print in a paper of the kind ${head.kind}`,
  });
  return [];
}
