import { type AttributeChart, attributeChart } from "./attributeChart.ts";
import { type AttributeKind, hasDenominator, isShare } from "./attributeLimits.ts";
import {
  type ChartChoice,
  type ChartOverride,
  chartChoice,
  type RuleNote,
  type SeriesNature,
} from "./chartChoice.ts";
import { type ChartOptions, type ControlChart, controlChart } from "./controlChart.ts";
import { isNumber, mean } from "./numbers.ts";
import { makingDataCount, type RuleProfile, withoutRules } from "./ruleProfile.ts";
import { seasonalResiduals } from "./seasonalChart.ts";
import type { SeasonalEffects } from "./seasonalEffects.ts";
import { currentBaseline } from "./segments.ts";
import type { SeriesPoint } from "./series.ts";

export type ChartName = "xmr" | AttributeKind;

/** Why a series is not drawn as a control chart, though its numbers are computed. */
export type NoChartReason = "few-respondents" | "mean-below-1" | "rolling" | "line";

/** A series, and what decides how it can be charted. */
export type ChartableSeries = {
  /** What the numbers are. A share, a survey's share and a rate stand as counts beside their bases. */
  readonly kind: SeriesNature["kind"];
  /** One for each period in time order, as `oneSlotEach` gives them. */
  readonly counts: readonly SeriesPoint[];
  /** The bases by period; null where there are none. */
  readonly bases: readonly SeriesPoint[] | null;
  readonly seasonal: boolean;
  /** Days from one event to the next, where the dates of events are known (`daysBetweenEvents`). */
  readonly gaps?: readonly SeriesPoint[] | undefined;
};

/** The control chart of a series, chosen or given, with all that a page needs to say how it was made. */
export type SeriesChart = {
  /** The chart that the numbers are of. */
  readonly chart: ChartName;
  /** Null where the control chart may be drawn and spoken of. */
  readonly noChart: NoChartReason | null;
  /** The measure's own reason for its choice; null where the table of charts chose. */
  readonly why: string | null;
  /** Whether values, means and limits are shares of 1, rates for one of the base, or plain numbers. */
  readonly scale: "share" | "rate" | "plain";
  readonly ruleProfile: RuleProfile;
  readonly ruleNotes: readonly RuleNote[];
  /** The values in that scale, slot for slot. */
  readonly values: readonly SeriesPoint[];
  /** What is charted: the values, or what is left of them when the season is taken out. */
  readonly charted: readonly SeriesPoint[];
  /** What each month of the year adds, January first; null where the season was not taken out. */
  readonly effects: SeasonalEffects | null;
  readonly control: ControlChart | AttributeChart;
};

type Chosen = Pick<SeriesChart, "chart" | "noChart" | "why" | "ruleProfile" | "ruleNotes"> & {
  readonly residuals: boolean;
  /** True where rates or shares are charted as they are, not as counts over bases. */
  readonly divided: boolean;
};

/**
 * The chart that the table of charts chooses for a series, or the measure itself. Where there is to be none, the numbers are
 * those of the nearest one and no rule counts.
 *
 * @param options baselines, direction and target; the target in the scale of the chart
 * @throws RangeError as `chartChoice`, `controlChart` and `attributeChart` do
 */
export function chosenChart(
  series: ChartableSeries,
  options: ChartOptions,
  override: ChartOverride | null = null,
): SeriesChart {
  const ruleProfile = options.ruleProfile ?? makingDataCount;
  const nature = natureOf(series, options);
  const values = nature.kind === "rate" ? divided(series) : series.counts;
  const level = currentBaseline(values, options)?.mean ?? 0;
  const months = values.filter(({ value }) => value !== null).length;
  const choice = chartChoice(nature, level, series.seasonal ? { months } : null, { ruleProfile, override });
  return charted(series, options, chosenOf(choice, series, ruleProfile));
}

/** A chart that is asked for applies whole, with every rule, to counts and bases as they are. Failures as for `chosenChart`. */
export const givenChart = (chart: ChartName, series: ChartableSeries, options: ChartOptions): SeriesChart =>
  charted(series, options, {
    chart,
    noChart: null,
    why: null,
    ruleProfile: options.ruleProfile ?? makingDataCount,
    ruleNotes: [],
    residuals: false,
    divided: false,
  });

