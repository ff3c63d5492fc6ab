import type { PeriodScale, ValueScale } from "../document/views.ts";
import type { Frame } from "./frame.ts";
import { around, type Box, overlap, type Segment } from "./geometry.ts";
import { type Layer, type Stroke, segments, type Word, words } from "./layers.ts";
import { measure, quiet, strong, type TextLine } from "./text.ts";
import type { Theme } from "./theme.ts";

/** Points from the axis down to the middle of the row of months, and to that of the row of years. */
const monthRow = ({ text }: Theme): number => text.pitch;
const yearRow = ({ text }: Theme): number => 2 * text.pitch - 0.5;

/** Height in points of the room below the plot: with a row of years, without one, without any labels. */
export function axisHeight({ ticks }: PeriodScale, { text }: Theme): number {
  const rows = ticks.some((tick) => tick.year) ? 2 : Math.min(1, ticks.length);
  return Math.ceil(rows * text.pitch + 6.5);
}

/** Width in points of the room left of the plot: the widest value and a small gap. */
export function valueAxisWidth({ ticks }: ValueScale, theme: Theme): number {
  return Math.ceil(Math.max(0, ...ticks.map((tick) => measure(quiet(tick.text, theme), theme))) + valueGap);
}
const valueGap = 6;

/** The line under the plot with a tick for each labelled period, longer where a year starts. */
export function periodAxis(frame: Frame, { ticks }: PeriodScale, theme: Theme): Layer {
  const { plot } = frame;
  const style: Stroke = { stroke: theme.colours.quiet, width: theme.strokes.axis, dash: [] };
  const upright = (x: number, length: number): Segment => ({
    from: { x, y: plot.bottom },
    to: { x, y: plot.bottom + length },
  });
  const base: Segment = { from: { x: plot.left, y: plot.bottom }, to: { x: plot.right, y: plot.bottom } };
  const lines = [base, ...ticks.map((tick) => upright(frame.x(tick.x), tick.year ? 5 : 3))];
  return segments(lines.map((line) => ({ ...line, ...style })));
}

/** The words of both axes; a label that would touch the one before it is left out, its tick stays. */
export function axisWords(frame: Frame, periods: PeriodScale, values: ValueScale, theme: Theme): Word[] {
  return [...periodWords(frame, periods, theme), ...valueWords(frame, values, theme)];
}

/** Only the row of months and the row of years. */
export function periodWords(frame: Frame, { ticks }: PeriodScale, theme: Theme): Word[] {
  const { bottom } = frame.plot;
  const months = ticks.map((tick): Word => {
    return { ...quiet(tick.text, theme), x: frame.x(tick.x), y: bottom + monthRow(theme), align: "center" };
  });
  const years = ticks.flatMap((tick): Word[] => {
    if (!tick.year) return [];
    const indent = measure(quiet(tick.text, theme), theme) / 2;
    return [
      { ...strong(tick.year, theme), x: frame.x(tick.x) - indent, y: bottom + yearRow(theme), align: "left" },
    ];
  });
  const lastYear = ticks.findLastIndex((tick) => tick.year !== null);
  return [...thinned(months, lastYear, theme), ...apart(years, theme)];
}

/** Every word, or every second, fourth or eighth, as the room allows; the one at `kept` is among them. */
function thinned(all: readonly Word[], kept: number, theme: Theme): Word[] {
  const choices = [1, 2, 4, 8].map((stride) => all.filter((_, i) => (i - Math.max(0, kept)) % stride === 0));
  return choices.find((some) => apart(some, theme).length === some.length) ?? apart(all, theme);
}

/** Only the values, right-aligned beside the plot. */
export function valueWords(frame: Frame, { ticks }: ValueScale, theme: Theme): Word[] {
  const x = frame.plot.left - valueGap + 1;
  return apart(
    ticks.map(({ value, text }): Word => ({ ...quiet(text, theme), x, y: frame.y(value), align: "right" })),
    theme,
  );
}

/** The words that do not touch one kept before them. */
function apart(all: readonly Word[], theme: Theme): Word[] {
  const kept: Word[] = [];
  for (const word of all) {
    const box = wordBox(word, theme, 3);
    if (!kept.some((other) => overlap(wordBox(other, theme, 0), box))) kept.push(word);
  }
  return kept;
}

/** The room a word takes, and `gap` points more at its sides. */
export function wordBox(word: Word & TextLine, theme: Theme, gap = 0): Box {
  const width = measure(word, theme);
  const x = word.align === "left" ? word.x + width / 2 : word.align === "right" ? word.x - width / 2 : word.x;
  return around({ x, y: word.y }, width + 2 * gap, word.size);
}

/** The layer of all words of a panel. */
export const wordLayer = (all: readonly Word[], theme: Theme): Layer => words(all, theme.font.family);
