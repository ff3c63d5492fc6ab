import type { Figure } from "./figure.ts";
import type { Register } from "./register.ts";

/** The numbers of a projected month: the point, and the limits of its 80% and 95% intervals. */
export const projectedNumbers = ["point", "lo80", "hi80", "lo95", "hi95"] as const;
export type ProjectedNumber = (typeof projectedNumbers)[number];

/** A projected month as a figure of the register; null where the series is not projected or not so far. */
export function projectedFigure(
  register: Register,
  measure: string,
  area: string,
  month: string,
  which: ProjectedNumber,
): Figure | null {
  const made = register.projection(measure, area);
  if (made === null || !made.ok) return null;
  const value = made[which][made.months.indexOf(month)];
  if (value === undefined) return null;
  const { unit, periods, decimals } = register.series(measure).facts.measure;
  return register.add({
    name: `${measure}${area === "force" ? "" : `.${area}`}.projected.${which}@${month}`,
    reference: { measure, area, category: null, period: month, statistic: "value" },
    value,
    ratio: null,
    rank: null,
    words: null,
    unit,
    decimals,
    signed: false,
    period: month,
    periodKind: periods,
    formula: `projection from ${made.n} months, average of exponential smoothing models (${made.model} weighs most)`,
    status: "published",
    reason: null,
    from: [],
  });
}
