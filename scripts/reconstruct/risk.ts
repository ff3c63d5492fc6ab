import { monthsFrom } from "../../src/analysis/calendar.ts";
import { addDays } from "../../src/analysis/days.ts";
import { areaPlan } from "./areas.ts";
import { outside, rebaseDetected } from "./limits.ts";
import type { Plan } from "./plan.ts";
import { normal, type Random } from "./random.ts";
import { estimates, printed, printedBases } from "./rows.ts";
import { seasons } from "./seasons.ts";
import { at, draw, firstThat, path, type Series, totalFor } from "./solve.ts";

// High-risk domestic abuse cases (MARAC), road casualties, the intelligence backlog and case files.

const months = monthsFrom("2017-01", "2019-12");

/** Eight months from here to October 2019 lie above the old average of 51, which then moved to 67. */
const maracStart = "2019-03";
const maracOld = { from: "2017-01", to: "2019-02" };

function drawMarac(known: Series, random: Random): Series {
  const oldMonths = monthsFrom(maracOld.from, maracOld.to).length;
  const totals = [
    { ...maracOld, total: totalFor(51, oldMonths, random) },
    { from: maracStart, to: "2019-12", total: totalFor(67, months.length - oldMonths, random) },
  ];
  const level = (month: string): number => (month < maracStart ? 51 : 67);
  return draw({ periods: months, known, level, noise: 0.14, totals }, random);
}

const maracAgrees = (cases: Series): boolean => {
  const old = new Map([...cases].filter(([month]) => month < maracStart));
  return (
    rebaseDetected(cases) === "2019-10" &&
    at(cases, "2019-02") < 51 &&
    outside(old).length === 0 &&
    outside(cases, maracStart).length === 0
  );
};

const marac: Plan = {
  measures: ["marac", "marac-repeat"],
  rebuild(published, streams) {
    const rows = published("marac");
    const repeatRows = published("marac-repeat");
    const random = streams("marac");
    const cases = firstThat("marac", () => drawMarac(printed(rows), random), maracAgrees);
    const known = printed(repeatRows);
    const repeats = new Map(
      [...cases].map(([month, all]) => [
        month,
        known.get(month) ?? Math.round(all * 0.27 * Math.exp(0.15 * normal(random))),
      ]),
    );
    return new Map([
      ["marac", estimates(rows, [{ values: cases }])],
      ["marac-repeat", estimates(repeatRows, [{ values: repeats, bases: cases }])],
    ]);
  },
};

const roadCasualties = areaPlan({
  measure: "road-casualties",
  first: "2017-01",
  last: "2019-11",
  level: (month) => 31 * seasons.summer(0.1)(month),
  noise: 0.17,
  north: { share: 0.56, noise: 0.12 },
});

const firstWeek = "2018-04-08";
const lastWeek = "2019-12-29";
/** The last weeks in which the backlog has been stable. */
const stableFrom = "2019-12-08";

function weeksFrom(first: string, last: string): string[] {
  const result: string[] = [];
  for (let week = first; week <= last; week = addDays(week, 7)) result.push(week);
  return result;
}

/** The paper says that the backlog fell in the last week of the year, to 49. */
const weekBefore = "2019-12-22";

/** The scrutiny report: an excessive number before, now down to a stable, ordinary level. */
const intelligence: Plan = {
  measures: ["intelligence-outstanding"],
  rebuild(published, streams) {
    const rows = published("intelligence-outstanding");
    const random = streams("intelligence-outstanding");
    const periods = weeksFrom(firstWeek, lastWeek);
    const level = path(
      {
        "2018-04-08": 420,
        "2018-11-04": 1650,
        "2019-03-31": 1480,
        "2019-08-04": 620,
        "2019-10-27": 120,
        [stableFrom]: 50,
        [lastWeek]: 50,
      },
      periods,
    );
    const make = (): Series => draw({ periods, known: printed(rows), level, noise: 0.06 }, random);
    const stable = (series: Series): boolean =>
      [...series].every(([week, value]) => week < stableFrom || Math.abs(value - 49) <= 3) &&
      (series.get(weekBefore) ?? 0) > 49;
    return new Map([
      [
        "intelligence-outstanding",
        estimates(rows, [{ values: firstThat("intelligence-outstanding", make, stable) }]),
      ],
    ]);
  },
};

const fileQuality: Plan = {
  measures: ["file-quality"],
  rebuild(published, streams) {
    const rows = published("file-quality");
    const random = streams("file-quality");
    const periods = monthsFrom("2018-01", "2019-12");
    const files = draw({ periods, known: printedBases(rows), level: () => 118, noise: 0.09 }, random);
    const share = path({ "2018-01": 0.25, "2018-11": 0.31, "2019-10": 0.23 }, periods);
    const errors = new Map(
      [...files].map(([month, all]) => [
        month,
        Math.round(all * share(month) * Math.exp(0.1 * normal(random))),
      ]),
    );
    return new Map([["file-quality", estimates(rows, [{ values: errors, bases: files }])]]);
  },
};

export const riskPlans: Plan[] = [marac, roadCasualties, intelligence, fileQuality];
