import { cycle, type EtsForm, fittedNumbers, type Smoothing, searchStart, smoothingAt } from "./etsForm.ts";
import { expectedAfter, type Followed, follower, type States } from "./etsStates.ts";
import { nelderMead } from "./nelderMead.ts";

/** A model fitted to a series. */
export type EtsFit = {
  readonly form: EtsForm;
  readonly smoothing: Smoothing;
  /** States after the last month. */
  readonly last: States;
  /** Months the model was fitted to. */
  readonly months: number;
  /** Numbers that were fitted, the variance included. */
  readonly parameters: number;
  /** Months less smoothing parameters and initial states. */
  readonly df: number;
  /** Of the one-step errors. */
  readonly variance: number;
  /** Akaike's criterion, n ln SSE + 2 parameters: the less the better, comparable between models of one series. */
  readonly aic: number;
};

/** Of a series that a model follows exactly the logarithm would be minus infinity. */
const leastSse = 1e-12;
/** Beyond this on the logit scale a parameter is at its bound; a search that goes there learns nothing more. */
const furthest = 12;
/** What the search is told of such a place: worse than anything. */
const outOfBounds = 1e10;
/** Fixed starts, a level that follows at a moderate pace and one that hardly moves: the same result every time. */
const [moderateAlpha, slowAlpha] = [0.3, 0.05];
/** A second start must be better by more than rounding noise. */
const noticeable = 1e-9;

/**
 * Fits an additive exponential smoothing model: smoothing by a search, initial states by least squares.
 *
 * @param values on the scale of the model, one a month without gaps, more of them than the model has numbers to fit
 * @returns null when the series does not determine the model
 *
 * Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice (3rd ed.), chapter 8.
 */
export function fitEts(values: Float64Array, form: EtsForm): EtsFit | null {
  const follow = follower(values, form);
  const smoothing = smoothingAt(form, bestCoordinates(values.length, form, follow));
  const followed = follow(smoothing);
  if (followed === null) return null;
  const fitted = fittedNumbers(form);
  const [months, parameters] = [values.length, fitted.smoothing + fitted.states + 1];
  const df = Math.max(1, months - parameters + 1);
  const aic = logSse(months, followed.sse) + 2 * parameters;
  return { form, smoothing, last: followed.last, months, parameters, df, variance: followed.sse / df, aic };
}

/** Searches twice from one start, the second time from where the first ended, and once from another. */
function bestCoordinates(
  months: number,
  form: EtsForm,
  follow: (smoothing: Smoothing) => Followed | null,
): readonly number[] {
  const criterion = (x: readonly number[]): number =>
    x.some((value) => Math.abs(value) > furthest)
      ? outOfBounds
      : logSse(months, follow(smoothingAt(form, x))?.sse ?? Number.POSITIVE_INFINITY);
  const first = nelderMead(criterion, nelderMead(criterion, searchStart(form, moderateAlpha), 1).x, 0.5);
  const second = nelderMead(criterion, searchStart(form, slowAlpha), 1);
  return second.value < first.value - noticeable ? second.x : first.x;
}

const logSse = (months: number, sse: number): number => months * Math.log(Math.max(sse, leastSse));

/** What a model expects of each month ahead, and the variance of what will come around it. */
export type EtsForecast = { readonly mean: readonly number[]; readonly variance: readonly number[] };

/**
 * The months ahead of a fitted model, on its scale.
 *
 * @param horizon number of months, from 1
 *
 * Source: Hyndman, Koehler, Ord & Snyder (2008), table 6.1, class 1: variance x (1 + sum of c_j^2) for j below the step,
 * c_j = alpha + beta (phi + … + phi^j), and gamma more for whole years.
 */
export function forecastEts(fit: EtsFit, horizon: number): EtsForecast {
  const { alpha, beta, gamma, phi } = fit.smoothing;
  const [mean, variance]: [number[], number[]] = [[], []];
  for (let ahead = 1, slopes = 0, spread = 0; ahead <= horizon; ahead++) {
    slopes += phi ** ahead;
    mean.push(expectedAfter(fit.last, fit.months, ahead, slopes));
    variance.push(fit.variance * (1 + spread));
    spread += (alpha + beta * slopes + (ahead % cycle === 0 ? gamma : 0)) ** 2;
  }
  return { mean, variance };
}
