import { monthsFrom } from "../../src/analysis/calendar.ts";
import { outside } from "./limits.ts";
import type { Plan } from "./plan.ts";
import type { Random } from "./random.ts";
import { minutesAndSeconds } from "./rows.ts";
import { seasons } from "./seasons.ts";
import { type SingleSpec, singlePlan } from "./singles.ts";
import { at, path, type Series, totalFor } from "./solve.ts";

// Response, sickness, complaints and calls. The paper prints two or three months of each, one average (13:24) and two baselines.

const start = "2016-04";
const sinceApril2016 = monthsFrom(start, "2019-12");
const sinceJanuary2017 = monthsFrom("2017-01", "2019-12");
const complaintMonths = monthsFrom("2018-01", "2019-12");

type Points = Readonly<Record<string, number>>;
const plan = (spec: SingleSpec): Plan => singlePlan(spec.measure, [spec]);
const ordinary = (series: Series): boolean => outside(series).length === 0;
const atMost =
  (most: number) =>
  (series: Series): boolean =>
    [...series.values()].every((value) => value <= most);

const seasonal = (points: Points, months: readonly string[], season: (month: string) => number) => {
  const trend = path(points, months);
  return (month: string): number => trend(month) * season(month);
};

const averageResponse = 13 * 60 + 24;

const response: Plan[] = [
  plan({
    measure: "emergency-incidents",
    first: start,
    level: seasonal(
      { "2016-04": 2880, "2018-07": 3080, "2019-12": 3120 },
      sinceApril2016,
      seasons.summer(0.05),
    ),
    noise: 0.035,
    accepts: ordinary,
  }),
  plan({
    measure: "emergency-within-20",
    first: start,
    level: path({ "2016-04": 86, "2018-01": 84, "2019-12": 81 }, sinceApril2016),
    noise: 0.012,
  }),
  plan({
    measure: "emergency-response-time",
    first: start,
    level: path({ "2016-04": 775, "2018-01": 800, "2019-12": 832 }, sinceApril2016),
    noise: 0.024,
    totals: (random) => [
      { from: start, to: "2019-12", total: totalFor(averageResponse, sinceApril2016.length, random) },
    ],
    accepts: ordinary,
    write: minutesAndSeconds,
  }),
];

/** The paper says that sickness "continues" below last year's: read as every month since April. */
const belowLastYear = (series: Series): boolean =>
  monthsFrom("2019-04", "2019-12").every(
    (month) => at(series, month) < at(series, month.replace("2019", "2018")),
  );

const sickness: Plan[] = [
  plan({
    measure: "officer-sickness",
    first: "2017-01",
    level: seasonal(
      { "2017-01": 5.6, "2018-11": 5.9, "2019-04": 4.4, "2019-12": 4.1 },
      sinceJanuary2017,
      seasons.winter(0.13),
    ),
    noise: 0.06,
    perUnit: 100,
    accepts: belowLastYear,
  }),
  plan({
    measure: "staff-sickness",
    first: "2017-01",
    level: seasonal(
      { "2017-01": 4.6, "2018-07": 4.9, "2018-12": 5, "2019-04": 4.4, "2019-12": 4.5 },
      sinceJanuary2017,
      seasons.winter(0.06),
    ),
    noise: 0.03,
    perUnit: 100,
    accepts: belowLastYear,
  }),
];

const complaints: Plan[] = [
  plan({
    measure: "complaints-recorded-10-days",
    first: "2018-01",
    level: path(
      { "2018-01": 58, "2018-08": 66, "2019-02": 82, "2019-07": 92, "2019-10": 97 },
      complaintMonths,
    ),
    noise: 0.05,
    accepts: atMost(100),
  }),
  plan({
    measure: "complaints-finalised-120-days",
    first: "2018-01",
    level: path({ "2018-01": 66, "2018-09": 72, "2019-04": 80, "2019-10": 88 }, complaintMonths),
    noise: 0.05,
    accepts: atMost(95),
  }),
];

/** A call-handling baseline is the average of the last three financial years, April 2016 to March 2019. */
const baseline = (percent: number) => (random: Random) => [
  { from: start, to: "2019-03", total: totalFor(percent, 36, random) },
];

/** From April to December 2019, 91% of 999 calls were answered in time: the scrutiny report. */
const nineMonthsAt91 = { from: "2019-04", to: "2019-12", total: 9 * 91 };

const calls: Plan[] = [
  plan({
    measure: "calls-999",
    first: start,
    level: seasonal({ "2016-04": 6100, "2019-12": 7050 }, sinceApril2016, seasons.summer(0.08)),
    noise: 0.035,
    accepts: ordinary,
  }),
  plan({
    measure: "abandoned-999",
    first: start,
    level: path({ "2016-04": 0.14, "2019-09": 0.26, "2019-12": 0.2 }, sinceApril2016),
    noise: 0.25,
    perUnit: 10,
  }),
  plan({
    measure: "answered-999",
    first: start,
    level: path({ "2016-04": 95.5, "2018-01": 94, "2019-03": 92 }, sinceApril2016),
    noise: 0.012,
    totals: (random) => [...baseline(94)(random), nineMonthsAt91],
    accepts: atMost(98),
  }),
  plan({
    measure: "calls-101",
    first: start,
    level: seasonal({ "2016-04": 21200, "2019-12": 17600 }, sinceApril2016, seasons.summer(0.07)),
    noise: 0.04,
    accepts: ordinary,
  }),
  plan({
    measure: "abandoned-101",
    first: start,
    level: path({ "2016-04": 6, "2018-06": 9, "2019-03": 11, "2019-07": 16, "2019-10": 20 }, sinceApril2016),
    noise: 0.15,
  }),
  plan({
    measure: "answered-101",
    first: start,
    level: path(
      { "2016-04": 81, "2017-12": 77, "2018-07": 71, "2019-03": 66, "2019-07": 56, "2019-10": 49 },
      sinceApril2016,
    ),
    noise: 0.05,
    totals: baseline(75),
    accepts: atMost(90),
  }),
];

export const servicePlans: Plan[] = [...response, ...sickness, ...complaints, ...calls];
