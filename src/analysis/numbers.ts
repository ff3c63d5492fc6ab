/** Relative to the larger of 1 and the two numbers: far below any figure that is printed, far above rounding noise. */
const tolerance = 1e-9;

/** -1, 0 or 1 as `a` lies below, on or above `b`; within 1e-9 x max(1, |a|, |b|) it lies on it. */
export function compare(a: number, b: number): -1 | 0 | 1 {
  if (Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b))) return 0;
  return a > b ? 1 : -1;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Mean of the values, or null of none. The second pass takes out the rounding noise of the first. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const first = sum(values) / values.length;
  return first + sum(values.map((value) => value - first)) / values.length;
}

export const isNumber = (value: number | null): value is number => value !== null;
