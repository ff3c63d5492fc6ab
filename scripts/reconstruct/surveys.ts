import { addMonths, monthsFrom } from "../../src/analysis/calendar.ts";
import { confidence } from "./confidence.ts";
import { outside } from "./limits.ts";
import type { Plan } from "./plan.ts";
import { normal } from "./random.ts";
import { estimates, printed, printedPercents } from "./rows.ts";
import { singlePlan } from "./singles.ts";
import { at, draw, firstThat, path, type Series, totalFor } from "./solve.ts";

// Percentages of people who were satisfied or confident, and of offences that were recent: whole percent, without their bases.

const allMonths = monthsFrom("2017-01", "2019-12");

/** How a satisfaction runs: the force's level, and how far the areas lie from it. */
type AreaPercent = {
  readonly measure: string;
  readonly points: Readonly<Record<string, number>>;
  /** Standard deviation of the noise, as a share of the level. */
  readonly noise: number;
  /** Percentage points that the north lies above (or, if negative, below) the force. */
  readonly north: number;
  accepts(force: Series): boolean;
};

type Areas = { readonly force: Series; readonly north: Series; readonly south: Series };

/** The force's percentage lies between those of its areas, or on one of them. */
const between = ({ force, north, south }: Areas): boolean =>
  [...force].every(([month, all]) => {
    const [n, s] = [north.get(month) ?? all, south.get(month) ?? all];
    return Math.min(n, s) <= all && all <= Math.max(n, s);
  });

const areaPercentPlan = (spec: AreaPercent): Plan => ({
  measures: [spec.measure],
  rebuild(published, streams) {
    const rows = published(spec.measure);
    const random = streams(spec.measure);
    const level = path(spec.points, allMonths);
    const force = firstThat(
      spec.measure,
      () => draw({ periods: allMonths, known: printed(rows), level, noise: spec.noise }, random),
      spec.accepts,
    );
    const beside = (area: string, points: number): Series => {
      const known = printed(rows, area);
      return new Map(
        [...force].map(([month, all]) => [
          month,
          known.get(month) ?? Math.round(all + points + 0.5 * normal(random)),
        ]),
      );
    };
    const areas = firstThat(
      spec.measure,
      (): Areas => ({ force, north: beside("north", spec.north), south: beside("south", -spec.north) }),
      between,
    );
    return new Map([
      [
        spec.measure,
        estimates(
          rows,
          Object.entries(areas).map(([area, values]) => ({ area, values })),
        ),
      ],
    ]);
  },
});

/** The scrutiny report: 86% in September 2017 was the high point, and the level has been flat during 2019/20. */
const victimSatisfaction = areaPercentPlan({
  measure: "victim-satisfaction",
  points: { "2017-01": 83, "2017-09": 85, "2018-04": 81, "2018-12": 78, "2019-04": 76, "2019-12": 75.5 },
  noise: 0.01,
  north: -1.2,
  accepts: (force) =>
    [...force].every(
      ([month, value]) =>
        (month === "2017-09" || value < 86) && (month < "2019-04" || (value >= 74 && value <= 77)),
    ),
});

/** The paper: down over the summer to October's 70%, then up again. */
const hateCrimeSatisfaction = areaPercentPlan({
  measure: "hate-crime-satisfaction",
  points: {
    "2017-01": 81,
    "2017-10": 83,
    "2018-07": 79,
    "2019-05": 76,
    "2019-06": 76,
    "2019-07": 75,
    "2019-08": 73,
    "2019-09": 72,
  },
  noise: 0.008,
  north: -2.4,
  accepts: (force) =>
    monthsFrom("2019-06", "2019-09").every((month) => at(force, addMonths(month, 1)) < at(force, month)),
});

/** Results of twelve months each, since the first full year of the survey; the paper calls them stable. */
const stages = {
  "first-contact": 96,
  actions: 89.6,
  "follow-up": 64.2,
  treatment: 91.2,
  "whole-experience": 83.8,
};
const domesticAbuseSatisfaction = singlePlan(
  "da-satisfaction",
  Object.entries(stages).map(([category, usual]) => ({
    measure: "da-satisfaction",
    category,
    first: "2018-04",
    level: () => usual,
    noise: 0.5 / usual,
  })),
);

/** A percentage that the paper holds against its monthly average. */
const averaged = (measure: string, average: number, noise: number): Plan =>
  singlePlan(measure, [
    {
      measure,
      first: "2017-01",
      known: printedPercents,
      level: () => average,
      noise,
      totals: (random) => [
        { from: "2017-01", to: "2019-12", total: totalFor(average, allMonths.length, random) },
      ],
      accepts: (series) => outside(series).length === 0,
    },
  ]);

export const surveyPlans: Plan[] = [
  confidence,
  victimSatisfaction,
  hateCrimeSatisfaction,
  domesticAbuseSatisfaction,
  averaged("rape-recent", 57, 0.09),
  averaged("cse-non-recent", 45, 0.2),
];
