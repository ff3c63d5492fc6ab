import type { Box } from "./geometry.ts";

/** The lowest and highest value of a scale. */
export type Domain = readonly [low: number, high: number];

/** Where a panel's values are drawn: the plot's box in points of the whole drawing, and the scales of both directions. */
export type Frame = {
  readonly plot: Box;
  readonly periods: Domain;
  readonly values: Domain;
  /** From a period's place, counted from 0, to points from the drawing's left edge. */
  readonly x: (period: number) => number;
  /** From a value to points from the drawing's top edge. */
  readonly y: (value: number) => number;
  /** Points from one period to the next. */
  readonly step: number;
};

/** Free room before the first and after the last period, in periods. */
const beforeFirst = 0.8;

/** A frame for `count` periods and values from `min` to `max`, filling the plot. */
export function frame(plot: Box, count: number, min: number, max: number): Frame {
  const periods: Domain = [-beforeFirst, Math.max(count, 1) - 1 + beforeFirst];
  const values: Domain = max > min ? [min, max] : [min - 1, min + 1];
  const { x, y } = scalesOf({ plot, periods, values });
  return { plot, periods, values, x, y, step: x(1) - x(0) };
}

/** From a period's place and a value to points of the drawing. */
export const scalesOf = ({
  plot,
  periods,
  values,
}: Pick<Frame, "plot" | "periods" | "values">): Pick<Frame, "x" | "y"> => ({
  x: scale(periods, [plot.left, plot.right]),
  y: scale(values, [plot.bottom, plot.top]),
});

const scale =
  ([low, high]: Domain, [from, to]: Domain) =>
  (value: number): number =>
    from + ((value - low) / (high - low)) * (to - from);
