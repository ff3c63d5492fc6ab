import { monthsFrom } from "../../src/analysis/calendar.ts";
import { type AreaSeries, areaPlan } from "./areas.ts";
import { outside, rebaseDetected } from "./limits.ts";
import type { Plan } from "./plan.ts";
import { estimates, printed } from "./rows.ts";
import { seasons } from "./seasons.ts";
import { at, draw, firstThat, path, type Series, sum, totalFor } from "./solve.ts";

// Counts of offences and incidents that a keyword or a place picks out: hate crime, domestic abuse, harm to children, business,
// rural and cyber crime, fraud. Sources of every number: the Performance Summary of December 2019.

const first = "2017-01";
const all = monthsFrom(first, "2019-12");

const level = (points: Readonly<Record<string, number>>, season: (month: string) => number) => {
  const trend = path(points, all);
  return (month: string): number => trend(month) * season(month);
};

/** April to December of both years, as the second table of projections prints them. */
const yearToDate = (lastYear: number, thisYear: number) => [
  { from: "2018-04", to: "2018-12", total: lastYear },
  { from: "2019-04", to: "2019-12", total: thisYear },
];

/** No new average would be proposed for the force, because the paper tells of none. */
const settled = ({ force }: AreaSeries): boolean => rebaseDetected(force) === null;

const hateCrime = areaPlan({
  measure: "hate-crime",
  first,
  level: level({ "2017-01": 68, "2018-06": 74, "2019-09": 72 }, seasons.summer(0.12)),
  noise: 0.11,
  totals: (random) => [
    ...yearToDate(689, 619),
    { from: first, to: "2019-12", total: totalFor(71, 36, random) },
  ],
  north: { share: 0.61, noise: 0.09 },
  accepts: settled,
});

const domesticAbuse = areaPlan({
  measure: "domestic-abuse",
  first,
  level: level({ "2017-01": 870, "2019-12": 905 }, seasons.summer(0.05)),
  noise: 0.05,
  totals: (random) => [
    ...yearToDate(7976, 8197),
    { from: first, to: "2019-12", total: totalFor(889, 36, random) },
  ],
  north: { share: 0.63, noise: 0.035 },
  accepts: settled,
});

/** The average of 622 starts in October 2018 (see the measure's file); eight months in a row had to show it by May 2019. */
const childAtRiskStart = "2018-10";
const before = (series: Series, start: string): Series => new Map([...series].filter(([m]) => m < start));
const childAtRisk = areaPlan({
  measure: "child-at-risk",
  first,
  level: level(
    {
      "2017-01": 355,
      "2018-09": 400,
      "2018-10": 565,
      "2019-06": 620,
      "2019-08": 560,
      "2019-09": 850,
      "2019-10": 760,
    },
    seasons.schoolTerms(0.1),
  ),
  noise: 0.08,
  totals: (random) => {
    const autumn = 1640 + Math.round(120 * random());
    return [
      { from: childAtRiskStart, to: "2018-12", total: autumn },
      ...yearToDate(4045, 5870),
      { from: childAtRiskStart, to: "2019-12", total: totalFor(622, 15, random) },
    ];
  },
  north: { share: 0.65, noise: 0.05 },
  baseline: childAtRiskStart,
  accepts: ({ force, north, south }) =>
    [force, north, south].every((series) => outside(before(series, childAtRiskStart)).length === 0) &&
    rebaseDetected(force) === "2019-05" &&
    Math.max(...force.values()) === force.get("2019-09") &&
    at(force, "2019-09") > 764,
});

/** More reports in November than in December are ruled out for the north: the paper says that it rose there. */
const cse = areaPlan({
  measure: "cse",
  first,
  level: level({ "2017-01": 22, "2018-12": 24, "2019-05": 30, "2019-10": 29 }, seasons.none),
  noise: 0.2,
  totals: (random) => [
    ...yearToDate(210, 239),
    { from: first, to: "2019-12", total: totalFor(24, 36, random) },
  ],
  north: { share: 0.62, noise: 0.15 },
  accepts: (areas) => settled(areas) && at(areas.north, "2019-12") > at(areas.north, "2019-11"),
});

/** December 2018's 414 is printed by the scrutiny report; from March 2019 the keyword is applied with more care. */
const businessCrime = areaPlan({
  measure: "business-crime",
  first: "2017-10",
  level: level({ "2017-10": 560, "2019-02": 555, "2019-03": 610 }, seasons.decemberLow(0.08)),
  noise: 0.07,
  totals: (random) => [{ from: "2017-10", to: "2019-12", total: totalFor(579, 27, random) }],
  north: { share: 0.55, noise: 0.035 },
  accepts: settled,
});

const ruralCrime = areaPlan({
  measure: "rural-crime",
  first,
  level: level({ "2017-01": 885, "2018-07": 925, "2019-12": 900 }, seasons.summer(0.06)),
  noise: 0.05,
  totals: (random) => [{ from: first, to: "2019-12", total: totalFor(903, 36, random) }],
  north: { share: 0.47, noise: 0.04 },
  accepts: settled,
});

/** Reporting grew throughout, so a new average may well be proposed here. */
const cyberCrime = areaPlan({
  measure: "cyber-crime",
  first,
  level: level({ "2017-01": 76, "2018-06": 94, "2019-12": 112 }, seasons.none),
  noise: 0.13,
  totals: (random) => [{ from: first, to: "2019-12", total: totalFor(94, 36, random) }],
  north: { share: 0.58, noise: 0.07 },
  accepts: ({ force }) =>
    yearly(force, "2017") < yearly(force, "2018") && yearly(force, "2018") < yearly(force, "2019"),
});

const yearly = (series: Series, year: string): number =>
  sum([...series].filter(([m]) => m.startsWith(year)).map(([, v]) => v));

/** The force alone, up to November 2019. */
const actionFraud: Plan = {
  measures: ["action-fraud"],
  rebuild(published, streams) {
    const rows = published("action-fraud");
    const random = streams("action-fraud");
    const periods = monthsFrom(first, "2019-11");
    const make = (): Series => {
      const totals = [{ from: first, to: "2019-11", total: totalFor(238, periods.length, random) }];
      return draw({ periods, known: printed(rows), level: () => 238, noise: 0.09, totals }, random);
    };
    const values = firstThat(
      "action-fraud",
      make,
      (series) => outside(series).length === 0 && rebaseDetected(series) === null,
    );
    return new Map([["action-fraud", estimates(rows, [{ values }])]]);
  },
};

export const keywordPlans: Plan[] = [
  hateCrime,
  domesticAbuse,
  childAtRisk,
  cse,
  businessCrime,
  ruralCrime,
  cyberCrime,
  actionFraud,
];
