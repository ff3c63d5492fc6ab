import { projectedFigure } from "../../figures/projected.ts";
import type { MeasureProjection } from "../../figures/projections.ts";
import type { Register } from "../../figures/register.ts";
import { areaName, ask, measureOf } from "../asked.ts";
import { cell, head } from "../cells.ts";
import { formatFigure, formatNumber } from "../format.ts";
import { estimatedNote } from "../generatedNotes.ts";
import type { NoteNumbers } from "../notes.ts";
import { monthName, periodLabel } from "../periods.ts";
import { periodScale, valueScale } from "../scale.ts";
import { toldFigure } from "../told.ts";
import type { ChartPoint, ProjectionChartView, TableView } from "../views.ts";
import { countedPhrase, lowered } from "../words.ts";
import { eventMarks } from "./control.ts";
import { subjectWords, windowWords } from "./heard.ts";
import { hollowText, pointOf, valuesOf } from "./points.ts";

type Made = Extract<MeasureProjection, { ok: true }>;

/** A projection as a page shows it: the chart, its table of months, and in words how recorded months stood to an earlier one. */
export type ProjectionDrawn = {
  readonly title: string;
  readonly what: string;
  readonly chart: ProjectionChartView;
  readonly table: TableView;
  readonly tableTitle: string;
  readonly judged: string;
};

type Heard = {
  readonly id: string;
  readonly area: string;
  readonly made: Made;
  readonly recorded: readonly string[];
  readonly points: readonly ChartPoint[];
  /** The last recorded value with its month. */
  readonly latest: string;
};

/** Final months of history that are drawn before the projection: two years, so that the season can be seen. */
const monthsShown = 24;
const size = { width: 306, height: 156 };

/** The drawing of a series that is projected. */
export function projectionDrawing(
  register: Register,
  id: string,
  area: string,
  made: Made,
  notes: NoteNumbers,
): ProjectionDrawn {
  const measure = measureOf(register, id);
  const recorded = made.slots
    .map((slot) => slot.period)
    .filter((period) => period < (made.months[0] ?? ""))
    .slice(-monthsShown);
  const all = [...recorded, ...made.months];
  const series = register.series(id);
  const points = recorded.map((period, x) => ({
    ...pointOf(x, series.at(period, area, null)),
    value: series.at(period, area, null)?.value ?? null,
  }));
  const projected = made.months.map((_, i) => ({ x: recorded.length + i, ...numbersAt(made, i) }));
  const scale = valueScale(
    [...valuesOf(points), ...projected.flatMap((p) => [p.lo95, p.hi95])],
    measure.unit,
  );
  const lastFinal = recorded.at(-1) ?? null;
  const value = ask(register, id, { area, period: lastFinal === series.latest ? null : lastFinal });
  const chart: ProjectionChartView = {
    kind: "projection",
    id: `${id}${area === "force" ? "" : `-${area}`}-projection`,
    ...size,
    alt: altText(register, {
      ...{ id, area, made, recorded, points },
      latest: `${formatFigure(value)} in ${periodLabel("month", lastFinal ?? "")}`,
    }),
    scale,
    periods: periodScale("month", all),
    points,
    projected,
    earlier: earlierView(made, recorded),
    emphasised: 3,
    latest: {
      value: value.value ?? 0,
      text: formatFigure(value),
      detail: periodLabel("month", recorded.at(-1) ?? ""),
    },
    projectedText: made.indicative ? "Projected (indicative)" : "Projected",
    marks: eventMarks(register, id, recorded),
    hollowText: hollowText(points, notes.find(estimatedNote)),
  };
  const [first = "", last = ""] = [made.months[0], made.months.at(-1)];
  const phrase = countedPhrase(measure);
  return {
    title: titleOf(register, id, area, made),
    what: `${phrase.slice(0, 1).toUpperCase()}${phrase.slice(1)} each month, ${areaName(register, area)}: recorded to ${periodLabel("month", recorded.at(-1) ?? "")}, projected to ${periodLabel("month", last)}.${scale.min === 0 ? "" : ` The scale starts at\u00a0${formatNumber(scale.min, measure.unit, 0)}.`}`,
    chart,
    table: tableOf(register, id, area, made),
    tableTitle: `Projection by month, ${first.slice(0, 4)}`,
    judged: judgedText(register, id, made),
  };
}

