import type { Register } from "../../figures/register.ts";
import type { Area } from "../../model/organisation.ts";
import { areasOf, measureOf } from "../asked.ts";
import { areaFlags, directionWords } from "../flags.ts";
import type { NoteNumbers } from "../notes.ts";
import { periodLabel } from "../periods.ts";
import type { ChartPoint, ControlChartView, MultiplesChartView } from "../views.ts";
import { listed, lowered } from "../words.ts";
import { controlDrawing } from "./control.ts";
import { type Drawn, sizes } from "./drawn.ts";
import { exceptionalWords, latestWords, limitsWords, windowWords } from "./heard.ts";

/** An area and what is drawn of it. */
type Panel = { readonly area: Area; readonly points: readonly ChartPoint[] };

/** The same small control chart for each policing area, side by side. */
export function multiplesDrawing(register: Register, id: string, notes: NoteNumbers): Drawn | null {
  const areas = areasOf(register, id, "policing-area");
  const width = (sizes.multiples.width - 12 * (areas.length - 1)) / Math.max(1, areas.length);
  const drawn = areas.map((area) => ({
    area,
    drawing: controlDrawing(
      register,
      { measure: id, area: area.id, from: null, width, height: sizes.multiples.height },
      notes,
    ),
  }));
  const panels = drawn.flatMap(({ area, drawing }) =>
    drawing?.chart.kind === "control" ? [{ area, title: area.name, chart: forPanel(drawing.chart) }] : [],
  );
  const [first] = drawn;
  if (panels.length === 0 || first?.drawing == null) return null;
  const measure = measureOf(register, id);
  const flags = areaFlags(register, id);
  const chart: MultiplesChartView = {
    kind: "multiples",
    id: `${id}-areas`,
    ...sizes.multiples,
    alt: altText(
      register,
      id,
      panels.map(({ area, chart: { points } }) => ({ area, points })),
    ),
    panels: panels.map(({ title, chart: panel }) => ({ title, chart: panel })),
  };
  return {
    title:
      flags.length === 0
        ? `${measure.title}: both policing areas are inside their expected ranges`
        : `${measure.title}: outside the expected range in ${listed(flags.map((f) => f.text.replace(/ (high|low)$/, " ($1)")))}`,
    what: `${sharedWhat(first.drawing.what, first.area.name)} Each area is on its own scale.${directionWords(panels.flatMap((p) => p.chart.points))}`,
    chart,
  };
}

/** The areas in one sentence, and one of what is exceptional in them. */
function altText(register: Register, id: string, panels: readonly Panel[]): string {
  const { title, periods: kind } = measureOf(register, id);
  const found = panels.flatMap(({ area, points }) => {
    const chart = register.chart(id, area.id, null);
    if (chart === null) return [];
    const words = [latestWords(register, id, area.id), limitsWords(register, id, area.id, chart)];
    const periods = chart.points.map(({ period }) => period);
    const out = exceptionalWords(chart, periods, (period) => periodLabel(kind, period));
    const latest = `${area.name} ${words.filter((word) => word !== "").join(", ")}`;
    return [{ latest, out: out === "" ? [] : [`${area.name}, ${out}`], periods, points }];
  });
  const window = windowWords(
    kind,
    found[0]?.periods ?? [],
    found.flatMap(({ points }) => points),
  );
  const out = found.flatMap((each) => each.out);
  return [
    `Control charts of ${lowered(title)}, ${window}: ${found.map(({ latest }) => latest).join("; ")}.`,
    out.length === 0 ? "No period is exceptional." : `Exceptional: ${out.join("; ")}.`,
  ].join(" ");
}

/** What is said of the first area's chart, without what is true of that area alone. */
const sharedWhat = (what: string, area: string): string =>
  what
    .replace(`, ${area},`, ",")
    .replace(/\sThe scale starts at\s.*$/, "")
    .replace(/ \w+\sis\sbetter\.$/, "");

/** The chart with shorter words, for a panel has half the width: no marks and callouts, "Upper 33" and "Dec 2019". */
function forPanel(chart: ControlChartView): ControlChartView {
  const segments = chart.segments.map((segment) => ({
    ...segment,
    lowerText: segment.lowerText.replace(" limit", ""),
    upperText: segment.upperText.replace(" limit", ""),
  }));
  const detail = chart.latest.detail.replace(/^(\w{3})\w* /, "$1 ");
  return { ...chart, segments, marks: [], callouts: [], latest: { ...chart.latest, detail } };
}
