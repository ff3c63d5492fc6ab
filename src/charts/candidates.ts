import { type Box, distance, nearest, type Segment, type Spot } from "./geometry.ts";
import type { Align, Candidate } from "./placer.ts";
import type { TextBlock } from "./text.ts";

/** Where a label stands from its spot: -1 left or above, 0 level with it, 1 right or below. */
type Direction = { readonly across: -1 | 0 | 1; readonly down: -1 | 0 | 1 };

/** How far beyond the gap, in points, a label may move to find room. */
const steps = [0, 5, 10, 16, 24, 34, 46];
/** A label further than this from the edge of its dot gets a leader. */
const leaderFrom = 8;

/**
 * Places for a label around a spot, nearest first: on the wished side (-1 above, 1 below), slid along it, beside the spot,
 * on the other side, then further away with a leader.
 *
 * @param gap free room, in points, between the middle of the spot and the label
 */
export function around(block: TextBlock, spot: Spot, gap: number, wished: -1 | 1): Candidate[] {
  const level = ([-1, 1] as const).map((across): Direction => ({ across, down: 0 }));
  const corners = ([wished, -wished] as const).flatMap((down) =>
    ([1, -1] as const).map((across): Direction => ({ across, down: down === 1 ? 1 : -1 })),
  );
  return steps
    .flatMap((step) => [
      ...slides(block, spot, gap + step, wished).map((c) => dearer(c, step)),
      ...[...level, ...corners].map((d) =>
        dearer(beside(block, spot, gap + step, d), step + (d.down === wished ? 3 : 6)),
      ),
      ...slides(block, spot, gap + step, wished === 1 ? -1 : 1).map((c) => dearer(c, step + 9)),
    ])
    .map((candidate) => withLeader(candidate, spot, gap));
}

/** A label above or below its spot, centred on it or slid along by up to half its width. */
function slides(block: TextBlock, spot: Spot, gap: number, down: -1 | 1): Candidate[] {
  return [0, -0.2, 0.2, -0.4, 0.4].map((slide) => {
    const shifted = { x: spot.x + slide * block.width, y: spot.y };
    return dearer(beside(block, shifted, gap, { across: 0, down }), Math.abs(slide) * 5);
  });
}

function beside(
  { width, height }: TextBlock,
  { x, y }: Spot,
  gap: number,
  { across, down }: Direction,
): Candidate {
  const reach = across !== 0 && down !== 0 ? gap * 0.6 : gap;
  const left = x + across * reach - (across === 1 ? 0 : across === -1 ? width : width / 2);
  const top = y + down * reach - (down === 1 ? 0 : down === -1 ? height : height / 2);
  const align: Align = across === 1 ? "left" : across === -1 ? "right" : "center";
  return { box: { left, top, right: left + width, bottom: top + height }, align, cost: 0, leader: null };
}

/** Places on a grid over the whole area, dearer the further they are from the nearest of the spots. */
export function anywhere(block: TextBlock, area: Box, spots: readonly Spot[], gap: number): Candidate[] {
  const { width, height } = block;
  const places: Candidate[] = [];
  for (let top = area.top; top + height <= area.bottom; top += 6) {
    for (let left = area.left; left + width <= area.right; left += 8) {
      const found = closest({ left, top, right: left + width, bottom: top + height }, spots);
      if (found)
        places.push(withLeader(at(block, { x: left, y: top }, "left", 20 + found.away), found.spot, gap));
    }
  }
  return places;
}

function closest(box: Box, spots: readonly Spot[]): { spot: Spot; away: number } | null {
  const measured = spots.map((spot) => ({ spot, away: distance(nearest(box, spot), spot) }));
  return measured.reduce<(typeof measured)[number] | null>((a, b) => (a && a.away <= b.away ? a : b), null);
}

/** One fixed place: the box's corner, and how its lines align. */
export function at(block: TextBlock, corner: Spot, align: Align, cost = 0): Candidate {
  const left = corner.x - (align === "left" ? 0 : align === "right" ? block.width : block.width / 2);
  const box = { left, top: corner.y, right: left + block.width, bottom: corner.y + block.height };
  return { box, align, cost, leader: null };
}

export const dearer = (candidate: Candidate, by: number): Candidate => ({
  ...candidate,
  cost: candidate.cost + by,
});

/** Adds the leader that a label needs once it stands away from its spot. */
function withLeader(candidate: Candidate, spot: Spot, gap: number): Candidate {
  const end = nearest(candidate.box, spot);
  const length = distance(spot, end);
  return length > gap + leaderFrom ? { ...candidate, leader: shortened(spot, end, gap, length) } : candidate;
}

/** The line from the edge of the dot to the label, touching neither. */
function shortened(from: Spot, to: Spot, gap: number, length: number): Segment {
  const part = (points: number): Spot => ({
    x: from.x + ((to.x - from.x) * points) / length,
    y: from.y + ((to.y - from.y) * points) / length,
  });
  return { from: part(gap * 0.7), to: part(length - 1) };
}
