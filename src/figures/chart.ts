import type { RuleNote } from "../analysis/chartChoice.ts";
import type { Chart, ChartOptions, ControlPoint } from "../analysis/controlChart.ts";
import {
  displayedLimits,
  exceptional,
  notNegative,
  percentBounds,
  type StagedLimits,
} from "../analysis/displayedLimits.ts";
import { exactSum } from "../analysis/rounding.ts";
import type { RuleProfile } from "../analysis/ruleProfile.ts";
import { monthOfYear } from "../analysis/seasonalEffects.ts";
import type { SegmentSpan } from "../analysis/segments.ts";
import type { SeriesPoint } from "../analysis/series.ts";
import {
  type ChartName,
  chosenChart,
  type NoChartReason,
  type SeriesChart,
} from "../analysis/seriesChart.ts";
import { type Measure, type RuleSettings, withRules } from "../model/measure.ts";
import { basePer, type Observation } from "../model/observation.ts";
import { chartable } from "./chartable.ts";
import type { Ratio } from "./figure.ts";
import type { VisibleSeries } from "./series.ts";
import { steppedKind } from "./slots.ts";

export type Exceptional = "high" | "low" | null;

/** A baseline segment as a page shows it. */
export type ChartSegment = {
  readonly segment: SegmentSpan;
  /** The window that mean and limits rest on, the final values in it, and where they come from. */
  readonly start: string;
  readonly end: string;
  readonly values: readonly number[];
  readonly used: readonly Observation[];
  /** In the unit of the measure, without the effect of a month; exact where it is a mean of values or of counts over bases. */
  readonly mean: number;
  readonly meanRatio: Ratio | null;
  /** Null for the charts whose limits do not rest on moving ranges of the values. */
  readonly meanMovingRange: number | null;
};

/** What a page draws at one period: the middle, and the limits cut to what is possible; null while there are too few values. */
export type Levels = {
  readonly centre: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** The upper limit uncut, the scale on which a value's distance from the middle is told. */
  readonly ucl: number | null;
};

/** The control chart of one series in the unit of its measure, with what a page may say of each period. */
export type MeasureChart = {
  readonly chart: ChartName;
  /** The measure's own reason for its chart, or null. */
  readonly why: string | null;
  readonly points: readonly ControlPoint[];
  /** What the rules saw: the values, without their seasons where these were taken out. */
  readonly charted: readonly SeriesPoint[];
  readonly seasonTakenOut: boolean;
  readonly segments: readonly ChartSegment[];
  readonly ruleProfile: RuleProfile;
  /** Why some rules do not count here. */
  readonly notes: readonly RuleNote[];
  readonly variationType: Chart["variationType"];
  readonly assuranceType: Chart["assuranceType"];
  segmentAt(period: string): ChartSegment | null;
  levelsAt(period: string): Levels | null;
  /** True where a page may call a value exceptional: the limits are full ones. */
  hasLimits(period: string): boolean;
  exceptionalAt(period: string): Exceptional;
};

/** The office's rules, which a measure may change, and the day after which nothing is visible. */
export type ChartContext = { readonly settings: RuleSettings; readonly cutOff: string };

/** The chart of a series, or why there is none: null where its periods do not follow each other or no value is final. */
export type ChartOrReason =
  | { readonly chart: MeasureChart; readonly reason: null }
  | { readonly chart: null; readonly reason: NoChartReason | null };

/**
 * The control chart of an area's series, by the table of charts in docs/deviations.md or by the measure's own choice.
 *
 * @throws RangeError when the measure asks for a chart that its numbers cannot give: the check of its file must refuse that
 */
export function measureChart(
  series: VisibleSeries,
  area: string,
  category: string | null,
  { settings, cutOff }: ChartContext,
): ChartOrReason {
  const { measure } = series.facts;
  const stepped = steppedKind(measure.periods);
  if (stepped === null || measure.unit === "rank")
    return { chart: null, reason: measure.chart?.kind === "line" ? "line" : null };
  const source = chartable(series, stepped, area, category, cutOff);
  if (!source.counts.some(({ value, provisional }) => value !== null && !provisional))
    return { chart: null, reason: null };
  const factor = source.bases === null ? 1 : (basePer(measure.unit) ?? 1);
  const made = chosenChart(source, optionsOf(measure, settings, factor), overrideOf(measure));
  if (made.noChart !== null) return { chart: null, reason: made.noChart };
  return {
    chart: described(made, factor, (period) => series.at(period, area, category), measure),
    reason: null,
  };
}

const overrideOf = ({ chart }: Measure) =>
  chart === undefined ? null : ({ chart: chart.kind, why: chart.why } as const);

