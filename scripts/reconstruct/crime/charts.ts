import { type XmrLimits, xmrLimits } from "../../../src/analysis/xmr.ts";
import { compounds, groups, months } from "./groups.ts";

/** Counts of every group in every month: the force, and North Warwickshire. South Warwickshire is what remains. */
export type Counts = { readonly force: number[][]; readonly north: number[][] };
type AreaId = "force" | "north" | "south";
type Side = "inside" | "high" | "low";

/** One control chart and what the paper says of it: the side of its last three months, and its average where one is printed. */
export type Chart = {
  /** Rows of `groups` that add up to the series. */
  readonly members: readonly number[];
  readonly area: AreaId;
  /** Index of the first month of the current average. */
  readonly from: number;
  /** October, November and December 2019. */
  readonly sides: readonly [Side, Side, Side];
  readonly mean?: number;
};

const row = (id: string): number => groups.findIndex((group) => group.id === id);

/** The charts on which the paper finds something; every other chart is inside its limits in the last three months. */
const printedSides: Readonly<Record<string, Chart["sides"]>> = {
  "violence-without-injury force": ["inside", "inside", "high"],
  "violence-with-injury south": ["inside", "inside", "high"],
  // 33 in both months, so the one is exceptional with the other: volumes "remain" significantly above the average.
  "rape north": ["inside", "high", "high"],
  "vehicle-offences north": ["inside", "inside", "high"],
  "drug-offences north": ["inside", "inside", "high"],
  "bicycle-theft force": ["inside", "inside", "low"],
};
const printedMeans: Readonly<Record<string, number>> = { "rape north": 22 };

const chart = (id: string, members: readonly string[], baseline: string, area: AreaId): Chart => ({
  members: members.map(row),
  area,
  from: months.indexOf(baseline),
  sides: printedSides[`${id} ${area}`] ?? ["inside", "inside", "inside"],
  ...(printedMeans[`${id} ${area}`] === undefined ? {} : { mean: printedMeans[`${id} ${area}`] }),
});

const areas: readonly AreaId[] = ["force", "north", "south"];

/** The charts of the groups and of the measures that are made up of some. Homicide is too rare for one. */
export const charts: readonly Chart[] = areas.flatMap((area) => [
  ...groups.filter(({ id }) => id !== "homicide").map(({ id, baseline }) => chart(id, [id], baseline, area)),
  ...Object.entries(compounds).map(([id, { members, baseline }]) => chart(id, members, baseline, area)),
]);

/** The series of a chart, all 36 months. */
const seriesOf = ({ members, area }: Chart, { force, north }: Counts): number[] =>
  months.map((_, m) =>
    members.reduce((sum, g) => sum + cell(area, force[g]?.[m] ?? 0, north[g]?.[m] ?? 0), 0),
  );

const cell = (area: AreaId, force: number, north: number): number =>
  area === "force" ? force : area === "north" ? north : force - north;

/** How far a chart is from what the paper says, in parts of its width; 0 when it says the same. */
export function penalty(chart: Chart, counts: Counts): number {
  const series = seriesOf(chart, counts);
  const values = series.slice(chart.from);
  const limits = xmrLimits(values);
  if (limits === null) throw new RangeError("a chart needs two months");
  const width = limits.ucl - limits.mean + 1;
  const margin = Math.min(0.5, 0.02 * width);
  const off = chart.sides.map((side, i) => outOfPlace(side, series.at(i - 3) ?? 0, limits, margin) / width);
  const mean = chart.mean === undefined ? 0 : Math.max(0, Math.abs(limits.mean - chart.mean) - 0.4);
  return off.reduce((a, b) => a + b, mean) + stepPenalty(chart, series) + 0.2 * rebasePenalty(values);
}

function outOfPlace(side: Side, value: number, { lcl, ucl }: XmrLimits, margin: number): number {
  if (side === "high") return Math.max(0, ucl + margin - value);
  if (side === "low") return Math.max(0, value - (lcl - margin));
  return Math.max(0, value - (ucl - margin)) + Math.max(0, lcl + margin - value);
}

/** A new average starts only after eight months in a row on one side of the old one, so the force's first eight must be. */
function stepPenalty({ area, from }: Chart, series: readonly number[]): number {
  if (from === 0 || area !== "force") return 0;
  const old = average(series.slice(0, from));
  const sign = Math.sign(average(series.slice(from)) - old);
  const wrong = series.slice(from, from + 8).map((value) => Math.max(0, 0.5 - sign * (value - old)));
  return wrong.reduce((a, b) => a + b, 0) / Math.sqrt(old);
}

/** Eight months in a row on one side of the average before them would call for a further new average, and none was made. */
function rebasePenalty(values: readonly number[]): number {
  let sum = 0;
  for (let end = 20; end <= values.length; end++) {
    const before = average(values.slice(0, end - 8));
    const away = values.slice(end - 8, end).map((value) => value - before);
    const least = Math.min(...away.map(Math.abs)) + 0.5;
    if (away.every((d) => d > 0) || away.every((d) => d < 0)) sum += least / Math.sqrt(before + 1);
  }
  return sum;
}

const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
