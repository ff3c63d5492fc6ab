import type { Register } from "../../figures/register.ts";
import { areasOf, measureOf } from "../asked.ts";
import { areaFlags, directionWords } from "../flags.ts";
import type { NoteNumbers } from "../notes.ts";
import type { ControlChartView, MultiplesChartView } from "../views.ts";
import { listed } from "../words.ts";
import { controlDrawing } from "./control.ts";
import { type Drawn, sizes } from "./drawn.ts";

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
    drawing?.chart.kind === "control" ? [{ title: area.name, chart: forPanel(drawing.chart) }] : [],
  );
  const [first] = drawn;
  if (panels.length === 0 || first?.drawing == null) return null;
  const measure = measureOf(register, id);
  const flags = areaFlags(register, id);
  const chart: MultiplesChartView = {
    kind: "multiples",
    id: `${id}-areas`,
    ...sizes.multiples,
    alt: panels.map((p) => p.chart.alt).join(" "),
    panels,
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
