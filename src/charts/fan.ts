import type { ProjectionChartView } from "../document/views.ts";
import type { End } from "./ends.ts";
import type { Frame } from "./frame.ts";
import type { Box } from "./geometry.ts";
import { area, type Layer, line, type Span, type Stroke, type Vertex } from "./layers.ts";
import { atLine } from "./levels.ts";
import { known } from "./series.ts";
import { block, quiet, strong, type TextBlock, wrap } from "./text.ts";
import type { Theme } from "./theme.ts";

type Projected = ProjectionChartView["projected"][number];
type Level = Exclude<keyof Projected, "x">;

/** Words at the end of the projected line are broken to this width, in points. */
const nameWidth = 60;

/** The projected months behind the last recorded one, in which all bands have their tip. */
export function fanOf({ points, projected }: ProjectionChartView): Projected[] {
  const last = known(points).at(-1);
  if (!last || projected.length === 0) return [...projected];
  const { x, value } = last;
  return [{ x, point: value, lo80: value, hi80: value, lo95: value, hi95: value }, ...projected];
}

/** The 95% and the 80% band, each with its edges, and the dashed line of the projection itself. */
export function fanLayers(fan: readonly Projected[], { colours, strokes, dashes }: Theme): Layer[] {
  const edge: Stroke = { stroke: colours.quiet, width: strokes.edge, dash: dashes.solid };
  const through = (level: Level, stroke: Stroke): Layer => line(vertices(fan, level), stroke);
  return [
    area(spans(fan, "lo95", "hi95"), colours.band95),
    area(spans(fan, "lo80", "hi80"), colours.band80),
    ...(["lo95", "hi95"] as const).map((level) => through(level, { ...edge, dash: dashes.edge })),
    ...(["lo80", "hi80"] as const).map((level) => through(level, edge)),
    through("point", { stroke: colours.ink, width: strokes.projected, dash: dashes.projected }),
  ];
}

const vertices = (fan: readonly Projected[], level: Level): Vertex[] =>
  fan.map((month) => ({ x: month.x, y: month[level] }));
const spans = (fan: readonly Projected[], low: Level, high: Level): Span[] =>
  fan.map((month) => ({ x: month.x, low: month[low], high: month[high] }));

/** Words at the right end of each edge and of the projected line, from top to bottom. */
export function fanEnds(
  { projected, projectedText }: ProjectionChartView,
  frame: Frame,
  theme: Theme,
): End[] {
  const last = projected.at(-1);
  if (!last) return [];
  const edge = (level: Level, text: string): End => at(last[level], block([quiet(text, theme)], theme));
  const at = (value: number, words: TextBlock): End => atLine(frame, last, value, words);
  return [
    edge("hi95", "95%"),
    edge("hi80", "80%"),
    at(last.point, block(wrap(strong(projectedText, theme), nameWidth, theme), theme)),
    edge("lo80", "80%"),
    edge("lo95", "95%"),
  ];
}

/** Boxes to a month: so many tell the slanting room between the edges well enough. */
const parts = 4;

/** The room between the outer edges in narrow boxes, so that no words stand in it. */
export const fanBoxes = (fan: readonly Projected[], frame: Frame): Box[] =>
  fan.slice(1).flatMap((to, i) => {
    const from = fan[i] ?? to;
    const cuts = Array.from({ length: parts + 1 }, (_, part) => cut(from, to, part / parts, frame));
    return cuts.slice(1).map(({ left: right, top, bottom }, part) => {
      const before = cuts[part] ?? { left: right, top, bottom };
      return {
        ...{ left: before.left, right },
        ...{ top: Math.min(before.top, top), bottom: Math.max(before.bottom, bottom) },
      };
    });
  });

/** The room's height at a part, from 0 to 1, of the way from one month to the next. */
function cut(from: Projected, to: Projected, part: number, { x, y }: Frame): Omit<Box, "right"> {
  const mix = (key: keyof Projected): number => from[key] + (to[key] - from[key]) * part;
  return { left: x(mix("x")), top: y(mix("hi95")), bottom: y(mix("lo95")) };
}
