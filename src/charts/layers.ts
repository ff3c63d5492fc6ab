import type { TopLevelSpec } from "vega-lite";
import type { Segment, Spot } from "./geometry.ts";
import type { Align } from "./placer.ts";
import type { Colour, Weight } from "./theme.ts";

/**
 * The small language charts are written in: each function makes one Vega-Lite layer of many alike marks, each with its own
 * style. Marks of the data are given in periods and values, and Vega-Lite scales them; words, leaders and ticks are given in
 * points of the drawing.
 */
export type Layer = { readonly rows: readonly object[]; readonly unit: Unit };
/** A mark and its encoding, as Vega-Lite types them. */
type Unit = Extract<TopLevelSpec, { layer: unknown }>["layer"][number];

export type Stroke = { readonly stroke: Colour; readonly width: number; readonly dash: readonly number[] };
/** The lower and upper edge of a band at one period. */
export type Span = { readonly x: number; readonly low: number; readonly high: number };
type Extent = { readonly x: number; readonly x2: number; readonly y: number; readonly y2: number };
export type Rect = Extent & Partial<Stroke> & { readonly fill: Colour };
export type Rule = Extent & Stroke;
export type Vertex = { readonly x: number; readonly y: number | null };
export type Point = {
  readonly x: number;
  readonly y: number;
  readonly shape: "circle" | "triangle-up" | "triangle-down";
  /** Square points. */
  readonly area: number;
  readonly fill: Colour;
  readonly stroke: Colour;
  readonly width: number;
};
export type Word = Spot & {
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: Colour;
  readonly align: Align;
};

const scaled = (field: string) => ({ field, type: "quantitative" }) as const;
const asGiven = (field: string) => ({ field, type: "quantitative", scale: null }) as const;
const named = (field: string) => ({ field, type: "nominal", scale: null }) as const;
const corners = { x: scaled("x"), x2: { field: "x2" }, y: scaled("y"), y2: { field: "y2" } };
const stroked = { stroke: named("stroke"), strokeWidth: asGiven("width") };
const dashed = { ...stroked, strokeDash: named("dash") };

/** Filled areas between two periods and two values: bands, bars. */
export const rects = (rows: readonly Rect[]): Layer => ({
  rows: rows.map((row) => ({ stroke: null, width: 0, ...row })),
  unit: { mark: "rect", encoding: { ...corners, fill: named("fill"), ...stroked } },
});

/** Straight lines between two periods and two values: limits, averages, targets. */
export const rules = (rows: readonly Rule[]): Layer => ({
  rows,
  unit: { mark: "rule", encoding: { ...corners, ...dashed } },
});

/** One line through all periods; a period without a value breaks it. */
export const line = (rows: readonly Vertex[], { stroke, width, dash }: Stroke): Layer => ({
  rows,
  unit: {
    mark: {
      ...({ type: "line", strokeJoin: "round", strokeCap: "round" } as const),
      ...{ color: stroke, strokeWidth: width, strokeDash: [...dash] },
    },
    encoding: { x: scaled("x"), y: scaled("y") },
  },
});

/** One filled area between two lines. */
export const area = (rows: readonly Span[], fill: Colour): Layer => ({
  rows,
  unit: {
    mark: { type: "area", color: fill, opacity: 1 },
    encoding: { x: scaled("x"), y: scaled("low"), y2: { field: "high" } },
  },
});

/** Dots and triangles at periods and values. */
export const points = (rows: readonly Point[]): Layer => ({
  rows,
  unit: {
    mark: { type: "point", opacity: 1 },
    encoding: {
      ...{ x: scaled("x"), y: scaled("y"), shape: named("shape"), size: asGiven("area") },
      ...{ fill: named("fill"), ...stroked },
    },
  },
});

/** Straight lines in points of the drawing: axes, ticks, leaders, the uprights of events. */
export const segments = (rows: readonly (Segment & Stroke)[]): Layer => ({
  rows: rows.map(({ from, to, ...style }) => ({ x: from.x, y: from.y, x2: to.x, y2: to.y, ...style })),
  unit: { mark: "rule", encoding: { ...corners, x: asGiven("x"), y: asGiven("y"), ...dashed } },
});

/** Words in points of the drawing, their middle at `y`. */
export const words = (rows: readonly Word[], font: string): Layer => ({
  rows,
  unit: {
    mark: {
      ...({ type: "text", font, baseline: "middle" } as const),
      align: { expr: "datum.align" },
      fontSize: { expr: "datum.size" },
      fontWeight: { expr: "datum.weight" },
    },
    encoding: { x: asGiven("x"), y: asGiven("y"), text: { field: "text" }, color: named("colour") },
  },
});
