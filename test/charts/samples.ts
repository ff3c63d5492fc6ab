import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTheme } from "../../src/charts/theme.ts";
import type {
  BarsChartView,
  ChartPoint,
  ControlChartView,
  LineChartView,
  MultiplesChartView,
  PeriodScale,
  SegmentView,
  Side,
  Signal,
  ValueTick,
  VolumeShareChartView,
} from "../../src/document/views.ts";

export const themeJson: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "templates", "chart-theme.json"), "utf8"),
);
export const theme = readTheme(themeJson);

type Traits = {
  estimated?: readonly number[];
  provisional?: readonly number[];
  signals?: Record<number, [Signal, Side]>;
};

/** Values as points; the traits name periods by their place. */
export const series = (values: readonly (number | null)[], traits: Traits = {}): ChartPoint[] =>
  values.map((value, x) => {
    const [signal, side] = traits.signals?.[x] ?? (["none", null] as const);
    const [estimated, provisional] = [
      traits.estimated?.includes(x) ?? false,
      traits.provisional?.includes(x) ?? false,
    ];
    return { x, value, estimated, provisional, signal, side };
  });

/** The places from `from` to before `to`. */
export const places = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

/** A repeatable series around a middle. */
export const wavy = (count: number, middle: number, swing: number): number[] =>
  places(0, count).map((i) => Math.round((middle + swing * Math.sin(i * 1.7) * Math.cos(i * 0.6)) * 10) / 10);

export const ticks = (
  values: readonly number[],
  text = (value: number) => value.toLocaleString("en-GB"),
): ValueTick[] => values.map((value) => ({ value, text: text(value) }));

const quarterMonths = ["Jan", "Apr", "Jul", "Oct"];
/** Months from January 2017 with a tick for each quarter. */
export const months = (count: number): PeriodScale => ({
  count,
  ticks: places(0, Math.ceil(count / 3)).map((i) => ({
    x: 3 * i,
    text: quarterMonths[i % 4] ?? "",
    year: i % 4 === 0 ? String(2017 + i / 4) : null,
  })),
});

const limits = (from: number, to: number, [lower, mean, upper]: [number, number, number]): SegmentView => ({
  ...{ from, to, lower, mean, upper },
  meanText: `Average ${mean.toLocaleString("en-GB")}`,
  lowerText: `Lower limit ${lower.toLocaleString("en-GB")}`,
  upperText: `Upper limit ${upper.toLocaleString("en-GB")}`,
});

const monthly = [
  ...[3043, 2951, 3187, 3118, 3342, 3251, 3421, 3288, 3336, 3171, 3262, 3064],
  ...[3148, 2957, 3176, 3498, 3661, 3622, 3934, 3655, 3471, 3452, 3296, 3497],
  ...[3190, 2934, 3177, 3388, 3502, 3431, 3574, 3468, 3467, 3792, 3543, 3738],
];
const unpublished = places(0, 36).filter((x) => ![23, 33, 34, 35].includes(x));

/** Total recorded crime: two baselines, an exceptional estimated month, the same month a year before. */
export const recordedCrime: ControlChartView = {
  ...{ kind: "control", id: "recorded-crime", width: 482, height: 256 },
  alt: 'Control chart of recorded crime. December 2019 is 3,738, "inside" the limits of 3,015 & 3,965.',
  scale: { min: 2600, max: 4200, ticks: ticks([2800, 3200, 3600, 4000]) },
  periods: months(36),
  points: series(monthly, { estimated: unpublished, signals: { 25: ["neutral", "low"] } }),
  segments: [
    { ...limits(0, 14, [2799, 3181, 3563]), meanText: "Average 3,181, limits 2,799 to 3,563" },
    limits(15, 35, [3015, 3490, 3965]),
  ],
  latest: { value: 3738, text: "3,738", detail: "December 2019" },
  marks: [
    {
      ...{ x: 15, kind: "baseline", text: "New baseline from April 2018 (note 3)" },
      detail: "eight months in a row above the old average",
    },
  ],
  callouts: [
    { x: 23, value: 3497, text: "Dec 2018: 3,497", detail: "", signal: "none", side: "high" },
    {
      ...{ x: 25, value: 2934, text: "February 2019: 2,934", detail: "below the lower limit (estimated)" },
      ...{ signal: "neutral", side: "low" },
    },
  ],
  emphasised: 3,
  hollowText: "Hollow: estimated month (note 2)",
  target: null,
};

