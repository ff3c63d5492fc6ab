import type { NoChartReason } from "../analysis/seriesChart.ts";
import type { Place } from "../diagnostic.ts";
import type { Facts } from "../model/facts.ts";
import type { Asked } from "./asked.ts";
import { type ChartOrReason, type MeasureChart, measureChart } from "./chart.ts";
import type { Figure } from "./figure.ts";
import { type MeasureProjection, measureProjection, type ProjectedFacts } from "./projections.ts";
import { type Reference, referenceName } from "./reference.ts";
import { type VisibleSeries, visibleSeries } from "./series.ts";
import { compute } from "./statistics.ts";

/** Answers every question for a figure of one paper, and remembers which were asked: that is the list of what it prints. */
export type Register = {
  readonly facts: ProjectedFacts;
  /** The month the paper reports, and the day after which nothing is visible to it. */
  readonly month: string;
  readonly cutOff: string;
  /** The figure, which is thereby listed as printed. */
  figure(reference: Reference): Figure;
  /** Lists a figure that was made of others; the one already listed under its name is returned instead. */
  add(figure: Figure): Figure;
  series(measure: string): VisibleSeries;
  /** The control chart of one series, or null where the measure has none. */
  chart(measure: string, area: string, category: string | null): MeasureChart | null;
  /** Why the force's series of a measure has no control chart; null where it has one, or where none was to be expected. */
  noChartReason(measure: string): NoChartReason | null;
  /** The six months ahead of a series, or why there are none; null where it is not kept by months. */
  projection(measure: string, area: string): MeasureProjection | null;
  /** Lets go of series, control charts and projections, which take much room; they are made anew when they are asked for again. */
  forget(): void;
  /** Every figure asked for so far, in the order of the first time. */
  printed(): readonly Figure[];
  /** What it lists and remembers so far, as plain data. */
  said(): Said;
  /** Remembers where the author's words stand that were filled in, line by line. */
  wrote(words: string, place: Place): void;
  /** Where a line of the paper was written; null for words that nobody wrote but were computed. */
  writtenAt(line: string): Place | null;
};

/** The figures that a paper prints, and where its author's words stand by their letters: what of a register its paper needs when it is worded. */
export type Said = { readonly figures: readonly Figure[]; readonly places: ReadonlyMap<string, Place> };

/**
 * A register over the facts as they stood at `cutOff`. A measure that is not there is our bug: references are checked when read.
 *
 * @param telling whether words that print its figures say which figures they are
 * @param said by a register of the same paper over the same facts
 */
export function createRegister(
  facts: ProjectedFacts,
  month: string,
  cutOff: string,
  { telling = false, said }: RegisterOptions = {},
): Register {
  const known = new Map<string, VisibleSeries>();
  const series = (id: string): VisibleSeries => {
    const made = known.get(id) ?? visibleSeries(measureOf(facts, id), cutOff);
    known.set(id, made);
    return made;
  };
  const charts = new Map<string, ChartOrReason>();
  const context = { settings: facts.organisation.rules, cutOff };
  const figures = new Map((said?.figures ?? []).map((figure) => [figure.name, figure]));
  const places = new Map(said?.places);
  const charted = (measure: string, area: string, category: string | null): ChartOrReason => {
    const key = `${measure}|${area}|${category ?? ""}`;
    const known = charts.get(key);
    if (known !== undefined) return known;
    const made = measureChart(series(measure), area, category, context);
    charts.set(key, made);
    return made;
  };
  const chart = (measure: string, area: string, category: string | null): MeasureChart | null =>
    charted(measure, area, category).chart;
  const figure = (reference: Reference): Figure => {
    const name = referenceName(reference);
    const known = figures.get(name);
    if (known !== undefined) return known;
    const made = answer(name, reference, series(reference.measure), facts, (area) =>
      chart(reference.measure, area, reference.category),
    );
    return keep(made);
  };
  const keep = (made: Figure): Figure => {
    const kept = telling ? { ...made, telling } : made;
    figures.set(made.name, kept);
    return kept;
  };
  const add = (made: Figure): Figure => figures.get(made.name) ?? keep(made);
  const projections = new Map<string, MeasureProjection | null>();
  const projection = (measure: string, area: string): MeasureProjection | null => {
    const key = `${measure}|${area}`;
    const known = projections.get(key);
    if (known !== undefined) return known;
    const made = measureProjection(series(measure), area, facts, cutOff);
    projections.set(key, made);
    return made;
  };
  return {
    facts,
    month,
    cutOff,
    figure,
    add,
    series,
    chart,
    noChartReason: (measure) => charted(measure, "force", null).reason,
    projection,
    forget: () => {
      for (const made of [known, charts, projections]) made.clear();
    },
    printed: () => [...figures.values()],
    said: () => ({ figures: [...figures.values()], places: new Map(places) }),
    ...writing(places),
  };
}

/** How a register is opened. */
export type RegisterOptions = { readonly telling?: boolean; readonly said?: Said | undefined };

function writing(places: Map<string, Place>): Pick<Register, "wrote" | "writtenAt"> {
  return {
    wrote: (words, place) => {
      for (const [i, line] of words.split("\n").entries()) {
        const key = lettersOf(line);
        const below = { file: place.file, line: place.line + i, column: 1 };
        if (key !== "" && !places.has(key)) places.set(key, i === 0 ? place : below);
      }
    },
    writtenAt: (line) => places.get(lettersOf(line)) ?? null,
  };
}

/** A line by its letters and digits alone: marks of notes and of lists change from the source to the page. */
const lettersOf = (line: string): string => line.replace(/\[\^[^\]]*\]/g, "").replace(/[^\p{L}\p{N}]+/gu, "");

function answer(
  name: string,
  reference: Reference,
  series: VisibleSeries,
  facts: Facts,
  chart: Asked["chart"],
): Figure {
  const period = reference.period ?? series.latest;
  const common = { name, reference, period, periodKind: series.facts.measure.periods };
  if (period === null)
    return {
      ...common,
      value: null,
      ratio: null,
      rank: null,
      words: null,
      unit: series.facts.measure.unit,
      decimals: 0,
      signed: false,
      formula: "",
      status: "missing",
      reason: "nothing is published before the cut-off",
      from: [],
    };
  const { used, of, ...computed } = compute[reference.statistic]({
    reference,
    period,
    series,
    organisation: facts.organisation,
    chart,
  });
  return { ...common, ...computed, period: of ?? period, from: used.map((o) => o.place) };
}

function measureOf(facts: Facts, id: string) {
  const found = facts.measures.get(id);
  if (found === undefined)
    throw new Error(`no measure ${id}: references must be checked before they are asked`);
  return found;
}
