import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { Organisation } from "../../src/model/organisation.ts";
import { draft, fixedOf, northTotal } from "./crime/build.ts";
import { charts } from "./crime/charts.ts";
import { months, stretches } from "./crime/groups.ts";
import { knownCells, type Values } from "./crime/known.ts";
import { type Bases, settleLateMonth } from "./crime/lateMonths.ts";
import { crimeMeasures, rowsOf, totalCrime } from "./crime/rows.ts";
import { search } from "./crime/search.ts";
import type { Plan, Row } from "./plan.ts";
import type { Random } from "./random.ts";

/** Rebuilds all recorded crime by group, month and area together, because they add up to one another. */
export const crimePlans: Plan[] = [{ measures: crimeMeasures, rebuild }];

const lateMonths = ["2019-10", "2019-11"] as const;
const steps = 100_000;

/**
 * The unpublished months of every crime group: drafted from seasons and chance, fitted to the printed sums, then changed
 * a few offences at a time until every chart shows what the paper says of it.
 *
 * @throws RangeError when the search ends before all charts agree
 */
function rebuild(published: (measure: string) => readonly Row[], streams: (name: string) => Random): Map<string, Row[]> {
  const printed = printedValues(published);
  const bases = readBases();
  const late = new Map(lateMonths.map((month) => [month as string, settleLateMonth(month, bases, (measure, area) => printed(measure, area, month))]));
  const values: Values = (measure, area, month) => printed(measure, area, month) ?? late.get(month)?.get(measure)?.get(area);
  const known = knownCells(values, streams("homicide"));
  const random = streams("north total");
  const northTotals = months.map((month, m) => printed(totalCrime, "north", month) ?? northTotal(m, random));
  const counts = draft(known, northTotals, streams);
  const left = search(counts, charts, { fixed: fixedOf(known), stretches, random: streams("search"), steps });
  if (left > 0) throw new RangeError(`the charts do not all agree with the paper: ${left.toFixed(3)} is left`);
  return rowsOf({ counts, northTotals, late }, printed);
}

function printedValues(published: (measure: string) => readonly Row[]): Values {
  const rows = crimeMeasures.flatMap((measure) => published(measure).map((row) => [`${measure}|${row.area || "force"}|${row.period}`, Number(row.value)] as const));
  const values = new Map(rows);
  return (measure, area, month) => values.get(`${measure}|${area}|${month}`);
}

function readBases(): Bases {
  const file = join(import.meta.dirname, "..", "..", "data", "organisation.yaml");
  const { population, households } = Organisation.parse(parse(readFileSync(file, "utf8"))).bases;
  return { population: population.areas, households: households.areas };
}
