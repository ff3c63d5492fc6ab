import { type Box, cross, grown, lengthInside, overlap, type Segment, within } from "./geometry.ts";
import type { TextBlock } from "./text.ts";

export type Align = "left" | "center" | "right";
/** A place where a block of words could stand; `leader` ties it to what it names. The lower its cost the better. */
export type Candidate = {
  readonly box: Box;
  readonly align: Align;
  readonly cost: number;
  readonly leader: Segment | null;
};
export type Request = { readonly block: TextBlock; readonly candidates: readonly Candidate[] };
export type Placed = Omit<Candidate, "cost"> & { readonly block: TextBlock };

/** What is drawn already: a label never touches a dot or other words nor leaves the bounds; to lie on a line costs. */
export type Scene = {
  readonly bounds: Box;
  readonly dots: readonly Box[];
  readonly words: readonly Box[];
  readonly lines: readonly Segment[];
};

/** Cost of a label that lies on a line at all: more than that of any free place within about 150 points. */
export const onLine = 150;
/** Costs: a point of line under a label, a point of leader under a label or dot, a line crossed by a leader. */
const lineUnderLabel = 2;
const leaderUnderSolid = 20;
const lineCrossed = 5;
/** Free room, in points, that words like at their sides. */
const beside = 2;
/** Cost of words so near, in points, to other words that they read as one. */
const tooClose = 12;
const close = 5;

/**
 * Places each block in turn at the cheapest of its candidates that is free. A block for which none is free is left out: the
 * drawing stays readable, and its words stand in the text alternative and in the table.
 */
export function place(requests: readonly Request[], scene: Scene): Placed[] {
  const placed: Placed[] = [];
  for (const { block, candidates } of requests) {
    const best = cheapest(candidates, withLabels(scene, placed));
    if (best) placed.push({ block, box: best.box, align: best.align, leader: best.leader });
  }
  return placed;
}

/** The scene once these labels are drawn too. */
const withLabels = (scene: Scene, placed: readonly Placed[]): Scene => ({
  ...scene,
  words: [...scene.words, ...placed.map((label) => label.box)],
  lines: [...scene.lines, ...placed.flatMap((label) => label.leader ?? [])],
});

function cheapest(candidates: readonly Candidate[], scene: Scene): Candidate | null {
  let best: Candidate | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const candidate of [...candidates].sort((a, b) => a.cost - b.cost)) {
    if (candidate.cost >= bestCost) break;
    if (!isFree(candidate.box, scene)) continue;
    const cost = candidate.cost + crowding(candidate, scene);
    if (cost < bestCost) [best, bestCost] = [candidate, cost];
  }
  return best;
}

const isFree = (box: Box, { bounds, dots, words }: Scene): boolean =>
  within(box, bounds) && !dots.some((dot) => overlap(dot, box)) && !words.some((word) => overlap(word, box));

function crowding({ box, leader }: Candidate, scene: Scene): number {
  const room = { ...box, left: box.left - beside, right: box.right + beside };
  const covered = sum(scene.lines.map((line) => lengthInside(line, room)));
  const neighbours = scene.words.filter((word) => overlap(word, grown(box, close))).length;
  const lying = covered > 0 ? onLine + covered * lineUnderLabel : 0;
  return lying + neighbours * tooClose + (leader ? leaderCost(leader, scene) : 0);
}

function leaderCost(leader: Segment, { lines, dots, words }: Scene): number {
  const hidden = sum([...dots, ...words].map((solid) => lengthInside(leader, solid)));
  return hidden * leaderUnderSolid + lines.filter((line) => cross(line, leader)).length * lineCrossed;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