/** @param factor what one of the chart is in the unit of the measure */
function optionsOf(measure: Measure, settings: RuleSettings, factor: number): ChartOptions {
  const {
    screenOutliers,
    fixAfter,
    increasingTrend: _,
    ...ruleProfile
  } = withRules(settings, measure.rules ?? {});
  const target = measure.targets.find((t) => t.kind !== "baseline")?.value ?? null;
  return {
    rebase: measure.baselines.map((b) => b.start),
    improvementDirection: measure.improvementDirection,
    target: target === null ? null : target / factor,
    screenOutliers,
    fixAfterNPoints: fixAfter,
    ruleProfile,
  };
}

type ObservationAt = (period: string) => Observation | null;

function described(
  made: SeriesChart,
  factor: number,
  observationAt: ObservationAt,
  measure: Measure,
): MeasureChart {
  const { control, effects } = made;
  const bounds = measure.unit === "percent" ? percentBounds : notNegative;
  const points = control.points.map((point) => inUnit(point, factor, effectAt(effects, point.period)));
  const index = new Map(points.map((point, i) => [point.period, { point, i }]));
  const segments = control.segments.flatMap((segment, i) =>
    chartSegment(segment, i, made, factor, observationAt),
  );
  const segmentAt = (period: string): ChartSegment | null => {
    const at = index.get(period)?.i;
    return at === undefined
      ? null
      : (segments.find(({ segment }) => at >= segment.first && at <= segment.last) ?? null);
  };
  const stagedAt = (period: string): StagedLimits => {
    const { lcl = null, ucl = null } = index.get(period)?.point ?? {};
    const limits = lcl === null || ucl === null ? null : { lcl, ucl };
    return { limits, stage: segmentAt(period)?.segment.stage ?? "none" };
  };
  return {
    ...made,
    points,
    segments,
    charted: made.charted.map((slot) => ({
      ...slot,
      value: slot.value === null ? null : slot.value * factor,
    })),
    seasonTakenOut: effects !== null,
    notes: made.ruleNotes,
    variationType: control.variationType,
    assuranceType: control.assuranceType,
    segmentAt,
    levelsAt: (period) => {
      const centre = index.get(period)?.point.mean ?? null;
      if (centre === null || segmentAt(period) === null) return null;
      const [staged, drawn] = [stagedAt(period), displayedLimits(stagedAt(period), bounds)];
      return {
        centre,
        lower: drawn?.lcl ?? null,
        upper: drawn?.ucl ?? null,
        ucl: staged.limits?.ucl ?? null,
      };
    },
    hasLimits: (period) => stagedAt(period).stage === "full" && stagedAt(period).limits !== null,
    exceptionalAt: (period) => {
      const point = index.get(period)?.point;
      return point === undefined ? null : exceptional(point, stagedAt(period), bounds);
    },
  };
}

const effectAt = (effects: SeriesChart["effects"], period: string): number =>
  effects === null ? 0 : (effects[monthOfYear(period)] ?? 0);

/** A point on the scale of its measure, with the effect of its month back in it. */
function inUnit(point: ControlPoint, factor: number, effect: number): ControlPoint {
  const moved = (value: number | null): number | null => (value === null ? null : value * factor + effect);
  return {
    ...point,
    value: moved(point.value),
    mean: moved(point.mean),
    lcl: moved(point.lcl),
    ucl: moved(point.ucl),
  };
}

function chartSegment(
  segment: SegmentSpan,
  at: number,
  made: SeriesChart,
  factor: number,
  observationAt: ObservationAt,
): ChartSegment[] {
  if (segment.mean === null || segment.stage === "none") return [];
  const { from, to } = segment.baseline;
  const final = made.values
    .slice(segment.first, segment.last + 1)
    .filter(
      ({ period, value, provisional }) => value !== null && !provisional && period >= from && period <= to,
    );
  const used = final.map(({ period }) => observationAt(period)).filter((o) => o !== null);
  const values = final.map(({ value }) => (value ?? 0) * factor);
  return [
    {
      segment,
      used,
      values,
      start: from,
      end: to,
      mean: segment.mean * factor,
      meanRatio: meanRatio(made, factor, values, used),
      meanMovingRange: movingRangeOf(made, at, factor),
    },
  ];
}

/** The mean as it can be rounded exactly: a sum over a number, or counts over bases. Null where it is neither. */
function meanRatio(
  { chart, scale, effects }: SeriesChart,
  factor: number,
  values: readonly number[],
  used: readonly Observation[],
): Ratio | null {
  const total = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0);
  if (chart === "g" || chart === "t" || effects !== null) return null;
  if (chart === "xmr" || scale === "plain") {
    const sum = exactSum(values);
    return { numerator: sum.numerator, denominator: sum.denominator * values.length };
  }
  return {
    numerator: factor * total(used.map(({ numerator }) => numerator ?? 0)),
    denominator: total(used.map(({ denominator }) => denominator ?? 0)),
  };
}

function movingRangeOf({ control }: SeriesChart, at: number, factor: number): number | null {
  const segment = control.segments[at];
  if (segment === undefined || !("limits" in segment) || segment.limits === null) return null;
  return segment.limits.meanMovingRange * factor;
}
