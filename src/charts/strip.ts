import type { StripView } from "../document/views.ts";
import { type Point, points, rules } from "./layers.ts";
import { isExceptional, signalColour } from "./series.ts";
import { toSvg } from "./svg.ts";
import type { Theme } from "./theme.ts";

/**
 * The strip of a row of the summary grid: the latest period as a dot or triangle, a tail from the one before. The grey column
 * from lower to upper limit belongs to the table, which runs it down the page: with a reach of 1.6 it lies from 18.75% to
 * 81.25% of the width, the average at 50%. What lies beyond the reach is drawn at its edge.
 */
export function drawStrip(strip: StripView, theme: Theme): Promise<string> {
  const { width, height, reach, tail } = theme.strip;
  const inReach = (value: number): number => Math.max(0.1 - reach, Math.min(reach - 0.1, value));
  const now = inReach(strip.now);
  const stroke = isExceptional(strip) ? signalColour(strip.signal, theme) : theme.colours.ink;
  const tails =
    strip.before === null
      ? []
      : [{ x: inReach(strip.before), x2: now, y: 0, y2: 0, stroke, width: tail, dash: [] }];
  const frame = {
    plot: { left: 0, top: 0, right: width, bottom: height },
    periods: [-reach, reach] as const,
    values: [-1, 1] as const,
  };
  const layers = [rules(tails), points([{ x: now, y: 0, ...markOf(strip, theme), fill: stroke }])];
  return toSvg({ id: "strip", width, height, alt: strip.alt, panels: [{ frame, layers }] });
}

function markOf(
  strip: StripView,
  { colours, strokes, strip: sizes }: Theme,
): Pick<Point, "shape" | "area" | "stroke" | "width"> {
  const edge = { stroke: colours.paper, width: strokes.halo };
  if (!isExceptional(strip)) return { shape: "circle", area: sizes.dot, ...edge };
  return { shape: strip.side === "low" ? "triangle-down" : "triangle-up", area: sizes.triangle, ...edge };
}
