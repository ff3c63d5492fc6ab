import type { Random } from "../random.ts";
import { type Change, changed, proposedChanges, type Room, strayed } from "./changes.ts";
import { type Chart, type Counts, penalty } from "./charts.ts";

export type SearchOptions = Room & { readonly steps: number };

/** How much worse a step may make things at first; it falls to nothing half way (simulated annealing). */
const firstHeat = 0.015;

/**
 * Moves offences between months and groups, a few at a time and without changing any sum, until every chart says what the
 * paper says; then back towards the first draft as far as the charts allow, so that its seasons and noise are kept.
 * Changes `counts` in place.
 *
 * @returns what is left of the penalty; 0 when all charts agree
 */
export function search(counts: Counts, charts: readonly Chart[], options: SearchOptions): number {
  const first = copyOf(counts);
  const penalties = charts.map((chart) => penalty(chart, counts));
  for (let step = 0; step < options.steps; step++) {
    const chart = charts[pickChart(penalties, options.random)];
    const changes = chart === undefined ? [] : proposedChanges(counts, chart, options);
    const heat = firstHeat * Math.max(0, 1 - (2 * step) / options.steps);
    const allowed = -heat * Math.log(1 - options.random());
    if (changes.length > 0) tryChanges(changes, { counts, charts, penalties, first, allowed });
  }
  return total(penalties);
}

const copyOf = ({ force, north }: Counts): Counts => ({
  force: force.map((row) => [...row]),
  north: north.map((row) => [...row]),
});
const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** One of the charts that do not agree yet; any chart once all do. */
function pickChart(penalties: readonly number[], random: Random): number {
  const open = penalties.flatMap((p, i) => (p > 0 ? [i] : []));
  return open[Math.floor(random() * open.length)] ?? Math.floor(random() * penalties.length);
}

type State = {
  readonly counts: Counts;
  readonly charts: readonly Chart[];
  readonly penalties: number[];
  readonly first: Counts;
  /** How much worse the changes may make things. */
  readonly allowed: number;
};

/** Makes the changes, and takes them back when they make things worse than is allowed. */
function tryChanges(changes: readonly Change[], { counts, charts, penalties, first, allowed }: State): void {
  const rows = changes.map(({ row }) => row);
  const touched = charts.flatMap((chart, i) =>
    chart.members.some((m) => rows.includes(m)) ? [{ chart, i }] : [],
  );
  const before = total(touched.map(({ i }) => penalties[i] ?? 0)) + strayed(changes, counts, first);
  changed(changes, 1);
  const after = touched.map(({ chart }) => penalty(chart, counts));
  const worse = total(after) + strayed(changes, counts, first) - before;
  if (worse < allowed)
    touched.forEach(({ i }, k) => {
      penalties[i] = after[k] ?? 0;
    });
  else changed(changes, -1);
}
