import type { ControlChartView, SegmentView } from "../document/views.ts";
import { at } from "./candidates.ts";
import type { End } from "./ends.ts";
import type { Frame } from "./frame.ts";
import type { Rect, Rule } from "./layers.ts";
import type { Layout } from "./layout.ts";
import { pinned } from "./levels.ts";
import { inPlot } from "./notes.ts";
import type { Request } from "./placer.ts";
import { block, quiet } from "./text.ts";
import type { Colour, Theme } from "./theme.ts";

/** From half a period before a segment's first to half a period after its last, so that neighbours meet. */
const reach = ({ from, to }: SegmentView): { x: number; x2: number } => ({ x: from - 0.5, x2: to + 0.5 });

/** The expected range, where there are limits. */
export function band(segment: SegmentView, { colours }: Theme): Rect[] {
  const { lower, upper } = segment;
  return lower === null || upper === null
    ? []
    : [{ ...reach(segment), y: lower, y2: upper, fill: colours.band }];
}

/** Limits and average. */
export function segmentRules(segment: SegmentView, { colours, strokes, dashes }: Theme): Rule[] {
  const level = (y: number | null, width: number, dash: readonly number[]): Rule[] =>
    y === null ? [] : [{ ...reach(segment), y, y2: y, stroke: colours.quiet, width, dash }];
  return [
    ...level(segment.upper, strokes.limit, dashes.limit),
    ...level(segment.lower, strokes.limit, dashes.limit),
    ...level(segment.mean, strokes.mean, dashes.solid),
  ];
}

/** Words for the limits and the average of the segment that is in force. */
export function currentEnds(segment: SegmentView | undefined, frame: Frame, theme: Theme): End[] {
  const level = (value: number | null, text: string, colour: Colour): End[] =>
    value === null ? [] : [pinned(frame, value, block([{ ...quiet(text, theme), colour }], theme))];
  if (!segment) return [];
  return [
    ...level(segment.upper, segment.upperText, theme.colours.quiet),
    ...level(segment.mean, segment.meanText, theme.colours.ink),
    ...level(segment.lower, segment.lowerText, theme.colours.quiet),
  ];
}

/** One line for each earlier segment, above or below its limits. */
export function earlierWords({ segments }: ControlChartView, layout: Layout, theme: Theme): Request[] {
  const { frame } = layout;
  return segments
    .slice(0, -1)
    .filter((segment) => segment.meanText !== "")
    .map((segment) => {
      const words = block([quiet(segment.meanText, theme)], theme);
      const [top, bottom] = [frame.y(segment.upper ?? segment.mean), frame.y(segment.lower ?? segment.mean)];
      const [left, right] = [frame.x(segment.from - 0.5) + 4, frame.x(segment.to + 0.5) - 4];
      const heights = [top - words.height, bottom + 1, top + 1, bottom - words.height];
      const candidates = heights.flatMap((y, i) => [
        at(words, { x: left, y }, "left", i * 8),
        at(words, { x: (left + right) / 2, y }, "center", i * 8 + 1),
        at(words, { x: right, y }, "right", i * 8 + 2),
      ]);
      return { block: words, candidates: inPlot(layout, candidates) };
    });
}
