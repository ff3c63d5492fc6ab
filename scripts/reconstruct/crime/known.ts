import type { Random } from "../random.ts";
import type { Known } from "./draft.ts";
import { groups, months } from "./groups.ts";

/** A printed or settled count; undefined where there is none. */
export type Values = (measure: string, area: string, month: string) => number | undefined;

/** The cells that the search may not touch: printed and settled counts, and homicide, which is chosen here. */
export function knownCells(values: Values, random: Random): Known {
  const homicides = chooseHomicides(values, random);
  const cell =
    (area: "force" | "north") =>
    (row: number, column: number): number | undefined => {
      const group = groups[row];
      return group === undefined
        ? undefined
        : group.id === "homicide"
          ? homicides[area][column]
          : values(group.id, area, months[column] ?? "");
    };
  return { force: cell("force"), north: cell("north") };
}

/**
 * Homicides by month. The printed sums of April to December leave none but the printed one of December 2019, which was in
 * North Warwickshire (its violence with injury is 269 where the districts add up to 268). Before April 2018 nothing
 * is printed: the few of `groups` fall where chance puts them.
 */
function chooseHomicides(values: Values, random: Random): { force: number[]; north: number[] } {
  const { sums, north: share } = groups[0] ?? { sums: [0], north: 0 };
  const force = months.map((month) => values("homicide", "force", month) ?? 0);
  const before = new Set<number>();
  while (before.size < sums[0]) before.add(Math.floor(random() * 15));
  for (const m of before) force[m] = 1;
  return { force, north: force.map((n, m) => (m === months.length - 1 || random() < share ? n : 0)) };
}
