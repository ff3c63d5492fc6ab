import type { Box, Segment, Spot } from "./geometry.ts";
import { type Span, type Stretch, settle } from "./settle.ts";
import type { TextBlock } from "./text.ts";

/** Words at the right end of a line. */
export type End = {
  readonly block: TextBlock;
  /** The end of the line, which the first line of words should be level with. */
  readonly spot: Spot;
  /** Limits and averages stay on their lines as long as they do not touch each other; the others give way to them. */
  readonly pinned: boolean;
};
export type PlacedEnd = End & { readonly box: Box; readonly leader: Segment | null };

/** Words moved by more than this, in points, get a leader from the end of their line. */
const leaderFrom = 3;
/** Further free room, in points, above and below words that have given way. */
const apart = 1.5;
const longWay = 8;
/** Free room, in points, kept between the ends of lines and the words. */
export const endGap = 6;

/**
 * Places the words at the right ends of lines: none overlaps another, each as near to its line as can be.
 *
 * @param x left edge of the words
 * @param span room from top to bottom
 */
export function placeEnds(ends: readonly End[], x: number, span: Span): PlacedEnd[] {
  const pinned = ends.filter((end) => end.pinned);
  const others = ends.filter((end) => !end.pinned);
  const first = withTops(pinned, settle(pinned.map(stretch), span));
  const free = others.length === 1 && others[0] ? giveWay(stretch(others[0]), first, span) : null;
  const placed =
    free === null && others.length > 0
      ? withTops(ends, settle(ends.map(stretch), span))
      : [...first, ...withTops(others, free === null ? [] : [free])];
  return placed.map(({ end, top }) => placedEnd(end, x, top));
}

type Topped = { readonly end: End; readonly top: number };

const withTops = (ends: readonly End[], tops: readonly number[]): Topped[] =>
  ends.flatMap((end, i) => (tops[i] === undefined ? [] : [{ end, top: tops[i] }]));

const stretch = ({ block, spot }: End): Stretch => ({ top: spot.y - lead(block), height: block.height });

/** From the top of a block to the middle of its first line, in points. */
const lead = ({ heights }: TextBlock): number => (heights[0] ?? 0) / 2;

function placedEnd(end: End, x: number, top: number): PlacedEnd {
  const { block, spot } = end;
  const box = { left: x, top, right: x + block.width, bottom: top + block.height };
  const level = top + lead(block);
  const to = { x: x - 1.5, y: level };
  const moved = Math.abs(level - spot.y) > leaderFrom;
  return { ...end, box, leader: moved ? { from: { x: spot.x + endGap / 2, y: spot.y }, to } : null };
}

/** The free place nearest to the wished one: with free room above and below unless that costs a long way; null if none. */
function giveWay(wished: Stretch, taken: readonly Topped[], span: Span): number | null {
  const [roomy, tight] = [nearestFree(wished, taken, span, apart), nearestFree(wished, taken, span, 0)];
  if (roomy === null || tight === null) return tight;
  return Math.abs(roomy - wished.top) - Math.abs(tight - wished.top) > longWay ? tight : roomy;
}

function nearestFree(
  { top: wish, height }: Stretch,
  taken: readonly Topped[],
  span: Span,
  margin: number,
): number | null {
  const others = taken.map(({ end, top }) => ({
    top: top - margin,
    bottom: top + end.block.height + margin,
  }));
  const places = [wish, span.top, ...others.flatMap((o) => [o.bottom, o.top - height])];
  const free = places.filter(
    (top) =>
      top >= span.top &&
      top + height <= span.bottom &&
      others.every((o) => top >= o.bottom || top + height <= o.top),
  );
  return nearestTo(wish, free);
}

const nearestTo = (wished: number, places: readonly number[]): number | null =>
  places.reduce<number | null>(
    (best, place) => (best === null || Math.abs(place - wished) < Math.abs(best - wished) ? place : best),
    null,
  );
