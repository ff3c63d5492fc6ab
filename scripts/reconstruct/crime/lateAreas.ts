import { type AreaCounts, type OpenGroup, settleAreas } from "./areas.ts";

export type AreaId = "north" | "south";
/** What the districts of an area add up to. */
export type DistrictCounts = (measure: string, area: AreaId) => number;

export type Sources = {
  /** Counts that the printed rate of a measure allows for the force. */
  readonly allowed: (measure: string, area: string) => readonly number[];
  readonly printed: (measure: string, area: string) => number | undefined;
  /** The measure that all groups add up to; its areas are printed. */
  readonly total: string;
};

/**
 * Counts of the force and its areas for every group: printed where they are; of robbery the kinds, so that they add up to
 * the printed whole; the others as near to their districts as adds up to all crime.
 */
export function lateAreas(
  names: readonly string[],
  districts: DistrictCounts,
  sources: Sources,
): Map<string, [string, number][]> {
  const known = new Map([
    ...names.flatMap((name) => printedAreas(name, sources)),
    ...kindsOfRobbery(districts, sources),
  ]);
  const open = names.filter((name) => !known.has(name)).map((name) => openGroup(name, districts, sources));
  const left = (area: AreaId): number =>
    (sources.printed(sources.total, area) ?? 0) - [...known.values()].reduce((sum, c) => sum + c[area], 0);
  const all = [...known, ...settleAreas(open, { north: left("north"), south: left("south") })];
  return new Map(all.map(([name, { north, south }]) => [name, rowsOf(north, south)]));
}

const rowsOf = (north: number, south: number): [string, number][] => [
  ["force", north + south],
  ["north", north],
  ["south", south],
];

function printedAreas(name: string, { printed }: Sources): [string, AreaCounts][] {
  const [north, south] = [printed(name, "north"), printed(name, "south")];
  return north === undefined || south === undefined ? [] : [[name, { north, south }]];
}

/** Business robbery follows its districts (and its printed count for the force); the rest of robbery is personal. */
function kindsOfRobbery(districts: DistrictCounts, { printed }: Sources): [string, AreaCounts][] {
  const north = districts("business-robbery", "north");
  const force = printed("business-robbery", "force") ?? north + districts("business-robbery", "south");
  const business = { north, south: force - north };
  const rest = (area: AreaId): number => (printed("robbery", area) ?? 0) - business[area];
  return [
    ["business-robbery", business],
    ["personal-robbery", { north: rest("north"), south: rest("south") }],
  ];
}

function openGroup(name: string, districts: DistrictCounts, { allowed, printed }: Sources): OpenGroup {
  const force = printed(name, "force");
  const possible = force === undefined ? allowed(name, "force") : [force];
  return {
    id: name,
    north: districts(name, "north"),
    south: districts(name, "south"),
    least: Math.min(...possible),
    most: Math.max(...possible),
  };
}
