import type { FlowBlock } from "../document/papers/views.ts";

/**
 * The level at which each block's heading is tagged, 2 to 4: as written, but never more than one below the heading before it. A
 * question stands below its section, an answer below its question. Blocks without a heading get that of the heading before.
 */
export function headingLevels(blocks: readonly FlowBlock[]): number[] {
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
