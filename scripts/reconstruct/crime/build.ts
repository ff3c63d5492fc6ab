import { normal, type Random } from "../random.ts";
import type { Counts } from "./charts.ts";
import { fitted, rounded, type Table, wholeRow } from "./fitting.ts";
import { type Group, groups, months, stretches, totals } from "./groups.ts";
import type { Fixed } from "./search.ts";

/** Counts that are printed or settled: of a group (row) in a month (column); `undefined` where it is to be rebuilt. */
export type Known = { force(row: number, column: number): number | undefined; north(row: number, column: number): number | undefined };
type Streams = (name: string) => Random;

export const fixedOf = (known: Known): Fixed => ({
  force: (row, column) => known.force(row, column) !== undefined,
  north: (row, column) => known.north(row, column) !== undefined,
});

/** First draft of every count: seasons and chance, fitted to the sums of groups and of months. */
export function draft(known: Known, northTotals: readonly number[], streams: Streams): Counts {
  const force = forceCounts(known, streams);
  return { force, north: northCounts(force, { known, northTotals, streams }) };
}

function forceCounts(known: Known, streams: Streams): number[][] {
  const blocks = stretches.map(([first, last], s) => block({ first, last, s }, known, streams));
  return groups.map((_, g) => blocks.flatMap((rows) => rows[g] ?? []));
}

/** One stretch of months: what is known is taken out, the rest fitted and rounded, and the known put back. */
function block({ first, last, s }: { first: number; last: number; s: number }, known: Known, streams: Streams): number[][] {
  const columns = months.slice(first, last + 1).map((_, i) => first + i);
  const knownAt = groups.map((_, g) => columns.map((m) => known.force(g, m)));
  const seed = groups.map((group, g) => seasonal(group, { s, columns }, streams(`${group.id} ${s}`)).map((v, j) => (knownAt[g]?.[j] === undefined ? v : 0)));
  const rowSums = groups.map((group, g) => (group.sums[s] ?? 0) - sum((knownAt[g] ?? []).map((v) => v ?? 0)));
  const columnSums = columns.map((m, j) => (totals[m] ?? 0) - sum(knownAt.map((row) => row[j] ?? 0)));
  const whole = rounded(fitted(seed, rowSums, columnSums), (g, j) => knownAt[g]?.[j] === undefined);
  return whole.map((row, g) => row.map((v, j) => knownAt[g]?.[j] ?? v));
}

/** An ordinary run of months of a group: its season, and chance a little wider than a Poisson count's. */
function seasonal(group: Group, { s, columns }: { s: number; columns: readonly number[] }, random: Random): number[] {
  const level = (group.sums[s] ?? 0) / columns.length;
  return columns.map((m) => {
    const season = 1 + group.swing * Math.cos((2 * Math.PI * ((m % 12) + 1 - group.peak)) / 12);
    return Math.max(0.1 * level, level * season + 1.3 * Math.sqrt(level) * normal(random));
  });
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

type Split = { readonly known: Known; readonly northTotals: readonly number[]; readonly streams: Streams };

function northCounts(force: Table, { known, northTotals, streams }: Split): number[][] {
  const randoms = groups.map(({ id }) => streams(`${id} north`));
  const columns = months.map((_, m) => {
    const knownAt = groups.map((_, g) => known.north(g, m));
    const wanted = (northTotals[m] ?? 0) - sum(knownAt.map((v) => v ?? 0));
    const tops = groups.map((_, g) => (knownAt[g] === undefined ? (force[g]?.[m] ?? 0) : 0));
    const shares = groups.map(({ north }, g) => north + 0.5 * normal(randoms[g] ?? Math.random) / Math.sqrt((force[g]?.[m] ?? 0) + 4));
    return sharedOut(tops, shares, wanted).map((v, g) => knownAt[g] ?? v);
  });
  return groups.map((_, g) => columns.map((column) => column[g] ?? 0));
}

/** Parts of `tops` that add up to `wanted`, all odds moved by one factor, then rounded by largest remainder. */
function sharedOut(tops: readonly number[], shares: readonly number[], wanted: number): number[] {
  const parts = (factor: number): number[] => tops.map((top, g) => top * moved(Math.min(0.95, Math.max(0.05, shares[g] ?? 0)), factor));
  let [low, high] = [0.01, 100];
  for (let i = 0; i < 60; i++) {
    const middle = Math.sqrt(low * high);
    if (sum(parts(middle)) < wanted) low = middle;
    else high = middle;
  }
  return wholeRow(parts(low));
}

const moved = (share: number, factor: number): number => (share * factor) / (share * factor + 1 - share);

/** North Warwickshire's part of all crime in the months for which it was not printed: between 57% and 60%, drifting. */
export function northTotal(m: number, random: Random): number {
  return Math.round((totals[m] ?? 0) * (0.583 + 0.006 * normal(random)));
}
