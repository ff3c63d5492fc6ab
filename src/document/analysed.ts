import { attributeChart } from "../analysis/attributeChart.ts";
import { type AttributeKind, hasDenominator, isShare } from "../analysis/attributeLimits.ts";
import { type ChartChoice, chartChoice, type RuleNote, type SeriesNature } from "../analysis/chartChoice.ts";
import { type Chart, type ChartOptions, controlChart } from "../analysis/controlChart.ts";
import { isNumber, mean } from "../analysis/numbers.ts";
import { type Projection, project } from "../analysis/projection.ts";
import { type ProposedRebase, proposedRebase } from "../analysis/rebase.ts";
import { makingDataCount, type RuleProfile, withoutRules } from "../analysis/ruleProfile.ts";
import { seasonalResiduals } from "../analysis/seasonalChart.ts";
import { currentBaseline } from "../analysis/segments.ts";
import type { SeriesPoint } from "../analysis/series.ts";
import type { ChartName, StatedSeries, StatedSlot } from "./statedSeries.ts";

/** Why a series is not drawn as a control chart, though its numbers are computed. */
export type NoChartReason = "few-respondents" | "mean-below-1" | "line";

/** A series from outside any report, analysed. */
export type Analysis = {
  readonly stated: StatedSeries;
  /** The chart that the numbers are of. */
  readonly chart: ChartName;
  /** Null where a control chart can be drawn and spoken of. */
  readonly noChart: NoChartReason | null;
  readonly ruleProfile: RuleProfile;
  readonly ruleNotes: readonly RuleNote[];
  /** What is charted, slot for slot: the values, or counts over bases, or values with their seasons taken out. */
  readonly charted: readonly SeriesPoint[];
  readonly seasonTakenOut: boolean;
  readonly control: Chart;
  readonly proposedRebase: readonly ProposedRebase[];
  readonly projection: Projection | null;
  /** Why there is no projection, as a sentence; null where there is one. */
  readonly projectionReason: string | null;
};

type Chosen = {
  readonly chart: ChartName;
  readonly noChart: NoChartReason | null;
  readonly ruleProfile: RuleProfile;
  readonly ruleNotes: readonly RuleNote[];
  readonly residuals: boolean;
};

/** Control chart, proposed baselines and projection of a series whose numbers have been checked. */
export function analysed(stated: StatedSeries): Analysis {
  const chosen = stated.chart === null ? byTable(stated) : given(stated.chart);
  const options: ChartOptions = { ...stated.options, ruleProfile: chosen.ruleProfile };
  const values = valuesOf(stated, chosen.chart);
  const residuals = chosen.residuals ? seasonalResiduals(values, options) : null;
  const charted = residuals?.residuals ?? values;
  const control =
    chosen.chart === "xmr"
      ? controlChart(charted, options)
      : attributeChart(chosen.chart, countsOf(stated), basesOf(stated, chosen.chart), options);
  return {
    stated,
    ...chosen,
    charted,
    seasonTakenOut: residuals !== null,
    control,
    proposedRebase: chosen.ruleProfile.rules.includes("run") ? proposedRebase(charted, options) : [],
    ...projected(stated, chosen.chart),
  };
}

/** A chart that is asked for applies whole, with every rule. */
const given = (chart: ChartName): Chosen => ({
  chart,
  noChart: null,
  ruleProfile: makingDataCount,
  ruleNotes: [],
  residuals: false,
});

/** The chart by the table of charts; where it has none, the numbers of the nearest one, and no rule counts. */
function byTable(stated: StatedSeries): Chosen {
  const nature = natureOf(stated);
  const values = nature.kind === "rate" ? valuesOf(stated, "u") : countsOf(stated);
  const level = currentBaseline(values, stated.options)?.mean ?? 0;
  const known = values.filter(({ value }) => value !== null).length;
  const choice = chartChoice(nature, level, stated.seasonal ? { months: known } : null);
  if (choice.chart !== "line" && choice.chart !== "none" && stated.lineWhy === null) return chosenOf(choice);
  const silent = {
    ruleProfile: withoutRules(makingDataCount, makingDataCount.rules),
    ruleNotes: [],
    residuals: false,
  };
  if (nature.kind === "survey")
    return { chart: "pp", noChart: stated.lineWhy === null ? "few-respondents" : "line", ...silent };
  return { chart: "xmr", noChart: stated.lineWhy === null ? "mean-below-1" : "line", ...silent };
}

function chosenOf(choice: Exclude<ChartChoice, { chart: "line" | "none" }>): Chosen {
  const residualRules = "residualRules" in choice ? choice.residualRules : null;
  return {
    chart: choice.chart,
    noChart: null,
    ruleProfile: residualRules ?? choice.ruleProfile,
    ruleNotes: residualRules === null ? choice.notes : [],
    residuals: residualRules !== null,
  };
}

