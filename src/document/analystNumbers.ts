import { roundDecimal } from "../analysis/rounding.ts";
import type { Unit } from "../model/measure.ts";
import type { Analysis } from "./analysed.ts";
import { formatNumber } from "./format.ts";
import { inPeriod, periodLabel, shortPeriod } from "./periods.ts";

/** How the numbers of an analysis are shown: charted value times `factor`, in `unit`. Rates are for 1,000 of the base. */
export type Shown = { readonly factor: number; readonly unit: Unit; readonly decimals: number };

export function shownAs(analysis: Analysis): Shown {
  const { unit, decimals } = analysis.stated;
  const scale = analysis.scale;
  if (scale === "share") return { factor: 100, unit: "percent", decimals: 1 };
  if (scale === "rate") return { factor: 1000, unit: "rate", decimals: 2 };
  if (analysis.seasonTakenOut)
    return { factor: 1, unit, decimals: Math.max(decimals, averageDecimals(analysis)) };
  return { factor: 1, unit, decimals };
}

/** Averages and limits of small numbers need a decimal more than the numbers themselves. */
const smallAverage = 100;

function averageDecimals({ control, stated }: Analysis): number {
  const small = Math.abs(control.segments.at(-1)?.mean ?? 0) < smallAverage;
  return stated.unit === "duration" ? 0 : stated.decimals + (small && stated.decimals < 2 ? 1 : 0);
}

/** A charted value as text: "1,234", "75.2%", "14:01", "−3". */
export const valueText = (analysis: Analysis, value: number): string => {
  const shown = shownAs(analysis);
  return signed(value * shown.factor, shown, shown.decimals);
};

/** An average, limit or projection as text. */
export function levelText(analysis: Analysis, value: number): string {
  const shown = shownAs(analysis);
  return signed(value * shown.factor, shown, shown.factor === 1 ? averageDecimals(analysis) : shown.decimals);
}

/** A projected value as text: no more decimals than the values have, but for small numbers, for which whole ones say too little. */
export function projectedText(analysis: Analysis, value: number): string {
  const shown = shownAs(analysis);
  const small = Math.abs(analysis.control.segments.at(-1)?.mean ?? 0) < smallProjection;
  return small || shown.factor !== 1 ? levelText(analysis, value) : signed(value, shown, shown.decimals);
}

const smallProjection = 10;

/** What the line in the middle is. */
export const centreWord = ({ chart }: Pick<Analysis, "chart">): "average" | "median" =>
  chart === "g" ? "median" : "average";

function signed(value: number, { unit }: Shown, decimals: number): string {
  if (value === 0 && unit !== "duration") return formatNumber(0, unit, 0);
  const rounded = unit === "duration" ? Math.round(value) : roundDecimal(value, decimals).value;
  return `${rounded < 0 ? "−" : ""}${formatNumber(Math.abs(value), unit, decimals)}`;
}

/** A period as running text names it: "December 2019", "the event of 2019-03-04", "value 12". */
export function periodText({ stated }: Analysis, period: string): string {
  if (stated.steps !== "order") return periodLabel(stated.steps, period);
  const label = stated.labels[Number(period) - 1] ?? null;
  const event = stated.chart === "g" || stated.chart === "t";
  if (label !== null) return `${event ? "the event of " : ""}${labelText(label)}`;
  return `${event ? "event" : "value"} ${Number(period)}`;
}

const labelText = (label: string): string => periodLabel(label.length === 7 ? "month" : "date", label);

/** With its preposition where it needs one: "in December 2019", "at value 12". */
export const atPeriod = (analysis: Analysis, period: string): string =>
  analysis.stated.steps === "order"
    ? `at ${periodText(analysis, period)}`
    : inPeriod(analysis.stated.steps, period);

/** As a label on a chart: "Dec 2019". */
export const shortText = (analysis: Analysis, period: string): string =>
  analysis.stated.steps === "order"
    ? periodText(analysis, period)
    : shortPeriod(analysis.stated.steps, period);

/** "months", "weeks", "quarters" or "values". */
export const stepsWord = ({ stated }: Analysis): string =>
  stated.steps === "order" ? "values" : `${stated.steps}s`;
