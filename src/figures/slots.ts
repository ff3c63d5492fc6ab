import { oneSlotEach, type SeriesPoint, type SteppedKind } from "../analysis/series.ts";
import type { Measure } from "../model/measure.ts";
import type { Observation } from "../model/observation.ts";
import type { VisibleSeries } from "./series.ts";

/** A chart or a projection needs periods that follow each other, so that a missing one leaves a gap; null for the others. */
export const steppedKind = (kind: Measure["periods"]): SteppedKind | null =>
  kind === "month" || kind === "week" || kind === "quarter" ? kind : null;

/**
 * A visible series with one slot for each comparable period up to the latest.
 *
 * @param pick the number of an observation that is wanted, in its unit
 */
export function slotsOf(
  series: VisibleSeries,
  kind: SteppedKind,
  area: string,
  category: string | null,
  pick: (o: Observation) => number | null = ({ value }) => value,
): SeriesPoint[] {
  const { measure } = series.facts;
  const first = measure.comparableFrom?.period ?? "";
  const points = series.periods
    .filter((p) => p >= first && p <= (series.latest ?? ""))
    .flatMap((period) => {
      const o = series.at(period, area, category);
      return o === null ? [] : [{ period, value: pick(o), provisional: o.status === "provisional" }];
    });
  return oneSlotEach(kind, points);
}