function natureOf(stated: StatedSeries): SeriesNature {
  const { bases, slots, unit } = stated;
  if (bases === "population" || (bases === "asked" && slots.some(isMoreThanBase)))
    return { kind: "rate", baseFixedAllYear: isFixedEachYear(slots) };
  if (bases === "asked") return shareNature(stated);
  const whole = slots.every(({ value }) => value === null || (Number.isInteger(value) && value >= 0));
  return { kind: unit === "count" && whole ? "count" : "other" };
}

const isMoreThanBase = ({ value, denominator }: StatedSlot): boolean =>
  value !== null && denominator !== null && value > denominator;

/** Whether the base changes at the turn of a year only, if at all. */
function isFixedEachYear(slots: readonly StatedSlot[]): boolean {
  const known = slots.filter(({ denominator }) => denominator !== null);
  return known.every(({ period, denominator }, i) => {
    const before = known[i - 1];
    return (
      before === undefined ||
      before.denominator === denominator ||
      before.period.slice(0, 4) !== period.slice(0, 4)
    );
  });
}

function shareNature(stated: StatedSeries): SeriesNature {
  const { sigmaZ = null } =
    attributeChart("pp", countsOf(stated), basesOf(stated, "pp"), stated.options).segments.at(-1) ?? {};
  const asked = mean(stated.slots.map(({ denominator }) => denominator).filter(isNumber)) ?? 0;
  return { kind: "survey", respondentsPerMonth: asked, sigmaZ };
}

const isProvisional = ({ status }: StatedSlot): boolean => status === "provisional";

const countsOf = ({ slots }: StatedSeries): SeriesPoint[] =>
  slots.map((slot) => ({ period: slot.period, value: slot.value, provisional: isProvisional(slot) }));

/** The bases of a chart that has them; null for the others. */
const basesOf = ({ slots }: StatedSeries, chart: AttributeKind): SeriesPoint[] | null =>
  hasDenominator(chart) ? slots.map(({ period, denominator }) => ({ period, value: denominator })) : null;

/** The values in the unit of the chart. A rate whose base is fixed all year is an XmR chart of the rates. */
function valuesOf(stated: StatedSeries, chart: ChartName): SeriesPoint[] {
  const divided = (chart !== "xmr" && hasDenominator(chart)) || (chart === "xmr" && isChosenRate(stated));
  if (!divided) return countsOf(stated);
  return stated.slots.map((slot) => ({
    period: slot.period,
    value: slot.value === null || !slot.denominator ? null : slot.value / slot.denominator,
    provisional: isProvisional(slot),
  }));
}

const isChosenRate = (stated: StatedSeries): boolean => stated.chart === null && stated.bases !== "none";

/** Whether the charted values are shares from 0 to 1, or rates for one of the base. */
export function scaleOf({ stated, chart }: Pick<Analysis, "stated" | "chart">): "share" | "rate" | "plain" {
  if (chart === "xmr") return isChosenRate(stated) ? "rate" : "plain";
  return isShare(chart) ? "share" : hasDenominator(chart) ? "rate" : "plain";
}

function projected(
  stated: StatedSeries,
  chart: ChartName,
): Pick<Analysis, "projection" | "projectionReason"> {
  const none = (projectionReason: string) => ({ projection: null, projectionReason });
  if (stated.steps !== "month") return none("Only a series of months is projected.");
  const share = scaleOf({ stated, chart }) === "share";
  const factor = share ? 100 : 1;
  const slots = valuesOf(stated, chart).map((slot) => ({
    ...slot,
    value: slot.value === null ? null : slot.value * factor,
  }));
  if (slots.some(({ value }) => value !== null && value < 0))
    return none("A series with values below zero is not projected.");
  const unit = share || stated.unit === "percent" ? "percent" : stated.unit === "count" ? "count" : "other";
  const made = project(slots, { ...stated.projection, unit });
  if (!made.ok) return none(reasonText(made));
  return { projection: share ? inShares(made) : made, projectionReason: null };
}

const reasonText = ({
  reason,
  n,
}: {
  readonly reason: "too-short" | "too-sparse";
  readonly n: number;
}): string =>
  reason === "too-short"
    ? `Only ${n} of the months looked back on ${n === 1 ? "has" : "have"} a final value; a projection needs 12.`
    : "Fewer than 6 of the months looked back on are above zero, so there is no level to project.";

const inShares = (made: Projection): Projection => {
  const shares = (values: readonly number[]): number[] => values.map((value) => value / 100);
  const { point, lo80, hi80, lo95, hi95 } = made;
  return {
    ...made,
    point: shares(point),
    lo80: shares(lo80),
    hi80: shares(hi80),
    lo95: shares(lo95),
    hi95: shares(hi95),
  };
};
