import type { AreaCounts, OpenGroup } from "./areas.ts";
import { settleAreas } from "./areas.ts";
import { chooseDistricts, countsOfRate, type Month } from "./districts.ts";
import { districts, printedRates } from "./printedRates.ts";

/** People or households of the force and its districts. */
export type Bases = Readonly<Record<"population" | "households", Readonly<Record<string, number>>>>;
/** A printed count, or undefined where none is printed. */
export type Printed = (measure: string, area: string) => number | undefined;
export type LateMonth = "2019-10" | "2019-11";

const total = "total-recorded-crime";
const robberies = ["business-robbery", "personal-robbery"];
const areaDistricts = { north: districts.slice(0, 3), south: districts.slice(3) } as const;

/** Counts of October or November 2019 by measure, for the force, its two areas and its districts. */
export type Settled = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Settles the two months of which the paper prints rates of the districts but counts of only some groups and areas. Printed
 * counts stand. The districts follow the printed rates, the areas the districts where the printed counts allow it. (They
 * cannot everywhere: the rates count offences as they stood on another day.)
 */
export function settleLateMonth(month: LateMonth, bases: Bases, printed: Printed): Settled {
  const rates = printedRates[month];
  const names = Object.keys(rates).filter((name) => name !== total);
  const allowed = (measure: string, area: string): number[] =>
    countsOfRate(rates[measure]?.[area === "force" ? 0 : 1 + districts.findIndex((d) => d === area)] ?? 0, baseOf(bases, measure, area));
  const choose = (area: "north" | "south") => chooseDistricts(areaDistricts[area], total, monthOf(names, area, { allowed, printed }));
  const byDistrict = new Map([...choose("north"), ...choose("south")]);
  const counts = new Map([...names, total].map((m) => [m, new Map(districts.map((d) => [d as string, byDistrict.get(d)?.get(m) ?? 0]))]));
  const areas = areaCounts(names, counts, { allowed, printed });
  for (const [measure, { north, south }] of areas) counts.get(measure)?.set("north", north).set("south", south).set("force", north + south);
  return counts;
}

const baseOf = (bases: Bases, measure: string, area: string): number =>
  bases[measure.endsWith("burglary") ? "households" : "population"][area] ?? 0;

type Sources = { readonly allowed: Month["allowed"]; readonly printed: Printed };

function monthOf(names: readonly string[], area: string, { allowed, printed }: Sources): Month {
  const lines = [...names.map((name) => ({ id: name, members: [name] })), { id: "robbery", members: robberies }];
  const known = lines.flatMap(({ id, members }) => {
    const value = printed(id, area);
    return value === undefined ? [] : [{ members, value }];
  });
  return { groups: names, printed: known, allowed };
}

type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The areas of every group: printed where they are, business robbery as its districts, the rest as near to them as adds up. */
function areaCounts(names: readonly string[], counts: Counts, sources: Sources): Map<string, AreaCounts> {
  const known = new Map(names.flatMap((name) => knownAreas(name, counts, sources.printed)));
  const open = names.filter((name) => !known.has(name)).map((name) => openGroup(name, counts, sources));
  const left = (area: "north" | "south"): number =>
    (sources.printed(total, area) ?? 0) - [...known.values()].reduce((sum, value) => sum + value[area], 0);
  return new Map([...known, ...settleAreas(open, { north: left("north"), south: left("south") })]);
}

const inArea = (counts: Counts, name: string, area: "north" | "south"): number =>
  areaDistricts[area].reduce((sum, d) => sum + (counts.get(name)?.get(d) ?? 0), 0);

function knownAreas(name: string, counts: Counts, printed: Printed): [string, AreaCounts][] {
  const [north, south] = [printed(name, "north"), printed(name, "south")];
  if (north !== undefined && south !== undefined) return [[name, { north, south }]];
  if (!robberies.includes(name)) return [];
  const business = businessRobbery(counts, printed);
  const robbery = { north: printed("robbery", "north") ?? 0, south: printed("robbery", "south") ?? 0 };
  const personal = { north: robbery.north - business.north, south: robbery.south - business.south };
  return [[name, name === "business-robbery" ? business : personal]];
}

function businessRobbery(counts: Counts, printed: Printed): AreaCounts {
  const north = inArea(counts, "business-robbery", "north");
  return { north, south: (printed("business-robbery", "force") ?? north + inArea(counts, "business-robbery", "south")) - north };
}

function openGroup(name: string, counts: Counts, { allowed, printed }: Sources): OpenGroup {
  const force = printed(name, "force");
  const possible = force === undefined ? allowed(name, "force") : [force];
  return { id: name, north: inArea(counts, name, "north"), south: inArea(counts, name, "south"), least: Math.min(...possible), most: Math.max(...possible) };
}
