import type { ControlPoint } from "../analysis/controlChart.ts";
import type { Analysis } from "./analysed.ts";

/** The names of a point's facts in the JSON, as in the reference charts: one array of each. */
const columns = [
  "mean",
  "ucl",
  "lcl",
  "rebaseGroup",
  "relativeToMean",
  "outsideLimits",
  "closeToLimits",
  "specialCauseType",
  "specialCauseFlag",
  "pointType",
  "shortGroupWarning",
] as const satisfies readonly (keyof ControlPoint)[];

/**
 * The analysis as plain data for other programs: an array element for each month, missing ones included.
 *
 * Limits are there from the second value on and, in an XmR chart, not cut at zero. For p, p', u and u' `values` are the
 * counts, and `mean`, `ucl`, `lcl` and the projection are shares or rates for one of the base.
 */
export function analysisJson(analysis: Analysis) {
  const { stated, chart, control, proposedRebase, projectionReason } = analysis;
  return {
    title: stated.title,
    chart,
    noChartReason: analysis.noChart,
    rules: analysis.ruleProfile.rules,
    months: stated.steps === "order" ? orderLabels(stated.labels) : stated.slots.map(({ period }) => period),
    values: stated.slots.map(({ value }) => value),
    ...(stated.bases === "none" ? {} : { denominators: stated.slots.map(({ denominator }) => denominator) }),
    ...(analysis.seasonTakenOut ? { residuals: analysis.charted.map(({ value }) => value) } : {}),
    ...Object.fromEntries(columns.map((name) => [name, control.points.map((point) => point[name])])),
    variationType: control.variationType,
    assuranceType: control.assuranceType,
    proposedRebase: proposedRebase.map((step) => ({
      ...step,
      start: nameOf(analysis, step.start),
      detectedAt: nameOf(analysis, step.detectedAt),
    })),
    projection: projectionJson(analysis),
    projectionReason,
    remarks: stated.remarks,
  };
}

/** Null where no event has a label. */
const orderLabels = (labels: readonly (string | null)[]): readonly (string | null)[] | null =>
  labels.some((label) => label !== null) ? labels : null;

/** A period as it was given: of an event its label, or its number from 1. */
function nameOf({ stated }: Analysis, period: string): string {
  return stated.steps === "order" ? (stated.labels[Number(period) - 1] ?? String(Number(period))) : period;
}

function projectionJson({ projection }: Analysis) {
  if (projection === null) return null;
  const { months, point, lo80, hi80, lo95, hi95, model, indicative, interpolated, n } = projection;
  return { months, point, lo80, hi80, lo95, hi95, model, indicative, interpolated, n };
}
