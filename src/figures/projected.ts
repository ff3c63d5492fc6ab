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
  const { unit, decimals } = register.series(measure).facts.measure;
  return register.add({
    ...common(register, measure, area, month),
    name: `${measure}${area === "force" ? "" : `.${area}`}.projected.${which}@${month}`,
    value,
    unit,
    decimals,
    formula: `projection from ${made.n} months, average of exponential smoothing models (${made.model} weighs most)`,
  });
}

/** What a table prints of a financial year: the one before, what this one will come to with its 80% range, and the change in percent. */
export const outturnFormulas = {
  yearBefore: "sum of the months of the financial year before",
  outturn: "April to now + the projections of the months left",
  outturnLo80: "April to now + the lower ends of the 80% ranges of the months left",
  outturnHi80: "April to now + the upper ends of the 80% ranges of the months left",
  outturnChange: "100 × (outturn − financial year before) ÷ financial year before",
} as const;

/** Such a number of the force, listed as printed; `month` is the last of its year. */
export const outturnFigure = (
  register: Register,
  measure: string,
  month: string,
  which: keyof typeof outturnFormulas,
  value: number,
): Figure =>
  register.add({
    ...common(register, measure, "force", month),
    name: `${measure}.${which}@${month}`,
    value,
    unit: which === "outturnChange" ? "percent" : "count",
    decimals: which === "outturnChange" ? 1 : 0,
    signed: which === "outturnChange",
    formula: outturnFormulas[which],
  });

/** What a number of months ahead has like all others. */
const common = (register: Register, measure: string, area: string, month: string) => ({
  reference: { measure, area, category: null, period: month, statistic: "value" as const },
  ratio: null,
  rank: null,
  words: null,
  signed: false,
  period: month,
  periodKind: register.series(measure).facts.measure.periods,
  status: "published" as const,
  reason: null,
  from: [],
});
