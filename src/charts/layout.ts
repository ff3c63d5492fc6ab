import type { MarkView, PeriodScale, ValueScale } from "../document/views.ts";
import { axisHeight, axisWords, valueAxisWidth } from "./axis.ts";
import { type End, endGap, type PlacedEnd, placeEnds } from "./ends.ts";
import { type Frame, frame } from "./frame.ts";
import type { Box, Segment } from "./geometry.ts";
import type { Stroke, Word } from "./layers.ts";
import { markBox, markStroke, type StackedMark, stackHeight, stackMarks, upright } from "./marks.ts";
import type { Theme } from "./theme.ts";
import { wordsOf } from "./wording.ts";

/** What stands around every plot of periods. */
export type Surround = {
  readonly scale: ValueScale;
  readonly periods: PeriodScale;
  readonly marks: readonly MarkView[];
  /** The highest value that is drawn, limits and target included. */
  readonly highest: number;
  /** The words at the right ends of the lines, once it is known where these end. */
  readonly ends: (frame: Frame) => readonly End[];
};

/** A plot with room around it for axes, words at the right and words of upright lines at the top. */
export type Layout = {
  readonly area: Box;
  readonly frame: Frame;
  readonly ends: readonly PlacedEnd[];
  /** Words of the axes, of the ends and of the upright lines. */
  readonly words: readonly Word[];
  readonly uprights: readonly (Segment & Stroke)[];
};

/** Half a line of words: what stands at the edge of the plot needs this beyond it. */
const halfLine = 6;

/** Points kept free at the right edge, because a screen may set words a little wider than the font's own widths. */
const slack = 1.5;

/**
 * Divides an area of the drawing between a plot and what stands around it.
 *
 * @param area in points; its bottom holds the rows of months and years
 * @param sides room kept at the left and right, where several plots stand below each other
 */
export function layOut(
  surround: Surround,
  area: Box,
  theme: Theme,
  sides = sidesOf(surround, area, theme),
): Layout {
  const { scale, periods } = surround;
  const bottom = area.bottom - axisHeight(periods, theme);
  const [left, right] = [
    area.left + sides.left,
    Math.max(area.left + sides.left + 1, area.right - sides.right),
  ];
  const rough = frame({ ...area, left, right, bottom }, periods.count, scale.min, scale.max);
  const marks = stackMarks(surround.marks, rough.x, [rough.plot.left, rough.plot.right + endGap], theme);
  const top = plotTop(
    rough.plot,
    stackHeight(marks),
    (scale.max - surround.highest) / (scale.max - scale.min),
  );
  const final = frame({ ...rough.plot, top }, periods.count, scale.min, scale.max);
  const foot = area.top + stackHeight(marks);
  const ends = placeEnds(surround.ends(final), final.plot.right + endGap, area);
  return { area, frame: final, ends, ...drawn(final, marks, foot, ends, surround, theme) };
}

/**
 * The top of the plot below a stack of words `height` points high, which may reach into the plot as far as nothing is drawn
 * there: in the `free` part, from 0 to 1, of its height.
 */
function plotTop(rough: Box, height: number, free: number): number {
  if (height === 0) return rough.top + halfLine;
  const room = rough.bottom - rough.top - height;
  return Math.max(rough.top + halfLine, rough.bottom - room / (1 - Math.max(0, Math.min(0.5, free))));
}

/** Room in points that the values take at the left of the plot, and the words of the ends at its right. */
export function sidesOf({ scale, periods, ends }: Surround, area: Box, theme: Theme): Sides {
  const whole = frame(area, periods.count, scale.min, scale.max);
  const widest = Math.max(0, ...ends(whole).map(({ block }) => block.width));
  return {
    left: valueAxisWidth(scale, theme),
    right: widest > 0 ? Math.ceil(widest) + endGap + slack : halfLine,
  };
}
export type Sides = { readonly left: number; readonly right: number };

function drawn(
  final: Frame,
  marks: readonly StackedMark[],
  foot: number,
  ends: readonly PlacedEnd[],
  surround: Surround,
  theme: Theme,
): Pick<Layout, "words" | "uprights"> {
  const words = [
    ...axisWords(final, surround.periods, surround.scale, theme),
    ...ends.flatMap(({ block, box }) => wordsOf(block, box, "left")),
    ...marks.flatMap((mark) => wordsOf(mark.block, markBox(mark, foot), mark.align)),
  ];
  const uprights = marks.map((mark) => ({
    ...upright(mark, foot, final.plot.bottom),
    ...markStroke(mark.mark, theme),
  }));
  return { words, uprights };
}
