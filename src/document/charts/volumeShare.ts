import type { Register } from "../../figures/register.ts";
import { areaName, ask, measureOf } from "../asked.ts";
import { formatFigure } from "../format.ts";
import { estimatedNote } from "../generatedNotes.ts";
import type { NoteNumbers } from "../notes.ts";
import { periodLabel } from "../periods.ts";
import { periodScale, valueScale } from "../scale.ts";
import type { ChartPoint, VolumeShareChartView } from "../views.ts";
import { capitalised, lowered } from "../words.ts";
import { eventMarks } from "./control.ts";
import { type Drawn, sizes } from "./drawn.ts";
import { lineWords, windowWords } from "./heard.ts";
import { shownPeriods } from "./lines.ts";
import { anyEstimated, chartPoints, hollowText, pointOf, valuesOf } from "./points.ts";

/**
 * Volumes as bars, stacked by the categories of `by` where one is named, above their share of the denominator, on one
 * period axis. Null where the measure has no denominators.
 */
export function volumeShareDrawing(
  register: Register,
  id: string,
  area: string,
  by: string | null,
  notes: NoteNumbers,
): Drawn | null {
  const measure = measureOf(register, id);
  const periods = shownPeriods(register, id);
  const share = periods.map(
    (period, x): ChartPoint => ({
      ...pointOf(x, register.series(id).at(period, area, null)),
      value: ask(register, id, { area, period, ...shareWords(register, id) }).value,
    }),
  );
  if (valuesOf(share).length === 0) return null;
  const layers =
    by === null ? [volumeLayer(register, id, area, periods)] : stack(register, by, area, periods);
  const [latestShare, latest] = [
    ask(register, id, { area, ...shareWords(register, id) }),
    numberOf(register, id, area),
  ];
  const top = periods.map((_, x) => layers.reduce((sum, l) => sum + (l.points[x]?.value ?? 0), 0));
  const noun = lowered(measure.denominator?.title ?? "all");
  const window = `${periodLabel(measure.periods, periods[0] ?? "")} to ${periodLabel(measure.periods, periods.at(-1) ?? "")}`;
  const chart: VolumeShareChartView = {
    kind: "volume-share",
    id: `${id}${area === "force" ? "" : `-${area}`}-volume-share`,
    ...sizes.volumeShare,
    alt: `Bars of ${lowered(measure.title)} above a line of the share of ${noun}, ${windowWords(measure.periods, periods, share)}. ${altText(register, id, area, periods)}`,
    periods: periodScale(measure.periods, periods),
    volume: {
      title: capitalised(measure.unit === "percent" ? measure.title : measure.counted.many),
      scale: valueScale(top, "count", true),
      layers,
    },
    share: {
      title: `Share of ${noun}`,
      text: formatFigure(latestShare),
      scale: valueScale(valuesOf(share), "percent"),
      points: share,
    },
    marks: eventMarks(register, id, periods),
    hollowText: anyEstimated(share) ? hollowText(share, notes.find(estimatedNote)) : null,
  };
  return {
    title: `${measure.title}: ${latest}, ${formatFigure(latestShare)} of ${noun}, in ${periodLabel(measure.periods, periods.at(-1) ?? "")}`,
    what: `${capitalised(measure.unit === "percent" ? measure.title : measure.counted.many)}: number, and share of ${noun}, ${areaName(register, area)}, ${window}. The share’s scale ${chart.share.scale.min === 0 ? "starts at 0" : `starts at ${chart.share.scale.min}%`}.`,
    chart,
  };
}

/** A percentage is its own share, also where only the percentage is published; of a count the share is computed. */
const shareWords = (register: Register, id: string): { readonly statistic: "value" | "share" } => ({
  statistic: measureOf(register, id).unit === "percent" ? "value" : "share",
});

/** The number behind a share: of a percentage its numerator, else the value. */
const numberOf = (register: Register, id: string, area: string): string =>
  formatFigure(
    ask(
      register,
      id,
      measureOf(register, id).unit === "percent" ? { area, statistic: "numerator" } : { area },
    ),
  );

/** Where number and share end, and which way they went. */
function altText(register: Register, id: string, area: string, periods: readonly string[]): string {
  const number = measureOf(register, id).unit === "percent" ? "numerator" : "value";
  const of = { measure: id, area, category: null };
  const words = [
    lineWords(register, "number", { ...of, statistic: number }, periods),
    lineWords(register, "share", { ...of, ...shareWords(register, id) }, periods),
  ];
  return `Latest: ${words.join("; ")}.`;
}

type Layer = VolumeShareChartView["volume"]["layers"][number];

function volumeLayer(register: Register, id: string, area: string, periods: readonly string[]): Layer {
  const series = register.series(id);
  const points = periods.map((period, x): ChartPoint => {
    const o = series.at(period, area, null);
    return {
      ...pointOf(x, o),
      value: o?.numerator ?? (measureOf(register, id).unit === "percent" ? null : (o?.value ?? null)),
    };
  });
  return { name: "", text: numberOf(register, id, area), points };
}

function stack(register: Register, by: string, area: string, periods: readonly string[]): Layer[] {
  return measureOf(register, by).categories.map((c) => ({
    name: c.title,
    text: formatFigure(ask(register, by, { area, category: c.id })),
    points: chartPoints(register, by, area, c.id, periods),
  }));
}
