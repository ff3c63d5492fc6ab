import { monthsFrom } from "../../src/analysis/calendar.ts";
import type { AreaSeries } from "./areas.ts";
import { outside } from "./limits.ts";
import type { Plan } from "./plan.ts";
import { normal, type Random } from "./random.ts";
import { estimates, printed } from "./rows.ts";
import { at, draw, firstThat, path, type Series, sum, totalFor } from "./solve.ts";

// Anti-social behaviour. Printed: averages of 1,132 for the force and 589 for North Warwickshire; December's 378 is exceptionally low in the north,
// while the force's 688 is not exceptional. So the south must swing more with the seasons than the north.

const periods = monthsFrom("2017-01", "2019-12");
const shape = path(
  {
    "2017-01": 0.8,
    "2017-04": 1.1,
    "2017-07": 1.5,
    "2017-10": 1.15,
    "2017-12": 0.85,
    "2018-01": 0.85,
    "2018-04": 1.1,
    "2018-07": 1.48,
    "2018-10": 1.1,
    "2018-12": 0.8,
    "2019-01": 0.78,
    "2019-04": 0.95,
    "2019-07": 1.12,
    "2019-10": 0.75,
    "2019-12": 0.61,
  },
  periods,
);

export const asbPlans: Plan[] = [
  {
    measures: ["asb"],
    rebuild(published, streams) {
      const rows = published("asb");
      const random = streams("asb");
      const known = { force: printed(rows), north: printed(rows, "north"), south: printed(rows, "south") };
      const { force, north, south } = firstThat("asb", () => drawAreas(known, random), agrees, 200_000);
      return new Map([
        [
          "asb",
          estimates(rows, [
            { values: force },
            { area: "north", values: north },
            { area: "south", values: south },
          ]),
        ],
      ]);
    },
  },
];

/** Weather and holidays move both areas together; `depth` says how much of the season an area takes part in. */
function drawAreas(known: AreaSeries, random: Random): AreaSeries {
  const weather = new Map(periods.map((month) => [month, 0.09 * normal(random)]));
  const level =
    (usual: number, depth: number) =>
    (month: string): number =>
      usual * Math.exp(depth * (Math.log(shape(month)) + at(weather, month)));
  const whole = totalFor(1132, 36, random);
  const ofNorth = totalFor(589, 36, random);
  const area = (series: Series, usual: number, depth: number, total: number): Map<string, number> =>
    draw(
      {
        periods,
        known: series,
        level: level(usual, depth),
        noise: 0.04,
        totals: [{ from: "2017-01", to: "2019-12", total }],
      },
      random,
    );
  const north = area(known.north, 589, 0.82, ofNorth);
  const south = area(known.south, 543, 1.3, whole - ofNorth);
  return {
    north,
    south,
    force: new Map(periods.map((month) => [month, at(north, month) + at(south, month)])),
  };
}

/** December is the lowest month of all, about a quarter fewer were reported this year, and only the north's December is outside its limits. */
function agrees({ force, north, south }: AreaSeries): boolean {
  const lowest = Math.min(...force.values()) === force.get("2019-12");
  const change = yearToDate(force, 2019) / yearToDate(force, 2018) - 1;
  if (!lowest || change < -0.28 || change > -0.22) return false;
  return outside(north).join() === "2019-12" && outside(south).length === 0 && outside(force).length === 0;
}

const yearToDate = (series: Series, year: number): number =>
  sum(monthsFrom(`${year}-04`, `${year}-12`).map((month) => series.get(month) ?? 0));
