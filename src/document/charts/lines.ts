import { decimalsOf } from "../../figures/computed.ts";
import type { Reference } from "../../figures/reference.ts";
import type { Register } from "../../figures/register.ts";
import { areaName, ask, measureOf, shortAreaName } from "../asked.ts";
import { formatFigure, formatNumber } from "../format.ts";
import { estimatedNote } from "../generatedNotes.ts";
import type { NoteNumbers } from "../notes.ts";
import { coveringWords, inSpan, periodLabel } from "../periods.ts";
import { periodScale, valueScale } from "../scale.ts";
import type { ChartPoint, LineChartView } from "../views.ts";
import { lowered } from "../words.ts";
import { eventMarks, whatOf } from "./control.ts";
import { type Drawn, sizes } from "./drawn.ts";
import { lineWords, windowWords } from "./heard.ts";
import { chartPoints, hollowText, pointOf, valuesOf } from "./points.ts";

/** One to four series on the periods of the first, each labelled at its end. */
export function linesDrawing(
  register: Register,
  references: readonly Reference[],
  notes: NoteNumbers,
): Drawn | null {
  const [first] = references;
  if (first === undefined) return null;
  const { measure: id } = first;
  const measure = measureOf(register, id);
  const periods = shownPeriods(register, id);
  const lines = references.map((r) => ({
    name: nameOf(register, r, references),
    reference: r,
    points: chartPoints(register, r.measure, r.area, r.category, periods),
  }));
  if (lines.flatMap((l) => valuesOf(l.points)).length < 2) return null;
  const target = measure.targets[0] ?? null;
  const scale = valueScale(
    [...lines.flatMap((l) => valuesOf(l.points)), ...(target === null ? [] : [target.value])],
    measure.unit,
  );
  const named = lines.map((l) => ({
    name: l.name,
    text: latestText(register, l.reference),
    points: l.points,
  }));
  const chart: LineChartView = {
    kind: "lines",
    id: `${id}${idOf(first)}-lines`,
    ...sizes.lines,
    alt: `Line chart of ${lowered(measure.title)}, ${windowWords(
      measure.periods,
      periods,
      lines.flatMap((l) => l.points),
    )}${coveringWords(measure)}. Latest: ${lines.map((l) => lineWords(register, l.name, l.reference, periods)).join("; ")}.`,
    scale,
    periods: periodScale(measure.periods, periods),
    lines: named,
    marks: eventMarks(register, id, periods),
    hollowText: hollowText(
      lines.flatMap((l) => l.points),
      notes.find(estimatedNote),
      measure.periods === "week" ? "week" : measure.periods === "month" ? "month" : "figure",
    ),
    target:
      target === null
        ? null
        : {
            value: target.value,
            text: `${target.label} ${formatNumber(target.value, measure.unit, decimalsOf(target.value))}`,
          },
  };
  return {
    title: titleOf(register, first, periods),
    what: linesWhat(register, references, periods, scale.min),
    chart,
  };
}

/** What is drawn, for all lines: of several areas "by policing area", of several measures each by the name at its end. */
function linesWhat(
  register: Register,
  references: readonly Reference[],
  periods: readonly string[],
  scaleStart: number,
): string {
  const [first] = references;
  if (first === undefined) return "";
  const what = whatOf(register, first.measure, first.area, periods, scaleStart);
  const several = (pick: (r: Reference) => string | null): boolean => new Set(references.map(pick)).size > 1;
  const place = `, ${areaName(register, first.area)}, `;
  if (several((r) => r.measure)) return `Each line is named at its end${what.slice(what.indexOf(place))}`;
  return several((r) => r.area) ? what.replace(place, ", by area, ") : what;
}

/** The periods up to the latest with a value, from where the series can be compared. */
export function shownPeriods(register: Register, id: string): string[] {
  const { periods, latest, facts } = register.series(id);
  return periods.filter((p) => p <= (latest ?? "") && p >= (facts.measure.comparableFrom?.period ?? ""));
}

const idOf = (r: Reference): string =>
  [r.area === "force" ? "" : r.area, r.category ?? ""]
    .filter((w) => w !== "")
    .map((w) => `-${w}`)
    .join("");

