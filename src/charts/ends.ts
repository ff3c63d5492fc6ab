import type { Box, Segment, Spot } from "./geometry.ts";
import { insert, mostYielded } from "./insert.ts";
import { type Span, type Stretch, settle } from "./settle.ts";
import type { TextBlock } from "./text.ts";

/** Words at the right end of a line. */
export type End = {
  readonly block: TextBlock;
  /** The end of the line, which the first line of words should be level with. */
  readonly spot: Spot;
  /** Limits and averages stay on their lines, or within 6 points of them; the others give way to them. */
  readonly pinned: boolean;
};
export type PlacedEnd = End & { readonly box: Box; readonly leader: Segment | null };

/** Words moved by more than this, in points, get a leader from the end of their line. */
const leaderFrom = 3;
/** Free room, in points, kept between the ends of lines and the words. */
export const endGap = 6;

/**
 * Places the words at the right ends of lines: none overlaps another, each as near to its line as can be.
 *
 * @param x left edge of the words
 * @param span room from top to bottom
 */
export function placeEnds(ends: readonly End[], x: number, span: Span): PlacedEnd[] {
  const [pinned, others] = [ends.filter((end) => end.pinned), ends.filter((end) => !end.pinned)];
  const [only] = others;
  const tops = only && others.length === 1 ? insert(stretch(only), pinned.map(stretch), span) : null;
  if (only && tops) return [...pinned, only].map((end, i) => placedEnd(end, x, tops[i] ?? 0));
  const settled = settle(ends.map(stretch), span);
  return ends.map((end, i) => placedEnd(end, x, settled[i] ?? 0));
}

const stretch = ({ block, spot }: End): Stretch => ({ top: spot.y - lead(block), height: block.height });

/** From the top of a block to the middle of its first line, in points. */
const lead = ({ heights }: TextBlock): number => (heights[0] ?? 0) / 2;

function placedEnd(end: End, x: number, top: number): PlacedEnd {
  const { block, spot, pinned } = end;
  const box = { left: x, top, right: x + block.width, bottom: top + block.height };
  const level = top + lead(block);
  const to = { x: x - 1.5, y: level };
  const moved = Math.abs(level - spot.y) > (pinned ? mostYielded : leaderFrom);
  return { ...end, box, leader: moved ? { from: { x: spot.x + endGap / 2, y: spot.y }, to } : null };
}
