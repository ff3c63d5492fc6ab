import type { PointWords, SeriesWords } from "../document/site/pointWords.ts";
import type { ChartPoint, ChartView } from "../document/views.ts";
import { controlPanel } from "./control.ts";
import { drawChart } from "./draw.ts";
import { scalesOf } from "./frame.ts";
import { linesPanel } from "./lines.ts";
import { escaped, type Panel } from "./svg.ts";
import type { Theme } from "./theme.ts";

/**
 * A drawing as `drawChart` makes it, with a mark that is not seen where each value stands, which holds the value's words: what
 * `templates/screen/chart.js` shows to whoever points there.
 */
export async function drawPointed(
  chart: ChartView,
  series: readonly SeriesWords[],
  theme: Theme,
): Promise<string> {
  const svg = await drawChart(chart, theme);
  const drawn = drawnLines(chart, theme);
  if (drawn === null || series.length === 0) return svg;
  const spot = spotOf(drawn.panel);
  const marks = series.map(({ name, points }, i) => {
    const known = points.map((words) => mark(words, drawn.lines[i] ?? [], spot)).join("");
    return `<g data-name="${escaped(name)}">${known}</g>`;
  });
  return svg.replace(/<\/svg>$/, `<g class="points" fill="none">${marks.join("")}</g></svg>`);
}

type Drawn = { readonly panel: Panel; readonly lines: readonly (readonly ChartPoint[])[] };

/** The lines of a drawing whose values can be pointed at, and its layout once more; null of any other kind. */
function drawnLines(chart: ChartView, theme: Theme): Drawn | null {
  const area = { left: 0, top: 0, right: chart.width, bottom: chart.height };
  if (chart.kind === "control") return { panel: controlPanel(chart, area, theme), lines: [chart.points] };
  if (chart.kind !== "lines") return null;
  return { panel: linesPanel(chart, area, theme), lines: chart.lines.map(({ points }) => points) };
}

/** Where a point stands, as attributes of its mark. */
function spotOf({ frame }: Panel): (point: ChartPoint) => string {
  const { x, y } = scalesOf(frame);
  const short = (points: number): string => String(Math.round(points * 100) / 100);
  return (point) => `cx="${short(x(point.x))}" cy="${short(y(point.value ?? 0))}"`;
}

/** The mark of one value; none where it is not drawn. */
function mark(
  { x, period, value, reading }: PointWords,
  line: readonly ChartPoint[],
  spot: (point: ChartPoint) => string,
): string {
  const point = line.find((one) => one.x === x);
  if (point === undefined || point.value === null) return "";
  const said = reading === "" ? "" : ` data-reading="${escaped(reading)}"`;
  return `<circle ${spot(point)} r="5" data-period="${escaped(period)}" data-value="${escaped(value)}"${said}/>`;
}
