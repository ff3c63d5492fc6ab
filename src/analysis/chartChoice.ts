import { makingDataCount, type RuleProfile, withoutRules } from "./ruleProfile.ts";

/** What kind of number the series holds, as far as it decides how the series can be charted. */
export type SeriesNature =
  | { readonly kind: "count" }
  | { readonly kind: "survey"; readonly respondentsPerMonth: number }
  /** Rolling sums or shares: neighbours have most of their months in common. */
  | { readonly kind: "rolling" }
  /** Durations, percentages whose base is not known, rates of a population that is fixed all year. */
  | { readonly kind: "other" };

/** Why some rules are switched off; `document` puts it in words. */
export type RuleNote = "low-mean" | "seasonal-short-history" | "seasonal";

export type ChartChoice =
  | { readonly chart: "xmr"; readonly ruleProfile: RuleProfile; readonly notes: readonly RuleNote[] }
  | { readonly chart: "line"; readonly reason: "rolling" | "few-respondents" }
  /** No chart of months at all: the number in the last 12 months is what can be said. */
  | { readonly chart: "none"; readonly reason: "mean-below-1" };

/** Below this mean the limits of counts are skewed, so that only a point outside them means something. */
export const lowMean = 5;
/** Below this mean most months are 0 and every rule misfires. */
export const leastMean = 1;
/** Months with fewer respondents than this jump about by chance; the seed papers show hate crime so. */
export const fewRespondents = 30;
/** Three years give each month-of-year effect three values, the fewest from which to estimate it. */
export const monthsForSeasonalEffects = 36;

/**
 * The chart for a series, and the rules that count on it.
 *
 * @param mean centre line of the current baseline segment
 * @param seasonal null when the series is not seasonal, else the number of months it has
 */
export function chartChoice(
  nature: SeriesNature,
  mean: number,
  seasonal: { readonly months: number } | null = null,
  profile: RuleProfile = makingDataCount,
): ChartChoice {
  if (nature.kind === "rolling") return { chart: "line", reason: "rolling" };
  if (nature.kind === "survey" && nature.respondentsPerMonth < fewRespondents)
    return { chart: "line", reason: "few-respondents" };
  if (nature.kind === "count" && mean < leastMean) return { chart: "none", reason: "mean-below-1" };
  const forMean = nature.kind === "count" && mean < lowMean ? outsideLimitsOnly(profile) : everyRule(profile);
  if (seasonal === null) return { chart: "xmr", ...forMean };
  const forSeason = seasonalRules(forMean.ruleProfile, seasonal.months);
  return { chart: "xmr", ruleProfile: forSeason.ruleProfile, notes: [...forMean.notes, forSeason.note] };
}

/**
 * The rules that still mean something in a seasonal series charted as it is: trends and runs on one side are what the
 * seasons make by themselves (half of the months of a strongly seasonal series would be flagged).
 *
 * @param months number of months with a value
 * @returns the profile without trends and runs, and why: the history is too short to take the seasons out, or it has not
 *   been done
 */
export function seasonalRules(
  profile: RuleProfile,
  months: number,
): { ruleProfile: RuleProfile; note: RuleNote } {
  const note = months < monthsForSeasonalEffects ? "seasonal-short-history" : "seasonal";
  return { ruleProfile: withoutRules(profile, ["trend", "run"]), note };
}

type Rules = { readonly ruleProfile: RuleProfile; readonly notes: readonly RuleNote[] };

const everyRule = (profile: RuleProfile): Rules => ({ ruleProfile: profile, notes: [] });

const outsideLimitsOnly = (profile: RuleProfile): Rules => ({
  ruleProfile: withoutRules(profile, ["trend", "two-in-three", "run"]),
  notes: ["low-mean"],
});
