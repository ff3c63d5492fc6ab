import type { Analysis } from "./analysed.ts";
import { exceptionalAt, segmentOf, shownLimits } from "./analystLimits.ts";
import {
  levelText,
  periodText,
  type Shown,
  shortText,
  shownAs,
  stepsWord,
  valueText,
} from "./analystNumbers.ts";
import { rollingYear } from "./analystRolling.ts";
import { sizes } from "./charts/drawn.ts";
import { type LevelsAt, segmentViews } from "./charts/levels.ts";
import { signalOf } from "./flags.ts";
import { periodLabel } from "./periods.ts";
import { periodScale, valueScale } from "./scale.ts";
import type {
  CalloutView,
  ChartPoint,
  ChartView,
  ControlChartView,
  LineChartView,
  MarkView,
  PeriodScale,
  ProjectionChartView,
  SegmentView,
} from "./views.ts";
import { capitalised, listed } from "./words.ts";

/** The drawings of an analysis, one below the other: the control chart (or a line where it has none), and the projection if asked for. */
export function analysisCharts(analysis: Analysis): ChartView[] {
  const first = analysis.noChart === null ? controlView(analysis) : lineView(analysis);
  const { projection, stated } = analysis;
  return projection !== null && stated.projection.asked
    ? [first, projectionView(analysis, projection)]
    : [first];
}

function controlView(analysis: Analysis): ControlChartView {
  const { factor } = shownAs(analysis);
  const points = analysis.control.points.map((_, at) => chartPoint(analysis, at));
  const segments = levelViews(analysis);
  const target = analysis.stated.options.target;
  return {
    kind: "control",
    id: "control",
    ...sizes.control,
    alt: controlAlt(analysis),
    scale: scaleFor(analysis, [
      ...known(points),
      ...segments.flatMap(({ mean, lower, upper }) => [mean, lower ?? mean, upper ?? mean]),
      ...(target === null ? [] : [target * factor]),
    ]),
    periods: periodsOf(analysis),
    points,
    segments,
    latest: latestView(analysis),
    marks: baselineMarks(analysis),
    callouts: callouts(analysis),
    emphasised: 3,
    hollowText: points.some(({ estimated }) => estimated) ? "Hollow: estimated" : null,
    target:
      target === null ? null : { value: target * factor, text: `Target ${valueText(analysis, target)}` },
  };
}

const known = (points: readonly ChartPoint[]): number[] => points.flatMap(({ value }) => value ?? []);

function chartPoint(analysis: Analysis, at: number): ChartPoint {
  const [point, side] = [analysis.control.points[at], exceptionalAt(analysis, at)];
  const { improvementDirection } = analysis.stated.options;
  const value = point?.value ?? null;
  return {
    x: at,
    value: value === null ? null : value * shownAs(analysis).factor,
    estimated: analysis.stated.slots[at]?.status === "estimated",
    provisional: point?.provisional ?? false,
    signal: side === null ? "none" : signalOf(improvementDirection, side),
    side,
  };
}

/** A rate's values are small numbers with decimals even where the series counts. */
const scaleFor = (analysis: Analysis, values: readonly number[], fromZero = false) => {
  const { unit }: Shown = shownAs(analysis);
  const negative = values.some((value) => value < 0);
  const whole = unit === "count" && analysis.stated.decimals === 0 && !negative;
  const percent = unit === "percent" && !negative && Math.max(...values) <= 100;
  return valueScale(
    values,
    whole || percent || unit === "duration" ? unit : unit === "pounds" ? unit : "rate",
    fromZero,
  );
};

function periodsOf({ stated }: Analysis): PeriodScale {
  if (stated.steps !== "order")
    return periodScale(
      stated.steps,
      stated.slots.map(({ period }) => period),
    );
  const count = stated.slots.length;
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((step) => count / step <= 16) ?? 1000;
  const numbers = stated.slots.map((_, x) => x + 1).filter((number) => number === 1 || number % every === 0);
  return { count, ticks: numbers.map((number) => ({ x: number - 1, text: String(number), year: null })) };
}

