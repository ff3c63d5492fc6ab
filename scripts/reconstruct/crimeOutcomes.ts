import { monthsFrom } from "../../src/analysis/calendar.ts";
import { partOf, printedTotals, rowsFor } from "./outcomes.ts";
import type { Plan, Row } from "./plan.ts";
import type { Random } from "./random.ts";
import { printed } from "./rows.ts";
import { at, draw, firstThat, path, type Series, shareIn, sum } from "./solve.ts";

// All crime, from April 2016.

const crimeMonths = monthsFrom("2016-04", "2019-12");
const crimeMeasures = ["action-taken", "outcome-16", "outcome-14"] as const;

type Crime = {
  readonly all: Series;
  readonly actionTaken: Series;
  readonly outcome16: Series;
  readonly outcome14: Series;
};

function drawCrime(published: (measure: string) => readonly Row[], random: Random): Crime {
  const level = path({ "2016-04": 2350, "2017-06": 2900, "2018-06": 3330, "2019-12": 3340 }, crimeMonths);
  const all = draw(
    { periods: crimeMonths, known: printedTotals(published, crimeMeasures), level, noise: 0.045 },
    random,
  );
  const part = (
    measure: string,
    points: Readonly<Record<string, number>>,
    noise: number,
  ): Map<string, number> =>
    partOf(all, printed(published(measure)), path(points, crimeMonths), noise, random);
  return {
    all,
    actionTaken: part(
      "action-taken",
      { "2016-04": 0.192, "2017-04": 0.148, "2018-04": 0.108, "2019-04": 0.085, "2019-12": 0.079 },
      0.04,
    ),
    outcome16: part(
      "outcome-16",
      { "2016-04": 0.145, "2017-10": 0.175, "2018-10": 0.215, "2019-05": 0.229 },
      0.02,
    ),
    outcome14: part(
      "outcome-14",
      { "2016-04": 0.045, "2017-10": 0.043, "2018-10": 0.062, "2019-12": 0.083 },
      0.045,
    ),
  };
}

/**
 * Printed: outcome 16 between 22% and 24% since May 2019; December has the most outcomes 14, in number and share. The offences of April
 * to December that ended within the same months (27,563 and 27,006, with action taken 2,589 and 2,135) are among the monthly outcomes.
 */
function crimeAgrees({ all, actionTaken, outcome16, outcome14 }: Crime): boolean {
  const steady = monthsFrom("2019-05", "2019-12").every((month) =>
    [22, 23, 24].includes(Math.round(100 * shareIn(outcome16, all, month))),
  );
  const highest = crimeMonths
    .slice(0, -1)
    .every(
      (m) =>
        at(outcome14, m) < at(outcome14, "2019-12") &&
        shareIn(outcome14, all, m) < shareIn(outcome14, all, "2019-12"),
    );
  const enough = [
    [2018, 27563, 2589],
    [2019, 27006, 2135],
  ].every(
    ([year = 0, outcomes = 0, action = 0]) =>
      yearToDate(all, year) > outcomes && yearToDate(actionTaken, year) > action,
  );
  return steady && highest && enough;
}

const yearToDate = (series: Series, year: number): number =>
  sum(monthsFrom(`${year}-04`, `${year}-12`).map((month) => at(series, month)));

export const crimeOutcomePlans: Plan[] = [
  {
    measures: crimeMeasures,
    rebuild(published, streams) {
      const random = streams("outcomes");
      const { all, actionTaken, outcome16, outcome14 } = firstThat(
        "outcomes",
        () => drawCrime(published, random),
        crimeAgrees,
      );
      return new Map([
        ["action-taken", rowsFor(published("action-taken"), actionTaken, all)],
        ["outcome-16", rowsFor(published("outcome-16"), outcome16, all)],
        ["outcome-14", rowsFor(published("outcome-14"), outcome14, all)],
      ]);
    },
  },
];
