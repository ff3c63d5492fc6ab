import { addMonths, monthsFrom } from "../../src/analysis/calendar.ts";
import { partOf, printedTotals, rowsFor } from "./outcomes.ts";
import type { Plan, Row } from "./plan.ts";
import type { Random } from "./random.ts";
import { printed } from "./rows.ts";
import { at, draw, firstThat, path, type Series, shareIn } from "./solve.ts";

// Domestic abuse, from January 2017.

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
    at(outcome16, b) < at(outcome16, a) && shareIn(outcome16, all, b) < shareIn(outcome16, all, a);
  const down = monthsFrom("2019-07", "2019-10").every((month) => falls(month, addMonths(month, 1)));
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

export const abuseOutcomePlans: Plan[] = [
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