function levelViews(analysis: Analysis): SegmentView[] {
  const middle = analysis.chart === "g" ? "Median" : "Average";
  const { factor } = shownAs(analysis);
  return segmentViews(
    analysis.control.points.map((_, at) => levelsAt(analysis, at)),
    {
      mean: (value) => `${middle} ${levelText(analysis, value / factor)}`,
      limit: (value) => levelText(analysis, value / factor),
    },
  );
}

function levelsAt(analysis: Analysis, at: number): LevelsAt | null {
  const { factor } = shownAs(analysis);
  const [segment, limits] = [segmentOf(analysis, at), shownLimits(analysis, at)];
  if (segment === null || segment.mean === null || segment.stage === "none") return null;
  return {
    mean: segment.mean * factor,
    lower: limits === null ? null : limits.lower * factor,
    upper: limits === null ? null : limits.upper * factor,
    stage: segment.stage,
    segment: segment.first,
  };
}

function latestView(analysis: Analysis): ControlChartView["latest"] {
  const last = analysis.control.points.findLast(({ value }) => value !== null);
  const value = last?.value ?? 0;
  return {
    value: value * shownAs(analysis).factor,
    text: valueText(analysis, value),
    detail: periodText(analysis, last?.period ?? ""),
  };
}

const baselineMarks = (analysis: Analysis): MarkView[] =>
  analysis.control.segments.slice(1).map(({ first }) => ({
    x: first,
    text: `New baseline from ${shortText(analysis, analysis.control.points[first]?.period ?? "")}`,
    detail: "",
    kind: "baseline",
  }));

/** Words at no more than this many earlier exceptional points. */
const mostCallouts = 3;

function callouts(analysis: Analysis): CalloutView[] {
  const { points } = analysis.control;
  const before = points.slice(
    0,
    points.findLastIndex(({ value }) => value !== null),
  );
  const out = before.flatMap(({ period, value }, x): CalloutView[] => {
    const side = exceptionalAt(analysis, x);
    if (side === null || value === null) return [];
    return [
      {
        x,
        value: value * shownAs(analysis).factor,
        text: `${shortText(analysis, period)}: ${valueText(analysis, value)}`,
        detail: side === "high" ? "above the upper limit" : "below the lower limit",
        signal: signalOf(analysis.stated.options.improvementDirection, side),
        side,
      },
    ];
  });
  return out.slice(-mostCallouts);
}

function controlAlt(analysis: Analysis): string {
  const { points } = analysis.control;
  const out = points.flatMap(({ period }, at) => {
    const side = exceptionalAt(analysis, at);
    return side === null ? [] : [`${periodText(analysis, period)} (${side})`];
  });
  const latest = latestView(analysis);
  const rates = analysis.scale === "rate" ? " Rates for 1,000 of the base." : "";
  return `Control chart of ${analysis.stated.title}, ${points.length} ${stepsWord(analysis)} to ${latest.detail}.${rates} The latest value is ${latest.text}. ${beforeWords(analysis)}${out.length === 0 ? "No value lies outside the limits." : `Outside the limits: ${listed(out.slice(-6))}.`}`;
}

/** "The one before is 49, and the limits are 40 and 60. ", as far as there are any. */
function beforeWords(analysis: Analysis): string {
  const { points } = analysis.control;
  const at = points.findLastIndex(({ value }) => value !== null);
  const before = points.slice(0, Math.max(0, at)).findLast(({ value }) => value !== null)?.value ?? null;
  const limits = shownLimits(analysis, at);
  const words = [
    ...(before === null ? [] : [`the one before is ${valueText(analysis, before)}`]),
    ...(limits === null
      ? []
      : [`the limits are ${levelText(analysis, limits.lower)} and ${levelText(analysis, limits.upper)}`]),
  ];
  return words.length === 0 ? "" : `${capitalised(words.join(", and "))}. `;
}

