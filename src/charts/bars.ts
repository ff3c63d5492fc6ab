import type { BarsChartView } from "../document/views.ts";
import { wordLayer } from "./axis.ts";
import type { Box } from "./geometry.ts";
import { type Rect, rects, segments, type Word } from "./layers.ts";
import type { Panel } from "./svg.ts";
import { measure, quiet, strong, type TextLine, wrap } from "./text.ts";
import type { Theme } from "./theme.ts";

type Row = BarsChartView["rows"][number];
/** Where things stand, in points: rows, the bars in a row, the zero line, and how long a bar of value 1 is. */
type Grid = {
  readonly area: Box;
  readonly zero: number;
  readonly unit: number;
  readonly rowHeight: number;
  readonly barPitch: number;
  /** Whether every bar has room for its words, or only the latest. */
  readonly allWords: boolean;
};

/** Names of rows take at most this part of the width. */
const nameShare = 0.38;
/** Part of a row that its bars take, and part of its pitch that a bar takes. */
const rowShare = 0.84;
const barShare = 0.74;
const gap = 4;
/** Points kept free at the edges, because a screen may set words a little wider than the font's own widths. */
const slack = 2;
/** The least pitch of bars, in points, at which each has room for words, and the most that looks like one group. */
const leastPitch = 10.5;
const mostPitch = 13;

/** Ranked rows: the name at the left, a bar for each period, number and share at its end. */
export function barsPanel(chart: BarsChartView, area: Box, theme: Theme): Panel {
  const grid = gridOf(chart, area, theme);
  const { zero, unit } = grid;
  const axis = { stroke: theme.colours.quiet, width: theme.strokes.axis, dash: [] };
  const frame = {
    plot: { ...area, left: zero, right: zero + unit * chart.max },
    periods: [0, chart.max] as const,
    values: [area.bottom, area.top] as const,
  };
  const layers = [
    rects(chart.rows.flatMap((row, i) => rowRects(row, i, grid, theme))),
    segments([{ from: { x: zero, y: area.top }, to: { x: zero, y: grid.area.bottom }, ...axis }]),
    wordLayer(
      [
        ...chart.rows.flatMap((row, i) => rowWords(chart, row, i, grid, theme)),
        ...hollowWords(chart, grid, theme),
      ],
      theme,
    ),
  ];
  return { frame, layers };
}

function gridOf(chart: BarsChartView, whole: Box, theme: Theme): Grid {
  const area = { ...whole, bottom: whole.bottom - (chart.hollowText === null ? 0 : theme.text.pitch + 3) };
  const rowHeight = (area.bottom - area.top) / Math.max(1, chart.rows.length);
  const barPitch = Math.min(mostPitch, (rowHeight * rowShare) / Math.max(1, chart.periodNames.length));
  const names = chart.rows.flatMap((row) => nameLines(row, area, theme));
  const zero = area.left + Math.ceil(Math.max(0, ...names.map((line) => measure(line, theme)))) + 6 + slack;
  const grid = { area, zero, unit: 1, rowHeight, barPitch, allWords: barPitch >= leastPitch };
  return { ...grid, unit: longestUnit(chart, grid, theme) };
}

/** The longest a bar of value 1 can be so that every bar and the words at its end fit the width. */
function longestUnit(chart: BarsChartView, grid: Grid, theme: Theme): number {
  const room = grid.area.right - slack - grid.zero;
  const units = chart.rows.flatMap((row, i) =>
    row.bars.flatMap(({ value }, k) => {
      const words = barLines(chart, row, i, k, grid, theme).reduce(
        (sum, line) => sum + measure(line, theme) + gap,
        0,
      );
      return value ? [(room - words) / value] : [];
    }),
  );
  return Math.max(0, Math.min(room / Math.max(chart.max, Number.EPSILON), ...units));
}

const nameLines = (row: Row, area: Box, theme: Theme): TextLine[] =>
  wrap({ ...quiet(row.name, theme), colour: theme.colours.ink }, (area.right - area.left) * nameShare, theme);

/** The middle of bar `k` of row `i`, in points from the top. */
const barMiddle = (i: number, k: number, { area, rowHeight, barPitch }: Grid, bars: number): number =>
  area.top + (i + 0.5) * rowHeight + (k - (bars - 1) / 2) * barPitch;

function rowRects({ bars }: Row, i: number, grid: Grid, { colours, stack, strokes }: Theme): Rect[] {
  const latestHollow = { stroke: colours.ink, width: strokes.own };
  const shades = [colours.ink, colours.mark, stack[2] ?? colours.mark, stack[3] ?? colours.mark];
  return bars.flatMap(({ value, estimated }, k) => {
    if (value === null) return [];
    const [middle, half] = [barMiddle(i, k, grid, bars.length), (grid.barPitch * barShare) / 2];
    const fill = estimated ? colours.paper : (shades[Math.min(k, shades.length - 1)] ?? colours.mark);
    const edge =
      estimated && k === 0
        ? latestHollow
        : { stroke: colours.quiet, width: estimated || k > 1 ? strokes.outline : 0 };
    return [{ x: 0, x2: value, y: middle - half, y2: middle + half, fill, ...edge }];
  });
}

function rowWords(chart: BarsChartView, row: Row, i: number, grid: Grid, theme: Theme): Word[] {
  const names = nameLines(row, grid.area, theme);
  const first =
    barMiddle(i, (row.bars.length - 1) / 2, grid, row.bars.length) -
    ((names.length - 1) / 2) * theme.text.pitch;
  const named = names.map(
    (line, k): Word => ({ ...line, x: grid.zero - 6, y: first + k * theme.text.pitch, align: "right" }),
  );
  return [...named, ...row.bars.flatMap((_, k) => barWords(chart, row, i, k, grid, theme))];
}

/** The words at the end of a bar, one after the other. */
function barWords(chart: BarsChartView, row: Row, i: number, k: number, grid: Grid, theme: Theme): Word[] {
  let x = grid.zero + (row.bars[k]?.value ?? 0) * grid.unit;
  return barLines(chart, row, i, k, grid, theme).map((line) => {
    const word: Word = { ...line, x: x + gap, y: barMiddle(i, k, grid, row.bars.length), align: "left" };
    x += measure(line, theme) + gap;
    return word;
  });
}

/** Number and share, and in the first row the period that the bar stands for. */
function barLines(
  chart: BarsChartView,
  row: Row,
  i: number,
  k: number,
  { allWords }: Grid,
  theme: Theme,
): TextLine[] {
  if (k > 0 && !allWords) return [];
  const text = row.bars[k]?.text ?? "";
  const period = allWords ? chart.periodNames[k] : chart.periodNames.join(", then ");
  const value = k === 0 ? strong(text, theme) : quiet(text, theme);
  return i === 0 && period ? [value, quiet(period, theme)] : [value];
}

const hollowWords = ({ hollowText }: BarsChartView, { zero, area }: Grid, theme: Theme): Word[] =>
  hollowText === null
    ? []
    : [{ ...quiet(hollowText, theme), x: zero, y: area.bottom + theme.text.pitch / 2 + 3, align: "left" }];
