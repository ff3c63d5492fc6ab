import { addMonths, financialYearStart } from "./calendar.ts";
import { sum } from "./numbers.ts";
import type { Projection } from "./projection.ts";
import type { Total, Window } from "./totals.ts";

/**
 * A projected total. The limits are the sums of the monthly 80% limits. Months do not all miss on the same side, so the total
 * lies between them more often than each month does: "at least 80%".
 */
export type ProjectedTotal = Window & {
  readonly point: number;
  readonly lo80: number;
  readonly hi80: number;
};

/** The projected months that are summed. */
type ProjectedMonths = Pick<Projection, "months" | "point" | "lo80" | "hi80">;

/** Total of all projected months, in the unit of the series; of counts only. @throws RangeError when there are none */
export function sumProjection({ months, point, lo80, hi80 }: ProjectedMonths): ProjectedTotal {
  const [from, to] = [months[0], months.at(-1)];
  if (from === undefined || to === undefined) throw new RangeError("there are no projected months to sum");
  return { from, to, point: sum(point), lo80: sum(lo80), hi80: sum(hi80) };
}

/** What the financial year will come to, or why it cannot be said. */
export type Outturn =
  | (ProjectedTotal & { readonly ok: true; readonly projectedMonths: readonly string[] })
  | {
      readonly ok: false;
      /** The year to date lacks a month, or the projection does not hold every month that is left. */
      readonly reason: "missing-months" | "projection-does-not-reach";
      readonly missing: readonly string[];
    };

/**
 * Outturn of a financial year: the year to date and what is projected for the rest of it.
 *
 * @param yearToDate April to a month, as `yearToDate` gives it
 * @param projection of the same series; months that are in the year to date, or after March, are left out
 */
export function inYearOutturn(yearToDate: Total, projection: ProjectedMonths): Outturn {
  if (yearToDate.value === null) return { ok: false, reason: "missing-months", missing: yearToDate.missing };
  const { from, to, value } = yearToDate;
  const remaining = monthsAfter(to);
  const missing = remaining.filter((month) => !projection.months.includes(month));
  if (missing.length > 0) return { ok: false, reason: "projection-does-not-reach", missing };
  const plus = (limits: readonly number[]): number =>
    value + sum(limits.filter((_, i) => remaining.includes(projection.months[i] ?? "")));
  const { point, lo80, hi80 } = projection;
  return {
    ok: true,
    from,
    to: addMonths(financialYearStart(to), 11),
    point: plus(point),
    lo80: plus(lo80),
    hi80: plus(hi80),
    projectedMonths: remaining,
  };
}

/** The months of the financial year after this one, to March. */
function monthsAfter(month: string): string[] {
  const year = financialYearStart(month);
  return Array.from({ length: 12 }, (_, i) => addMonths(year, i)).filter((other) => other > month);
}