/** Twelve months together, or the values where there are too few for that. */
function lineView(analysis: Analysis): LineChartView {
  const { title } = analysis.stated;
  const year = rollingYear(analysis);
  const rolling = year.points.filter(({ value }) => value !== null).length >= 2;
  const points = rolling
    ? year.points.map(({ value }, x) => ({ ...chartPoint(analysis, -1), x, value }))
    : analysis.control.points.map((_, at) => chartPoint(analysis, at));
  const last = rolling ? year.points.findLast(({ value }) => value !== null) : undefined;
  const text = last === undefined ? latestView(analysis).text : year.text(last.value ?? 0);
  const what =
    last === undefined
      ? `to ${latestView(analysis).detail}`
      : `over rolling twelve months to ${periodLabel("month", last.month)}`;
  const first = points.find(({ value }) => value !== null)?.value ?? null;
  const firstText =
    first === null
      ? text
      : rolling
        ? year.text(first)
        : valueText(analysis, first / shownAs(analysis).factor);
  const ends = known(points);
  const began =
    firstText === text
      ? ""
      : `, ${(ends.at(-1) ?? 0) > (ends[0] ?? 0) ? "up" : "down"} from ${firstText} at the start`;
  return {
    kind: "lines",
    id: "line",
    ...sizes.lines,
    alt: `Line chart of ${title}, ${what}: ${text}${began}.`,
    scale: scaleFor(analysis, known(points), rolling),
    periods: rolling
      ? periodScale(
          "month",
          year.points.map(({ month }) => month),
        )
      : periodsOf(analysis),
    lines: [{ name: rolling ? "Twelve months" : "Each value", text, points }],
    marks: [],
    hollowText: null,
    target: null,
  };
}

/** Months of history before the projection: two years show the season. */
const monthsShown = 24;

function projectionView(
  analysis: Analysis,
  projection: NonNullable<Analysis["projection"]>,
): ProjectionChartView {
  const { factor } = shownAs(analysis);
  const end =
    analysis.control.points.findLastIndex(({ period }) => period < (projection.months[0] ?? "")) + 1;
  const from = Math.max(0, end - monthsShown);
  const points = analysis.stated.slots
    .slice(from, end)
    .map((_, x) => ({ ...chartPoint(analysis, from + x), x }));
  const at = (values: readonly number[], i: number): number => (values[i] ?? 0) * factor;
  const { point, lo80, hi80, lo95, hi95, months } = projection;
  const projected = months.map((_, i) => ({
    x: points.length + i,
    ...{ point: at(point, i), lo80: at(lo80, i), hi80: at(hi80, i), lo95: at(lo95, i), hi95: at(hi95, i) },
  }));
  const last = months.length - 1;
  return {
    kind: "projection",
    id: "projection",
    ...sizes.control,
    alt: `Projection of ${analysis.stated.title} from ${latestView(analysis).text} in ${latestView(analysis).detail} to ${periodLabel("month", months[last] ?? "")}: ${levelText(analysis, point[last] ?? 0)}, 80% range ${levelText(analysis, lo80[last] ?? 0)} to ${levelText(analysis, hi80[last] ?? 0)}.`,
    scale: scaleFor(analysis, [...known(points), ...projected.flatMap((month) => [month.lo95, month.hi95])]),
    periods: periodScale("month", [
      ...analysis.stated.slots.slice(from, end).map(({ period }) => period),
      ...months,
    ]),
    points,
    projected,
    earlier: null,
    emphasised: 3,
    latest: latestView(analysis),
    projectedText: projection.indicative ? "Projected (indicative)" : "Projected",
    marks: [],
    hollowText: points.some(({ estimated }) => estimated) ? "Hollow: estimated" : null,
  };
}
