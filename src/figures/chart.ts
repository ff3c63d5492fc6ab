import { chartChoice, type RuleNote } from "../analysis/chartChoice.ts";
import { type ControlChart, type ControlPoint, controlChart } from "../analysis/controlChart.ts";
import {
  type Bounds,
  displayedLimits,
  exceptional,
  notNegative,
  percentBounds,
} from "../analysis/displayedLimits.ts";
import { currentBaseline, type Segment } from "../analysis/segments.ts";
import { oneSlotEach, type SeriesPoint, type SteppedKind } from "../analysis/series.ts";
import type { Measure } from "../model/measure.ts";
import type { Observation } from "../model/observation.ts";
import type { VisibleSeries } from "./series.ts";

export type Exceptional = "high" | "low" | null;

/** A baseline segment as a page shows it: limits cut to what is possible, null while there are too few values. */
export type ChartSegment = {
  readonly segment: Segment;
  readonly start: string;
  readonly end: string;
  /** The final values that mean and limits rest on, and where they come from. */
  readonly values: readonly number[];
  readonly used: readonly Observation[];
  readonly mean: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly meanMovingRange: number | null;
};

/** The control chart of one series, with what a page may say of each period. */
export type MeasureChart = {
  readonly points: readonly ControlPoint[];
  readonly segments: readonly ChartSegment[];
  /** Why some rules do not count here. */
  readonly notes: readonly RuleNote[];
  readonly assuranceType: ControlChart["assuranceType"];
  segmentAt(period: string): ChartSegment | null;
  /** True where a page may call a value exceptional: the limits are full ones. */
  hasLimits(period: string): boolean;
  exceptionalAt(period: string): Exceptional;
};

/**
 * The XmR chart of an area's series (docs/deviations.md has the table of charts), or null where the measure is drawn as a
 * line: percentages, rolling sums, weekly and yearly figures, and counts of less than one a month.
 */
export function measureChart(
  series: VisibleSeries,
  area: string,
  category: string | null,
): MeasureChart | null {
  const { measure } = series.facts;
  const kind =
    measure.chart?.kind ??
    (measure.periods === "month" && measure.unit !== "percent" && measure.unit !== "rank" ? "xmr" : "line");
  const stepped = steppedKind(measure.periods);
  const slots = kind === "xmr" && stepped !== null ? slotsOf(series, stepped, area, category) : [];
  const rebase = measure.baselines.map((b) => b.start);
  const mean = currentBaseline(slots, { rebase })?.mean ?? null;
  if (mean === null) return null;
  const choice = chartChoice(
    { kind: measure.unit === "count" ? "count" : "other" },
    mean,
    measure.seasonal ? { months: slots.length } : null,
  );
  if (choice.chart !== "xmr") return null;
  const { improvementDirection } = measure;
  const target = measure.targets.find((t) => t.kind !== "baseline")?.value ?? null;
  const chart = controlChart(slots, {
    rebase,
    improvementDirection,
    target,
    ruleProfile: choice.ruleProfile,
  });
  return described(chart, series, area, category, choice.notes);
}

/** A control chart needs periods that follow each other, so that a missing one leaves a gap. */
const steppedKind = (kind: Measure["periods"]): SteppedKind | null =>
  kind === "month" || kind === "week" || kind === "quarter" ? kind : null;

function slotsOf(
  series: VisibleSeries,
  kind: SteppedKind,
  area: string,
  category: string | null,
): SeriesPoint[] {
  const { measure } = series.facts;
  const first = measure.comparableFrom?.period ?? "";
  const points = series.periods
    .filter((p) => p >= first && p <= (series.latest ?? ""))
    .flatMap((period) => {
      const o = series.at(period, area, category);
      return o === null ? [] : [{ period, value: o.value, provisional: o.status === "provisional" }];
    });
  return oneSlotEach(kind, points);
}

function described(
  chart: ControlChart,
  series: VisibleSeries,
  area: string,
  category: string | null,
  notes: readonly RuleNote[],
): MeasureChart {
  const bounds = boundsOf(series.facts.measure);
  const index = new Map(chart.points.map((point, i) => [point.period, { point, i }]));
  const segments = chart.segments.flatMap((segment) =>
    chartSegment(segment, chart, series, area, category, bounds),
  );
  const segmentAt = (period: string): ChartSegment | null => {
    const at = index.get(period)?.i;
    return at === undefined
      ? null
      : (segments.find(({ segment }) => at >= segment.first && at <= segment.last) ?? null);
  };
  return {
    points: chart.points,
    segments,
    notes,
    assuranceType: chart.assuranceType,
    segmentAt,
    hasLimits: (period) => segmentAt(period)?.segment.stage === "full",
    exceptionalAt: (period) => {
      const [found, segment] = [index.get(period), segmentAt(period)];
      return found === undefined || segment === null
        ? null
        : exceptional(found.point, segment.segment, bounds);
    },
  };
}

function chartSegment(
  segment: Segment,
  chart: ControlChart,
  series: VisibleSeries,
  area: string,
  category: string | null,
  bounds: Bounds,
): ChartSegment[] {
  if (segment.mean === null || segment.stage === "none") return [];
  const limits = displayedLimits(segment, bounds);
  const used = chart.points
    .slice(segment.first, segment.last + 1)
    .filter((p) => p.value !== null && !p.provisional)
    .map((p) => series.at(p.period, area, category))
    .filter((o) => o !== null);
  return [
    {
      segment,
      used,
      mean: segment.mean,
      start: segment.baseline.from,
      end: segment.baseline.to,
      values: used.map((o) => o.value ?? 0),
      lower: limits?.lcl ?? null,
      upper: limits?.ucl ?? null,
      meanMovingRange: segment.limits?.meanMovingRange ?? null,
    },
  ];
}

const boundsOf = (measure: Measure): Bounds => (measure.unit === "percent" ? percentBounds : notNegative);