function charted(series: ChartableSeries, options: ChartOptions, chosen: Chosen): SeriesChart {
  const { residuals, divided: asQuotients, ...kept } = chosen;
  const { chart, ruleProfile } = kept;
  const rare = chart === "g" || chart === "t" ? series.gaps : undefined;
  const based = chart !== "xmr" && hasDenominator(chart);
  const values = rare ?? (based || asQuotients ? divided(series) : series.counts);
  const whole = rare === undefined ? { ...options, ruleProfile } : ofGaps({ ...options, ruleProfile });
  const found = residuals ? seasonalResiduals(values, whole) : null;
  const slots = found?.residuals ?? values;
  return {
    ...kept,
    scale: scaleOf(chart, asQuotients, series.kind),
    values,
    charted: slots,
    effects: found?.effects ?? null,
    control:
      chart === "xmr"
        ? controlChart(slots, whole)
        : attributeChart(chart, rare ?? series.counts, based ? series.bases : null, whole),
  };
}

/** Days between events are good where few events are, and have no target; a baseline starts at its first event. */
function ofGaps(options: ChartOptions): ChartOptions {
  const reversed = { increase: "decrease", decrease: "increase", neutral: "neutral" } as const;
  return {
    ...options,
    target: null,
    improvementDirection: reversed[options.improvementDirection],
  };
}

function scaleOf(
  chart: ChartName,
  asQuotients: boolean,
  kind: ChartableSeries["kind"],
): SeriesChart["scale"] {
  if (chart !== "xmr") return isShare(chart) ? "share" : hasDenominator(chart) ? "rate" : "plain";
  if (!asQuotients) return "plain";
  return kind === "rate" ? "rate" : "share";
}

function chosenOf(choice: ChartChoice, { kind, bases }: ChartableSeries, profile: RuleProfile): Chosen {
  const { chart, why } = choice;
  if (chart === "line" || chart === "none")
    return {
      chart: kind === "survey" || kind === "percentage" ? "pp" : "xmr",
      noChart: noChartReason(choice),
      why,
      ruleProfile: withoutRules(profile, profile.rules),
      ruleNotes: [],
      residuals: false,
      divided: kind === "rate",
    };
  const residualRules = choice.chart === "xmr" ? choice.residualRules : null;
  return {
    chart,
    noChart: null,
    why,
    ruleProfile: residualRules ?? choice.ruleProfile,
    ruleNotes: residualRules === null ? choice.notes : [],
    residuals: residualRules !== null,
    divided: chart === "xmr" && bases !== null,
  };
}

function noChartReason(choice: Extract<ChartChoice, { chart: "line" | "none" }>): NoChartReason {
  if (choice.reason === "measure") return "line";
  return choice.reason;
}

function natureOf(series: ChartableSeries, options: ChartOptions): SeriesNature {
  const { kind, bases, gaps } = series;
  const daysBetween = gaps?.map(({ value }) => value).filter(isNumber);
  if (kind === "count") return { kind, daysBetween };
  if (kind === "rate") return { kind, baseFixedAllYear: isFixedEachYear(bases ?? []) };
  if (kind !== "percentage" && kind !== "survey") return { kind };
  const { sigmaZ = null } = attributeChart("pp", series.counts, bases, options).segments.at(-1) ?? {};
  if (kind === "percentage") return { kind, sigmaZ };
  const respondentsPerMonth = mean((bases ?? []).map(({ value }) => value).filter(isNumber)) ?? 0;
  return { kind, respondentsPerMonth, sigmaZ };
}

/** Whether the base changes at the turn of a year only, if at all. */
function isFixedEachYear(bases: readonly SeriesPoint[]): boolean {
  const known = bases.filter(({ value }) => value !== null);
  return known.every(({ period, value }, i) => {
    const before = known[i - 1];
    return before === undefined || before.value === value || before.period.slice(0, 4) !== period.slice(0, 4);
  });
}

/** Counts over their bases; null where either is missing or the base is 0. */
function divided({ counts, bases }: ChartableSeries): SeriesPoint[] {
  const known = new Map((bases ?? []).map(({ period, value }) => [period, value]));
  return counts.map((slot) => {
    const base = known.get(slot.period) ?? null;
    return { ...slot, value: slot.value === null || !base ? null : slot.value / base };
  });
}
