/** The scale on which a series is projected; by name, so that it can be kept with a published projection. */
export type Transform = "log" | "square-root";

/** Makes the spread of Poisson counts 1, whatever their mean, zeros included. Source: Anscombe (1948). */
const anscombe = 3 / 8;

/** Logarithms where every value is above 0: a change in percent and its spread are then the same at any level. */
export const transformFor = (values: readonly number[]): Transform =>
  values.some((value) => value <= 0) ? "square-root" : "log";

/** The value on the scale. @param value from 0; on the log scale 0 is minus infinity */
export const transformed = (transform: Transform, value: number): number =>
  transform === "log" ? Math.log(value) : 2 * Math.sqrt(value + anscombe);

/** Back in the unit of the series, never below 0; rises with `z` all along, so that limits keep their order. */
export const untransformed = (transform: Transform, z: number): number =>
  transform === "log" ? Math.exp(z) : Math.max(0, (z * Math.abs(z)) / 4 - anscombe);
