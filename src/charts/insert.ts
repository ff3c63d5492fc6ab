import { type Span, type Stretch, settle } from "./settle.ts";

/** How far, in points, words of limits and averages may stand off their line: they are still read as the line's. */
export const mostYielded = 6;
/** Free room, in points, above and below words that have given way, unless that costs a long way. */
const apart = 1.5;
const longWay = 8;
/** A point by which the others yield costs as much as this many points by which the one moves. */
const yieldCost = 2;

/** A stretch that has its place already, and the lowest top it may be pushed to. */
type Held = Stretch & { readonly lowest: number };
type Places = { readonly top: number; readonly others: readonly number[]; readonly cost: number };

/**
 * Inserts one stretch, as near as can be to the top it would like, among others that keep theirs: they yield only where this brings
 * the one much nearer, and by 6 points at most.
 *
 * @returns tops of the others in the order given, then that of the one; null where there is no room
 */
export function insert(one: Stretch, others: readonly Stretch[], span: Span): number[] | null {
  const wished = settle(others, span);
  const order = [...wished.keys()].sort((a, b) => (wished[a] ?? 0) - (wished[b] ?? 0));
  const stretches = order.flatMap((i) => others[i] ?? []);
  const tops = order.flatMap((i) => wished[i] ?? []);
  const [roomy, tight] = [apart, 0].map((margin) => cheapest(one, stretches, tops, span, margin));
  if (!tight) return null;
  const best = roomy && roomy.cost - tight.cost <= longWay ? roomy : tight;
  return [...others.keys()].map((i) => best.others[order.indexOf(i)] ?? 0).concat(best.top);
}

/** The cheapest place, with the others from top to bottom and free room of `margin` points on both sides. */
function cheapest(
  one: Stretch,
  others: readonly Stretch[],
  tops: readonly number[],
  span: Span,
  margin: number,
): Places | null {
  const [down, up] = [held(others, tops), mirrored(others, tops)];
  const places = [...others.keys(), others.length].flatMap((rank) =>
    between(one, up.slice(others.length - rank), down.slice(rank), span, margin),
  );
  return places.reduce<Places | null>((a, b) => (a && a.cost <= b.cost ? a : b), null);
}

const held = (stretches: readonly Stretch[], tops: readonly number[]): Held[] =>
  stretches.map(({ top: line, height }, i) => {
    const top = tops[i] ?? line;
    return { top, height, lowest: Math.max(top, line + mostYielded) };
  });

/** The same upside down, so that pushing up is pushing down; the undermost comes first. */
const mirrored = (stretches: readonly Stretch[], tops: readonly number[]): Held[] =>
  held(
    stretches.map((stretch) => ({ ...stretch, top: flip(stretch.top, stretch) })),
    tops.map((top, i) => flip(top, stretches[i] ?? { height: 0 })),
  ).reverse();
const flip = (top: number, { height }: Pick<Stretch, "height">): number => -(top + height);

/** Every place worth trying between those above (upside down, the nearest first) and those below. */
function between(
  one: Stretch,
  above: readonly Held[],
  below: readonly Held[],
  { top: ceiling, bottom }: Span,
  margin: number,
): Places[] {
  const { height } = one;
  const wishes = [
    ...[one.top, ceiling, bottom - height],
    ...edges(below, bottom).map((edge) => edge - margin - height),
    ...edges(above, -ceiling).map((edge) => margin - edge),
  ];
  return wishes.flatMap((top) => {
    if (top < ceiling || top + height > bottom) return [];
    const up = pushed(above, margin - top, -ceiling);
    const down = pushed(below, top + height + margin, bottom);
    if (!up || !down) return [];
    const cost = Math.abs(top - one.top) + yieldCost * (yielded(above, up) + yielded(below, down));
    const raised = up.map((flipped, i) => flip(flipped, above[i] ?? { height: 0 })).reverse();
    return [{ top, others: [...raised, ...down], cost }];
  });
}

/** Where the first of those below has its top: when it keeps its place, and when all have yielded as far as they may. */
function edges(below: readonly Held[], bottom: number): number[] {
  const [first] = below;
  const yieldedMost = below.reduceRight(
    (edge, { height, lowest }) => Math.min(edge - height, lowest),
    bottom,
  );
  return first ? [first.top, yieldedMost] : [];
}

/** Tops once all stand below `edge` and below each other; null where one would go further than it may. */
function pushed(below: readonly Held[], from: number, bottom: number): number[] | null {
  const tops: number[] = [];
  let edge = from;
  for (const { top: kept, height, lowest } of below) {
    const top = Math.max(kept, edge);
    // Places are sums of heights: what fits exactly may miss by a rounding error.
    if (top > lowest + 1e-9 || top + height > bottom + 1e-9) return null;
    tops.push(top);
    edge = top + height;
  }
  return tops;
}

const yielded = (stretches: readonly Held[], tops: readonly number[]): number =>
  stretches.reduce((sum, { top }, i) => sum + Math.abs((tops[i] ?? top) - top), 0);
