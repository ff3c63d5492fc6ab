import type { ChartPoint, Signal } from "../document/views.ts";
import type { Frame } from "./frame.ts";
import { around, type Box, type Segment, type Spot } from "./geometry.ts";
import { line, type Point, type Vertex } from "./layers.ts";
import type { Colour, Theme } from "./theme.ts";

/** A drawn period: its value is published. */
export type Known = ChartPoint & { readonly value: number };

export const known = (points: readonly ChartPoint[]): Known[] =>
  points.filter((point): point is Known => point.value !== null);

/** The corners of a series' line; null breaks it. */
export const vertices = (points: readonly ChartPoint[]): Vertex[] =>
  points.map(({ x, value }) => ({ x, y: value }));

/** The colour of a signal; ink where the period says nothing. */
export const signalColour = (signal: Signal, { colours }: Theme): Colour =>
  signal === "none" ? colours.ink : colours[signal];

export const isExceptional = ({ signal, side }: Pick<ChartPoint, "signal" | "side">): boolean =>
  signal !== "none" && side !== null;

/**
 * How much smaller than the theme's, in area, the dots of a dense series are: they are full size where periods are 9 points
 * apart or more, and never less than a third.
 */
export const density = ({ step }: Frame): number => Math.max(0.34, Math.min(1, (step / 9) ** 2));

/** Dots for ordinary periods, triangles for exceptional ones; hollow where the value is estimated. */
export function marksOf(points: readonly ChartPoint[], frame: Frame, theme: Theme): Point[] {
  const scale = density(frame);
  const ordinaryFirst = known(points).sort((a, b) => Number(isExceptional(a)) - Number(isExceptional(b)));
  return ordinaryFirst.map((point) => ({
    ...{ x: point.x, y: point.value },
    ...(isExceptional(point) ? triangle(point, Math.max(scale, 0.5), theme) : dot(point, scale, theme)),
  }));
}

function dot(
  { estimated }: Known,
  scale: number,
  { areas, colours, strokes }: Theme,
): Omit<Point, "x" | "y"> {
  const thin = Math.sqrt(scale);
  return estimated
    ? {
        shape: "circle",
        area: areas.estimated * scale,
        fill: colours.paper,
        stroke: colours.quiet,
        width: strokes.hollow * thin,
      }
    : {
        shape: "circle",
        area: areas.published * scale,
        fill: colours.ink,
        stroke: colours.paper,
        width: strokes.halo * thin,
      };
}

function triangle(point: Known, scale: number, theme: Theme): Omit<Point, "x" | "y"> {
  const { areas, colours, strokes } = theme;
  const colour = signalColour(point.signal, theme);
  const shape = point.side === "low" ? "triangle-down" : "triangle-up";
  const [fill, stroke, width] = point.estimated
    ? [colours.paper, colour, strokes.exceptional]
    : [colour, colours.paper, strokes.halo];
  return { shape, area: areas.exceptional * scale, fill, stroke, width };
}

/** The room the dots and triangles take, so that no label covers one. */
export function markBoxes(points: readonly ChartPoint[], frame: Frame, theme: Theme): Box[] {
  return marksOf(points, frame, theme).map(({ x, y, area, width, shape }) => {
    const size = (shape === "circle" ? Math.sqrt(area / Math.PI) * 2 : Math.sqrt(area) * 1.2) + width;
    return around({ x: frame.x(x), y: frame.y(y) }, size);
  });
}

/** The straight parts of a series' line, in points of the drawing. */
export function strokesOf(points: readonly ChartPoint[], frame: Frame): Segment[] {
  return points.slice(1).flatMap((point, i) => {
    const [from, to] = [spotOf(points[i], frame), spotOf(point, frame)];
    return from && to ? [{ from, to }] : [];
  });
}

/** Where a point is drawn; null where it has no value. */
export function spotOf(point: ChartPoint | undefined, frame: Frame): Spot | null {
  return point && point.value !== null ? { x: frame.x(point.x), y: frame.y(point.value) } : null;
}

/** The line through all periods, and the heavier one through the last few. */
export function seriesLines(
  all: readonly ChartPoint[],
  emphasised: number,
  frame: Frame,
  { colours, strokes }: Theme,
) {
  const thin = Math.sqrt(density(frame));
  const heavy = Math.max(strokes.series, strokes.latest * Math.max(0.6, thin));
  return [
    line(vertices(all), { stroke: colours.mark, width: strokes.series, dash: [] }),
    line(vertices(emphasised > 0 ? all.slice(-emphasised) : []), {
      stroke: colours.ink,
      width: heavy,
      dash: [],
    }),
  ];
}
