import type { Levels, MeasureChart } from "../../figures/chart.ts";
import type { Figure } from "../../figures/figure.ts";
import type { Reference } from "../../figures/reference.ts";
import type { Register } from "../../figures/register.ts";
import type { PeriodKind } from "../../model/period.ts";
import { areaName, ask, measureOf } from "../asked.ts";
import { formatFigure, formatNumber } from "../format.ts";
import { besideLabel, inPeriod, periodLabel } from "../periods.ts";
import type { ChartPoint } from "../views.ts";
import { listed } from "../words.ts";
import { anyEstimated } from "./points.ts";

/**
 * What the alternative texts of charts share: what is drawn and over which periods, the latest value and which way it went, and what is
 * exceptional. Numbers are those of the register, as the page prints them.
 */

/** "January 2017 to December 2019", and whether some of it is estimated, which the drawing shows by hollow points. */
export function windowWords(
  kind: PeriodKind,
  periods: readonly string[],
  points: readonly ChartPoint[],
): string {
  const window = `${periodLabel(kind, periods[0] ?? "")} to ${periodLabel(kind, periods.at(-1) ?? "")}`;
  return anyEstimated(points) ? `${window}, partly estimated` : window;
}

/** "up from 48", "down from 48", "as before"; the texts are those of the values. */
export function movedWords(
  now: { readonly value: number; readonly text: string },
  before: { readonly value: number; readonly text: string },
): string {
  if (now.text === before.text) return `unchanged from ${before.text}`;
  return `${now.value > before.value ? "up" : "down"} from ${before.text}`;
}

/** "43 in December 2019, down from 76 in November"; without the second part where nothing stands before it. */
export function latestWords(register: Register, id: string, area: string): string {
  const kind = measureOf(register, id).periods;
  const [now, before] = [ask(register, id, { area }), ask(register, id, { area, statistic: "previous" })];
  if (now.value === null || now.period === null) return "";
  const latest = `${formatFigure(now)} ${inPeriod(kind, now.period)}`;
  if (before.value === null || before.period === null) return latest;
  return `${latest}, ${moved(now, before)} in ${besideLabel(kind, before.period, now.period)}`;
}

const moved = (now: Figure, before: Figure): string =>
  movedWords(
    { value: now.value ?? 0, text: formatFigure(now) },
    { value: before.value ?? 0, text: formatFigure(before) },
  );

/** "inside the limits of 39 and 103 around an average of 71", of the latest value; empty where it has no levels. */
export function limitsWords(register: Register, id: string, area: string, chart: MeasureChart): string {
  const { unit, decimals } = measureOf(register, id);
  const { period } = ask(register, id, { area });
  const levels = period === null ? null : chart.levelsAt(period);
  if (period === null || levels === null) return "";
  const number = (value: number): string => formatNumber(value, unit, decimals);
  const middle = `${chart.seasonTakenOut ? "the month’s usual figure" : "an average"} of ${number(levels.centre)}`;
  if (levels.lower === null || levels.upper === null) return `beside ${middle}`;
  return `${sideWords(chart, period)} the limits of ${limitTexts(levels, number)} around ${middle}`;
}

const sideWords = (chart: MeasureChart, period: string): string =>
  ({ high: "above", low: "below", none: "inside" })[chart.exceptionalAt(period) ?? "none"];

const limitTexts = ({ lower, upper }: Levels, number: (value: number) => string): string =>
  `${number(lower ?? 0)} and ${number(upper ?? 0)}`;

/** Exceptional periods that are named; earlier ones are counted. */
const mostNamed = 6;

/** "April 2019 (high) and May 2019 (high)", of the periods drawn; empty where none is exceptional. */
export function exceptionalWords(
  { exceptionalAt }: Pick<MeasureChart, "exceptionalAt">,
  periods: readonly string[],
  label: (period: string) => string,
): string {
  const out = periods.flatMap((period) => {
    const side = exceptionalAt(period);
    return side === null ? [] : [`${label(period)} (${side})`];
  });
  const named = out.slice(-mostNamed);
  return out.length > named.length
    ? `${named.join(", ")} and ${out.length - named.length} earlier`
    : listed(named);
}

/**
 * "North 76%, down from 85% at the start, between 74% and 88%": where a line ends, which way it went since it began, and how far it strayed; and the
 * period of its end where that is not the last drawn.
 */
export function lineWords(
  register: Register,
  name: string,
  reference: Pick<Reference, "measure" | "area" | "category" | "statistic">,
  periods: readonly string[],
): string {
  const known = periods
    .map((period) => ask(register, reference.measure, { ...reference, period }))
    .flatMap((figure) =>
      figure.value === null
        ? []
        : [{ value: figure.value, text: formatFigure(figure), period: figure.period }],
    );
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return `${name} none`;
  const kind = measureOf(register, reference.measure).periods;
  const when = last.period === periods.at(-1) ? "" : ` ${inPeriod(kind, last.period ?? "")}`;
  if (known.length === 1) return `${name} ${last.text}${when}`;
  const sorted = [...known].sort((a, b) => a.value - b.value);
  const [least, most] = [sorted[0]?.text ?? "", sorted.at(-1)?.text ?? ""];
  const ends = [first.text, last.text];
  const strayed = ends.includes(least) && ends.includes(most) ? "" : `, between ${least} and ${most}`;
  return `${name} ${last.text}${when}, ${movedWords(last, first)} at the start${strayed}`;
}

/** "rape in North Warwickshire" */
export const subjectWords = (register: Register, title: string, area: string): string =>
  `${title} in ${areaName(register, area)}`;
