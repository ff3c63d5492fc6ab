import type { ControlChartView } from "../document/views.ts";
import { periodAxis, wordLayer } from "./axis.ts";
import type { End } from "./ends.ts";
import type { Frame } from "./frame.ts";
import type { Box } from "./geometry.ts";
import { insideEnds } from "./inside.ts";
import { points, rects, rules, segments } from "./layers.ts";
import { layOut, sidesOf } from "./layout.ts";
import { atLine, figure, inPoints, targetEnd, targetRule } from "./levels.ts";
import { placeNotes } from "./notes.ts";
import { band, currentEnds, earlierWords, segmentRules } from "./segments.ts";
import { known, marksOf, seriesLines } from "./series.ts";
import type { Panel } from "./svg.ts";
import { block, strong } from "./text.ts";
import type { Theme } from "./theme.ts";
import { leaders, placedWords } from "./wording.ts";

/** Words at the right may take this part of a drawing's width; where they would take more they stand inside the plot. */
const mostAtRight = 0.22;

/**
 * Control chart: expected range, limits, average, months, and what they say.
 *
 * @param area in points of the drawing
 * @param most the part of the width that words at the right may take before they go inside the plot
 */
export function controlPanel(chart: ControlChartView, area: Box, theme: Theme, most = mostAtRight): Panel {
  const surround = {
    ...chart,
    highest: highest(chart),
    ends: (frame: Frame) => controlEnds(chart, frame, theme),
  };
  const narrow = sidesOf(surround, area, theme).right > (area.right - area.left) * most;
  const layout = layOut(narrow ? { ...surround, ends: () => [] } : surround, area, theme);
  const { frame } = layout;
  const levels = [
    ...chart.segments.flatMap((segment) => segmentRules(segment, theme)),
    ...targetRule(chart.target, frame, theme),
  ];
  const notes = placeNotes(
    {
      ...chart,
      series: [chart.points],
      lines: levels.map((rule) => inPoints(rule, frame)),
      others: [
        ...(narrow ? insideEnds(surround.ends(frame), layout) : []),
        ...earlierWords(chart, layout, theme),
      ],
    },
    layout,
    theme,
  );
  const layers = [
    rects(chart.segments.flatMap((segment) => band(segment, theme))),
    rules(levels),
    segments([...layout.uprights, ...leaders([...notes, ...layout.ends], theme)]),
    ...seriesLines(chart.points, chart.emphasised, frame, theme),
    points(marksOf(chart.points, frame, theme)),
    periodAxis(frame, chart.periods, theme),
    wordLayer([...layout.words, ...placedWords(notes)], theme),
  ];
  return { frame, layers };
}

/** The highest value that is drawn. */
const highest = ({ points: all, segments: levels, target }: ControlChartView): number =>
  Math.max(
    ...known(all).map((point) => point.value),
    ...levels.map((segment) => segment.upper ?? segment.mean),
    target?.value ?? Number.NEGATIVE_INFINITY,
  );

/** Words at the right: limits and average of the current segment, the target, and the latest value, which gives way. */
function controlEnds(chart: ControlChartView, frame: Frame, theme: Theme): End[] {
  const { latest, segments: all, target } = chart;
  const last = known(chart.points).at(-1);
  const words = block([figure(latest.text, last, theme), strong(latest.detail, theme)], theme);
  return [
    ...currentEnds(all.at(-1), frame, theme),
    ...targetEnd(target, frame, theme),
    atLine(frame, last, latest.value, words),
  ];
}
