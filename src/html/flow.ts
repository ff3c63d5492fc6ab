import type { FlowBlock } from "../document/papers/views.ts";
import { blockData, html } from "./blocks.ts";
import type { Drawings } from "./drawings.ts";
import { proseParts } from "./markdown.ts";
import { actionsData, questionData, questionListData } from "./questions.ts";

/**
 * A piece of a paper, ready for `templates/partials/paper/<partial>.hbs`. `column`: in the text column, across the whole
 * page, or a side-head with what stands beside it.
 */
export type Piece = {
  readonly partial: string;
  readonly column: "text" | "full" | "side";
  readonly landscape: boolean;
  readonly data: object;
};

/** A side-head waits for the first piece of its text, which then stands beside it. */
type SideHead = { readonly tag: string; readonly id: string; readonly text: string; readonly long: boolean };

/** Drawings as narrow as the text column, in points (130 mm), stand in it. */
const textColumnPt = (130 / 25.4) * 72;
/** Text beside a side-head of more characters may go over a page's end: half a page. */
const keptTogether = 1400;

/** The pieces of a paper's blocks, in order; side-heads have the first piece of their text beside them. */
export function piecesOf(blocks: readonly FlowBlock[], drawings: Drawings): Piece[] {
  const tags = tagsOf(blocks);
  const pieces = blocks.flatMap((block, i): Piece[] => {
    const landscape = liesAcross(blocks, i);
    const piece = (partial: string, column: Piece["column"], data: object): Piece => ({
      partial: `paper/${partial}`,
      column,
      landscape,
      data,
    });
    const tag = `h${tags[i]}`;
    switch (block.kind) {
      case "heading":
        return [headingPiece(block, tag, piece)];
      case "answer":
        return [piece("side-head", "side", sideHead(tag, block.id, block.head))];
      case "prose": {
        const [first = "", ...rest] = proseParts(block.prose.markdown);
        const parts = rest.length === 0 ? [first] : [first, rest.join("\n")];
        return parts.map((part) => piece("prose", "text", { html: part, long: part.length > keptTogether }));
      }
      case "figure":
        return [
          piece("block", block.chart.width > textColumnPt ? "full" : "text", blockData(block, drawings)),
        ];
      case "projection":
        return [piece("block", "full", blockData(block, drawings))];
      case "table":
        return [
          piece(
            "block",
            block.table.size === "small" && !block.landscape ? "text" : "full",
            blockData(block, drawings),
          ),
        ];
      case "question":
        return [piece("question", "full", { ...questionData(block.question), tag })];
      case "quoted-question":
        return [
          piece("quoted-question", "full", { ...questionData(block.question), askedIn: block.askedIn, tag }),
        ];
      case "question-list":
        return [piece("question-list", "full", { questions: questionListData(block.questions) })];
      case "action":
        return blocks[i - 1]?.kind === "action" ? [] : [piece("actions", "full", actionsData(blocks, i))];
      case "gap":
        return [piece("gap", "full", { ...block, tag })];
      case "picture":
        return [piece("picture", "text", block)];
      case "motion":
      case "resolution":
      case "reply":
      case "ask":
        return [piece(block.kind, "full", { ...block, ...proseData(block.prose.markdown) })];
    }
  });
  return hung(pieces);
}

const sideHead = (tag: string, id: string, text: string): SideHead => ({ tag, id, text, long: false });
const proseData = (markdown: string): object => ({
  html: html({ markdown }),
  long: markdown.length > keptTogether,
});

function headingPiece(
  { level, id, number, text }: Extract<FlowBlock, { kind: "heading" }>,
  tag: string,
  piece: (partial: string, column: Piece["column"], data: object) => Piece,
): Piece {
  const numbered = number === null ? text : `${number} ${text}`;
  if (level === 2) return piece("section", "full", { tag, id, number, text });
  return level === 3
    ? piece("side-head", "side", sideHead(tag, id, numbered))
    : piece("minor-head", "text", { tag, id, text: numbered });
}

/** Gives each side-head the piece that follows it, when that stands in the text column and on the same kind of page. */
function hung(pieces: readonly Piece[]): Piece[] {
  const beside = (i: number): Piece | null => {
    const next = pieces[i + 1];
    return pieces[i]?.column === "side" && next?.column === "text" && next.landscape === pieces[i]?.landscape
      ? next
      : null;
  };
  return pieces.flatMap((piece, i) => {
    if (i > 0 && beside(i - 1) !== null) return [];
    if (piece.column !== "side") return [piece];
    const first = beside(i);
    const together = { first, keeps: first === null || first.partial === "paper/minor-head" };
    return [{ ...piece, data: { ...piece.data, ...together, ...longOf(first) } }];
  });
}

const longOf = (first: Piece | null): { readonly long: boolean } => ({
  long: first !== null && "long" in first.data && first.data.long === true,
});

/** A heading goes across with the table that follows it. */
function liesAcross(blocks: readonly FlowBlock[], i: number): boolean {
  const block = blocks[i];
  if (block?.kind === "heading" || block?.kind === "answer") return liesAcross(blocks, i + 1);
  return block?.kind === "table" && block.landscape;
}

/** The level at which each block's heading is tagged: as written, but never more than one below the heading before it. */
function tagsOf(blocks: readonly FlowBlock[]): number[] {
  let before = 1;
  let question = 2;
  let inSection = false;
  return blocks.map((block) => {
    const wanted = wantedLevel(block, inSection ? 3 : 2, question + 1);
    if (wanted === null) return before;
    before = Math.min(wanted, before + 1);
    inSection ||= before === 2 && block.kind === "heading";
    if (block.kind === "quoted-question") question = before;
    return before;
  });
}

function wantedLevel(block: FlowBlock, question: number, answer: number): number | null {
  switch (block.kind) {
    case "heading":
      return block.level;
    case "question":
    case "quoted-question":
      return question;
    case "answer":
    case "gap":
      return answer;
    default:
      return null;
  }
}