const numbersAt = ({ point, lo80, hi80, lo95, hi95 }: Made, i: number) => ({
  point: point[i] ?? 0,
  lo80: lo80[i] ?? 0,
  hi80: hi80[i] ?? 0,
  lo95: lo95[i] ?? 0,
  hi95: hi95[i] ?? 0,
});

const directionWords = {
  increase: "projected to rise, to about",
  decrease: "projected to fall, to about",
  fluctuate: "projected to go up and down, to about",
  stable: "projected to stay much the same, at about",
} as const;

function titleOf(register: Register, id: string, area: string, made: Made): string {
  const { title } = measureOf(register, id);
  const where = area === "force" ? "" : ` in ${areaName(register, area)}`;
  const last = made.months.at(-1) ?? "";
  const point = projectedFigure(register, id, area, last, "point");
  const words = made.direction === null ? "projected, to about" : directionWords[made.direction];
  return `${title}${where}: ${words} ${point === null ? "" : formatFigure(point)} in ${periodLabel("month", last)}`;
}

function tableOf(register: Register, id: string, area: string, made: Made): TableView {
  const text = (month: string, which: "point" | "lo80" | "hi80"): string => {
    const figure = projectedFigure(register, id, area, month, which);
    return figure === null ? "" : toldFigure(figure);
  };
  return {
    head: [[head("Month", { align: "left" }), head("Projected"), head("80% range")]],
    rows: made.months.map((month) => ({
      head: monthName(month),
      detail: null,
      kind: "row" as const,
      cells: [
        cell(text(month, "point"), { strong: true }),
        cell(`${text(month, "lo80")} to ${text(month, "hi80")}`),
      ],
    })),
    widths: [],
    size: "small",
  };
}

function earlierView(made: Made, recorded: readonly string[]): ProjectionChartView["earlier"] {
  if (made.earlier === null) return null;
  const { vintage } = made.earlier;
  const points = vintage.months.flatMap((month, i) => {
    const x = recorded.indexOf(month);
    return x < 0
      ? []
      : [{ x, point: vintage.point[i] ?? 0, lo80: vintage.lo80[i] ?? 0, hi80: vintage.hi80[i] ?? 0 }];
  });
  return points.length < 2 ? null : { text: "Earlier projection, 80%", points };
}

const verdictWords = { above: "above", below: "below", "in-line": "in line with" } as const;

/** How the months recorded since an earlier projection stood to it; empty where none was released. */
function judgedText(register: Register, id: string, { earlier }: Made): string {
  if (earlier === null) return "";
  const { title } = measureOf(register, id);
  const few = earlier.judgement.lastMonths;
  const outside = earlier.judgement.months.filter((m) => m.verdict !== "in-line");
  const months = outside.map((m) => `${periodLabel("month", m.month)} (${m.verdict})`);
  const each =
    outside.length === 0
      ? "Every month since then lies inside its 80% range."
      : `Outside their 80% range: ${months.join(", ")}.`;
  return few === null
    ? each
    : `The last three months of ${lowered(title)} are ${verdictWords[few.verdict]} the projection made before them. ${each}`;
}

/** The months are in the table beside the chart. */
function altText(register: Register, { id, area, made, recorded, points, latest }: Heard): string {
  const subject = subjectWords(register, lowered(measureOf(register, id).title), area);
  const last = made.months.at(-1) ?? "";
  const text = (which: "point" | "lo80" | "hi80"): string => {
    const figure = projectedFigure(register, id, area, last, which);
    return figure === null ? "" : formatFigure(figure);
  };
  const window = windowWords("month", recorded, points);
  const words = made.direction === null ? "projected, to about" : directionWords[made.direction];
  return `Line chart of ${subject}, ${window}: ${latest}, ${words} ${text("point")} in ${periodLabel("month", last)}, 80% range ${text("lo80")} to ${text("hi80")}.`;
}

/** Why a series is not projected, in words. */
export function noProjectionText(register: Register, id: string, made: MeasureProjection | null): string {
  const { title } = measureOf(register, id);
  if (made === null || made.ok)
    return `No projection is made for ${lowered(title)}: it is not kept by months.`;
  const why = {
    "too-short": `there are ${made.n} months, and 12 are needed`,
    "too-sparse": "fewer than six of its months have anything to count",
  }[made.reason];
  return `No projection is made for ${lowered(title)}: ${why}.`;
}
