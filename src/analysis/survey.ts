import { type Comparison, directed, inPoints } from "./comparison.ts";
import { sum } from "./numbers.ts";
import { overlap, type Span } from "./periods.ts";

/** Answers to one question of a survey: how many of those asked, in the months from `from` to `to`. */
export type Answers = Span & {
  /** Respondents who gave the answer, of all `surveyed`. */
  readonly numerator: number;
  readonly surveyed: number;
};

/** Bounds in percent, 0 to 100. */
export type Interval = { readonly lower: number; readonly upper: number };

export type SurveyComparison = Comparison & {
  readonly test: "z" | "fisher";
  /** 95% Wilson interval of the current percentage. */
  readonly interval: Interval;
};

/** Two-sided 95% point of the normal distribution, and the chance that it leaves. */
const normal95 = 1.96;
const significanceLevel = 0.05;
/** With fewer expected answers in a cell the normal approximation fails, and Fisher's exact test takes its place. */
const leastExpected = 5;

/**
 * A survey's percentage against an earlier one: "in-line" (no significant change) unless a test at 5% says otherwise, then
 * "significant". The test is the pooled two-proportion z test, or Fisher's exact test where an expected cell is below 5.
 *
 * @throws RangeError when nobody was asked, the answers are more than the respondents, or the two share months: a rolling
 *   figure is never tested against last month's, which has 11 of its 12 months
 */
export function compareSurveys(current: Answers, base: Answers): SurveyComparison {
  if (overlap(current, base))
    throw new RangeError(`${current.from}/${current.to} and ${base.from}/${base.to} share months`);
  const test = smallestExpected(current, base) < leastExpected ? "fisher" : "z";
  const significant =
    test === "fisher"
      ? fisherExact(current, base) < significanceLevel
      : Math.abs(pooledZ(current, base)) >= normal95;
  const [now, before] = [percentage(current), percentage(base)];
  return {
    ...inPoints(now, before),
    ...directed(now, before, significant ? "significant" : "in-line"),
    test,
    interval: wilsonInterval(current),
  };
}

type Proportion = Pick<Answers, "numerator" | "surveyed">;

/** z of the difference of two proportions, with their pooled standard error; 0 when all answers agree. */
export function pooledZ(a: Proportion, b: Proportion): number {
  const pooled = pooledShare(a, b);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.surveyed + 1 / b.surveyed));
  return error === 0 ? 0 : (a.numerator / a.surveyed - b.numerator / b.surveyed) / error;
}

/**
 * 95% confidence interval of a proportion, in percent.
 *
 * @throws RangeError when nobody was asked or the answers are more than the respondents
 *
 * Source: Wilson's score interval, method 3 of Newcombe (1998), Statistics in Medicine 17, 857-872.
 */
export function wilsonInterval({ numerator, surveyed }: Proportion): Interval {
  checkProportion({ numerator, surveyed });
  const share = numerator / surveyed;
  const squared = normal95 ** 2;
  const centre = share + squared / (2 * surveyed);
  const spread = normal95 * Math.sqrt((share * (1 - share)) / surveyed + squared / (4 * surveyed ** 2));
  const scale = 100 / (1 + squared / surveyed);
  return { lower: Math.max(0, (centre - spread) * scale), upper: Math.min(100, (centre + spread) * scale) };
}

/**
 * Two-sided p value of Fisher's exact test: the chance of a table as unlikely as this one, its margins given.
 *
 * Source: as R's `fisher.test`, which also takes tables within 1e-7 of the observed one as equally likely.
 */
export function fisherExact(a: Proportion, b: Proportion): number {
  const answered = a.numerator + b.numerator;
  const asked = a.surveyed + b.surveyed;
  const least = Math.max(0, answered - b.surveyed);
  const most = Math.min(a.surveyed, answered);
  const logFactorial = logFactorials(asked);
  const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  const chance = (k: number) =>
    Math.exp(logChoose(a.surveyed, k) + logChoose(b.surveyed, answered - k) - logChoose(asked, answered));
  const observed = chance(a.numerator) * (1 + 1e-7);
  const tables = Array.from({ length: most - least + 1 }, (_, i) => chance(least + i));
  return Math.min(1, sum(tables.filter((each) => each <= observed)));
}

function logFactorials(most: number): (n: number) => number {
  const logs = [0];
  for (let n = 1; n <= most; n++) logs.push((logs[n - 1] ?? 0) + Math.log(n));
  return (n) => logs[n] ?? 0;
}

function percentage(answers: Proportion): number {
  checkProportion(answers);
  return (100 * answers.numerator) / answers.surveyed;
}

function smallestExpected(a: Proportion, b: Proportion): number {
  const pooled = pooledShare(a, b);
  return Math.min(pooled, 1 - pooled) * Math.min(a.surveyed, b.surveyed);
}

function pooledShare(a: Proportion, b: Proportion): number {
  checkProportion(a);
  checkProportion(b);
  return (a.numerator + b.numerator) / (a.surveyed + b.surveyed);
}

function checkProportion({ numerator, surveyed }: Proportion): void {
  if (
    !Number.isInteger(numerator) ||
    !Number.isInteger(surveyed) ||
    numerator < 0 ||
    surveyed < 1 ||
    numerator > surveyed
  )
    throw new RangeError(`${numerator} of ${surveyed} is not a number of respondents`);
}
