import type { Random } from "../random.ts";
import type { Chart, Counts } from "./charts.ts";

/** One cell of the force or of North Warwickshire, and what is added to it. */
export type Change = {
  readonly table: number[][];
  readonly row: number;
  readonly column: number;
  readonly by: number;
};

/** Adds the changes to their cells, or takes them back. */
export function changed(changes: readonly Change[], sign: 1 | -1): void {
  for (const { table, row, column, by } of changes) {
    const cells = table[row];
    if (cells) cells[column] = (cells[column] ?? 0) + sign * by;
  }
}

/** Which cells are printed or settled, by row and column. */
export type Fixed = {
  force(row: number, column: number): boolean;
  north(row: number, column: number): boolean;
};

/** What may be changed, and the chance that chooses. */
export type Room = {
  readonly fixed: Fixed;
  /** Runs of months [first, last] in which the sum of every group is settled. */
  readonly stretches: readonly (readonly [number, number])[];
  readonly random: Random;
};

/**
 * Random changes to a group of the chart that keep every sum: either between two months of a stretch, for the force and so for
 * an area, or between the areas within one month; another group takes the opposite. None when a cell is fixed or would
 * fall below 0.
 */
export function proposedChanges(counts: Counts, chart: Chart, { fixed, stretches, random }: Room): Change[] {
  const pick = (n: number): number => Math.floor(random() * n);
  const swap = { group: chart.members[pick(chart.members.length)] ?? 0, other: pick(counts.force.length) };
  const size = 1 + pick(random() < 0.1 ? 15 : 3);
  const by = random() < 0.5 ? -size : size;
  const [first, last] = stretches[pick(stretches.length)] ?? [0, 0];
  const [month, another] = [first + pick(last - first + 1), first + pick(last - first + 1)];
  const changes =
    random() < 0.5
      ? between(swap, [month, another], by, { counts, north: Math.round(by * random()) })
      : opposite(counts.north, swap, month, by);
  const useless = swap.group === swap.other || month === another;
  const closed = changes.some(({ table, row, column }) =>
    table === counts.force ? fixed.force(row, column) : fixed.north(row, column),
  );
  return useless || closed || !staysPositive(changes, counts) ? [] : changes;
}

type Swap = { readonly group: number; readonly other: number };
type Part = {
  readonly counts: Counts /** How many of the offences are in the North. */;
  readonly north: number;
};

const between = (
  swap: Swap,
  [a, b]: readonly [number, number],
  by: number,
  { counts, north }: Part,
): Change[] => [
  ...opposite(counts.force, swap, a, by),
  ...opposite(counts.force, swap, b, -by),
  ...opposite(counts.north, swap, a, north),
  ...opposite(counts.north, swap, b, -north),
];

/** One group gains in a month what the other loses. */
const opposite = (table: number[][], { group, other }: Swap, column: number, by: number): Change[] =>
  by === 0
    ? []
    : [
        { table, row: group, column, by },
        { table, row: other, column, by: -by },
      ];

function staysPositive(changes: readonly Change[], { force, north }: Counts): boolean {
  changed(changes, 1);
  const fine = changes.every(({ row, column }) => {
    const inNorth = north[row]?.[column] ?? 0;
    return inNorth >= 0 && (force[row]?.[column] ?? 0) >= inNorth;
  });
  changed(changes, -1);
  return fine;
}

/** Small beside any disagreement of a chart, so that it decides only between counts that serve the charts alike. */
const strayCost = 0.002;

/** What the changed cells have strayed from the first draft, in both areas, as squares in parts of the draft. */
export function strayed(changes: readonly Change[], counts: Counts, first: Counts): number {
  const inAreas = ({ force, north }: Counts, { row, column }: Change): [number, number] => {
    const inNorth = north[row]?.[column] ?? 0;
    return [inNorth, (force[row]?.[column] ?? 0) - inNorth];
  };
  const squares = changes.flatMap((change) => {
    const drafted = inAreas(first, change);
    return inAreas(counts, change).map((now, i) => (now - (drafted[i] ?? 0)) ** 2 / ((drafted[i] ?? 0) + 1));
  });
  return strayCost * squares.reduce((a, b) => a + b, 0);
}