const plain = { marks: [], callouts: [], hollowText: null, target: null } as const;

/** Twelve values, the last two provisional. */
export const shortSeries: ControlChartView = {
  ...{ ...recordedCrime, ...plain, id: "short-series", height: 180, periods: months(12) },
  scale: { min: 150, max: 320, ticks: ticks([150, 200, 250, 300]) },
  points: series([210, 231, 198, 251, 240, 262, 233, 219, 250, 251, 245, 281], { provisional: [10, 11] }),
  segments: [limits(0, 11, [177, 239, 301])],
  latest: { value: 281, text: "281", detail: "December 2017" },
};

const percent = (value: number): string => `${value}%`;

/** Percentages with a gap, a target and an exceptional last month. */
export const percentages: ControlChartView = {
  ...{ ...recordedCrime, ...plain, id: "percentages", height: 220, periods: months(24) },
  scale: { min: 60, max: 100, ticks: ticks([60, 70, 80, 90, 100], percent) },
  points: series(
    wavy(24, 77, 5).map((value, x) => (x === 10 ? null : x === 23 ? 91 : value)),
    { signals: { 23: ["improvement", "high"] } },
  ),
  segments: [limits(0, 23, [68, 77, 86])],
  latest: { value: 91, text: "91%", detail: "December 2018" },
  target: { value: 90, text: "Target 90%" },
};

const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** Durations with three events close together. */
export const durations: ControlChartView = {
  ...{ ...recordedCrime, ...plain, id: "durations" },
  scale: { min: 660, max: 930, ticks: ticks([720, 780, 840, 900], minutes) },
  points: series(wavy(36, 800, 60).map((value, x) => (x === 35 ? 841 : value))),
  segments: [
    {
      ...limits(0, 35, [726, 803, 881]),
      ...{ meanText: "Average 13:23", lowerText: "Lower limit 12:06", upperText: "Upper limit 14:41" },
    },
  ],
  latest: { value: 841, text: "14:01", detail: "December 2019" },
  marks: [
    { x: 8, text: "New command and control system", detail: "September 2017", kind: "method" },
    { x: 11, text: "Priority grading changed", detail: "calls graded at first contact", kind: "event" },
    { x: 33, text: "Notice given", detail: "October 2019, with a longer explanation", kind: "event" },
  ],
};

/** Counts near zero: the lower limit is the axis. */
export const nearZero: ControlChartView = {
  ...{ ...recordedCrime, ...plain, id: "near-zero", height: 180 },
  scale: { min: 0, max: 10, ticks: ticks([0, 2, 4, 6, 8, 10]) },
  points: series(
    wavy(36, 1.4, 1.4).map((value, x) => (x === 35 ? 9 : Math.max(0, Math.round(value)))),
    { estimated: unpublished, signals: { 35: ["concern", "high"] } },
  ),
  segments: [limits(0, 35, [0, 1.3, 5.7])],
  latest: { value: 9, text: "9", detail: "December 2019" },
  callouts: [
    {
      x: 35,
      value: 9,
      text: "December 2019: 9",
      detail: "above the upper limit",
      signal: "concern",
      side: "high",
    },
  ],
  hollowText: "Hollow: estimated month",
};

/** Ninety-one weeks. */
export const weekly: ControlChartView = {
  ...{ ...recordedCrime, ...plain, id: "weekly" },
  scale: { min: 20, max: 120, ticks: ticks([20, 40, 60, 80, 100, 120]) },
  periods: {
    count: 91,
    ticks: places(0, 7).map((i) => ({
      x: 13 * i,
      text: "8 Apr",
      year: i % 4 === 0 ? String(2018 + i / 4) : null,
    })),
  },
  points: series([...wavy(90, 70, 22), 62], { estimated: places(0, 60), provisional: [89, 90] }),
  segments: [limits(0, 90, [45, 70, 95])],
  latest: { value: 62, text: "62", detail: "week to 29 December" },
  hollowText: "Hollow: estimated week",
};

/** The same as on a phone: narrow, fewer months. */
export const narrow: ControlChartView = {
  ...{ ...recordedCrime, ...plain, id: "narrow", width: 268, height: 250, periods: months(21) },
  points: series(monthly.slice(15)),
  segments: [limits(0, 20, [3015, 3490, 3965])],
};

