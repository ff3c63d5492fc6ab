import type { Register } from "../../figures/register.ts";
import { measureOf, refer } from "../asked.ts";
import { barsDrawing } from "../charts/bars.ts";
import { controlDrawing } from "../charts/control.ts";
import type { Drawn } from "../charts/drawn.ts";
import { linesDrawing } from "../charts/lines.ts";
import { noNotes } from "../notes.ts";
import type { ChartView } from "../views.ts";
import { hasWhole } from "./lists.ts";

/** A chart of a page in two drawings, for wide and for narrow screens, with its title and what it shows. */
export type ScreenChart = {
  readonly title: string;
  readonly what: string;
  readonly wide: ChartView;
  readonly narrow: ChartView;
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

/** The chart of a measure: control chart of the force, else its line, else the bars of its categories; null where none can be drawn. */
export function screenChart(register: Register, id: string): ScreenChart | null {
  const control = controlOf(register, id);
  if (control !== null) return control;
  const line = hasWhole(register, id) ? linesDrawing(register, [refer(id)], noNotes) : null;
  const drawn = line ?? barsOf(register, id);
  if (drawn === null) return null;
  return twice(drawn, drawn);
}

function controlOf(register: Register, id: string): ScreenChart | null {
  const { periods } = register.series(id);
  const asked = { measure: id, area: "force", from: null };
  const whole = controlDrawing(register, { ...asked, ...wide }, noNotes);
  const from = periods.at(-narrowPeriods) ?? null;
  const last = controlDrawing(register, { ...asked, from, ...narrow }, noNotes);
  const cut =
    periods.length > narrowPeriods
      ? `This drawing shows the last ${narrowPeriods} periods; a wider screen shows all.`
      : "";
  return whole === null || last === null ? null : twice(whole, last, cut);
}

const barsOf = (register: Register, id: string): Drawn | null =>
  measureOf(register, id).categories.length === 0
    ? null
    : barsDrawing(
        register,
        { measure: id, area: "force", top: null, withYearAgo: false, ordered: false },
        noNotes,
      );

const twice = ({ title, what, chart }: Drawn, small: Drawn, cut = ""): ScreenChart => ({
  title,
  what,
  cut,
  wide: sized(chart, wide),
  narrow: sized({ ...small.chart, id: `${chart.id}-narrow` }, narrow),
});

/** A drawing of bars keeps its height, which its rows need. */
const sized = (chart: ChartView, size: { readonly width: number; readonly height: number }): ChartView =>
  chart.kind === "bars" ? { ...chart, width: size.width } : { ...chart, ...size };
