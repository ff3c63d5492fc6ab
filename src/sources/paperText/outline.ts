import type { Cell, PaperBlock, PaperPart, PaperTable, Text } from "./paper.ts";

/** All sentences of a part in their order: of paragraphs, lists, questions, notes, quotations and headings; none of tables and debris. */
export const sentencesOf = ({ blocks }: PaperPart): readonly Text[] => blocks.flatMap(sentencesOfBlock);

/** The tables of a part in their order. */
export const tablesOf = ({ blocks }: PaperPart): readonly PaperTable[] =>
  blocks.filter((block) => block.kind === "table");

/** All texts of a part: its sentences, and of tables the captions and cells. */
export function textsOf(part: PaperPart): readonly Text[] {
  const known = textsBefore.get(part);
  if (known !== undefined) return known;
  const texts = part.blocks.flatMap((block) =>
    block.kind === "table" ? textsOfTable(block) : sentencesOfBlock(block),
  );
  textsBefore.set(part, texts);
  return texts;
}

/** Some forty rules ask for them. */
const textsBefore = new WeakMap<PaperPart, readonly Text[]>();

/** The sentences of one block; none of a table or of debris. */
export function sentencesOfBlock(block: PaperBlock): readonly Text[] {
  if (block.kind === "table" || block.kind === "debris") return [];
  if (block.kind === "heading") return [block.text];
  if (block.kind === "list") return block.items.flatMap(({ sentences }) => sentences);
  return block.sentences;
}

const textsOfTable = ({ caption, heads, rows }: PaperTable): readonly Text[] => [
  ...(caption === null ? [] : [caption]),
  ...[...heads.flat(), ...rows.flatMap(({ cells }) => cells)].filter(hasWords),
];

const hasWords = ({ value }: Cell): boolean => value.kind !== "empty";
