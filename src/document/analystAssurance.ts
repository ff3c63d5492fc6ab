import { compare } from "../analysis/numbers.ts";
import type { Analysis } from "./analysed.ts";
import { segmentOf, shownLimits } from "./analystLimits.ts";
import { levelText, stepsWord, valueText } from "./analystNumbers.ts";

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
      return `${withinLimits(analysis, wanted, range)} ${metSentence(analysis)}`;
  }
}

/** "met in some months and missed in others" only where both have happened. */
function withinLimits(analysis: Analysis, wanted: string, range: string): string {
  const { met, n } = metOf(analysis);
  const limits = shownLimits(analysis, analysis.control.points.length - 1);
  if (limits !== null && compare(limits.lower, limits.upper) === 0)
    return `The target is ${wanted}; as all values are alike, the limits do not say whether it will be met.`;
  return met > 0 && met < n
    ? `The target of ${wanted} is met ${preposition(analysis)} some ${stepsWord(analysis)} and missed ${preposition(analysis)} others by chance: it lies within the limits${range}.`
    : `The target of ${wanted} lies within the limits${range}, so that whether it is met is a matter of chance.`;
}

function metSentence(analysis: Analysis): string {
  const { met, n } = metOf(analysis);
  const since = analysis.control.segments.length > 1 ? " since the new baseline" : "";
  return `It was met ${preposition(analysis)} ${met === 0 ? "none" : met === n ? "all" : met} of ${n} ${stepsWord(analysis)}${since}.`;
}

/** A target is met in a month, but by a value. */
const preposition = ({ stated }: Analysis): string => (stated.steps === "order" ? "by" : "in");

/** How many values of the baseline in force met the target; provisional ones are not counted. */
function metOf(analysis: Analysis): { readonly met: number; readonly n: number } {
  const { target, improvementDirection } = analysis.stated.options;
  const { points, segments } = analysis.control;
  const values = points
    .slice(segments.at(-1)?.first ?? 0)
    .flatMap(({ value, provisional }) => (value === null || provisional ? [] : [value]));
  const missedSide = improvementDirection === "increase" ? -1 : 1;
  const met = values.filter((value) => compare(value, target ?? value) !== missedSide).length;
  return { met, n: values.length };
}
