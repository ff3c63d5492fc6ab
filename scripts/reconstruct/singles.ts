import { monthsFrom } from "../../src/analysis/calendar.ts";
import type { Plan, Row } from "./plan.ts";
import type { Random } from "./random.ts";
import { estimates, printed, type Rebuilt } from "./rows.ts";
import { draw, firstThat, type Series, type Total } from "./solve.ts";

/** A monthly series of the force alone: its pattern, its printed sums and what must hold of it. */
export type SingleSpec = {
  readonly measure: string;
  readonly first: string;
  readonly last?: string;
  readonly category?: string;
  /** What is printed, when it is not simply the value of the rows. */
  known?(rows: readonly Row[]): Series;
  level(month: string): number;
  readonly noise: number;
  /** The series is drawn in whole units of one over this: 100 for percentages with two decimals. */
  readonly perUnit?: number;
  totals?(random: Random): readonly Total[];
  accepts?(series: Series): boolean;
  /** Writes a drawn number as the file wants it; by default in units, with the decimals that `perUnit` has. */
  write?(drawn: number): string;
};

/** Draws the series in its whole units until its conditions hold. */
export function single(spec: SingleSpec, known: Series, random: Random): Series {
  const perUnit = spec.perUnit ?? 1;
  const periods = monthsFrom(spec.first, spec.last ?? "2019-12");
  const scaled = new Map([...known].map(([month, value]) => [month, value * perUnit]));
  const level = (month: string): number => perUnit * spec.level(month);
  const make = (): Series => {
    const totals = (spec.totals?.(random) ?? []).map((t) => ({ ...t, total: t.total * perUnit }));
    return draw({ periods, known: scaled, level, noise: spec.noise, totals }, random);
  };
  return firstThat(spec.measure, make, (series) => spec.accepts?.(series) ?? true);
}

/** The plan of a measure that has only the given series, one for each category. */
export const singlePlan = (measure: string, specs: readonly SingleSpec[]): Plan => ({
  measures: [measure],
  rebuild(published, streams) {
    const rows = published(measure);
    const rebuilt = specs.map((spec): Rebuilt => {
      const { category = "" } = spec;
      const values = single(
        spec,
        spec.known?.(rows) ?? printed(rows, "force", category),
        streams(`${measure} ${category}`),
      );
      return { category, values, write: spec.write ?? decimals(spec.perUnit ?? 1) };
    });
    return new Map([[measure, estimates(rows, rebuilt)]]);
  },
});

const decimals =
  (perUnit: number) =>
  (drawn: number): string =>
    (drawn / perUnit).toFixed(Math.round(Math.log10(perUnit)));