export const satisfaction: LineChartView = {
  ...{
    kind: "lines",
    id: "satisfaction",
    width: 482,
    height: 210,
    alt: "Satisfaction over 24 months.",
    periods: months(24),
  },
  scale: { min: 60, max: 90, ticks: ticks([60, 70, 80, 90], percent) },
  lines: [
    {
      name: "Warwickshire",
      text: "75%",
      points: series(wavy(24, 74, 3), { estimated: places(0, 10), provisional: [23] }),
    },
    { name: "England and Wales", text: "76%", points: series(wavy(24, 76, 1)) },
    { name: "Most similar forces", text: "79%", points: series(wavy(24, 78, 1.5)) },
    { name: "West Midlands region", text: "70%", points: series(wavy(24, 70, 1)) },
  ],
  marks: [{ x: 9, text: "Survey changed supplier", detail: "October 2017", kind: "method" }],
  hollowText: "Hollow: estimated",
  target: { value: 85, text: "Target 85%" },
};

const older = places(0, 8);
export const outcomes: VolumeShareChartView = {
  ...{
    kind: "volume-share",
    id: "outcomes",
    width: 482,
    height: 270,
    alt: "Outcomes and their share.",
    periods: months(24),
  },
  volume: {
    title: "Outcomes a month",
    scale: { min: 0, max: 800, ticks: ticks([0, 200, 400, 600, 800]) },
    layers: [
      { name: "Charged or summonsed", text: "312", points: series(wavy(24, 300, 30), { estimated: older }) },
      { name: "Out of court", text: "141", points: series(wavy(24, 140, 20), { estimated: older }) },
      { name: "Community resolution", text: "96", points: series(wavy(24, 90, 15), { estimated: older }) },
      {
        name: "Taken into consideration",
        text: "61",
        points: series(wavy(24, 55, 10), { estimated: older }),
      },
    ],
  },
  share: {
    ...{ title: "Positive outcomes as a share of all outcomes", text: "22%" },
    scale: { min: 10, max: 30, ticks: ticks([10, 20, 30], percent) },
    points: series(wavy(24, 21, 4), { estimated: older }),
  },
  marks: [{ x: 12, text: "Outcome 22 introduced", detail: "", kind: "method" }],
  hollowText: "Hollow: estimated month",
};

const bar = (value: number | null, text: string, estimated = false) => ({ value, text, estimated });
export const reasons: BarsChartView = {
  ...{ kind: "bars", id: "reasons", width: 482, height: 170, alt: "Outcomes ranked.", max: 250 },
  periodNames: ["December 2019", "November 2019"],
  rows: [
    { name: "Evidential difficulties", bars: [bar(212, "212 (34%)"), bar(190, "190 (31%)")] },
    { name: "No suspect identified", bars: [bar(180, "180 (29%)"), bar(201, "201 (33%)", true)] },
    {
      name: "Evidential difficulties where the victim does not support further action",
      bars: [bar(120, "120 (19%)"), bar(null, "[x]")],
    },
    { name: "Community resolution", bars: [bar(0, "0"), bar(5, "5 (1%)")] },
  ],
  hollowText: "Hollow: estimated",
};

/** A control chart with labels short enough for half the page. */
const half = (chart: ControlChartView): ControlChartView => ({
  ...{ ...chart, ...plain },
  periods: { count: 36, ticks: months(36).ticks.filter((tick) => tick.year) },
  segments: chart.segments.map((s, i) => ({
    ...s,
    meanText: i < chart.segments.length - 1 ? "" : s.meanText.slice(-5).trim(),
    ...{ upperText: s.upperText.slice(-5).trim(), lowerText: s.lowerText.slice(-5).trim() },
  })),
  latest: { ...chart.latest, detail: "Dec 2019" },
});
export const areas: MultiplesChartView = {
  ...{
    kind: "multiples",
    id: "areas",
    width: 482,
    height: 170,
    alt: "Recorded crime in both policing areas.",
  },
  panels: [
    { title: "North Warwickshire", chart: half(recordedCrime) },
    { title: "South Warwickshire", chart: half(durations) },
  ],
};

export const controls = [recordedCrime, shortSeries, percentages, durations, nearZero, weekly, narrow];
export const charts = [...controls, satisfaction, outcomes, reasons, areas];
