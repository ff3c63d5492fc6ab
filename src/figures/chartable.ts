import { daysBetweenEvents } from "../analysis/rareEvents.ts";
import type { SteppedKind } from "../analysis/series.ts";
import type { ChartableSeries } from "../analysis/seriesChart.ts";
import type { Measure } from "../model/measure.ts";
import type { VisibleSeries } from "./series.ts";
import { slotsOf } from "./slots.ts";

/**
 * A visible series as the table of charts takes it. A percentage or a rate whose bases are known for some periods only is one
 * whose bases are not known.
 *
 * @param cutOff the day after which no event is visible
 */
export function chartable(
  series: VisibleSeries,
  stepped: SteppedKind,
  area: string,
  category: string | null,
  cutOff: string,
): ChartableSeries {
  const { measure } = series.facts;
  const seasonal = measure.seasonal && stepped === "month";
  const values = slotsOf(series, stepped, area, category);
  if (measure.unit === "count") {
    const gaps = area === "force" && category === null ? gapsOf(measure, cutOff) : {};
    return { kind: "count", counts: values, bases: null, seasonal, ...gaps };
  }
  const { unit, survey } = measure;
  if (survey !== undefined && survey.months > 1)
    return { kind: "rolling", counts: values, bases: null, seasonal };
  const counts = slotsOf(series, stepped, area, category, ({ numerator }) => numerator);
  const based = values.every(({ value }, i) => value === null || (counts[i]?.value ?? null) !== null);
  if (!based || (unit !== "percent" && unit !== "rate"))
    return { kind: "other", counts: values, bases: null, seasonal };
  const bases = slotsOf(series, stepped, area, category, ({ denominator }) => denominator);
  const kind = unit === "rate" ? "rate" : survey === undefined ? "percentage" : "survey";
  return { kind, counts, bases, seasonal };
}

/** The days between the events of a rare kind, as far as they are known. */
function gapsOf({ occurrences }: Measure, cutOff: string): Pick<ChartableSeries, "gaps"> {
  const known = occurrences.filter((day) => day <= cutOff);
  return known.length > 0 ? { gaps: daysBetweenEvents(known) } : {};
}
