import { monthsFrom } from "../../src/analysis/calendar.ts";
import type { Plan, Row } from "./plan.ts";
import type { Random } from "./random.ts";
import {
  type Counted,
  december,
  decemberIsHighest,
  drawCounted,
  flat,
  groupRows,
  intoGroups,
  periods,
  plus,
} from "./repeats.ts";
import { estimates } from "./rows.ts";
import { at, firstThat, path, type Series, shareIn } from "./solve.ts";

// Repeat victims of all offences, in both policing areas.

function rebuildAll(
  published: (measure: string) => readonly Row[],
  random: Random,
): Map<string, readonly Row[]> {
  const rows = published("repeat-victims");
  const groupsRows = published("repeat-victims-by-offences");
  const victims = {
    north: path({ "2017-09": 1360, "2018-07": 1440, "2019-10": 1460 }, periods),
    south: path({ "2017-09": 985, "2019-10": 1015 }, periods),
  };
  const north = {
    victims: victims.north,
    share: path({ "2017-09": 0.258, "2019-10": 0.27 }, periods),
    noise: 0.035,
  };
  const south = {
    victims: victims.south,
    share: path({ "2017-09": 0.225, "2019-10": 0.236 }, periods),
    noise: 0.035,
  };
  const drawn = firstThat(
    "repeat-victims",
    () => areasOf(drawCounted(rows, "north", north, random), drawCounted(rows, "south", south, random)),
    allAgree,
  );
  const shares = {
    "two-offences": flat(0.545),
    "three-to-five": flat(0.365),
    "six-or-more": path({ "2017-09": 0.1, "2019-04": 0.105, "2019-05": 0.086, "2019-12": 0.09 }, periods),
  };
  const groups = firstThat(
    "repeat-victims-by-offences",
    () => intoGroups(groupsRows, drawn.force.repeats, shares, random),
    (made) => sixOrMoreAgree(made, drawn.force.repeats),
  );
  const areas = Object.entries(drawn).map(([area, { repeats, victims: bases }]) => ({
    area,
    values: repeats,
    bases,
  }));
  return new Map([
    ["repeat-victims", estimates(rows, areas)],
    ["repeat-victims-by-offences", groupRows(groupsRows, drawn.force.repeats, groups)],
  ]);
}

type Areas = { readonly force: Counted; readonly north: Counted; readonly south: Counted };
const areasOf = (north: Counted, south: Counted): Areas => ({
  force: { repeats: plus(north.repeats, south.repeats), victims: plus(north.victims, south.victims) },
  north,
  south,
});

/** Printed: the force's December is the highest number and share, South's the highest number; April 2019 had 65 with six or more, 11%. */
function allAgree({ force, south }: Areas): boolean {
  const april = at(force.repeats, "2019-04");
  const southHighest = periods.every(
    (month) => month === december || at(south.repeats, month) < at(south.repeats, december),
  );
  return decemberIsHighest(force) && southHighest && Math.round((100 * 65) / april) === 11;
}

/** No month after April 2019 has so many with six or more offences, or so large a share of them, as December. */
function sixOrMoreAgree(groups: ReadonlyMap<string, Series>, totals: Series): boolean {
  const six = groups.get("six-or-more") ?? new Map();
  return monthsFrom("2019-05", "2019-11").every(
    (month) =>
      at(six, month) < at(six, december) && shareIn(six, totals, month) < shareIn(six, totals, december),
  );
}

export const victimPlans: Plan[] = [
  {
    measures: ["repeat-victims", "repeat-victims-by-offences"],
    rebuild: (published, streams) => rebuildAll(published, streams("repeat-victims")),
  },
];
