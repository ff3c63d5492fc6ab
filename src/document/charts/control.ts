import { hasDenominator } from "../../analysis/attributeLimits.ts";
import type { MeasureChart } from "../../figures/chart.ts";
import { decimalsOf } from "../../figures/computed.ts";
import type { Register } from "../../figures/register.ts";
import type { Measure } from "../../model/measure.ts";
import { areaName, ask, measureOf } from "../asked.ts";
import { directionWords, signalOf } from "../flags.ts";
import { formatFigure, formatNumber } from "../format.ts";
import { baselineNote, estimatedNote } from "../generatedNotes.ts";
import type { NoteNumbers } from "../notes.ts";
import { eachSpan, periodLabel, shortMonth, shortPeriod } from "../periods.ts";
import { periodScale, valueScale } from "../scale.ts";
import type { CalloutView, ChartPoint, ControlChartView, MarkView, SegmentView } from "../views.ts";
import { countedPhrase, lowered } from "../words.ts";
import type { Drawn } from "./drawn.ts";
import { exceptionalWords, latestWords, limitsWords, subjectWords, windowWords } from "./heard.ts";
import { drawnLevels, segmentViews } from "./levels.ts";
import { chartPoints, hollowText, valuesOf } from "./points.ts";
import { rareEventsDrawing } from "./rareEvents.ts";

export type ControlAsked = {
  readonly measure: string;
  readonly area: string;
  readonly from: string | null;
  readonly width: number;
  readonly height: number;
};

/** A control chart of one area: its title says where the latest value lies; null where the measure has none. */
export function controlDrawing(
  register: Register,
  { measure: id, area, from, width, height }: ControlAsked,
  notes: NoteNumbers,
): Drawn | null {
  const chart = register.chart(id, area, null);
  const latest = register.series(id).latest;
  if (chart === null || latest === null) return null;
  if (chart.chart === "g" || chart.chart === "t")
    return rareEventsDrawing(register, id, chart, { width, height });
  const periods = chart.points.map((p) => p.period).filter((p) => from === null || p >= from);
  const measure = measureOf(register, id);
  const signal = (side: "high" | "low") => signalOf(measure.improvementDirection, side);
  const points = chartPoints(register, id, area, null, periods, signal);
  const segments = levelViews(register, id, chart, periods);
  const target = measure.targets[0] ?? null;
  const values = [
    ...valuesOf(points),
    ...segments.flatMap((s) => [s.mean, s.lower ?? s.mean, s.upper ?? s.mean]),
    ...(target === null ? [] : [target.value]),
  ];
  const scale = valueScale(values, measure.unit);
  const value = ask(register, id, { area });
  const view: ControlChartView = {
    kind: "control",
    id: `${id}${area === "force" ? "" : `-${area}`}-control`,
    width,
    height,
    alt: altText(register, id, area, chart, periods, points),
    scale,
    periods: periodScale(measure.periods, periods),
    points,
    segments,
    latest: {
      value: value.value ?? 0,
      text: formatFigure(value),
      detail: periodLabel(measure.periods, latest),
    },
    marks: [...baselineMarks(register, id, periods, notes), ...eventMarks(register, id, periods)],
    callouts: callouts(register, id, area, chart, periods),
    emphasised: 3,
    hollowText: hollowText(points, notes.find(estimatedNote)),
    target:
      target === null
        ? null
        : {
            value: target.value,
            text: `${target.label} ${formatNumber(target.value, measure.unit, decimalsOf(target.value))}`,
          },
  };
  return {
    title: titleOf(register, id, area, chart, latest),
    what: `${whatOf(register, id, area, periods, scale.min)}${whatLimitsFollow(chart, measure)}${directionWords(points)}`,
    chart: view,
  };
}

function levelViews(
  register: Register,
  id: string,
  chart: MeasureChart,
  periods: readonly string[],
): SegmentView[] {
  const { unit, decimals } = measureOf(register, id);
  const number = (value: number): string => formatNumber(value, unit, decimals);
  /** One decimal more where an exceptional value would be printed like the limit it is beyond. */
  const limit = (value: number): string => {
    const same = chart.points.some(
      (p) => p.value !== null && chart.exceptionalAt(p.period) !== null && number(p.value) === number(value),
    );
    return formatNumber(value, unit, same && unit !== "duration" ? decimals + 1 : decimals);
  };
  const latest = periods.at(-1) ?? "";
  const middle = chart.seasonTakenOut ? `Usual in ${shortMonth(latest)}` : "Average";
  const mean = (value: number): string => `${middle} ${number(value)}`;
  return segmentViews(
    periods.map((period) => drawnLevels(chart, period)),
    { mean, limit },
  );
}

function baselineMarks(
  register: Register,
  id: string,
  periods: readonly string[],
  notes: NoteNumbers,
): MarkView[] {
  const measure = measureOf(register, id);
  return measure.baselines.flatMap((b) => {
    const x = periods.indexOf(b.start);
    const note = notes.find(baselineNote(id, b.start));
    if (x <= 0) return [];
    return [
      {
        x,
        text: `New baseline from ${shortPeriod(measure.periods, b.start)}${note === null ? "" : ` (note ${note.number})`}`,
        detail: "",
        kind: "baseline" as const,
      },
    ];
  });
}

