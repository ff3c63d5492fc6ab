import { compare, mean } from "./numbers.ts";
import type { Projection } from "./projection.ts";
import { finalValue, type SeriesPoint } from "./series.ts";
import { transformed } from "./transform.ts";

/** What must be kept of a published projection so that it can be drawn and judged once the months have been recorded. */
export type Vintage = Pick<Projection, "months" | "point" | "lo80" | "hi80" | "lo95" | "hi95" | "scale">;

/** Where what was recorded lies beside what had been projected. */
export type Verdict = "above" | "below" | "in-line";

export type Judgement = {
  /** The projected months with a final value, in time order. */
  readonly months: readonly { readonly month: string; readonly value: number; readonly verdict: Verdict }[];
  /** The last three of them together; null while there are fewer. */
  readonly lastMonths: {
    readonly months: readonly string[];
    /** Mean distance from the projection in standard deviations, on the scale where it was made. */
    readonly deviation: number;
    readonly verdict: Verdict;
  } | null;
};

/** "The last few months". */
const few = 3;
/** Standard deviations: three independent months have a mean beyond one by chance about one time in twelve. */
const notableDeviation = 1;
/** A series that never changed has no deviation to speak of; what is not the same is then far away, not infinitely so. */
const leastSd = 1e-9;

/** What is kept of a projection when it is published. */
export const vintageOf = (projection: Projection): Vintage => {
  const { months, point, lo80, hi80, lo95, hi95, scale } = projection;
  return { months, point, lo80, hi80, lo95, hi95, scale };
};

/**
 * What was recorded against an earlier projection: a month outside its 80% interval is above or below it, else in line; the
 * last three are above or below together if they are more than one standard deviation away in the mean.
 *
 * @param actuals months of the same series, in its unit, before or after as well; provisional ones are not judged
 */
export function judge(actuals: readonly SeriesPoint[], vintage: Vintage): Judgement {
  const recorded = new Map(actuals.map((point) => [point.period, finalValue(point)]));
  const judged = vintage.months.flatMap((month, i) => {
    const value = recorded.get(month) ?? null;
    if (value === null) return [];
    const verdict = beside(value, vintage.lo80[i] ?? value, vintage.hi80[i] ?? value);
    return [{ month, value, verdict, deviation: deviationAt(value, vintage, i) }];
  });
  return {
    months: judged.map(({ month, value, verdict }) => ({ month, value, verdict })),
    lastMonths: judged.length < few ? null : together(judged.slice(-few)),
  };
}

function together(judged: readonly { readonly month: string; readonly deviation: number }[]) {
  const deviation = mean(judged.map((month) => month.deviation)) ?? 0;
  const verdict = beside(deviation, -notableDeviation, notableDeviation);
  return { months: judged.map(({ month }) => month), deviation, verdict };
}

/** On a limit is in line. */
function beside(value: number, low: number, high: number): Verdict {
  if (compare(value, high) > 0) return "above";
  return compare(value, low) < 0 ? "below" : "in-line";
}

/**
 * Distance from the projection in standard deviations. A 0 has no logarithm: it counts as half the lower 95% limit, far below,
 * but not so far that the other two months no longer matter.
 */
function deviationAt(value: number, { lo95, scale }: Vintage, i: number): number {
  const { transform, centre, sd } = scale;
  const shown = transform === "log" && value <= 0 ? (lo95[i] ?? 0) / 2 : value;
  const z = transformed(transform, shown);
  return (z - (centre[i] ?? z)) / Math.max(sd[i] ?? 0, leastSd);
}
