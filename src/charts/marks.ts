import type { MarkView } from "../document/views.ts";
import type { Box, Segment } from "./geometry.ts";
import type { Stroke } from "./layers.ts";
import { block, quiet, strong, type TextBlock, wrap } from "./text.ts";
import type { Theme } from "./theme.ts";

/** Words beside the top of an upright line; the line's `x`, the words' extent and their distance from the plot in points. */
export type StackedMark = {
  readonly mark: MarkView;
  readonly block: TextBlock;
  readonly x: number;
  readonly align: "left" | "right";
  readonly from: number;
  readonly to: number;
  /** From the foot of the stack up to the lower edge of the words. */
  readonly rise: number;
};

/** Room in points between a line and its words, and between the words and what lies below them. */
const beside = 5;
const below = 6;

/**
 * Stacks the words of upright lines so that no words meet other words and no line runs through words.
 *
 * @param x from a period's place to points from the drawing's left edge
 * @param bounds left and right edge of the room for words, in points
 */
export function stackMarks(
  marks: readonly MarkView[],
  x: (period: number) => number,
  bounds: readonly [number, number],
  theme: Theme,
): StackedMark[] {
  const sided = chooseSides(marks, x, bounds, theme);
  const rows = rowsOf(sided);
  const heights = Array.from({ length: Math.max(0, ...rows) + 1 }, (_, row) =>
    Math.max(0, ...sided.filter((_, i) => rows[i] === row).map((mark) => mark.block.height)),
  );
  const rise = (row: number): number =>
    below + heights.slice(0, row).reduce((sum, height) => sum + height + 2, 0);
  return sided.map((mark, i) => ({ ...mark, rise: rise(rows[i] ?? 0) }));
}

/** Room in points that the words need, with some free room at the foot. */
export const stackHeight = (stacked: readonly StackedMark[]): number =>
  Math.max(0, ...stacked.map(({ rise, block }) => rise + block.height));

/** The room of the words, once it is known where the stack has its foot. */
export const markBox = ({ from, to, rise, block }: StackedMark, foot: number): Box => ({
  ...{ left: from, right: to },
  ...{ top: foot - rise - block.height, bottom: foot - rise },
});

/** The upright line, from the axis up to the top of its words. */
export const upright = ({ x, rise, block }: StackedMark, foot: number, axis: number): Segment => ({
  from: { x, y: axis },
  to: { x, y: foot - rise - block.height },
});

/** How the upright line is drawn: dotted for an event, solid where the figures themselves change. */
export const markStroke = ({ kind }: MarkView, { colours, strokes, dashes }: Theme): Stroke => ({
  stroke: colours.quiet,
  width: strokes.event,
  dash: kind === "event" ? dashes.event : dashes.solid,
});

type SidedMark = Omit<StackedMark, "rise">;

/** An event stands at its period; a new baseline or method between its first period and the one before. */
export const markPlace = ({ kind, x }: MarkView): number => (kind === "event" ? x : x - 0.5);

/** Widths in points to which words are broken, one after the other, until they fit beside their neighbours. */
const wordWidths = [Number.POSITIVE_INFINITY, 140, 100, 70, 45];

/**
 * A place for the words of every mark: right of its line and unbroken if that can be, else left or broken, so that the lines can be
 * ordered (no words span a line whose own words span theirs, also not by way of a third). Where there is no such choice, the first
 * that stays inside.
 */
function chooseSides(
  marks: readonly MarkView[],
  x: (period: number) => number,
  bounds: readonly [number, number],
  theme: Theme,
): SidedMark[] {
  const fromRight = [...marks].sort((a, b) => markPlace(b) - markPlace(a));
  const choices = fromRight.map((mark) => {
    const options = optionsOf(mark, x(markPlace(mark)), theme);
    const inside = options.filter(({ from, to }) => from >= bounds[0] && to <= bounds[1]);
    return inside.length > 0 ? inside : options.slice(0, 1);
  });
  return firstOrdered(choices, []) ?? choices.flatMap(([first]) => first ?? []);
}

/** The first choice for each mark with which all can be ordered, found by going back where one cannot. */
function firstOrdered(
  choices: readonly (readonly SidedMark[])[],
  chosen: readonly SidedMark[],
): SidedMark[] | null {
  const [options, ...rest] = choices;
  if (options === undefined) return [...chosen];
  for (const option of options) {
    const tried = [...chosen, option];
    const found = returns(option, option, tried, new Set()) ? null : firstOrdered(rest, tried);
    if (found !== null) return found;
  }
  return null;
}

/** Whether a way leads from `at` back to `start`, from each mark to those whose lines its words span. */
function returns(start: SidedMark, at: SidedMark, all: readonly SidedMark[], seen: Set<SidedMark>): boolean {
  return all.some((next) => {
    if (next === at || !spans(at, next)) return false;
    if (next === start) return true;
    if (seen.has(next)) return false;
    seen.add(next);
    return returns(start, next, all, seen);
  });
}

/** The words of a mark right and left of its line, first as they are, then broken ever more. */
const optionsOf = (mark: MarkView, x: number, theme: Theme): SidedMark[] =>
  wordWidths.flatMap((width) => {
    const words = markBlock(mark, width, theme);
    return [sided(mark, words, x, "left"), sided(mark, words, x, "right")];
  });

function sided(mark: MarkView, block: TextBlock, x: number, align: "left" | "right"): SidedMark {
  const from = align === "left" ? x + beside : x - beside - block.width;
  return { mark, block, x, align, from, to: from + block.width };
}

function markBlock({ text, detail }: MarkView, width: number, theme: Theme): TextBlock {
  const lines = [wrap(strong(text, theme), width, theme), wrap(quiet(detail, theme), width, theme)];
  return block(lines.flat(), theme);
}

/** Whether the upright line of `other` would run through the words of `mark` if it rose as high. */
const spans = (mark: SidedMark, other: SidedMark): boolean =>
  mark.from - 2 < other.x && other.x < mark.to + 2;
const meet = (a: SidedMark, b: SidedMark): boolean => a.from < b.to + beside && b.from < a.to + beside;

/** The row of each mark, 0 the lowest: words go above every line they span, and never beside words they would meet. */
function rowsOf(marks: readonly SidedMark[]): number[] {
  const rows = marks.map(() => 0);
  // Each round raises at least one mark or is the last; a mark never needs more rows than there are marks.
  for (let round = 0; round < marks.length ** 2; round++) {
    const low = marks.findIndex((mark, i) =>
      marks.some((other, j) => i !== j && mustRise(mark, other, i, j, rows)),
    );
    if (low < 0) break;
    rows[low] = (rows[low] ?? 0) + 1;
  }
  return rows;
}

function mustRise(mark: SidedMark, other: SidedMark, i: number, j: number, rows: readonly number[]): boolean {
  const [row = 0, otherRow = 0] = [rows[i], rows[j]];
  if (spans(mark, other) && !spans(other, mark)) return row <= otherRow;
  // Neither line is in the way, but the words meet: the one that comes later in the list stands higher.
  return meet(mark, other) && !spans(other, mark) && row === otherRow && i > j;
}
