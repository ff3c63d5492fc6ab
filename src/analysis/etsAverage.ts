import { type EtsFit, fitEts, forecastEts } from "./ets.ts";
import { type EtsForm, etsName } from "./etsForm.ts";
import { sum } from "./numbers.ts";

/** The months ahead by all models together, on their scale. */
export type AveragedForecast = {
  readonly mean: readonly number[];
  readonly sd: readonly number[];
  /** Degrees of freedom of `sd`, averaged, so not whole. */
  readonly df: number;
  /** Name of the model with the most weight, e.g. `ANA`. */
  readonly model: string;
};

/**
 * Fits every model and averages them by how well each explains the series for its size: no single choice is so certain that
 * the others say nothing, and an interval must hold the doubt between them.
 *
 * @param values on the scale of the models, one a month without gaps
 * @param forms at least one
 * @param horizon number of months ahead, from 1
 * @throws RangeError when no model can be fitted, as to an empty series
 *
 * Source: Akaike weights, Burnham & Anderson (2002), sections 2.9 and 4.3.
 */
export function averageEts(
  values: Float64Array,
  forms: readonly EtsForm[],
  horizon: number,
): AveragedForecast {
  const fits = forms.map((form) => fitEts(values, form)).filter((fit) => fit !== null);
  const best = fits.toSorted((a, b) => a.aic - b.aic)[0];
  if (best === undefined) throw new RangeError("no model can be fitted");
  const raw = fits.map((fit) => Math.exp(-0.5 * (fit.aic - best.aic)));
  const members = fits.map((fit, i) => ({
    ...forecastEts(fit, horizon),
    df: fit.df,
    inflation: inflation(fit),
    weight: (raw[i] ?? 0) / sum(raw),
  }));
  const weighted = (of: (member: Member) => number): number => sum(members.map((m) => m.weight * of(m)));
  const steps = Array.from({ length: horizon }, (_, step) => step);
  const mean = steps.map((step) => weighted((m) => m.mean[step] ?? 0));
  const variance = steps.map((step) =>
    weighted((m) => (m.variance[step] ?? 0) * m.inflation + ((m.mean[step] ?? 0) - (mean[step] ?? 0)) ** 2),
  );
  return { mean, sd: variance.map(Math.sqrt), df: weighted((m) => m.df), model: etsName(best.form) };
}

type Member = ReturnType<typeof forecastEts> & {
  readonly df: number;
  readonly inflation: number;
  readonly weight: number;
};

/**
 * The variance of a model takes its parameters as known. They are estimates, and as in a regression that adds about one
 * part in n for each.
 */
const inflation = ({ parameters, months }: EtsFit): number => 1 + (parameters - 1) / months;