/** A line's name is what sets it apart: its category, its area, or its measure. */
function nameOf(register: Register, r: Reference, all: readonly Reference[]): string {
  const measure = measureOf(register, r.measure);
  if (new Set(all.map((other) => other.measure)).size > 1) return measure.title;
  if (new Set(all.map((other) => other.category)).size > 1)
    return measure.categories.find((c) => c.id === r.category)?.title ?? measure.title;
  return all.length > 1 ? shortAreaName(register, r.area) : areaName(register, r.area);
}

/** The latest value of a line, which for a comparator may be of an earlier period. */
function latestText(register: Register, r: Reference): string {
  const series = register.series(r.measure);
  const last = series.periods
    .filter((p) => p <= (series.latest ?? ""))
    .findLast((p) => series.at(p, r.area, r.category)?.value != null);
  return last === undefined
    ? ""
    : formatFigure(ask(register, r.measure, { area: r.area, category: r.category, period: last }));
}

function titleOf(register: Register, r: Reference, periods: readonly string[]): string {
  const measure = measureOf(register, r.measure);
  const values = periods
    .map((p) => register.series(r.measure).at(p, r.area, r.category)?.value ?? null)
    .filter((v) => v !== null);
  const value = ask(register, r.measure, { area: r.area, category: r.category });
  const [last, others] = [values.at(-1), values.slice(0, -1)];
  if (last === undefined || value.period === null || others.length < 6) return `${measure.title} over time`;
  if (measure.survey !== undefined)
    return `${measure.title}: ${formatFigure(value)} ${inSpan(measure, value.period)}`;
  const rank = last > Math.max(...others) ? "the highest" : last < Math.min(...others) ? "the lowest" : null;
  const when = periodLabel(measure.periods, value.period);
  return rank === null
    ? `${measure.title}: ${formatFigure(value)} in ${when}`
    : `${measure.title}: ${when} is ${rank} since ${periodLabel(measure.periods, periods[0] ?? "")}`;
}

/** The sum of the last twelve months, from the first month that has twelve behind it. */
export function rollingDrawing(
  register: Register,
  { measure: id, area }: Pick<Reference, "measure" | "area">,
  notes: NoteNumbers,
): Drawn | null {
  const measure = measureOf(register, id);
  const periods = shownPeriods(register, id).slice(11);
  if (measure.periods !== "month") return null;
  const all = shownPeriods(register, id);
  const isEstimated = (period: string): boolean =>
    register.series(id).at(period, area, null)?.status === "estimated";
  const points = periods.map((period, x): ChartPoint => {
    const sum = ask(register, id, { area, period, statistic: "rolling12" });
    // A sum is only as good as its months: with one estimate among them it is drawn as one.
    return { ...pointOf(x, null), value: sum.value, estimated: all.slice(x, x + 12).some(isEstimated) };
  });
  if (valuesOf(points).length < 2) return null;
  const scale = valueScale(valuesOf(points), measure.unit);
  const latest = ask(register, id, { area, statistic: "rolling12" });
  const name = areaName(register, area);
  const chart: LineChartView = {
    kind: "lines",
    id: `${id}${area === "force" ? "" : `-${area}`}-rolling`,
    ...sizes.lines,
    alt: `Line chart of ${lowered(measure.title)} over rolling twelve months, which end ${windowWords("month", periods, points)}: ${lineWords(register, name, { measure: id, area, category: null, statistic: "rolling12" }, periods)}.`,
    scale,
    periods: periodScale("month", periods),
    lines: [{ name, text: formatFigure(latest), points }],
    marks: eventMarks(register, id, periods),
    hollowText: hollowText(points, notes.find(estimatedNote)),
    target: null,
  };
  return {
    title: `${measure.title}: ${formatFigure(latest)} in the last twelve months`,
    what: `${measure.counted.many.slice(0, 1).toUpperCase()}${measure.counted.many.slice(1)} in the twelve months that end with each month, ${name}.${scale.min === 0 ? "" : ` The scale starts at ${formatNumber(scale.min, measure.unit, 0)}.`}`,
    chart,
  };
}
