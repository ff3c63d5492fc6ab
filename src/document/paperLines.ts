import type { Place } from "../diagnostic.ts";
import type { FlowBlock, FlowView, QuestionView } from "./papers/views.ts";
import { tableLines } from "./tableLines.ts";
import type { BlockView, NoteView, SectionView, SummaryView } from "./views.ts";
import { isFlowView, type Words } from "./worded.ts";

/** A line of a worded paper in Markdown, and where an author wrote it; null for what was computed. */
export type PaperLine = { readonly text: string; readonly place: Place | null };

/** Everything that a document prints in words and figures, in reading order, as a reader of papers takes it. */
export function paperLines({ view, register }: Pick<Words, "view" | "register">): PaperLine[] {
  const paragraphs = isFlowView(view) ? flowText(view) : summaryText(view);
  return paragraphs
    .filter((text) => text.trim() !== "")
    .flatMap((text) => [...text.split("\n"), ""])
    .map((line) => ({ text: withNoteMarks(line), place: register.writtenAt(unmarked(line)) }));
}

/** `[^2:note-rape-2]`, as views have it, as Markdown has it. */
const withNoteMarks = (line: string): string => line.replace(/\[\^\d+:([^\]]+)\]/g, "[^$1]");

const unmarked = (line: string): string => line.replace(/^(#+ |\[\^[^\]]+\]: )/, "");

function flowText({ title, subtitle, details, letter, blocks, notes, signature }: FlowView): string[] {
  return [
    `# ${[title, subtitle].filter((part) => part !== "").join(", ")}`,
    ...details.map(({ name, text }) => `${name}: ${text}`),
    ...(letter === null ? [] : [letter.date, letter.salutation, letter.subject]),
    ...blocks.flatMap(flowBlockText),
    ...(signature === null ? [] : [`${signature.head}: ${signature.name}, ${signature.date ?? ""}`]),
    ...notes.map(noteText),
  ];
}

function summaryText({ paper, panelPage, grid, sections, method }: SummaryView): string[] {
  return [
    `# ${paper.fullTitle}`,
    `Date: ${paper.date}`,
    `## ${panelPage.title}`,
    panelPage.lead,
    ...panelPage.exceptions.map(({ name, text, flag }) => `- ${name}: ${flag.text}, ${text}`),
    ...panelPage.blocks.flatMap(blockText),
    ...sections.flatMap(sectionText),
    `## ${method.title}`,
    ...method.blocks.flatMap(blockText),
    grid.summary.replaceAll("**", ""),
  ];
}

const sectionText = ({ title, lead, areas, definition, blocks, notes }: SectionView): string[] => [
  `## ${title}`,
  lead,
  ...(areas === null ? [] : [areas.markdown]),
  definition,
  ...blocks.flatMap(blockText),
  ...notes.map(noteText),
];

const noteText = ({ id, prose }: NoteView): string => `[^${id}]: ${prose.markdown}`;

function blockText(block: BlockView): string[] {
  switch (block.kind) {
    case "heading":
      return [`### ${block.text}`];
    case "topic":
      return [`### ${block.head}`, block.prose.markdown];
    case "prose":
      return [block.prose.markdown];
    case "figure":
      return [`${block.title}. ${block.what}`];
    case "table":
      return [`${block.title}.`, tableLines(block.table)];
    case "projection":
      return [`${block.title}. ${block.what}`, `${block.tableTitle}.`, tableLines(block.table), block.judged];
  }
}

function flowBlockText(block: FlowBlock): string[] {
  switch (block.kind) {
    case "heading":
      return [`${"#".repeat(block.level)} ${block.number === null ? "" : `${block.number} `}${block.text}`];
    case "question":
      return questionText(block.question);
    case "question-list": // Each stands where it arises, too.
      return [];
    case "quoted-question":
      return questionText(block.question);
    case "gap":
      return [`${block.head}. ${block.reason}`];
    case "picture":
      return [`${block.title}. ${block.alt}`];
    case "answer":
      return [block.head];
    case "motion":
    case "resolution":
    case "action":
    case "reply":
    case "ask":
      return [block.prose.markdown];
    default:
      return blockText(block);
  }
}

const questionText = ({ number, title, prose, parts }: QuestionView): string[] => [
  `Question ${number}. ${title === "" ? "" : `${title}. `}${prose.markdown}`,
  ...parts.map(({ id, prose }) => `(${id}) ${prose.markdown}`),
];
