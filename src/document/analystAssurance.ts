import type { Analysis } from "./analysed.ts";
import { segmentOf, shownLimits } from "./analystLimits.ts";
import { levelText, valueText } from "./analystNumbers.ts";

/** What the limits promise of the target; empty where there is none. */
export function assuranceSentences(analysis: Analysis): string[] {
  const { target, improvementDirection } = analysis.stated.options;
  if (target === null || analysis.noChart !== null) return [];
  const text = valueText(analysis, target);
  if (improvementDirection === "neutral")
    return [
      `The target is ${text}; whether it is met cannot be said until it is known whether more or less is better (\`improvementDirection\`).`,
    ];
  const at = analysis.control.points.length - 1;
  if (segmentOf(analysis, at)?.stage !== "full" || shownLimits(analysis, at) === null)
    return [`There are too few values to say whether the target of ${text} can be met; 13 are needed.`];
  return [verdict(analysis, `${text} or ${improvementDirection === "increase" ? "more" : "less"}`)];
}

function verdict(analysis: Analysis, wanted: string): string {
  const limits = shownLimits(analysis, analysis.control.points.length - 1);
  const range =
    limits === null
      ? ""
      : `, which run from ${levelText(analysis, limits.lower)} to ${levelText(analysis, limits.upper)}`;
  switch (analysis.control.assuranceType) {
    case "consistent_pass":
      return `The target of ${wanted} is met reliably: it lies outside the limits${range}, on the side that ordinary values do not reach.`;
    case "consistent_fail":
      return `The target of ${wanted} will not be met as things stand: it lies outside the limits${range}. Something would have to change.`;
    default:
      return `The target of ${wanted} is met in some months and missed in others by chance: it lies within the limits${range}.`;
  }
}
