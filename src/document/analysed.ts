import { type Projection, project } from "../analysis/projection.ts";
import { type ProposedRebase, proposedRebase } from "../analysis/rebase.ts";
import { type ChartableSeries, chosenChart, givenChart, type SeriesChart } from "../analysis/seriesChart.ts";
import type { StatedSeries, StatedSlot } from "./statedSeries.ts";

/** A series from outside any report, analysed. */
export type Analysis = Omit<SeriesChart, "effects"> & {
  readonly stated: StatedSeries;
  readonly seasonTakenOut: boolean;
  readonly proposedRebase: readonly ProposedRebase[];
  readonly projection: Projection | null;
  /** Why there is no projection, as a sentence; null where there is one. */
  readonly projectionReason: string | null;
};

/** Control chart, proposed baselines and projection of a series whose numbers have been checked. */
export function analysed(stated: StatedSeries): Analysis {
  const { options, chart, override } = stated;
  const series = chartable(stated);
  const { effects, ...made } =
    chart === null ? chosenChart(series, options, override) : givenChart(chart, series, options);
  return {
    ...made,
    stated,
    seasonTakenOut: effects !== null,
    proposedRebase: made.ruleProfile.rules.includes("run") ? proposedRebase(made.charted, options) : [],
    ...projected(stated, made),
  };
}

function chartable(stated: StatedSeries): ChartableSeries {
  const { slots, bases, seasonal } = stated;
  return {
    kind: kindOf(stated),
    counts: slots.map(({ period, value, status }) => ({
      period,
      value,
      provisional: status === "provisional",
    })),
    bases: bases === "none" ? null : slots.map(({ period, denominator }) => ({ period, value: denominator })),
    seasonal,
  };
}

function kindOf({ bases, slots, unit }: StatedSeries): ChartableSeries["kind"] {
  if (bases === "population" || (bases === "asked" && slots.some(isMoreThanBase))) return "rate";
  if (bases === "asked") return "survey";
  const whole = slots.every(({ value }) => value === null || (Number.isInteger(value) && value >= 0));
  return unit === "count" && whole ? "count" : "other";
}

const isMoreThanBase = ({ value, denominator }: StatedSlot): boolean =>
  value !== null && denominator !== null && value > denominator;

function projected(
  stated: StatedSeries,
  { scale, values }: Pick<SeriesChart, "scale" | "values">,
): Pick<Analysis, "projection" | "projectionReason"> {
  const none = (projectionReason: string) => ({ projection: null, projectionReason });
  if (stated.steps !== "month") return none("Only a series of months is projected.");
  const share = scale === "share";
  const factor = share ? 100 : 1;
  const slots = values.map((slot) => ({
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
