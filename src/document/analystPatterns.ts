import type { ControlPoint } from "../analysis/controlChart.ts";
import type { RuleHits, Side } from "../analysis/rules.ts";
import type { Analysis } from "./analysed.ts";
import { segmentOf } from "./analystLimits.ts";
import { centreWord, levelText, periodText, stepsWord } from "./analystNumbers.ts";
import { listed, numberWord } from "./words.ts";

/** Points next to each other for which one rule holds on one side, within one segment. */
type Stretch = { readonly from: number; readonly to: number; readonly side: Side };

/** Shifts, trends, near misses, and the new baselines that they suggest. */
export function patternSentences(analysis: Analysis): string[] {
  if (analysis.noChart !== null || isEarly(analysis, analysis.control.points.length - 1)) return [];
  const shifts = stretches(analysis, "run").map((stretch) => shiftSentence(analysis, stretch));
  const trends = stretches(analysis, "trend").map((stretch) => trendSentence(analysis, stretch));
  const close = stretches(analysis, "twoInThree");
  const found = [...shifts, ...trends, ...closeSentence(analysis, close)];
  return [...(found.length > 0 ? found : noneSentence(analysis)), ...proposalSentences(analysis)];
}

function noneSentence(analysis: Analysis): string[] {
  const { ruleProfile } = analysis;
  const looked = ruleProfile.rules.includes("run") || ruleProfile.rules.includes("trend");
  return looked
    ? [`There is no shift to one side of the ${centreWord(analysis)} and no steady rise or fall.`]
    : [];
}

function stretches(analysis: Analysis, rule: keyof RuleHits): Stretch[] {
  const found: Stretch[] = [];
  analysis.control.points.forEach(({ hits, rebaseGroup }, at) => {
    const side = hits[rule];
    const last = found.at(-1);
    if (side === 0 || isEarly(analysis, at)) return;
    const goesOn =
      last?.to === at - 1 && last.side === side && groupAt(analysis.control.points, last.to) === rebaseGroup;
    if (goesOn && last !== undefined) found[found.length - 1] = { ...last, to: at };
    else found.push({ from: at, to: at, side });
  });
  return found;
}

const groupAt = (points: readonly ControlPoint[], at: number): number | undefined => points[at]?.rebaseGroup;

/** Patterns of six values and fewer are no patterns. */
const isEarly = (analysis: Analysis, at: number): boolean => {
  const stage = segmentOf(analysis, at)?.stage ?? "none";
  return stage === "none" || stage === "mean only";
};

const between = (analysis: Analysis, { from, to }: Stretch): string => {
  const name = (at: number): string => periodText(analysis, analysis.control.points[at]?.period ?? "");
  return `${name(from)} to ${name(to)}`;
};

const lengthOf = (analysis: Analysis, { from, to }: Stretch): string =>
  `${numberWord(to - from + 1)} ${stepsWord(analysis)}`;

function shiftSentence(analysis: Analysis, stretch: Stretch): string {
  const side = stretch.side > 0 ? "above" : "below";
  return `A shift: all ${lengthOf(analysis, stretch)} from ${between(analysis, stretch)} lie ${side} the ${centreWord(analysis)}.`;
}

function trendSentence(analysis: Analysis, stretch: Stretch): string {
  const way = stretch.side > 0 ? "rises" : "falls";
  return `A trend: from ${between(analysis, stretch)} each value ${way} on the one before (${lengthOf(analysis, stretch)}).`;
}

/** Values that come close to one limit, two in three. */
function closeSentence(analysis: Analysis, found: readonly Stretch[]): string[] {
  const { points } = analysis.control;
  return ([1, -1] as const).flatMap((side) => {
    const all = found.filter((stretch) => stretch.side === side);
    const names = all.flatMap(({ from, to }) =>
      points.slice(from, to + 1).map(({ period }) => periodText(analysis, period)),
    );
    if (names.length === 0) return [];
    return [
      `Close to the ${side > 0 ? "upper" : "lower"} limit, two out of three in a row: ${listed(names)}.`,
    ];
  });
}

/** Twelve values, and eight on one side of their average. */
const leastForProposal = 20;

/** New averages that the series seems to have taken; a person decides. */
function proposalSentences(analysis: Analysis): string[] {
  const proposals = analysis.proposedRebase.map(
    ({ start, detectedAt, direction, from, to }) =>
      `A new baseline is proposed from ${periodText(analysis, start)}: by ${periodText(analysis, detectedAt)} eight ${stepsWord(analysis)} in a row lay ${direction === "increased" ? "above" : "below"} the average before them; it ${direction} from ${levelText(analysis, from)} to ${levelText(analysis, to)}.`,
  );
  const advice =
    "Ordinary series show such a step too (15 to 34 in 100 of three years), so confirm it only where the reason for the change is known.";
  if (proposals.length > 0) return [...proposals, advice];
  const enough =
    analysis.control.points.length >= leastForProposal && analysis.ruleProfile.rules.includes("run");
  return enough ? ["No new baseline is proposed."] : [];
}
