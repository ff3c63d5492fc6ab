import type { Register } from "../../figures/register.ts";
import { areasOf, measureOf, refer } from "../asked.ts";
import { barsDrawing } from "../charts/bars.ts";
import { controlDrawing } from "../charts/control.ts";
import type { Drawn } from "../charts/drawn.ts";
import { linesDrawing, shownPeriods } from "../charts/lines.ts";
import { noNotes } from "../notes.ts";
import type { ChartView } from "../views.ts";
import { hasWhole } from "./lists.ts";
import { hasControlChart, limitReading, type SeriesWords, seriesWords } from "./pointWords.ts";

/** A drawing with the words of its values, line by line; none of a drawing that prints all of them itself. */
export type PointedChart = { readonly chart: ChartView; readonly series: readonly SeriesWords[] };

/** A chart of a page in two drawings, for wide and for narrow screens, with its title and what it shows. */
export type ScreenChart = {
  readonly title: string;
  readonly what: string;
  readonly wide: PointedChart;
  readonly narrow: PointedChart;
  /** What the narrow drawing leaves out; empty where it shows everything. */
  readonly cut: string;
};

/**
 * Sizes in points of the drawing, in which words are 9 high: a wide one is shown at 15/9 of its size in CSS pixels, a narrow one, which a
 * phone shows, at 14/9.
 */
const wide = { width: 557, height: 252 };
const narrow = { width: 226, height: 208 };
/** A narrow drawing shows no more than the last so many periods. */
const narrowPeriods = 24;
/** So many lines can be told apart. */
const mostLines = 4;

/** The chart of a measure: control chart of the force, else its line, else the bars of its categories; null where none can be drawn. */
export function screenChart(register: Register, id: string): ScreenChart | null {
  const control = controlOf(register, id);
  if (control !== null) return control;
  const line = hasWhole(register, id) ? linesDrawing(register, [refer(id)], noNotes) : null;
  if (line !== null) return twice(line, [seriesWords(register, id, "force", shownPeriods(register, id))]);
  const bars = barsOf(register, id);
  return bars === null ? null : twice(bars, []);
}

/** The lines of the policing areas in one drawing, in which one can be picked out; null where there are not two to four of them. */
export function areasChart(register: Register, id: string): ScreenChart | null {
  const areas = areasOf(register, id, "policing-area");
  if (areas.length < 2 || areas.length > mostLines) return null;
  const drawn = linesDrawing(
    register,
    areas.map((area) => refer(id, { area: area.id })),
    noNotes,
  );
  if (drawn === null) return null;
  const periods = shownPeriods(register, id);
  const series = areas.map((area) => seriesWords(register, id, area.id, periods));
  const chart = { ...drawn.chart, id: `${id}-areas` };
  return twice(
    { ...drawn, chart, title: `${measureOf(register, id).title}: the policing areas side by side` },
    series,
  );
}

function controlOf(register: Register, id: string): ScreenChart | null {
  const { periods } = register.series(id);
  const asked = { measure: id, area: "force", from: null };
  const whole = controlDrawing(register, { ...asked, ...wide }, noNotes);
  const from = periods.at(-narrowPeriods) ?? null;
  const last = controlDrawing(register, { ...asked, from, ...narrow }, noNotes);
  if (whole === null || last === null) return null;
  const cut =
    periods.length > narrowPeriods
      ? `This drawing shows the last ${narrowPeriods} periods; a wider screen shows all.`
      : "";
  const chart = twice(whole, controlWords(register, id, null), last, controlWords(register, id, from));
  return { ...chart, cut };
}

/** The words of a control chart that begins with a period; null means with its first. */
function controlWords(register: Register, id: string, from: string | null): SeriesWords[] {
  if (!hasControlChart(register, id)) return [];
  const points = register.chart(id, "force", null)?.points ?? [];
  const periods = points.map(({ period }) => period).filter((period) => from === null || period >= from);
  return [seriesWords(register, id, "force", periods, (period) => limitReading(register, id, period))];
}

const barsOf = (register: Register, id: string): Drawn | null =>
  measureOf(register, id).categories.length === 0
    ? null
    : barsDrawing(
        register,
        { measure: id, area: "force", top: null, withYearAgo: false, ordered: false },
        noNotes,
      );

const twice = (
  { title, what, chart }: Drawn,
  series: readonly SeriesWords[],
  small: Pick<Drawn, "chart"> = { chart },
  smallSeries: readonly SeriesWords[] = series,
): ScreenChart => ({
  title,
  what,
  cut: "",
  wide: { chart: sized(chart, wide), series },
  narrow: { chart: sized({ ...small.chart, id: `${chart.id}-narrow` }, narrow), series: smallSeries },
});

/** A drawing of bars keeps its height, which its rows need. */
const sized = (chart: ChartView, size: { readonly width: number; readonly height: number }): ChartView =>
  chart.kind === "bars" ? { ...chart, width: size.width } : { ...chart, ...size };