/** Dated events that lie in the window. */
export function eventMarks(register: Register, id: string, periods: readonly string[]): MarkView[] {
  return measureOf(register, id).events.flatMap((event) => {
    const x = periods.indexOf(event.period);
    return x < 0
      ? []
      : [
          {
            x,
            text: event.label,
            detail: shortPeriod(measureOf(register, id).periods, event.period),
            kind: event.kind,
          },
        ];
  });
}

/** Words at no more than this many of the earlier exceptional months: more would cover the line. */
const mostCallouts = 3;

/** The latest of the exceptional months before the last, and the same month last year where that is free. */
function callouts(
  register: Register,
  id: string,
  area: string,
  chart: MeasureChart,
  periods: readonly string[],
): CalloutView[] {
  const measure = measureOf(register, id);
  const before = periods.slice(0, -1);
  const out = before.flatMap((period, x): CalloutView[] => {
    const side = chart.exceptionalAt(period);
    const value = ask(register, id, { area, period });
    if (side === null || value.value === null) return [];
    const detail = `${side === "high" ? "above the upper" : "below the lower"} limit${value.status === "estimated" ? " (estimated)" : ""}`;
    return [
      {
        x,
        value: value.value,
        text: `${shortPeriod(measure.periods, period)}: ${formatFigure(value)}`,
        detail,
        signal: signalOf(measure.improvementDirection, side),
        side,
      },
    ];
  });
  const year = ask(register, id, { area, statistic: "yearAgo" });
  const x = year.period === null ? -1 : periods.indexOf(year.period);
  const free = year.value !== null && year.status !== "estimated" && x >= 0 && !out.some((c) => c.x === x);
  const sameMonth: CalloutView[] =
    free && year.period !== null
      ? [
          {
            x,
            value: year.value ?? 0,
            text: `${shortPeriod(measure.periods, year.period)}: ${formatFigure(year)}`,
            detail: "",
            signal: "none",
            side: "high",
          },
        ]
      : [];
  return [...out.slice(-mostCallouts), ...sameMonth];
}

/** "December is inside the range expected since April 2018" */
function titleOf(register: Register, id: string, area: string, chart: MeasureChart, latest: string): string {
  const measure = measureOf(register, id);
  const who = `${measure.title}${area === "force" ? "" : ` in ${areaName(register, area)}`}`;
  const segment = chart.segmentAt(latest);
  const when = periodLabel(measure.periods, latest);
  if (segment === null || !chart.hasLimits(latest))
    return `${who}, ${periodLabel(measure.periods, chart.points[0]?.period ?? latest)} to ${when}`;
  const since =
    segment.segment.first > 0
      ? ` expected since ${periodLabel(measure.periods, segment.start)}`
      : " expected";
  const side = chart.exceptionalAt(latest);
  if (side !== null) return `${who}: ${when} is ${side === "high" ? "above" : "below"} the range${since}`;
  return `${who}: ${when} is inside the range${since}`;
}

/** Where average or limits are not level lines, what they follow. */
function whatLimitsFollow({ chart, seasonTakenOut }: MeasureChart, { denominator }: Measure): string {
  if (seasonTakenOut) return " Average and limits follow the usual course of the year.";
  if (chart === "xmr" || !hasDenominator(chart)) return "";
  return ` The limits follow the number behind each month${denominator === undefined ? "" : ` (${lowered(denominator.title)})`}.`;
}

/** "Offences recorded each month, Warwickshire, January 2017 to December 2019. The scale starts at 2,600." */
export function whatOf(
  register: Register,
  id: string,
  area: string,
  periods: readonly string[],
  scaleStart: number,
): string {
  const { periods: kind, unit, decimals } = measureOf(register, id);
  const each = eachSpan(measureOf(register, id));
  const window = `${periodLabel(kind, periods[0] ?? "")} to ${periodLabel(kind, periods.at(-1) ?? "")}`;
  const start =
    scaleStart === 0
      ? ""
      : ` The scale starts at\u00a0${formatNumber(scaleStart, unit, Number.isInteger(scaleStart) ? 0 : decimals)}.`;
  const what = countedPhrase(measureOf(register, id));
  return `${what.slice(0, 1).toUpperCase()}${what.slice(1)} ${each}, ${areaName(register, area)}, ${window}.${start}`;
}

/** One sentence of what is drawn and where the latest value lies, and one of what is exceptional. */
function altText(
  register: Register,
  id: string,
  area: string,
  chart: MeasureChart,
  periods: readonly string[],
  points: readonly ChartPoint[],
): string {
  const { title, periods: kind, baselines } = measureOf(register, id);
  const subject = subjectWords(register, lowered(title), area);
  const start = baselines.findLast((b) => periods.indexOf(b.start) > 0)?.start;
  const since = start === undefined ? "" : `, anew from ${periodLabel(kind, start)}`;
  const where = limitsWords(register, id, area, chart);
  const finding = [latestWords(register, id, area), where === "" ? "" : `${where}${since}`]
    .filter((words) => words !== "")
    .join(", ");
  const out = exceptionalWords(chart, periods, (period) => periodLabel(kind, period));
  return [
    `Control chart of ${subject}, ${windowWords(kind, periods, points)}${finding === "" ? "" : `: ${finding}`}.`,
    out === "" ? "No period is exceptional." : `Exceptional: ${out}.`,
  ].join(" ");
}
