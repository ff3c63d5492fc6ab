import type { RuleProfile } from "./ruleProfile.ts";
import { firstSide, type RuleHits } from "./rules.ts";

/** Which way the measure should move; neutral where neither way is good or bad. */
export type ImprovementDirection = "increase" | "decrease" | "neutral";

/** The first rule that a point meets, worded as in NHSRplotthedots; the numbers are those of the rule profile. */
export type SpecialCauseType =
  | "Common Cause"
  | "Above UCL"
  | "Below LCL"
  | `${6 | 7} Point Trend (${"Increasing" | "Decreasing"})`
  | `2 in 3 ${"Above" | "Below"} CL`
  | `${7 | 8} Points ${"Above" | "Below"} CL`;

export type PointType =
  | "common_cause"
  | "special_cause_improvement"
  | "special_cause_concern"
  | "special_cause_neutral_high"
  | "special_cause_neutral_low";

/** Name of the first rule that holds: outside limits, then trend, two in three, and run. */
export function specialCauseType(hits: RuleHits, profile: RuleProfile): SpecialCauseType {
  if (hits.outsideLimits !== 0) return hits.outsideLimits > 0 ? "Above UCL" : "Below LCL";
  if (hits.trend !== 0)
    return `${profile.trendLength} Point Trend (${hits.trend > 0 ? "Increasing" : "Decreasing"})`;
  if (hits.twoInThree !== 0) return `2 in 3 ${hits.twoInThree > 0 ? "Above" : "Below"} CL`;
  if (hits.run !== 0) return `${profile.runLength} Points ${hits.run > 0 ? "Above" : "Below"} CL`;
  return "Common Cause";
}

/** What the special cause means for the measure. The first rule that holds decides between high and low. */
export function pointType(hits: RuleHits, improvementDirection: ImprovementDirection): PointType {
  const side = firstSide(hits);
  if (side === 0) return "common_cause";
  if (improvementDirection === "neutral")
    return side > 0 ? "special_cause_neutral_high" : "special_cause_neutral_low";
  return side > 0 === (improvementDirection === "increase")
    ? "special_cause_improvement"
    : "special_cause_concern";
}
