/** All in points from the drawing's top left corner; y grows downwards, as in SVG. */
export type Spot = { readonly x: number; readonly y: number };
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
export type Segment = { readonly from: Spot; readonly to: Spot };

/** Whether two boxes share more than an edge. */
export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether `inner` lies wholly in `outer`. */
export const within = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;

/** The box grown by `by` on every side. */
export const grown = (box: Box, by: number): Box => ({
  left: box.left - by,
  top: box.top - by,
  right: box.right + by,
  bottom: box.bottom + by,
});

/** A box of the given size around a spot. */
export const around = ({ x, y }: Spot, width: number, height = width): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
});

/** The spot of the box's edge or inside that is nearest to `spot`. */
export const nearest = (box: Box, { x, y }: Spot): Spot => ({
  x: Math.min(box.right, Math.max(box.left, x)),
  y: Math.min(box.bottom, Math.max(box.top, y)),
});

export const distance = (a: Spot, b: Spot): number => Math.hypot(a.x - b.x, a.y - b.y);

/** How many points of the segment's length lie inside the box (Liang and Barsky's clipping). */
export function lengthInside({ from, to }: Segment, box: Box): number {
  const across = clip(from.x, to.x, box.left, box.right);
  const down = clip(from.y, to.y, box.top, box.bottom);
  const share = Math.min(across.end, down.end) - Math.max(across.start, down.start);
  return Math.max(0, share) * distance(from, to);
}

/** Whether two segments cross. */
export const cross = (a: Segment, b: Segment): boolean =>
  turn(a.from, a.to, b.from) * turn(a.from, a.to, b.to) < 0 &&
  turn(b.from, b.to, a.from) * turn(b.from, b.to, a.to) < 0;

/** Positive where the way from `a` over `b` to `c` turns clockwise on the page. */
const turn = (a: Spot, b: Spot, c: Spot): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** The part, from 0 to 1, of the way from `a` to `b` that runs between `low` and `high`. */
function clip(a: number, b: number, low: number, high: number): { start: number; end: number } {
  if (a === b) return a > low && a < high ? { start: 0, end: 1 } : { start: 1, end: 0 };
  const [first, second] = [(low - a) / (b - a), (high - a) / (b - a)];
  return { start: Math.max(0, Math.min(first, second)), end: Math.min(1, Math.max(first, second)) };
}
