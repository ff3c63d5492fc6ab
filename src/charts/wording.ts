import type { Box, Segment } from "./geometry.ts";
import type { Stroke, Word } from "./layers.ts";
import type { Align, Placed } from "./placer.ts";
import type { TextBlock } from "./text.ts";
import type { Theme } from "./theme.ts";

/** The lines of a block, set in their box. */
export function wordsOf(block: TextBlock, box: Box, align: Align): Word[] {
  const x = align === "left" ? box.left : align === "right" ? box.right : (box.left + box.right) / 2;
  return block.lines.map((line, i) => {
    const above = block.heights.slice(0, i).reduce((sum, height) => sum + height, 0);
    return { ...line, x, y: box.top + above + (block.heights[i] ?? 0) / 2, align };
  });
}

export const placedWords = (labels: readonly Placed[]): Word[] =>
  labels.flatMap(({ block, box, align }) => wordsOf(block, box, align));

/** The leaders of labels that stand away from what they name. */
export function leaders(
  labels: readonly { readonly leader: Segment | null }[],
  { colours, strokes }: Theme,
): (Segment & Stroke)[] {
  const stroke: Stroke = { stroke: colours.quiet, width: strokes.axis, dash: [] };
  return labels.flatMap(({ leader }) => (leader ? [{ ...leader, ...stroke }] : []));
}
