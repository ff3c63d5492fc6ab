import { monthsFrom } from "../../src/analysis/calendar.ts";
import { type AreaSeries, split } from "./areas.ts";
import { outside } from "./limits.ts";
import type { Plan } from "./plan.ts";
import { normal, type Random } from "./random.ts";
import { estimates, printed } from "./rows.ts";
import { at, draw, firstThat, mean, path, type Series, totalFor } from "./solve.ts";

// Missing person reports and, among them, those of under-18s. The paper prints an average of 169 and, for under-18s, only
// South Warwickshire's 40 and 9: the 9 is exceptionally low, and nothing else is exceptional.

const periods = monthsFrom("2017-01", "2019-12");
const december = "2019-12";
const november = "2019-11";

type Both = { readonly everybody: AreaSeries; readonly children: AreaSeries };

export const missingPlans: Plan[] = [
  {
    measures: ["missing-persons", "missing-persons-under-18"],
    rebuild(published, streams) {
      const rows = {
        everybody: published("missing-persons"),
        children: published("missing-persons-under-18"),
      };
      const random = streams("missing-persons");
      const known = { force: printed(rows.everybody), north: printed(rows.everybody, "north") };
      const everybody = firstThat("missing-persons", () => drawEverybody(known, random), everybodyAgrees);
      const southKnown = printed(rows.children, "south");
      const make = (): Both => ({ everybody, children: drawChildren(everybody, southKnown, random) });
      const { children } = firstThat("missing-persons-under-18", make, childrenAgree);
      return new Map([
        ["missing-persons", estimates(rows.everybody, byArea(everybody))],
        ["missing-persons-under-18", estimates(rows.children, byArea(children))],
      ]);
    },
  },
];

const byArea = ({ force, north, south }: AreaSeries) => [
  { values: force },
  { area: "north", values: north },
  { area: "south", values: south },
];

function drawEverybody(
  known: { readonly force: Series; readonly north: Series },
  random: Random,
): AreaSeries {
  const level = path({ "2017-01": 186, "2018-06": 174, "2019-09": 152 }, periods);
  const totals = [{ from: "2017-01", to: december, total: totalFor(169, 36, random) }];
  const force = draw({ periods, known: known.force, level, noise: 0.12, totals }, random);
  return split(force, known.north, { share: 0.645, noise: 0.06 }, random);
}

/** The scrutiny report sees a decline since 2016 to 2018. */
const everybodyAgrees = ({ force, north, south }: AreaSeries): boolean =>
  [force, north, south].every((series) => outside(series).length === 0) &&
  yearMean(force, "2017") > yearMean(force, "2018") &&
  yearMean(force, "2018") > yearMean(force, "2019");

const yearMean = (series: Series, year: string): number =>
  mean([...series].filter(([month]) => month.startsWith(year)).map(([, value]) => value));

function drawChildren(
  { north: allNorth, south: allSouth }: AreaSeries,
  southKnown: Series,
  random: Random,
): AreaSeries {
  const child = (all: number, usual: number, noise: number): number =>
    Math.min(all - 8, Math.round((0.5 * usual + 0.5 * 0.58 * all) * Math.exp(noise * normal(random))));
  const north = new Map([...allNorth].map(([month, all]) => [month, child(all, 62, 0.11)]));
  const south = new Map(
    [...allSouth].map(([month, all]) => [month, southKnown.get(month) ?? child(all, 35, 0.08)]),
  );
  const force = new Map(periods.map((month) => [month, at(north, month) + at(south, month)]));
  return { force, north, south };
}

/** Fewer children in both areas in December, and only the south's number outside its limits. */
function childrenAgree({ children: { force, north, south } }: Both): boolean {
  const fell = at(north, december) < at(north, november);
  return (
    fell && outside(force).length === 0 && outside(north).length === 0 && outside(south).join() === december
  );
}
