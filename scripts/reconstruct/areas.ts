import { monthsFrom } from "../../src/analysis/calendar.ts";
import { outside } from "./limits.ts";
import type { Plan } from "./plan.ts";
import { normal, type Random } from "./random.ts";
import { estimates, printed } from "./rows.ts";
import { at, draw, firstThat, type Series, type Total } from "./solve.ts";

/** The force's series and its two policing areas, which add up to it. */
export type AreaSeries = { readonly force: Series; readonly north: Series; readonly south: Series };

/** A monthly count by policing area: its pattern, its printed sums and what its charts must show. */
export type AreaSpec = {
  readonly measure: string;
  readonly first: string;
  readonly last?: string;
  level(month: string): number;
  readonly noise: number;
  /** Printed sums, the narrow ones before the wide ones. */
  totals?(random: Random): readonly Total[];
  /** North Warwickshire's usual share, and how far it wanders (a share of the share). */
  readonly north: { readonly share: number; readonly noise: number };
  /** Where the current average starts, when not with the series. */
  readonly baseline?: string;
  accepts?(areas: AreaSeries): boolean;
};

/** A plan for one such count. No month of the current segment lies outside its limits in any area. */
export const areaPlan = (spec: AreaSpec): Plan => ({
  measures: [spec.measure],
  rebuild(published, streams) {
    const rows = published(spec.measure);
    const random = streams(spec.measure);
    const known = { force: printed(rows), north: printed(rows, "north"), south: printed(rows, "south") };
    const areas = firstThat(
      spec.measure,
      () => drawAreas(spec, known, random),
      (drawn) => allInside(drawn, spec.baseline) && (spec.accepts?.(drawn) ?? true),
    );
    const rebuilt = estimates(rows, [
      { values: areas.force },
      { area: "north", values: areas.north },
      { area: "south", values: areas.south },
    ]);
    return new Map([[spec.measure, rebuilt]]);
  },
});

function drawAreas(spec: AreaSpec, known: AreaSeries, random: Random): AreaSeries {
  const periods = monthsFrom(spec.first, spec.last ?? "2019-12");
  const totals = spec.totals?.(random) ?? [];
  const force = draw({ periods, known: known.force, level: spec.level, noise: spec.noise, totals }, random);
  return split(force, known.north, spec.north, random);
}

/** Splits the force's series; a month whose north is known keeps it, and the south is always the rest. */
export function split(
  force: Series,
  known: Series,
  { share, noise }: AreaSpec["north"],
  random: Random,
): AreaSeries {
  const north = new Map(
    [...force].map(([month, all]) => [month, known.get(month) ?? northOf(all, share, noise, random)]),
  );
  const south = new Map([...force].map(([month, all]) => [month, all - at(north, month)]));
  return { force, north, south };
}

const northOf = (all: number, share: number, noise: number, random: Random): number =>
  Math.min(all, Math.round(all * share * Math.exp(noise * normal(random))));

const allInside = ({ force, north, south }: AreaSeries, start?: string): boolean =>
  [force, north, south].every((series) => outside(series, start).length === 0);
