import type { FlowBlock } from "../document/papers/views.ts";
import { blockData, html } from "./blocks.ts";
import type { Drawings } from "./drawings.ts";
import { headingLevels } from "./headingTags.ts";
import { proseParts } from "./markdown.ts";
import { actionsData, questionData, questionListData } from "./questions.ts";

/**
 * A piece of a paper, ready for `templates/partials/paper/<partial>.hbs`. `column`: in the text column, across the whole
 * page, or a side-head, beside which the first piece of its text stands.
 */
export type Piece = {
  readonly partial: string;
  readonly column: "text" | "full" | "side";
  readonly landscape: boolean;
  readonly data: object;
};

type Content = Omit<Piece, "landscape">;

/** Drawings as narrow as the text column, in points (130 mm), stand in it. */
const textColumnPt = (130 / 25.4) * 72;
/** Text beside a side-head of more characters may go over a page's end: a third of a page. */
const keptTogether = 1400;

/** The pieces of a paper's blocks, in order; side-heads have the first piece of their text beside them. */
export function piecesOf(blocks: readonly FlowBlock[], drawings: Drawings): Piece[] {
  const levels = headingLevels(blocks);
  const pieces = blocks.flatMap((block, i) => {
    const landscape = liesAcross(blocks, i);
    const contents =
      block.kind === "action" ? actions(blocks, i) : contentOf(block, `h${levels[i]}`, drawings);
    return contents.map((content) => ({ ...content, landscape }));
  });
  return hung(pieces);
}

const content = (partial: string, column: Piece["column"], data: object): Content => ({
  partial: `paper/${partial}`,
  column,
  data,
});

/** Actions that follow one another are one table. */
const actions = (blocks: readonly FlowBlock[], i: number): Content[] =>
  blocks[i - 1]?.kind === "action" ? [] : [content("actions", "full", actionsData(blocks, i))];

function contentOf(
  block: Exclude<FlowBlock, { kind: "action" }>,
  tag: string,
  drawings: Drawings,
): readonly Content[] {
  switch (block.kind) {
    case "heading":
      return [headingContent(block, tag)];
    case "answer":
      return [content("side-head", "side", { tag, id: block.id, text: block.head })];
    case "prose":
      return proseContents(block.prose.markdown);
    case "figure":
    case "projection":
    case "table": {
      const data = blockData(block, drawings);
      return [isNarrow(block) ? content("narrow-block", "text", data) : content("block", "full", data)];
    }
    case "question":
      return [content("question", "full", { ...questionData(block.question), tag })];
    case "quoted-question": {
      const data = { ...questionData(block.question), askedIn: block.askedIn, tag };
      return [content("quoted-question", "full", data)];
    }
    case "question-list":
      return [content("question-list", "full", { questions: questionListData(block.questions) })];
    case "gap":
      return [content("gap", "full", { ...block, tag })];
    case "picture":
      return [content("picture", "text", block)];
    case "motion":
    case "resolution":
    case "reply":
    case "ask": {
      const long = block.prose.markdown.length > keptTogether;
      return [content(block.kind, "full", { ...block, html: html(block.prose), long })];
    }
  }
}

function headingContent(
  { level, id, number, text }: Extract<FlowBlock, { kind: "heading" }>,
  tag: string,
): Content {
  if (level === 2) return content("section", "full", { tag, id, number, text });
  const data = { tag, id, text: number === null ? text : `${number} ${text}` };
  return level === 3 ? content("side-head", "side", data) : content("minor-head", "text", data);
}

/** The first paragraph, with the list or quotation that it leads in, to stand beside a side-head; and the rest. */
function proseContents(markdown: string): Content[] {
  const parts = proseParts(markdown);
  const begun = /:<\/p>$/.test(parts[0] ?? "") ? 2 : 1;
  return [parts.slice(0, begun), parts.slice(begun)]
    .map((some) => some.join("\n"))
    .filter((part, i) => i === 0 || part !== "")
    .map((part) => content("prose", "text", { html: part, long: part.length > keptTogether }));
}

/** Small tables and drawings stand in the text column, all others across the page. */
function isNarrow(block: Extract<FlowBlock, { kind: "figure" | "projection" | "table" }>): boolean {
  if (block.kind === "table") return block.table.size === "small" && !block.landscape;
  return block.kind === "figure" && block.chart.width <= textColumnPt;
}

/** Gives each side-head the piece that follows it, when that stands in the text column of the same kind of page. */
function hung(pieces: readonly Piece[]): Piece[] {
  const beside = (i: number): Piece | null => {
    const [head, next] = [pieces[i], pieces[i + 1]];
    const fits = head?.column === "side" && next?.column === "text" && next.landscape === head.landscape;
    return fits ? next : null;
  };
  return pieces.flatMap((piece, i) => {
    if (beside(i - 1) !== null) return [];
    if (piece.column !== "side") return [piece];
    const first = beside(i);
    const keeps = first === null || first.partial === "paper/minor-head";
    const long = first !== null && "long" in first.data && first.data.long === true;
    return [{ ...piece, data: { ...piece.data, first, keeps, long } }];
  });
}

/** A heading goes across with the table that follows it. */
function liesAcross(blocks: readonly FlowBlock[], i: number): boolean {
  const block = blocks[i];
  if (block?.kind === "heading" || block?.kind === "answer") return liesAcross(blocks, i + 1);
  return block?.kind === "table" && block.landscape;
}
