/** A place and the value of the function there. */
export type Minimum = { readonly x: readonly number[]; readonly value: number };

/** Enough for four parameters; the stop below is usually met in a hundred. */
const mostSteps = 400;
/** Relative: the criterion of a projection is then known far better than two models ever differ. */
const tolerance = 1e-8;

/**
 * A low place of a function near the start, found without slopes.
 *
 * @param start at least one coordinate
 * @param size how far the other corners of the first simplex lie from the start, along each coordinate
 * @returns the lowest corner; the same to the last bit for the same arguments
 *
 * Source: Nelder & Mead (1965), The Computer Journal 7(4), with the usual factors 1, 2, 1/2 and 1/2.
 */
export function nelderMead(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  size: number,
): Minimum {
  const corner = (x: readonly number[]): Minimum => ({ x, value: f(x) });
  let simplex = inOrder([
    corner(start),
    ...start.map((_, i) => corner(start.map((v, j) => (i === j ? v + size : v)))),
  ]);
  for (let step = 0; step < mostSteps && !isFlat(simplex); step++) simplex = inOrder(moved(simplex, corner));
  return simplex.best;
}

/** The corners, best first; `others` lie between the best and the worst. */
type Simplex = { readonly best: Minimum; readonly others: readonly Minimum[]; readonly worst: Minimum };

function inOrder(corners: readonly Minimum[]): Simplex {
  const sorted = [...corners].sort((a, b) => a.value - b.value);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  if (best === undefined || worst === undefined) throw new RangeError("a simplex needs corners");
  return { best, others: sorted.slice(1, -1), worst };
}

const isFlat = ({ best, worst }: Simplex): boolean =>
  Math.abs(worst.value - best.value) <= tolerance * (Math.abs(best.value) + tolerance);

/** Throws the worst corner across the middle of the rest, further or less far; where nothing helps, all shrink. */
function moved(simplex: Simplex, corner: (x: readonly number[]) => Minimum): Minimum[] {
  const { best, others, worst } = simplex;
  const middle = centroid([best, ...others]);
  const thrown = (factor: number): Minimum =>
    corner(middle.map((m, j) => m + factor * ((worst.x[j] ?? m) - m)));
  const replaced = (by: Minimum): Minimum[] => [best, ...others, by];

  const reflected = thrown(-1);
  if (reflected.value < best.value) return replaced(lower(thrown(-2), reflected));
  if (reflected.value < (others.at(-1) ?? best).value) return replaced(reflected);
  const contracted = thrown(reflected.value < worst.value ? -0.5 : 0.5);
  if (contracted.value < Math.min(reflected.value, worst.value)) return replaced(contracted);
  const halfway = (x: readonly number[]) => best.x.map((b, j) => b + 0.5 * ((x[j] ?? b) - b));
  return [best, ...[...others, worst].map(({ x }) => corner(halfway(x)))];
}

function centroid(corners: readonly Minimum[]): number[] {
  const middle = (corners[0]?.x ?? []).map(() => 0);
  for (const { x } of corners)
    for (const [j, value] of x.entries()) middle[j] = (middle[j] ?? 0) + value / corners.length;
  return middle;
}

/** The first where it is truly lower. */
const lower = (a: Minimum, b: Minimum): Minimum => (a.value < b.value ? a : b);
