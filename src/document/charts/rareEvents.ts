import type { MeasureChart } from "../../figures/chart.ts";
import type { Register } from "../../figures/register.ts";
import { areaName, measureOf } from "../asked.ts";
import { directionWords, signalOf } from "../flags.ts";
import { formatNumber } from "../format.ts";
import { dayLabel, shortPeriod } from "../periods.ts";
import { periodScale, valueScale } from "../scale.ts";
import type { ChartPoint, ControlChartView, Side } from "../views.ts";
import { listed, lowered } from "../words.ts";
import type { Drawn, Size } from "./drawn.ts";
import { drawnLevels, segmentViews } from "./levels.ts";
import { valuesOf } from "./points.ts";

/** Days between rare events: a point for each event but the first, at the distance from the one before. */
export function rareEventsDrawing(register: Register, id: string, chart: MeasureChart, size: Size): Drawn {
  const { title, counted } = measureOf(register, id);
  const points = chart.points.map((_, x) => pointAt(register, id, chart, x));
  const segments = segmentViews(
    chart.points.map(({ period }) => drawnLevels(chart, period)),
    {
      mean: (value) => `${chart.chart === "g" ? "Median" : "Average"} ${days(value)}`,
      limit: days,
    },
  );
  const last = chart.points.at(-1);
  const [first, until] = [eventDay(chart.points[0]?.period), eventDay(last?.period)];
  const levels = segments.flatMap((s) => [s.mean, s.lower ?? s.mean, s.upper ?? s.mean]);
  const view: ControlChartView = {
    kind: "control",
    id: `${id}-days-between`,
    ...size,
    alt: altText(register, id, chart),
    scale: valueScale([...valuesOf(points), ...levels], "count", true),
    periods: periodScale(
      "date",
      chart.points.map(({ period }) => eventDay(period)),
    ),
    points,
    segments,
    latest: {
      value: last?.value ?? 0,
      text: days(last?.value ?? 0),
      detail: `to ${shortPeriod("date", until)}`,
    },
    marks: [],
    callouts: [],
    emphasised: 1,
    hollowText: null,
    target: null,
  };
  return {
    title: `${title}: ${finding(chart)}`,
    what: `Days between one ${lowered(counted.one)} and the next, ${areaName(register, "force")}, ${dayLabel(first)} to ${dayLabel(until)}. The higher, the rarer.${directionWords(points)}`,
    chart: view,
  };
}

const days = (value: number): string =>
  `${formatNumber(value, "count", 0)} ${formatNumber(value, "count", 0) === "1" ? "day" : "days"}`;

/** The date of a slot that may carry the number of an event on the same day. */
const eventDay = (period: string | undefined): string => (period ?? "").slice(0, 10);

/** Events far apart are few: a long gap is good where fewer is better. */
function pointAt(register: Register, id: string, chart: MeasureChart, x: number): ChartPoint {
  const point = chart.points[x];
  const side = point === undefined ? null : chart.exceptionalAt(point.period);
  return {
    x,
    value: point?.value ?? null,
    estimated: false,
    provisional: false,
    signal: side === null ? "none" : signalOf(measureOf(register, id).improvementDirection, rarer(side)),
    side,
  };
}

/** A long gap stands for a low number. */
const rarer = (side: Side): Side => (side === "high" ? "low" : "high");

function finding(chart: MeasureChart): string {
  const last = chart.points.at(-1)?.period ?? "";
  if (!chart.hasLimits(last)) return "the days between one and the next";
  const side = chart.exceptionalAt(last);
  if (side === null) return "the latest came after an ordinary time";
  return side === "high"
    ? "the latest came after an exceptionally long time"
    : "the latest came exceptionally soon";
}

function altText(register: Register, id: string, chart: MeasureChart): string {
  const last = chart.points.at(-1);
  const levels = last === undefined ? null : chart.levelsAt(last.period);
  const limits =
    levels === null || levels.lower === null || levels.upper === null
      ? ""
      : ` and the limits ${days(levels.lower)} and ${days(levels.upper)}`;
  const out = chart.points.flatMap(({ period }) => {
    const side = chart.exceptionalAt(period);
    return side === null ? [] : [`${dayLabel(eventDay(period))} (${side === "high" ? "late" : "soon"})`];
  });
  return [
    `Control chart of the days between one ${lowered(measureOf(register, id).counted.one)} and the next, ${dayLabel(eventDay(chart.points[0]?.period))} to ${dayLabel(eventDay(last?.period))}.`,
    `The latest, on ${dayLabel(eventDay(last?.period))}, came after ${days(last?.value ?? 0)}${levels === null ? "" : `; the middle is ${days(levels.centre)}${limits}`}.`,
    out.length === 0 ? "None lies outside the limits." : `Outside the limits: ${listed(out.slice(-6))}.`,
  ].join(" ");
}
