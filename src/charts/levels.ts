import type { ChartPoint } from "../document/views.ts";
import type { End } from "./ends.ts";
import type { Frame } from "./frame.ts";
import type { Segment } from "./geometry.ts";
import type { Rule } from "./layers.ts";
import { isExceptional, signalColour } from "./series.ts";
import { block, strong, type TextBlock, type TextLine } from "./text.ts";
import type { Theme } from "./theme.ts";

/** A value that a line across the plot marks, with its words. */
export type Target = { readonly value: number; readonly text: string };

/** A line across the whole plot at the target. */
export function targetRule(target: Target | null, frame: Frame, { colours, strokes, dashes }: Theme): Rule[] {
  if (!target) return [];
  const [x, x2] = frame.periods;
  return [
    {
      x,
      x2,
      y: target.value,
      y2: target.value,
      stroke: colours.ink,
      width: strokes.target,
      dash: dashes.target,
    },
  ];
}

/** The words at the end of the target's line. */
export const targetEnd = (target: Target | null, frame: Frame, theme: Theme): End[] =>
  target ? [pinned(frame, target.value, block([strong(target.text, theme)], theme))] : [];

/** Words that stay level with a line which runs to the edge of the plot. */
export const pinned = (frame: Frame, value: number, words: TextBlock): End => ({
  block: words,
  spot: { x: frame.plot.right, y: frame.y(value) },
  pinned: true,
});

/** Words for the last period of a series, which give way to those of limits, averages and targets. */
export const atLine = (
  frame: Frame,
  last: Pick<ChartPoint, "x"> | undefined,
  value: number,
  words: TextBlock,
): End => ({
  block: words,
  spot: { x: last ? frame.x(last.x) : frame.plot.right, y: frame.y(value) },
  pinned: false,
});

/** The latest value, set large; in the colour of its signal when it is exceptional. */
export const figure = (text: string, last: ChartPoint | undefined, theme: Theme): TextLine => ({
  ...{ text, size: theme.text.latest, weight: 700 },
  colour: last && isExceptional(last) ? signalColour(last.signal, theme) : theme.colours.ink,
});

/** A level as it lies on the drawing. */
export const inPoints = (rule: Rule, frame: Frame): Segment => ({
  from: { x: frame.x(rule.x), y: frame.y(rule.y) },
  to: { x: frame.x(rule.x2), y: frame.y(rule.y2) },
});
