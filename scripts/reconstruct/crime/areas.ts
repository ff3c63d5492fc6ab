/** A group whose policing areas were not printed for the month. */
export type OpenGroup = {
  readonly id: string;
  /** What its districts add up to in North and in South Warwickshire. */
  readonly north: number;
  readonly south: number;
  /** Least and most that the force can have recorded; the same number when it was printed. */
  readonly least: number;
  readonly most: number;
};
export type AreaCounts = { readonly north: number; readonly south: number };

type Way = { readonly cost: number; readonly steps: readonly AreaCounts[] };
const reach = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6];

/**
 * Counts of the two areas that add up to `wanted` over all groups and stay as near to the districts as can be: as few
 * groups as possible stray, and large groups rather than small ones.
 *
 * @throws RangeError when no counts within six of the districts add up
 */
export function settleAreas(groups: readonly OpenGroup[], wanted: AreaCounts): Map<string, AreaCounts> {
  let ways = new Map<string, Way>([["0|0", { cost: 0, steps: [] }]]);
  for (const group of groups) ways = extended(ways, group);
  const way = ways.get(`${wanted.north}|${wanted.south}`);
  if (way === undefined) throw new RangeError("the areas cannot be settled within six of their districts");
  return new Map(groups.map(({ id }, i) => [id, way.steps[i] ?? { north: 0, south: 0 }]));
}

function extended(ways: ReadonlyMap<string, Way>, group: OpenGroup): Map<string, Way> {
  const next = new Map<string, Way>();
  for (const [sums, way] of ways) {
    const [north = 0, south = 0] = sums.split("|").map(Number);
    for (const step of stepsOf(group)) {
      const key = `${north + step.north}|${south + step.south}`;
      const cost = way.cost + straying(step.north, group.north) + straying(step.south, group.south);
      if (cost < (next.get(key)?.cost ?? Infinity)) next.set(key, { cost, steps: [...way.steps, step] });
    }
  }
  return next;
}

const stepsOf = (group: OpenGroup): AreaCounts[] =>
  reach
    .flatMap((a) => reach.map((b) => ({ north: group.north + a, south: group.south + b })))
    .filter(
      ({ north, south }) =>
        north >= 0 && south >= 0 && north + south >= group.least && north + south <= group.most,
    );

/** One for straying at all, and more the larger the part of the group that it is. */
const straying = (value: number, districts: number): number =>
  value === districts ? 0 : 1 + (value - districts) ** 2 / Math.max(1, districts);
