import type { RuleNote } from "../analysis/chartChoice.ts";
import { fewRespondents } from "../analysis/chartChoice.ts";
import type { SegmentSpan } from "../analysis/segments.ts";
import type { ChartName, NoChartReason } from "../analysis/seriesChart.ts";
import type { Analysis } from "./analysed.ts";
import { centreWord, levelText, periodText, stepsWord } from "./analystNumbers.ts";
import { sentence } from "./words.ts";

const chartWords: Readonly<Record<ChartName, string>> = {
  xmr: "an XmR chart (single values and their moving ranges); the limits lie 2.66 mean moving ranges from the average",
  p: "a p chart of shares; the limits follow from each month’s base",
  pp: "a p′ chart of shares (Laney); the limits follow from each month’s base and from how much the shares vary beyond chance",
  u: "a u chart of rates; the limits follow from each month’s base",
  up: "a u′ chart of rates (Laney); the limits follow from each month’s base and from how much the rates vary beyond chance",
  c: "a c chart of counts; the limits lie three square roots of the average from it",
  g: "a g chart of what lies between rare events; the line in the middle is the median",
  t: "a t chart of the times between events; the limits are those of an XmR chart of the times to the power of 1/3.6",
};

/** How the numbers came about: chart and why, values and windows of the baselines, rules left out, and the projection. */
export function methodSentences(analysis: Analysis): string[] {
  return [
    ...chartSentences(analysis),
    ...analysis.control.segments.map((segment, i) => baselineSentence(analysis, segment, i)),
    ...screeningSentence(analysis),
    ...analysis.ruleNotes.map((note) => ruleNotes[note]),
    ...modelSentence(analysis),
    ...seasonCaution(analysis),
  ];
}

function chartSentences(analysis: Analysis): string[] {
  const { stated, chart, noChart } = analysis;
  if (noChart !== null) return [noChartText(noChart, analysis.why)];
  const asked = stated.chart === null ? "" : ", as asked for,";
  const own = analysis.why === null ? "" : `, the measure’s own choice: ${analysis.why.replace(/\.$/, "")}`;
  return [
    `The chart${asked} is ${chartWords[chart]}${own}.`,
    ...seasonSentence(analysis),
    ...rateSentence(analysis),
  ];
}

const seasonSentence = ({ seasonTakenOut }: Analysis): string[] =>
  seasonTakenOut
    ? ["The series is seasonal: each month’s own effect was taken out before the chart was made."]
    : [];

const rateSentence = (analysis: Analysis): string[] =>
  analysis.scale === "rate" ? ["Rates are for 1,000 of the base."] : [];

function noChartText(reason: NoChartReason, why: string | null): string {
  const text: Readonly<Record<NoChartReason, string>> = {
    "few-respondents": `With fewer than ${fewRespondents} asked a month single months say little, so they have no limits; twelve months are taken together.`,
    "mean-below-1":
      "With less than one a month most months are zero and every rule misfires, so there are no limits; twelve months are taken together. The days between events can be analysed with the charts g and t.",
    rolling:
      "Each value covers months that the one before it covers too, so neighbours move together and limits would mislead; the series is drawn as a line.",
    line: `The measure is drawn as a line, without limits: ${sentence(why ?? "")}`,
  };
  return text[reason];
}

/** "The average of 61 rests on 36 values, January 2017 to December 2019." */
function baselineSentence(analysis: Analysis, { baseline, mean, stage }: SegmentSpan, i: number): string {
  const window =
    baseline.from === baseline.to
      ? periodText(analysis, baseline.from)
      : `${periodText(analysis, baseline.from)} to ${periodText(analysis, baseline.to)}`;
  const which =
    analysis.control.segments.length === 1
      ? `The ${centreWord(analysis)}`
      : `The ${centreWord(analysis)} of baseline ${i + 1}`;
  if (mean === null || stage === "none")
    return `${which} is not set: ${window} has ${baseline.n === 1 ? "a single value" : "no value"}.`;
  return `${which}, ${levelText(analysis, mean)}, rests on ${baseline.n} ${stepsWord(analysis)}, ${window}.`;
}

function screeningSentence({ chart, stated, noChart }: Analysis): string[] {
  const moving = chart === "xmr" || chart === "t" || chart === "pp" || chart === "up";
  if (noChart !== null || !moving) return [];
  return stated.options.screenOutliers === false
    ? ["Unusually large steps from one value to the next were kept when the limits were set."]
    : ["Unusually large steps from one value to the next were left out when the limits were set."];
}

const ruleNotes: Readonly<Record<RuleNote, string>> = {
  "low-mean": "As the average is below 5, only values outside the limits count; trends and runs do not.",
  "seasonal-short-history":
    "The series is seasonal and too short to take the seasons out, so trends and runs do not count.",
  seasonal: "The series is seasonal, so trends and runs do not count.",
};

/** What a model of exponential smoothing holds, by its name. */
const modelWords: Readonly<Record<string, string>> = {
  ANN: "a level that moves, without trend or seasons",
  AAN: "a trend, without seasons",
  AAdN: "a trend that wears off, without seasons",
  ANA: "seasons, without a trend",
  AAA: "a trend and seasons",
  AAdA: "a trend that wears off, and seasons",
};

function modelSentence({ projection, stated }: Analysis): string[] {
  if (projection === null) return [];
  const { n, model } = projection;
  const words = modelWords[model];
  return [
    `The projection is the average of several models of exponential smoothing, fitted to ${n} months (it looks back on ${stated.projection.window} at most); ${model} has the most weight${words === undefined ? "" : `: ${words}`}.`,
  ];
}

/** Where a projection finds seasons, the shifts and trends that were found may be no more than these. */
function seasonCaution({ projection, seasonTakenOut, control, noChart }: Analysis): string[] {
  const seasons = projection?.model.endsWith("A") === true && !seasonTakenOut && noChart === null;
  const found = control.points.some(({ hits }) => hits.run !== 0 || hits.trend !== 0);
  return seasons && found
    ? ["As the series may have seasons, a shift or a trend may be no more than the time of year."]
    : [];
}
