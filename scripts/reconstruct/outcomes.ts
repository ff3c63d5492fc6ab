import type { Row } from "./plan.ts";
import { normal, type Random } from "./random.ts";
import { estimates, printedBases } from "./rows.ts";
import type { Series } from "./solve.ts";

// Outcomes given in each month, and their share of all outcomes of the month, whenever the offence was recorded.

/** A number for each month: a share of all outcomes that follows a pattern; what is printed stays. */
export function partOf(
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

/** The estimated rows of outcomes, each beside all outcomes of its month. */
export const rowsFor = (rows: readonly Row[], values: Series, bases: Series): Row[] =>
  estimates(rows, [{ values, bases }]);

/** All outcomes of a month, as any of the measures prints them. */
export const printedTotals = (
  published: (measure: string) => readonly Row[],
  measures: readonly string[],
): Map<string, number> => new Map(measures.flatMap((measure) => [...printedBases(published(measure))]));
