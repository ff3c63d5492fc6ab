import { compare, isNumber } from "../analysis/numbers.ts";
import type { Analysis } from "./analysed.ts";
import { assuranceSentences } from "./analystAssurance.ts";
import { exceptionalAt, segmentOf, shownLimits } from "./analystLimits.ts";
import { methodSentences } from "./analystMethod.ts";
import { atPeriod, centreWord, levelText, periodText, stepsWord, valueText } from "./analystNumbers.ts";
import { patternSentences } from "./analystPatterns.ts";
import { projectionSentences } from "./analystProjection.ts";
import { rollingYear } from "./analystRolling.ts";
import { capitalised, listed, numberWord } from "./words.ts";
import { wrapped } from "./wrapped.ts";

/**
 * The analysis as a short note in plain words: what the series is, where the latest value stands, what is exceptional, shifts,
 * proposed baselines, the target, the projection, and how it was done.
 */
export function analystNote(analysis: Analysis): string {
  const paragraphs = [
    `${analysis.stated.title}: ${capitalised(extent(analysis))}.`,
    [...latestSentences(analysis), ...statusSentences(analysis)].join(" "),
    exceptionalSentence(analysis),
    patternSentences(analysis).join(" "),
    assuranceSentences(analysis).join(" "),
    projectionSentences(analysis).join(" "),
    `How this was done. ${methodSentences(analysis).join(" ")}`,
    readingParagraph(analysis),
  ];
  return paragraphs
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => wrapped(paragraph))
    .join("\n\n");
}

function readingParagraph({ stated }: Analysis): string {
  return stated.remarks.length === 0 ? "" : `How the file was read. ${stated.remarks.join(" ")}`;
}

/** "36 months, January 2017 to December 2019, of which April 2018 is missing" */
function extent(analysis: Analysis): string {
  const { points } = analysis.control;
  const [first, last] = [points[0], points.at(-1)];
  const missing = points
    .filter(({ value }) => value === null)
    .map(({ period }) => periodText(analysis, period));
  const count = `${points.length} ${points.length === 1 ? stepsWord(analysis).slice(0, -1) : stepsWord(analysis)}`;
  const window =
    first === undefined || last === undefined || first === last
      ? periodText(analysis, first?.period ?? "")
      : `${periodText(analysis, first.period)} to ${periodText(analysis, last.period)}`;
  const gaps =
    missing.length === 0
      ? ""
      : `; ${missing.length > 6 ? `${missing.length} have no value` : `there is no value for ${listed(missing)}`}`;
  return `${count}, ${window}${gaps}`;
}

/** The latest value, against average and limits as far as there are enough values for them. */
function latestSentences(analysis: Analysis): string[] {
  const { points } = analysis.control;
  const at = points.findLastIndex(({ value }) => value !== null);
  const point = points[at];
  if (point === undefined || point.value === null) return ["There is no value."];
  const counted = analysis.noChart === null ? against(analysis, at) : "";
  const late = at < points.length - 1 ? `, the latest of the ${stepsWord(analysis)} that has a value,` : "";
  const own = `${capitalised(atPeriod(analysis, point.period))}${late} the ${point.provisional ? "provisional " : ""}value ${analysis.seasonTakenOut ? "without its season " : ""}was ${valueText(analysis, point.value)}${unitWords(analysis)}${counted}.`;
  const provisional = point.provisional
    ? ["As it may still change, it is left out of the average, the limits and the rules."]
    : [];
  return [own, ...standing(analysis, at), ...rollingYear(analysis).sentences, ...provisional];
}

/** How many values are not simply published. */
function statusSentences({ stated }: Analysis): string[] {
  const told = (["estimated", "revised", "suppressed"] as const).flatMap((status) => {
    const count = stated.slots.filter((slot) => slot.status === status).length;
    return count === 0 ? [] : [`${numberWord(count)} ${count === 1 ? "is" : "are"} ${status}`];
  });
  return told.length === 0 ? [] : [`Of the ${stated.slots.length} values ${listed(told)}.`];
}

const unitWords = (analysis: Analysis): string => (analysis.scale === "rate" ? " for 1,000 of the base" : "");

/** ", above the average of 61" */
function against(analysis: Analysis, at: number): string {
  const { relativeToMean, mean, value } = analysis.control.points[at] ?? {};
  const n = segmentOf(analysis, at)?.baseline.n ?? 0;
  if (mean === null || mean === undefined || !isNumber(value ?? null) || n < 2) return "";
  const side =
    relativeToMean === null || relativeToMean === undefined
      ? "against"
      : ["below", "on", "above"][relativeToMean + 1];
  return `, ${side} the ${centreWord(analysis)} of ${levelText(analysis, mean)}`;
}

function standing(analysis: Analysis, at: number): string[] {
  const limits = shownLimits(analysis, at);
  const stage = segmentOf(analysis, at)?.stage ?? "none";
  const point = analysis.control.points[at];
  if (analysis.noChart !== null || point === undefined || point.provisional) return [];
  if (limits === null)
    return [
      `There are too few values for limits: ${stage === "none" ? "an average needs two, limits six" : "six are needed"}.`,
    ];
  const range = `${levelText(analysis, limits.lower)} to ${levelText(analysis, limits.upper)}`;
  if (stage === "trial")
    return [
      `The trial limits run from ${range}; they may still move, and nothing is called exceptional before 13 values.`,
    ];
  const side = exceptionalAt(analysis, at);
  if (compare(limits.lower, limits.upper) === 0 && side === null)
    return ["All values of this baseline are alike, so there is no variation to judge by."];
  const pattern = point.hits.trend !== 0 ? "trend" : point.hits.run !== 0 ? "shift" : null;
  const judged =
    pattern === null
      ? "an ordinary value for this series."
      : `by itself an ordinary value, but part of a ${pattern}.`;
  return side === null
    ? [`That is within the limits of ${range}: ${judged}`]
    : [
        `That is ${side === "high" ? "above the upper" : "below the lower"} limit (the limits are ${range}): an exceptional value.`,
      ];
}

const mostNamed = 12;

/** Every exceptional period with its value and the limit that it passed. */
function exceptionalSentence(analysis: Analysis): string {
  const { points, segments } = analysis.control;
  if (analysis.noChart !== null || !segments.some(({ stage }) => stage === "full")) return "";
  const found = points.flatMap(({ period, value }, at) => {
    const [side, limits] = [exceptionalAt(analysis, at), shownLimits(analysis, at)];
    if (side === null || limits === null || value === null) return [];
    const limit =
      side === "high"
        ? `above the upper limit of ${levelText(analysis, limits.upper)}`
        : `below the lower limit of ${levelText(analysis, limits.lower)}`;
    return [`${periodText(analysis, period)} (${valueText(analysis, value)}, ${limit})`];
  });
  if (found.length === 0)
    return `No value lies outside the limits, so none is exceptional.${cutWords(analysis)}`;
  const more = found.length - mostNamed;
  const named = more > 0 ? [...found.slice(-mostNamed), `${more} earlier`] : found;
  return `Exceptional, that is outside the limits: ${listed(named)}.${cutWords(analysis)}`;
}

/** Where a limit lies beyond what is possible, nothing can be exceptional on that side. */
function cutWords(analysis: Analysis): string {
  const cut = shownLimits(analysis, analysis.control.points.length - 1)?.cut ?? null;
  return cut === null
    ? ""
    : ` A value cannot be exceptionally ${cut}, as the ${cut === "low" ? "lower" : "upper"} limit lies beyond what is possible.`;
}
