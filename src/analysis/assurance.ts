import { compare } from "./numbers.ts";
import type { ImprovementDirection } from "./pointType.ts";

/** Whether the process as it stands will meet its target: always, never, or by chance from month to month. */
export type AssuranceType = "consistent_pass" | "consistent_fail" | "inconsistent";

/**
 * Target against the limits at the last point, all in the unit of the values.
 *
 * @returns null without a target or when neither direction is better; a target on a limit is inconsistent, and so is one
 *   where there are no limits yet
 *
 * Source: NHSRplotthedots 0.2.2 `ptd_calculate_assurance_type.R`.
 */
export function assuranceType(
  target: number | null,
  limits: { readonly lcl: number; readonly ucl: number } | null,
  improvementDirection: ImprovementDirection,
): AssuranceType | null {
  if (target === null || improvementDirection === "neutral") return null;
  if (limits === null) return "inconsistent";
  const above = compare(target, limits.ucl) > 0;
  const below = compare(target, limits.lcl) < 0;
  if (!above && !below) return "inconsistent";
  return below === (improvementDirection === "increase") ? "consistent_pass" : "consistent_fail";
}
