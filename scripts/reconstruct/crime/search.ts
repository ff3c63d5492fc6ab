import type { Random } from "../random.ts";
import { type Chart, type Counts, penalty } from "./charts.ts";

/** Which cells are printed or settled, by row and column. */
export type Fixed = { force(row: number, column: number): boolean; north(row: number, column: number): boolean };
type Change = { readonly table: number[][]; readonly row: number; readonly column: number; readonly by: number };

/**
 * Moves offences between months and groups, a few at a time and without changing any sum, until every chart says what the
 * paper says. Changes `counts` in place.
 *
 * @param stretches runs of months [first, last] whose sums for each group are settled
 * @returns what is left of the penalty; 0 when all charts agree
 */
export function search(counts: Counts, charts: readonly Chart[], options: { fixed: Fixed; stretches: readonly (readonly [number, number])[]; random: Random; steps: number }): number {
  const first: Counts = { force: counts.force.map((row) => [...row]), north: counts.north.map((row) => [...row]) };
  const penalties = charts.map((chart) => penalty(chart, counts));
  for (let step = 0; step < options.steps; step++) {
    const worst = charts[pickWorse(penalties, options.random)];
    if (worst === undefined || penalties.every((p) => p === 0)) break;
    const changes = proposal(counts, worst, options);
    if (changes === null) continue;
    const rows = changes.map(({ row }) => row);
    const touched = charts.flatMap((chart, i) => (chart.members.some((m) => rows.includes(m)) ? [i] : []));
    const before = total(touched.map((i) => penalties[i] ?? 0)) + strayed(changes, counts, first);
    apply(changes, 1);
    const after = touched.map((i) => penalty(charts[i] ?? worst, counts));
    const heat = 0.01 * Math.max(0, 1 - (2 * step) / options.steps);
    if (total(after) + strayed(changes, counts, first) - before < -heat * Math.log(1 - options.random())) touched.forEach((i, k) => { penalties[i] = after[k] ?? 0; });
    else apply(changes, -1);
  }
  return total(penalties);
}

/** What the cells of a change have strayed from the first draft: it keeps the seasons and the noise of the draft. */
function strayed(changes: readonly Change[], counts: Counts, first: Counts): number {
  const cell = ({ force, north }: Counts, row: number, column: number): readonly [number, number] => {
    const [f, n] = [force[row]?.[column] ?? 0, north[row]?.[column] ?? 0];
    return [n, f - n];
  };
  return changes.reduce((sum, { row, column }) => {
    const [now, then] = [cell(counts, row, column), cell(first, row, column)];
    return sum + strayCost * now.reduce((all, n, i) => all + (n - (then[i] ?? 0)) ** 2 / ((then[i] ?? 0) + 1), 0);
  }, 0);
}
const strayCost = 0.002;

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** One of the charts that do not agree yet. */
function pickWorse(penalties: readonly number[], random: Random): number {
  const open = penalties.flatMap((p, i) => (p > 0 ? [i] : []));
  return open[Math.floor(random() * open.length)] ?? -1;
}

function apply(changes: readonly Change[], sign: 1 | -1): void {
  for (const { table, row, column, by } of changes) {
    const cells = table[row];
    if (cells) cells[column] = (cells[column] ?? 0) + sign * by;
  }
}

type Options = { readonly fixed: Fixed; readonly stretches: readonly (readonly [number, number])[]; readonly random: Random };

/** A change that keeps every sum; null when it would touch a fixed cell or give a count below 0. */
function proposal(counts: Counts, chart: Chart, options: Options): Change[] | null {
  const { random, fixed } = options;
  const pick = (n: number): number => Math.floor(random() * n);
  const g = chart.members[pick(chart.members.length)] ?? 0;
  const h = pick(counts.force.length);
  const by = (1 + pick(random() < 0.1 ? 15 : 3)) * (random() < 0.5 ? -1 : 1);
  const betweenMonths = random() < 0.5;
  const [first, last] = options.stretches[pick(options.stretches.length)] ?? [0, 0];
  const [a, b] = [first + pick(last - first + 1), first + pick(last - first + 1)];
  if (g === h || (betweenMonths && a === b)) return null;
  const north = betweenMonths ? Math.round(by * random()) : by;
  const square = (table: number[][], n: number): Change[] =>
    n === 0 ? [] : [...pair(table, { g, h, column: a, by: n }), ...(betweenMonths ? pair(table, { g, h, column: b, by: -n }) : [])];
  const force = betweenMonths ? square(counts.force, by) : [];
  const changes = [...force, ...square(counts.north, north)];
  const closed = changes.some(({ table, row, column }) => (table === counts.force ? fixed.force(row, column) : fixed.north(row, column)));
  return closed || !stays(changes, counts) ? null : changes;
}

const pair = (table: number[][], { g, h, column, by }: { g: number; h: number; column: number; by: number }): Change[] => [
  { table, row: g, column, by },
  { table, row: h, column, by: -by },
];

/** True when no count, of the force or of either area, falls below 0. */
function stays(changes: readonly Change[], { force, north }: Counts): boolean {
  apply(changes, 1);
  const fine = changes.every(({ row, column }) => {
    const [f, n] = [force[row]?.[column] ?? 0, north[row]?.[column] ?? 0];
    return n >= 0 && f >= n;
  });
  apply(changes, -1);
  return fine;
}
