/** Which parts a model has beside its level. Errors and all parts are additive. */
export type EtsForm = {
  readonly trend: "none" | "additive" | "damped";
  readonly seasonal: boolean;
};

/** How fast level, slope and seasons follow the data, and how much of the slope is left a month later. */
export type Smoothing = {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
};

/** Months in a cycle of seasons. */
export const cycle = 12;

const plain: readonly EtsForm[] = [
  { trend: "none", seasonal: false },
  { trend: "additive", seasonal: false },
  { trend: "damped", seasonal: false },
];
const seasonalLevel: EtsForm = { trend: "none", seasonal: true };
const seasonalTrends: readonly EtsForm[] = [
  { trend: "additive", seasonal: true },
  { trend: "damped", seasonal: true },
];

/** Two values for each month of the year, the fewest from which to tell seasons. */
export const monthsForSeasons = 24;
/** A third, without which a trend and the seasons explain each other. */
const monthsForSeasonsAndTrend = 36;

/** The models that a series of so many months can bear. */
export function etsPool(months: number): EtsForm[] {
  return [
    ...plain,
    ...(months >= monthsForSeasons ? [seasonalLevel] : []),
    ...(months >= monthsForSeasonsAndTrend ? seasonalTrends : []),
  ];
}

/** The usual name: error, trend and season, each (A)dditive, (N)one or (A)dditive (d)amped, e.g. `AAdN`. */
export function etsName({ trend, seasonal }: EtsForm): string {
  const letters = { none: "N", additive: "A", damped: "Ad" };
  return `A${letters[trend]}${seasonal ? "A" : "N"}`;
}

/** Numbers that are fitted: parameters of smoothing, and states at the start (seasons add to 0, so one follows). */
export function fittedNumbers({ trend, seasonal }: EtsForm): { smoothing: number; states: number } {
  const sloped = trend === "none" ? 0 : 1;
  return {
    smoothing: 1 + sloped + (trend === "damped" ? 1 : 0) + (seasonal ? 1 : 0),
    states: 1 + sloped + (seasonal ? cycle - 1 : 0),
  };
}

/** Level follows neither nothing nor everything. */
const [leastAlpha, mostAlpha] = [1e-4, 0.9999];
/** Below .8 a damped slope is gone at once, above .98 it is not damped. Source: Hyndman & Athanasopoulos, section 8.2. */
const [leastPhi, mostPhi] = [0.8, 0.98];

/**
 * Smoothing within its bounds, from any coordinates: the search knows no bounds, so each parameter is a share of its range
 * on the logit scale. Slope and seasons follow no faster than the level leaves room for (beta < alpha, gamma < 1 - alpha).
 *
 * @param x coordinates of alpha, and where the form has them of beta, gamma and phi, in this order
 */
export function smoothingAt({ trend, seasonal }: EtsForm, x: readonly number[]): Smoothing {
  const shares = x.map((value) => 1 / (1 + Math.exp(-value))).values();
  const share = (): number => shares.next().value ?? 0;
  const alpha = leastAlpha + (mostAlpha - leastAlpha) * share();
  const beta = trend === "none" ? 0 : alpha * share();
  const gamma = seasonal ? (1 - alpha) * share() : 0;
  const phi = trend === "damped" ? leastPhi + (mostPhi - leastPhi) * share() : trend === "none" ? 0 : 1;
  return { alpha, beta, gamma, phi };
}

/** Coordinates from which to search: slope and seasons move slowly, damping is in the middle. */
export function searchStart({ trend, seasonal }: EtsForm, alpha: number): number[] {
  return [
    logit(alpha),
    ...(trend === "none" ? [] : [logit(0.1)]),
    ...(seasonal ? [logit(0.1)] : []),
    ...(trend === "damped" ? [0] : []),
  ];
}

const logit = (share: number): number => Math.log(share / (1 - share));
