import type { ProjectionChartView } from "../document/views.ts";
import { periodAxis, wordLayer } from "./axis.ts";
import { anywhere, around } from "./candidates.ts";
import { earlierEdges, earlierLayers, earlierRequest, earlierSpans } from "./earlier.ts";
import { fanBoxes, fanEnds, fanLayers, fanOf } from "./fan.ts";
import type { Frame } from "./frame.ts";
import type { Box } from "./geometry.ts";
import { points, segments } from "./layers.ts";
import { type Layout, layOut, type Surround } from "./layout.ts";
import { figure } from "./levels.ts";
import { inPlot, placeNotes } from "./notes.ts";
import type { Request } from "./placer.ts";
import { known, marksOf, seriesLines, spotOf } from "./series.ts";
import type { Panel } from "./svg.ts";
import { block } from "./text.ts";
import type { Theme } from "./theme.ts";
import { leaders, placedWords } from "./wording.ts";

/** By how many periods less than in other charts the plot runs on after the last, so that the words stand at the ends of its lines. */
const nearer = 0.5;
/** Free room, in points, between the middle of the latest month's dot and its words. */
const latestGap = 6;

/**
 * Projection: recorded months, and from the last of them a dashed line between its 80% and 95% bands, whose words stand at the right
 * ends of their edges; an earlier projection's band lies behind. No words stand in the bands, on dots or on other words. The chart's
 * scale must hold the bands.
 *
 * @param area in points of the drawing
 */
export function projectionPanel(chart: ProjectionChartView, area: Box, theme: Theme): Panel {
  const layout = layOut(surroundOf(chart, theme), area, theme);
  const { frame } = layout;
  const [fan, earlier] = [fanOf(chart), earlierSpans(chart.earlier)];
  const notes = placeNotes(
    {
      ...{ series: [chart.points], callouts: [], hollowText: chart.hollowText },
      lines: earlierEdges(earlier, frame),
      kept: fanBoxes(fan, frame),
      first: latestRequest(chart, layout, theme),
      others: earlierRequest(chart.earlier, layout, theme),
    },
    layout,
    theme,
  );
  const layers = [
    ...earlierLayers(earlier, theme),
    ...fanLayers(fan, theme),
    segments([...layout.uprights, ...leaders([...notes, ...layout.ends], theme)]),
    ...seriesLines(chart.points, chart.emphasised, frame, theme),
    points(marksOf(chart.points, frame, theme)),
    periodAxis(frame, chart.periods, theme),
    wordLayer([...layout.words, ...placedWords(notes)], theme),
  ];
  return { frame, layers };
}

const surroundOf = (chart: ProjectionChartView, theme: Theme): Surround => ({
  ...chart,
  periods: { ...chart.periods, count: chart.periods.count - nearer },
  highest: Math.max(
    ...known(chart.points).map((point) => point.value),
    ...chart.projected.map((month) => month.hi95),
    ...earlierSpans(chart.earlier).map((span) => span.high),
  ),
  ends: (frame: Frame) => fanEnds(chart, frame, theme),
});

/** The latest value, above its dot if that can be; its month stands below the axis. */
function latestRequest(
  { points: all, latest }: ProjectionChartView,
  layout: Layout,
  theme: Theme,
): Request[] {
  const last = known(all).at(-1);
  const spot = spotOf(last, layout.frame);
  if (!spot) return [];
  const value = { ...figure(latest.text, last, theme), size: theme.text.point };
  const words = block([value], theme);
  const candidates = [
    ...around(words, spot, latestGap, -1),
    ...anywhere(words, layout.frame.plot, [spot], latestGap),
  ];
  return [{ block: words, candidates: inPlot(layout, candidates) }];
}
