import { chooseDistricts, countsOfRate, type Month } from "./districts.ts";
import { type AreaId, type DistrictCounts, lateAreas } from "./lateAreas.ts";
import { districts, printedRates } from "./printedRates.ts";

/** People or households of the force and its districts. */
export type Bases = Readonly<Record<"population" | "households", Readonly<Record<string, number>>>>;
/** Counts of one month by measure, for the force, its two areas and its districts. */
export type Settled = ReadonlyMap<string, ReadonlyMap<string, number>>;

export const lateMonths = ["2019-10", "2019-11"] as const;
type LateMonth = (typeof lateMonths)[number];

const total = "total-recorded-crime";
const robberies = ["business-robbery", "personal-robbery"];
const areaDistricts = { north: districts.slice(0, 3), south: districts.slice(3) } as const;

/**
 * Settles October or November 2019, of which the paper prints rates of the districts but counts of only some groups and
 * areas. Printed counts stand. The districts follow the printed rates, the areas the districts where the printed counts
 * allow it. (They cannot everywhere: the rates count offences as they stood on another day.)
 *
 * @param printed the printed count of a measure and area, or undefined
 */
export function settleLateMonth(
  month: LateMonth,
  bases: Bases,
  printed: (measure: string, area: string) => number | undefined,
): Settled {
  const names = Object.keys(printedRates[month]).filter((name) => name !== total);
  const sources = { allowed: allowedCounts(month, bases), printed };
  const byDistrict = new Map(
    (["north", "south"] as const).flatMap((area) => [
      ...chooseDistricts(areaDistricts[area], total, monthOf(names, area, sources)),
    ]),
  );
  const counts: DistrictCounts = (measure, area) =>
    areaDistricts[area].reduce((sum, d) => sum + (byDistrict.get(d)?.get(measure) ?? 0), 0);
  const areas = lateAreas(names, counts, { ...sources, total });
  const inDistricts = (measure: string): [string, number][] =>
    districts.map((d) => [d, byDistrict.get(d)?.get(measure) ?? 0]);
  return new Map(
    [...names, total].map((name) => [name, new Map([...(areas.get(name) ?? []), ...inDistricts(name)])]),
  );
}

/** The counts that give a printed rate. */
function allowedCounts(month: LateMonth, bases: Bases): Month["allowed"] {
  const columns: readonly string[] = ["force", ...districts];
  return (measure, area) => {
    const base = bases[measure.endsWith("burglary") ? "households" : "population"][area] ?? 0;
    return countsOfRate(printedRates[month][measure]?.[columns.indexOf(area)] ?? 0, base);
  };
}

type Sources = {
  readonly allowed: Month["allowed"];
  readonly printed: (measure: string, area: string) => number | undefined;
};

function monthOf(names: readonly string[], area: AreaId, { allowed, printed }: Sources): Month {
  const lines = [...names.map((id) => ({ id, members: [id] })), { id: "robbery", members: robberies }];
  const known = lines.flatMap(({ id, members }) => {
    const value = printed(id, area);
    return value === undefined ? [] : [{ members, value }];
  });
  return { groups: names, printed: known, allowed };
}
