/** How much of the distribution lies within the interval: the two that are drawn. */
export type Level = 80 | 95;

/** Quantiles .9 and .975 of the normal distribution: half of what is outside lies on each side. */
const normalQuantile: Readonly<Record<Level, number>> = {
  80: 1.2815515655446004,
  95: 1.959963984540054,
};

/**
 * How many standard deviations an interval reaches to each side when the deviation is an estimate itself.
 *
 * @param df degrees of freedom, not necessarily whole; from 7 on it is right to 0.001 (95%) and 0.0001 (80%)
 * @throws RangeError when df is below 1
 *
 * Source: expansion of Student's t about the normal quantile, Abramowitz & Stegun 26.7.5, first three terms.
 */
export function studentT(level: Level, df: number): number {
  if (!(df >= 1)) throw new RangeError(`degrees of freedom are at least 1, got ${df}`);
  const z = normalQuantile[level];
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  return (
    z +
    (z3 + z) / (4 * df) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * df ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * df ** 3)
  );
}
