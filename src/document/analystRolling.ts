import { rollingShare, rollingTotal } from "../analysis/totals.ts";
import type { Analysis } from "./analysed.ts";
import { formatNumber } from "./format.ts";
import { periodLabel } from "./periods.ts";

/** The last twelve months of a series that has no control chart of single months, for each month that has twelve behind it. */
export type RollingYear = {
  readonly sentences: readonly string[];
  readonly points: readonly { readonly month: string; readonly value: number | null }[];
  readonly text: (value: number) => string;
};

/** Sums of counts, or shares of sums; none for series with a control chart, or not of months. */
export function rollingYear(analysis: Analysis): RollingYear {
  const { stated, noChart } = analysis;
  const share = analysis.scale === "share";
  const text = (value: number): string =>
    formatNumber(value, share ? "percent" : stated.unit, share ? 1 : stated.decimals);
  const adds = share || stated.unit === "count";
  if (noChart === null || stated.steps !== "month" || !adds) return { sentences: [], points: [], text };
  const slots = stated.slots.map(({ period, value, denominator }) => ({
    period,
    value,
    numerator: value,
    denominator,
  }));
  const points = slots.slice(11).map(({ period }) => ({
    month: period,
    value: (share ? rollingShare(slots, period) : rollingTotal(slots, period)).value,
  }));
  const last = points.findLast(({ value }) => value !== null);
  if (last === undefined || last.value === null) return { sentences: [], points, text };
  const sentence = share
    ? `Over the twelve months to ${periodLabel("month", last.month)} the share was ${text(last.value)}.`
    : `The twelve months to ${periodLabel("month", last.month)} add up to ${text(last.value)}.`;
  return { sentences: [sentence], points, text };
}
