import { monthsFrom } from "../../src/analysis/calendar.ts";
import type { Plan, Row } from "./plan.ts";
import { normal, type Random } from "./random.ts";
import { estimates, printed, printedBases } from "./rows.ts";
import { firstThat, path, type Series, shareOut, sum } from "./solve.ts";

// Repeat victims, of all offences and of domestic abuse, since September 2017. December 2019 is the highest number and the highest share of all.

const periods = monthsFrom("2017-09", "2019-12");
const december = "2019-12";

/** Repeat victims and all victims of one area. */
type Counted = { readonly repeats: Map<string, number>; readonly victims: Map<string, number> };

type Pattern = {
  readonly victims: (month: string) => number;
  readonly share: (month: string) => number;
  readonly noise: number;
};

const get = (series: Series, month: string): number => series.get(month) ?? 0;
const shareOf = (part: Series, whole: Series, month: string): number => get(part, month) / get(whole, month);
const wiggle = (value: number, noise: number, random: Random): number =>
  Math.round(value * Math.exp(noise * normal(random)));

function drawCounted(rows: readonly Row[], area: string, pattern: Pattern, random: Random): Counted {
  const [repeats, victims] = [printed(rows, area), printedBases(rows, area)];
  for (const month of periods) {
    if (!victims.has(month)) victims.set(month, wiggle(pattern.victims(month), 0.04, random));
    if (!repeats.has(month))
      repeats.set(month, wiggle(get(victims, month) * pattern.share(month), pattern.noise, random));
  }
  return { repeats: inOrder(repeats), victims: inOrder(victims) };
}

const inOrder = (series: Series): Map<string, number> =>
  new Map(periods.map((month) => [month, get(series, month)]));
const plus = (a: Series, b: Series): Map<string, number> =>
  new Map(periods.map((month) => [month, get(a, month) + get(b, month)]));

/** True when the last month is above every other, in number and as a share. */
const decemberIsHighest = ({ repeats, victims }: Counted): boolean =>
  periods.every(
    (month) =>
      month === december ||
      (get(repeats, month) < get(repeats, december) &&
        shareOf(repeats, victims, month) < shareOf(repeats, victims, december)),
  );

/** Splits each month's repeat victims into groups with the usual shares; what is printed stays. */
function intoGroups(
  rows: readonly Row[],
  totals: Series,
  groups: Readonly<Record<string, (month: string) => number>>,
  random: Random,
): Map<string, Map<string, number>> {
  const ids = Object.keys(groups);
  const result = new Map(ids.map((id) => [id, printed(rows, "force", id)]));
  for (const month of periods) {
    const free = ids.filter((id) => !result.get(id)?.has(month));
    const left = get(totals, month) - sum(ids.map((id) => result.get(id)?.get(month) ?? 0));
    const usual = free.map((id) => left * (groups[id]?.(month) ?? 0));
    const parts = shareOut(
      left,
      usual.map((n) => n * Math.exp((0.8 / Math.sqrt(n + 1)) * normal(random))),
    );
    free.forEach((id, i) => {
      result.get(id)?.set(month, parts[i] ?? 0);
    });
  }
  return result;
}

const groupRows = (rows: readonly Row[], totals: Series, groups: ReadonlyMap<string, Series>): Row[] =>
  estimates(rows, [
    { values: totals },
    ...[...groups].map(([category, values]) => ({ category, values: inOrder(values) })),
  ]);

const flat = (value: number) => (): number => value;

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
  const april = get(force.repeats, "2019-04");
  const southHighest = periods.every(
    (month) => month === december || get(south.repeats, month) < get(south.repeats, december),
  );
  return decemberIsHighest(force) && southHighest && Math.round((100 * 65) / april) === 11;
}

/** No month after April 2019 has so many with six or more offences, or so large a share of them, as December. */
function sixOrMoreAgree(groups: ReadonlyMap<string, Series>, totals: Series): boolean {
  const six = groups.get("six-or-more") ?? new Map();
  return monthsFrom("2019-05", "2019-11").every(
    (month) =>
      get(six, month) < get(six, december) && shareOf(six, totals, month) < shareOf(six, totals, december),
  );
}

function rebuildDomesticAbuse(
  published: (measure: string) => readonly Row[],
  random: Random,
): Map<string, readonly Row[]> {
  const rows = published("da-repeat-victims");
  const groupsRows = published("da-repeat-victims-by-offences");
  const pattern = {
    victims: path({ "2017-09": 505, "2018-08": 540, "2019-11": 545 }, periods),
    share: path({ "2017-09": 0.31, "2019-10": 0.345 }, periods),
    noise: 0.05,
  };
  const force = firstThat(
    "da-repeat-victims",
    () => drawCounted(rows, "force", pattern, random),
    decemberIsHighest,
  );
  const shares = {
    "two-offences": flat(0.575),
    "three-to-five": flat(0.365),
    "six-to-nine": flat(0.048),
    "ten-or-more": flat(0.011),
  };
  const groups = firstThat(
    "da-repeat-victims-by-offences",
    () => intoGroups(groupsRows, force.repeats, shares, random),
    (made) =>
      decemberIsHighest({ repeats: inOrder(made.get("six-to-nine") ?? new Map()), victims: force.repeats }),
  );
  return new Map([
    ["da-repeat-victims", estimates(rows, [{ values: force.repeats, bases: force.victims }])],
    ["da-repeat-victims-by-offences", groupRows(groupsRows, force.repeats, groups)],
  ]);
}

export const victimPlans: Plan[] = [
  {
    measures: ["repeat-victims", "repeat-victims-by-offences"],
    rebuild: (published, streams) => rebuildAll(published, streams("repeat-victims")),
  },
  {
    measures: ["da-repeat-victims", "da-repeat-victims-by-offences"],
    rebuild: (published, streams) => rebuildDomesticAbuse(published, streams("da-repeat-victims")),
  },
];
