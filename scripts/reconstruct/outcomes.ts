import { monthsFrom } from "../../src/analysis/calendar.ts";
import type { Plan, Row } from "./plan.ts";
import { normal, type Random } from "./random.ts";
import { estimates, printed, printedBases } from "./rows.ts";
import { draw, firstThat, path, type Series, sum } from "./solve.ts";

// Outcomes given in each month, and their share of all outcomes of the month. All crime from April 2016, domestic abuse from January 2017.

const get = (series: Series, month: string): number => series.get(month) ?? 0;
const shareIn = (part: Series, whole: Series, month: string): number => get(part, month) / get(whole, month);

/** A number for each month: a share of all outcomes that follows a pattern; what is printed stays. */
function partOf(
  whole: Series,
  known: Series,
  share: (month: string) => number,
  noise: number,
  random: Random,
): Map<string, number> {
  return new Map(
    [...whole].map(([month, all]) => [
      month,
      known.get(month) ?? Math.round(all * share(month) * Math.exp(noise * normal(random))),
    ]),
  );
}

const rowsFor = (rows: readonly Row[], values: Series, bases: Series): Row[] =>
  estimates(rows, [{ values, bases }]);

/** All outcomes of a month, as any of the measures prints them. */
const printedTotals = (
  published: (measure: string) => readonly Row[],
  measures: readonly string[],
): Map<string, number> => new Map(measures.flatMap((measure) => [...printedBases(published(measure))]));

// ---- all crime

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
        get(outcome14, m) < get(outcome14, "2019-12") &&
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
  sum(monthsFrom(`${year}-04`, `${year}-12`).map((month) => get(series, month)));

// ---- domestic abuse

const abuseMonths = monthsFrom("2017-01", "2019-12");
const abuseMeasures = ["da-outcome-16", "da-outcome-15"] as const;

type Abuse = { readonly all: Series; readonly outcome16: Series; readonly outcome15: Series };

function drawAbuse(published: (measure: string) => readonly Row[], random: Random): Abuse {
  const level = path({ "2017-01": 420, "2018-06": 500, "2019-07": 590, "2019-12": 570 }, abuseMonths);
  const all = draw(
    { periods: abuseMonths, known: printedTotals(published, abuseMeasures), level, noise: 0.04 },
    random,
  );
  const share16 = path(
    {
      "2017-01": 0.7,
      "2018-01": 0.735,
      "2018-03": 0.77,
      "2018-05": 0.72,
      "2018-11": 0.69,
      "2019-06": 0.63,
      "2019-08": 0.6,
      "2019-09": 0.585,
      "2019-11": 0.53,
      "2019-12": 0.562,
    },
    abuseMonths,
  );
  const share15 = path(
    {
      "2017-01": 0.125,
      "2018-01": 0.115,
      "2018-03": 0.09,
      "2018-05": 0.115,
      "2018-10": 0.125,
      "2018-12": 0.155,
      "2019-09": 0.22,
    },
    abuseMonths,
  );
  return {
    all,
    outcome16: partOf(all, printed(published("da-outcome-16")), share16, 0.015, random),
    outcome15: partOf(all, printed(published("da-outcome-15")), share15, 0.05, random),
  };
}

/**
 * Printed: outcome 16 falls from July to November 2019 in number and share, and rises in December. The scrutiny report
 * has its highest share, 77%, and outcome 15's lowest, 9%, in March 2018; from July to September they were about 60% and 22%.
 */
function abuseAgrees({ all, outcome16, outcome15 }: Abuse): boolean {
  const march = "2018-03";
  const percent = (part: Series, month: string): number => Math.round(100 * shareIn(part, all, month));
  const falls = (a: string, b: string): boolean =>
    get(outcome16, b) < get(outcome16, a) && shareIn(outcome16, all, b) < shareIn(outcome16, all, a);
  const down = monthsFrom("2019-07", "2019-10").every((month) =>
    falls(month, `2019-${String(Number(month.slice(5)) + 1).padStart(2, "0")}`),
  );
  const others = abuseMonths.filter((month) => month !== march);
  const extremes =
    percent(outcome16, march) === 77 &&
    percent(outcome15, march) === 9 &&
    others.every(
      (m) =>
        shareIn(outcome16, all, m) < shareIn(outcome16, all, march) &&
        shareIn(outcome15, all, m) > shareIn(outcome15, all, march),
    );
  return down && falls("2019-12", "2019-11") && extremes;
}

export const outcomePlans: Plan[] = [
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
  {
    measures: abuseMeasures,
    rebuild(published, streams) {
      const random = streams("domestic abuse outcomes");
      const { all, outcome16, outcome15 } = firstThat(
        "domestic abuse outcomes",
        () => drawAbuse(published, random),
        abuseAgrees,
      );
      return new Map([
        ["da-outcome-16", rowsFor(published("da-outcome-16"), outcome16, all)],
        ["da-outcome-15", rowsFor(published("da-outcome-15"), outcome15, all)],
      ]);
    },
  },
];
