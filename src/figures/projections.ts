import { addMonths, financialYearStart } from "../analysis/calendar.ts";
import { isNumber } from "../analysis/numbers.ts";
import { type Projection, type ProjectionOptions, project } from "../analysis/projection.ts";
import { direction, type ProjectedDirection } from "../analysis/projectionDirection.ts";
import type { NoProjection } from "../analysis/projectionHistory.ts";
import { type Judgement, judge, type Vintage } from "../analysis/projectionVintage.ts";
import { finalValue, type SeriesPoint } from "../analysis/series.ts";
import type { Facts } from "../model/facts.ts";
import type { Measure } from "../model/measure.ts";
import type { VisibleSeries } from "./series.ts";
import { slotsOf } from "./slots.ts";

/** Makes a projection of a series, or says why there is none; the same for the same series and options. */
export type Projecting = typeof project;

/** The facts, and with them what makes projections; where that is left out each is made anew. */
export type ProjectedFacts = Facts & { readonly project?: Projecting };

/** Months that a paper looks ahead. */
export const horizon = 6;

/** An earlier projection of the same series, and what has been recorded against it since. */
export type Earlier = {
  readonly releasedOn: string;
  readonly vintage: Vintage;
  readonly judgement: Judgement;
};

/** The projection of a monthly series, or why there is none. */
export type MeasureProjection =
  | (Projection & {
      readonly slots: readonly SeriesPoint[];
      readonly direction: ProjectedDirection | null;
      readonly earlier: Earlier | null;
    })
  | NoProjection;

/** Projects an area's series as the paper sees it; null where the measure is not kept by months. */
export function measureProjection(
  series: VisibleSeries,
  area: string,
  facts: ProjectedFacts,
  cutOff: string,
): MeasureProjection | null {
  const { measure } = series.facts;
  if (measure.periods !== "month" || series.latest === null) return null;
  const slots = slotsOf(series, "month", area, null);
  const made = (facts.project ?? project)(slots, { horizon, unit: unitOf(measure) });
  if (!made.ok) return made;
  const last = slots.map(finalValue).filter(isNumber).slice(-3);
  return {
    ...made,
    slots,
    direction: last.length === 3 ? direction(made, last) : null,
    earlier: earlierOf(measure.id, area, slots, facts, cutOff),
  };
}

const unitOf = ({ unit }: Measure): ProjectionOptions["unit"] =>
  unit === "percent" || unit === "count" ? unit : "other";

/** A projection that holds every month to March: itself, or where six months do not reach so far the annual one. */
export function toMarch(
  made: Extract<MeasureProjection, { ok: true }>,
  measure: Measure,
  { project: projecting = project }: Pick<ProjectedFacts, "project">,
): Projection {
  const [first = "", last = ""] = [made.months[0], made.months.at(-1)];
  if (last >= addMonths(financialYearStart(first), 11)) return made;
  const year = projecting(made.slots, { horizon: 12, annual: true, unit: unitOf(measure) });
  return year.ok ? year : made;
}

/** The latest projection that an earlier quarter released, held against what has been recorded since. */
function earlierOf(
  measure: string,
  area: string,
  slots: readonly SeriesPoint[],
  facts: Facts,
  cutOff: string,
): Earlier | null {
  const released = [...facts.quarters.values()]
    .filter(({ quarter, released: known }) => known !== null && quarter.cutOff < cutOff)
    .sort((a, b) => (a.quarter.cutOff < b.quarter.cutOff ? 1 : -1));
  for (const { released: known } of released) {
    const kept = known?.projections.find((p) => p.measure === measure && p.area === area);
    if (known === null || known === undefined || kept === undefined) continue;
    const judgement = judge(slots, kept.vintage);
    return judgement.months.length === 0
      ? null
      : { releasedOn: known.releases.at(-1)?.on ?? "", vintage: kept.vintage, judgement };
  }
  return null;
}
