import { sentencesOfBlock } from "../../sources/paperText/outline.ts";
import type { PaperPart, PlacedBlock, Text } from "../../sources/paperText/paper.ts";

/** A sentence, the one in front of it in the same block, and the block. */
export type Passage = {
  readonly words: Text;
  readonly before: Text | null;
  readonly block: PlacedBlock;
  readonly index: number;
};

/** The sentences of a part in their order, without headings and tables. */
export const passages = ({ blocks }: PaperPart): Passage[] =>
  blocks.flatMap((block, index) =>
    block.kind === "heading" || block.kind === "table"
      ? []
      : sentencesOfBlock(block).map((words, i, all) => ({ words, before: all[i - 1] ?? null, block, index })),
  );
