import { normal, type Random } from "../random.ts";
import type { Fixed } from "./changes.ts";
import type { Counts } from "./charts.ts";
import { fitted, rounded, type Table, wholeRow } from "./fitting.ts";
import { type Group, groups, months, stretches, totals } from "./groups.ts";

/** Counts that are printed or settled, of a group (row) in a month (column); `undefined` where one is to be rebuilt. */
export type Known = {
  force(row: number, column: number): number | undefined;
  north(row: number, column: number): number | undefined;
};
type Streams = (name: string) => Random;

export const fixedOf = (known: Known): Fixed => ({
  force: (row, column) => known.force(row, column) !== undefined,
  north: (row, column) => known.north(row, column) !== undefined,
});

/** First draft of every count: seasons and chance, fitted to the sums of groups and of months. */
export function draft(known: Known, northTotals: readonly number[], streams: Streams): Counts {
  const blocks = stretches.map((_, s) => drawStretch(s, known, streams));
  const force = groups.map((_, g) => blocks.flatMap((rows) => rows[g] ?? []));
  return { force, north: drawNorth(force, northTotals, { known, streams }) };
}

/** One stretch of months: what is known is taken out, the rest fitted and rounded, and the known put back. */
function drawStretch(s: number, known: Known, streams: Streams): number[][] {
  const [first, last] = stretches[s] ?? [0, 0];
  const columns = months.flatMap((_, m) => (m >= first && m <= last ? [m] : []));
  const knownAt = groups.map((_, g) => columns.map((m) => known.force(g, m)));
  const open = (g: number, j: number): boolean => knownAt[g]?.[j] === undefined;
  const seed = groups.map((group, g) =>
    ordinaryMonths(group, (group.sums[s] ?? 0) / columns.length, columns, streams(`${group.id} ${s}`)).map(
      (v, j) => (open(g, j) ? v : 0),
    ),
  );
  const rowSums = groups.map(({ sums }, g) => (sums[s] ?? 0) - sum(knownAt[g] ?? []));
  const columnSums = columns.map((m, j) => (totals[m] ?? 0) - sum(knownAt.map((row) => row[j])));
  return rounded(fitted(seed, rowSums, columnSums), open).map((row, g) =>
    row.map((v, j) => knownAt[g]?.[j] ?? v),
  );
}

/** A run of months of a group around its level: its season, and chance a little wider than a Poisson count's. */
function ordinaryMonths(
  { swing, peak }: Group,
  level: number,
  columns: readonly number[],
  random: Random,
): number[] {
  return columns.map((m) => {
    const season = 1 + swing * Math.cos((2 * Math.PI * ((m % 12) + 1 - peak)) / 12);
    return Math.max(0.1 * level, level * season + 1.3 * Math.sqrt(level) * normal(random));
  });
}

const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((a, b) => a + (b ?? 0), 0);

type Sources = { readonly known: Known; readonly streams: Streams };

/** North Warwickshire's part of every group: its usual share and chance, month by month fitted to the North's total. */
function drawNorth(force: Table, northTotals: readonly number[], { known, streams }: Sources): number[][] {
  const shares = groups.map(({ id, north }, g) => sharesOf(north, force[g] ?? [], streams(`${id} north`)));
  const columns = months.map((_, m) => {
    const knownAt = groups.map((_, g) => known.north(g, m));
    const tops = groups.map((_, g) => (knownAt[g] === undefined ? (force[g]?.[m] ?? 0) : 0));
    const drawn = sharedOut(
      tops,
      shares.map((row) => row[m] ?? 0),
      (northTotals[m] ?? 0) - sum(knownAt),
    );
    return drawn.map((v, g) => knownAt[g] ?? v);
  });
  return groups.map((_, g) => columns.map((column) => column[g] ?? 0));
}

/** The usual share, spread as it would be if each offence fell in one area or the other by chance. */
const sharesOf = (usual: number, counts: readonly number[], random: Random): number[] =>
  counts.map((n) => Math.min(0.95, Math.max(0.05, usual + (0.5 * normal(random)) / Math.sqrt(n + 4))));

/** Whole parts of `tops` that add up to `wanted`: the odds of all shares are moved by one factor, found by halving. */
function sharedOut(tops: readonly number[], shares: readonly number[], wanted: number): number[] {
  const parts = (factor: number): number[] => tops.map((top, g) => top * withOdds(shares[g] ?? 0, factor));
  let [low, high] = [0.01, 100];
  for (let i = 0; i < 60; i++) {
    const middle = Math.sqrt(low * high);
    if (sum(parts(middle)) < wanted) low = middle;
    else high = middle;
  }
  return wholeRow(parts(low));
}

const withOdds = (share: number, factor: number): number => (share * factor) / (share * factor + 1 - share);

/** All crime in North Warwickshire in a month for which it was not printed: about the 58% of the printed months. */
export const drawNorthTotal = (m: number, random: Random): number =>
  Math.round((totals[m] ?? 0) * (0.583 + 0.006 * normal(random)));
