import type { LineChartView } from "../document/views.ts";
import { periodAxis, wordLayer } from "./axis.ts";
import type { End } from "./ends.ts";
import type { Frame } from "./frame.ts";
import type { Box } from "./geometry.ts";
import { type Layer, line, type Point, points, rules, type Stroke, segments } from "./layers.ts";
import { layOut } from "./layout.ts";
import { atLine, figure, inPoints, targetEnd, targetRule } from "./levels.ts";
import { placeNotes } from "./notes.ts";
import { density, known, marksOf, vertices } from "./series.ts";
import type { Panel } from "./svg.ts";
import { block, quiet, strong, wrap } from "./text.ts";
import type { Theme } from "./theme.ts";
import { leaders, placedWords } from "./wording.ts";

type Line = LineChartView["lines"][number];

/** Names of lines are broken to this width, in points. */
const nameWidth = 100;

/** One to four lines over the same periods: the first heavy and dotted, the others told apart by their dashes. */
export function linesPanel(chart: LineChartView, area: Box, theme: Theme): Panel {
  const ends = (frame: Frame) => [
    ...targetEnd(chart.target, frame, theme),
    ...chart.lines.flatMap((one, i) => lineEnd(one, i === 0, frame, theme)),
  ];
  const layout = layOut({ ...chart, highest: highest(chart), ends }, area, theme);
  const { frame } = layout;
  const target = targetRule(chart.target, frame, theme);
  const series = chart.lines.map((one) => one.points);
  const notes = placeNotes(
    { ...chart, series, lines: target.map((rule) => inPoints(rule, frame)), callouts: [], others: [] },
    layout,
    theme,
  );
  const layers = [
    rules(target),
    segments([...layout.uprights, ...leaders([...notes, ...layout.ends], theme)]),
    ...[...chart.lines.entries()].reverse().flatMap(([i, one]) => lineLayers(one, i, frame, theme)),
    periodAxis(frame, chart.periods, theme),
    wordLayer([...layout.words, ...placedWords(notes)], theme),
  ];
  return { frame, layers };
}

/** The force's own line with every dot; of the others only what is estimated or exceptional. */
function lineLayers({ points: all }: Line, rank: number, frame: Frame, theme: Theme): Layer[] {
  const dots =
    rank === 0
      ? marksOf(all, frame, theme)
      : marksOf(
          all.filter((point) => point.estimated || point.signal !== "none"),
          frame,
          theme,
        ).map(smaller);
  return [line(vertices(all), lineStroke(rank, frame, theme)), points(dots)];
}

const smaller = (dot: Point): Point => ({ ...dot, area: dot.area * 0.45, width: dot.width * 0.75 });

function lineStroke(rank: number, frame: Frame, { colours, strokes, dashes }: Theme): Stroke {
  const own = {
    stroke: colours.ink,
    width: strokes.own * Math.max(0.6, Math.sqrt(density(frame))),
    dash: dashes.solid,
  };
  const dash = [dashes.solid, dashes.second, dashes.third, dashes.solid][rank] ?? dashes.solid;
  return rank === 0 ? own : { stroke: rank === 3 ? colours.mark : colours.quiet, width: strokes.other, dash };
}

function lineEnd({ name, text, points: all }: Line, own: boolean, frame: Frame, theme: Theme): End[] {
  const last = known(all).at(-1);
  if (!last) return [];
  const lines = own
    ? [figure(text, last, theme), ...wrap(strong(name, theme), nameWidth, theme)]
    : wrap(quiet(`${name}\u00a0${text}`, theme), nameWidth, theme);
  const words = block(lines, theme);
  return [atLine(frame, last, last.value, words)];
}

const highest = ({ lines, target }: LineChartView): number =>
  Math.max(
    ...lines.flatMap((one) => known(one.points).map((point) => point.value)),
    target?.value ?? Number.NEGATIVE_INFINITY,
  );
