import { estimated, type Row } from "../plan.ts";
import type { Counts } from "./charts.ts";
import { compounds, groups, months, totals } from "./groups.ts";
import type { Values } from "./known.ts";
import type { Settled } from "./lateMonths.ts";
import { districts } from "./printedRates.ts";

export const totalCrime = "total-recorded-crime";
export const crimeMeasures: readonly string[] = [
  totalCrime,
  ...groups.map(({ id }) => id),
  ...Object.keys(compounds),
];

/** What the rows are made of: the counts of the groups, North Warwickshire's part of all crime, and the districts of two months. */
export type Rebuilt = {
  readonly counts: Counts;
  readonly northTotals: readonly number[];
  readonly late: ReadonlyMap<string, Settled>;
};

/** The rows of every measure that `printed` does not give, in the order of months and areas. */
export function rowsOf(rebuilt: Rebuilt, printed: Values): Map<string, Row[]> {
  return new Map(
    crimeMeasures.map((measure) => [
      measure,
      months.flatMap((month, m) => rowsOfMonth({ measure, month, m }, rebuilt, printed)),
    ]),
  );
}

type Cell = { readonly measure: string; readonly month: string; readonly m: number };

function rowsOfMonth(
  { measure, month, m }: Cell,
  { counts, northTotals, late }: Rebuilt,
  printed: Values,
): Row[] {
  const force = measure === totalCrime ? (totals[m] ?? 0) : countOf(measure, counts.force, m);
  const north = measure === totalCrime ? (northTotals[m] ?? 0) : countOf(measure, counts.north, m);
  const areas: [string, number][] = [
    ["force", force],
    ["north", north],
    ["south", force - north],
  ];
  const all = [...areas, ...districtCounts(measure, late.get(month))];
  return all.flatMap(([area, value]) =>
    printed(measure, area, month) === undefined
      ? [estimated(month, area === "force" ? "" : area, value)]
      : [],
  );
}

const membersOf = (measure: string): readonly string[] => compounds[measure]?.members ?? [measure];

const countOf = (measure: string, table: readonly (readonly number[])[], m: number): number =>
  groups.reduce((sum, { id }, g) => sum + (membersOf(measure).includes(id) ? (table[g]?.[m] ?? 0) : 0), 0);

/** The counts of the districts, for the measures that the comparison of districts has. */
function districtCounts(measure: string, settled: Settled | undefined): [string, number][] {
  if (settled === undefined) return [];
  const members = settled.has(measure)
    ? [measure]
    : membersOf(measure).filter((member) => settled.has(member));
  if (members.length === 0) return [];
  return districts.map((d) => [
    d,
    members.reduce((sum, member) => sum + (settled.get(member)?.get(d) ?? 0), 0),
  ]);
}
