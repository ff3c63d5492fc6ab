import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { Organisation } from "../../src/model/organisation.ts";
import { type Counts, charts } from "./crime/charts.ts";
import { draft, drawNorthTotal, fixedOf, type Known } from "./crime/draft.ts";
import { months, stretches } from "./crime/groups.ts";
import { knownCells, type Values } from "./crime/known.ts";
import { type Bases, lateMonths, type Settled, settleLateMonth } from "./crime/lateMonths.ts";
import { crimeMeasures, rowsOf, totalCrime } from "./crime/rows.ts";
import { search } from "./crime/search.ts";
import type { Plan, Row } from "./plan.ts";
import type { Random } from "./random.ts";

type Streams = (name: string) => Random;

/** Rebuilds all recorded crime by group, month and area together, because they add up to one another. */
export const crimePlans: Plan[] = [{ measures: crimeMeasures, rebuild }];

/** Enough to bring all charts to agree in the first half, and the counts back towards their draft in the second. */
const steps = 30_000;

/** The rows that were not printed, by measure. @throws RangeError when the charts cannot all be brought to agree */
function rebuild(published: (measure: string) => readonly Row[], streams: Streams): Map<string, Row[]> {
  const printed = printedValues(published);
  const late = settleLateMonths(printed, readBases());
  const known = knownCells(
    (measure, area, month) => printed(measure, area, month) ?? late.get(month)?.get(measure)?.get(area),
    streams("homicide"),
  );
  const random = streams("all crime north");
  const northTotals = months.map(
    (month, m) => printed(totalCrime, "north", month) ?? drawNorthTotal(m, random),
  );
  return rowsOf({ counts: agreedCounts(known, northTotals, streams), northTotals, late }, printed);
}

/** Drafted from seasons and chance, then changed a few offences at a time until every chart shows what the paper says. */
function agreedCounts(known: Known, northTotals: readonly number[], streams: Streams): Counts {
  const counts = draft(known, northTotals, streams);
  const left = search(counts, charts, {
    fixed: fixedOf(known),
    stretches,
    random: streams("search"),
    steps,
  });
  if (left > 0)
    throw new RangeError(`the charts do not all agree with the paper: ${left.toFixed(3)} is left`);
  return counts;
}

const settleLateMonths = (printed: Values, bases: Bases): Map<string, Settled> =>
  new Map(
    lateMonths.map((month): [string, Settled] => [
      month,
      settleLateMonth(month, bases, (measure, area) => printed(measure, area, month)),
    ]),
  );

function printedValues(published: (measure: string) => readonly Row[]): Values {
  const values = new Map(
    crimeMeasures.flatMap((measure) =>
      published(measure).map((row): [string, number] => [
        `${measure}|${row.area || "force"}|${row.period}`,
        Number(row.value),
      ]),
    ),
  );
  return (measure, area, month) => values.get(`${measure}|${area}|${month}`);
}

function readBases(): Bases {
  const file = join(import.meta.dirname, "..", "..", "data", "organisation.yaml");
  const { population, households } = Organisation.parse(parse(readFileSync(file, "utf8"))).bases;
  return { population: population.areas, households: households.areas };
}
