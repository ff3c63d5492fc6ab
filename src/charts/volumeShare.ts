import type { VolumeShareChartView } from "../document/views.ts";
import { periodAxis, wordLayer } from "./axis.ts";
import type { End } from "./ends.ts";
import type { Frame } from "./frame.ts";
import type { Box } from "./geometry.ts";
import { points, rects, segments, type Word } from "./layers.ts";
import { layOut, type Sides, type Surround, sidesOf } from "./layout.ts";
import { atLine, figure } from "./levels.ts";
import { markPlace, markStroke } from "./marks.ts";
import { placeNotes } from "./notes.ts";
import { known, marksOf, seriesLines } from "./series.ts";
import { barRects, halfBar, type Piece, piecesOf, type Stack, topsOf } from "./stack.ts";
import type { Panel } from "./svg.ts";
import { block, quiet, strong, wrap } from "./text.ts";
import type { Theme } from "./theme.ts";
import { leaders, placedWords } from "./wording.ts";

/** Part of the height that the volumes take, and points between the two panels and for a panel's title. */
const volumeShare = 0.58;
const between = 8;
const titleHeight = 13;
/** Names of layers are broken to this width, in points. */
const nameWidth = 100;

/** Volumes as stacked bars above, the share as a line below; both over the same periods, each with its own scale. */
export function volumeSharePanels(chart: VolumeShareChartView, area: Box, theme: Theme): Panel[] {
  const cut = area.top + (area.bottom - area.top) * volumeShare;
  const upper = { ...area, bottom: cut - between };
  const lower = { ...area, top: cut };
  const [volume, share] = [volumeSurround(chart, theme), shareSurround(chart, theme)];
  const [a, b] = [sidesOf(volume, upper, theme), sidesOf(share, lower, theme)];
  const sides = { left: Math.max(a.left, b.left), right: Math.max(a.right, b.right) };
  return [volumePanel(chart, volume, upper, sides, theme), sharePanel(chart, share, lower, sides, theme)];
}

function volumePanel(
  chart: VolumeShareChartView,
  surround: Surround,
  area: Box,
  sides: Sides,
  theme: Theme,
): Panel {
  const layout = layOut(surround, belowTitle(area), theme, sides);
  const { frame } = layout;
  const notes = placeNotes(
    { series: [topsOf(chart.volume.layers)], lines: [], callouts: [], hollowText: null, others: [] },
    layout,
    theme,
  );
  const layers = [
    segments([...layout.uprights, ...leaders(layout.ends, theme)]),
    rects(
      piecesOf(chart.volume.layers).flatMap((piece) =>
        barRects(piece, theme, chart.volume.layers.length === 1),
      ),
    ),
    periodAxis(frame, { ...chart.periods, ticks: [] }, theme),
    wordLayer([title(chart.volume.title, area, theme), ...layout.words, ...placedWords(notes)], theme),
  ];
  return { frame, layers };
}

function sharePanel(
  chart: VolumeShareChartView,
  surround: Surround,
  area: Box,
  sides: Sides,
  theme: Theme,
): Panel {
  const { points: all } = chart.share;
  const layout = layOut(surround, belowTitle(area), theme, sides);
  const { frame } = layout;
  const notes = placeNotes(
    { series: [all], lines: [], callouts: [], hollowText: chart.hollowText, others: [] },
    layout,
    theme,
  );
  const layers = [
    segments([...throughMarks(chart, frame, theme), ...leaders([...notes, ...layout.ends], theme)]),
    ...seriesLines(all, 0, frame, theme),
    points(marksOf(all, frame, theme)),
    periodAxis(frame, chart.periods, theme),
    wordLayer([title(chart.share.title, area, theme), ...layout.words, ...placedWords(notes)], theme),
  ];
  return { frame, layers };
}

const belowTitle = (area: Box): Box => ({ ...area, top: area.top + titleHeight });

const title = (text: string, { left, top }: Box, theme: Theme): Word => ({
  ...strong(text, theme),
  ...{ x: left, y: top + titleHeight / 2, align: "left" },
});

/** The upright lines of the upper panel, carried on through the lower. */
const throughMarks = ({ marks }: VolumeShareChartView, { plot, x }: Frame, theme: Theme) =>
  marks.map((mark) => ({
    from: { x: x(markPlace(mark)), y: plot.bottom },
    to: { x: x(markPlace(mark)), y: plot.top },
    ...markStroke(mark, theme),
  }));

function volumeSurround({ volume, periods, marks }: VolumeShareChartView, theme: Theme): Surround {
  const pieces = piecesOf(volume.layers);
  const ends = (frame: Frame) =>
    volume.layers.flatMap((layer, rank) => layerEnd(layer, rank, pieces, frame, theme));
  const highest = Math.max(...pieces.map((piece) => piece.high));
  return { scale: volume.scale, periods: { ...periods, ticks: [] }, marks, highest, ends };
}

function shareSurround({ share, periods }: VolumeShareChartView, theme: Theme): Surround {
  const last = known(share.points).at(-1);
  const words = block([figure(share.text, last, theme)], theme);
  const ends = (frame: Frame): End[] => (last ? [atLine(frame, last, last.value, words)] : []);
  return { scale: share.scale, periods, marks: [], highest: share.scale.max, ends };
}

/** Words level with the middle of a layer in the last bar. */
function layerEnd(
  { name, text }: Stack[number],
  rank: number,
  pieces: readonly Piece[],
  frame: Frame,
  theme: Theme,
): End[] {
  const last = pieces.filter((piece) => piece.rank === rank).at(-1);
  if (!last) return [];
  const words = block(
    wrap(
      { ...quiet(name === "" ? text : `${name}\u00a0${text}`, theme), colour: theme.colours.ink },
      nameWidth,
      theme,
    ),
    theme,
  );
  return [atLine(frame, { x: last.x + halfBar }, (last.low + last.high) / 2, words)];
}
