import { type AttributeKind, hasDenominator } from "./attributeLimits.ts";
import { makingDataCount, type RuleProfile, withoutRules } from "./ruleProfile.ts";
import { leastForTrialLimits } from "./segments.ts";

/** What kind of number the series holds, as far as it decides how the series can be charted. */
export type SeriesNature =
  /** `daysBetween` the events, where their dates are known: rare ones are charted by their distance. */
  | { readonly kind: "count"; readonly daysBetween?: readonly number[] | undefined }
  /** Shares whose counts and bases are known; `sigmaZ` is that of the current segment of their p' chart. */
  | { readonly kind: "percentage"; readonly sigmaZ: number | null }
  /** `sigmaZ` where the numbers of answers behind the shares are known too. */
  | { readonly kind: "survey"; readonly respondentsPerMonth: number; readonly sigmaZ?: number | null }
  /** Counts per so many people, households or miles; the base may stay the same all year. */
  | { readonly kind: "rate"; readonly baseFixedAllYear: boolean }
  /** Rolling sums or shares: neighbours have most of their months in common. */
  | { readonly kind: "rolling" }
  /** Durations, and percentages whose base is not known. */
  | { readonly kind: "other" };

/** Why some rules are switched off; `document` puts it in words. */
export type RuleNote = "low-mean" | "seasonal-short-history" | "seasonal";

/** The rules that count, and why others do not. */
type Rules = { readonly ruleProfile: RuleProfile; readonly notes: readonly RuleNote[] };

/** `why` is the reason that the measure gives for its own choice; null where the choice is made here. */
type Why = { readonly why: string | null };
/** `ruleProfile` is for the values as they are; `residualRules` for the chart of seasonal residuals, null where it is not due. */
type XmrChoice = Why & Rules & { readonly chart: "xmr"; readonly residualRules: RuleProfile | null };
type AttributeChoice = Why & Rules & { readonly chart: AttributeKind };
type LineChoice = Why & {
  readonly chart: "line";
  readonly reason: "rolling" | "few-respondents" | "measure";
};
/** No chart of months at all: the number in the last 12 months is what can be said. */
type NoChoice = Why & { readonly chart: "none"; readonly reason: "mean-below-1" | "measure" };

export type ChartChoice = XmrChoice | AttributeChoice | LineChoice | NoChoice;

/** A measure's own choice of its chart, and the reason that a page can print. */
export type ChartOverride = { readonly chart: ChartChoice["chart"]; readonly why: string };

export type ChoiceOptions = {
  readonly ruleProfile?: RuleProfile | undefined;
  readonly override?: ChartOverride | null | undefined;
};

/** Below this mean the limits of counts are skewed, so that only a point outside them means something. */
export const lowMean = 5;
/** Below this mean most months are 0 and every rule misfires. */
export const leastMean = 1;
/** Months with fewer respondents than this jump about by chance; published papers show hate crime so. */
export const fewRespondents = 30;
/** Three years give each month-of-year effect three values, the fewest from which to estimate it. */
export const monthsForSeasonalEffects = 36;

/**
 * The chart for a series, and the rules that count on it.
 *
 * @param mean centre line of the current baseline segment
 * @param seasonal null when the series is not seasonal, else the number of months that have a value
 * @throws RangeError when a measure's own choice has no reason, or is a chart that needs denominators where none are known
 */
export function chartChoice(
  nature: SeriesNature,
  mean: number,
  seasonal: { readonly months: number } | null = null,
  { ruleProfile = makingDataCount, override = null }: ChoiceOptions = {},
): ChartChoice {
  const chart = override === null ? defaultChart(nature, mean) : checkedChart(nature, override);
  const why = override?.why ?? null;
  if (chart === "line") return { chart, reason: override === null ? lineReason(nature) : "measure", why };
  if (chart === "none") return { chart, reason: override === null ? "mean-below-1" : "measure", why };
  if (chart === "g" || chart === "t") return { chart, ruleProfile, notes: [], why };
  return { ...monthly(chart, nature.kind === "count" && mean < lowMean, seasonal, ruleProfile), why };
}

function defaultChart(nature: SeriesNature, mean: number): ChartChoice["chart"] {
  if (nature.kind === "rolling") return "line";
  if (nature.kind === "survey" && nature.respondentsPerMonth < fewRespondents) return "line";
  if (nature.kind === "percentage" || nature.kind === "survey") return shareChart(nature.sigmaZ);
  if (nature.kind === "rate") return nature.baseFixedAllYear ? "xmr" : "up";
  return nature.kind === "count" && mean < leastMean ? rareChart(nature.daysBetween ?? []) : "xmr";
}

/** Plain p limits where chance explains all there is; p' would draw them closer still. Undefined: no counts are known. */
function shareChart(sigmaZ: number | null | undefined): "xmr" | "p" | "pp" {
  if (sigmaZ === undefined) return "xmr";
  return sigmaZ !== null && sigmaZ <= 1 ? "p" : "pp";
}

/** Two events on one day are 0 days apart, which a t chart cannot show. Fewer gaps than limits need show nothing. */
function rareChart(daysBetween: readonly number[]): "none" | "g" | "t" {
  if (daysBetween.length < leastForTrialLimits) return "none";
  return daysBetween.every((days) => days > 0) ? "t" : "g";
}

const lineReason = (nature: SeriesNature): "rolling" | "few-respondents" =>
  nature.kind === "rolling" ? "rolling" : "few-respondents";

function checkedChart(nature: SeriesNature, { chart, why }: ChartOverride): ChartChoice["chart"] {
  if (why.trim() === "") throw new RangeError(`say why the chart is ${chart}`);
  const based = nature.kind === "rate" || ("sigmaZ" in nature && nature.sigmaZ !== undefined);
  if (chart !== "line" && chart !== "none" && chart !== "xmr" && hasDenominator(chart) && !based)
    throw new RangeError(`a ${chart} chart needs denominators`);
  return chart;
}

/** Small counts keep the limits alone, and seasonal values lose trends and runs, unless the seasons can be taken out. */
function monthly(
  chart: "xmr" | AttributeKind,
  low: boolean,
  seasonal: { readonly months: number } | null,
  profile: RuleProfile,
): Omit<XmrChoice, "why"> | Omit<AttributeChoice, "why"> {
  const forMean: Rules = low
    ? { ruleProfile: withoutRules(profile, ["trend", "two-in-three", "run"]), notes: ["low-mean"] }
    : { ruleProfile: profile, notes: [] };
  const forSeason = seasonal === null ? null : seasonalRules(forMean.ruleProfile, seasonal.months);
  const rules: Rules =
    forSeason === null
      ? forMean
      : { ruleProfile: forSeason.ruleProfile, notes: [...forMean.notes, forSeason.note] };
  if (chart !== "xmr") return { chart, ...rules };
  return { chart, ...rules, residualRules: !low && forSeason?.note === "seasonal" ? profile : null };
}

/**
 * The rules that still mean something in a seasonal series charted as it is: trends and runs on one side are what the
 * seasons make by themselves (half of the months of a strongly seasonal series would be flagged).
 *
 * @param months number of months with a value
 * @returns the profile without trends and runs, and why: the history is too short to take the seasons out, or it has not
 *   been done (`seasonalResidualChart` does it)
 */
export function seasonalRules(
  profile: RuleProfile,
  months: number,
): { ruleProfile: RuleProfile; note: RuleNote } {
  const note = months < monthsForSeasonalEffects ? "seasonal-short-history" : "seasonal";
  return { ruleProfile: withoutRules(profile, ["trend", "run"]), note };
}
