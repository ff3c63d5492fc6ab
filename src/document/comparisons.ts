import {
  type Comparison,
  compareCounts,
  comparePercentages,
  compareWithAverage,
  directed,
  inPoints,
} from "../analysis/comparison.ts";
import { compare } from "../analysis/numbers.ts";
import { overlap, spanOf } from "../analysis/periods.ts";
import { compareSurveys } from "../analysis/survey.ts";
import type { Figure } from "../figures/figure.ts";
import type { Register } from "../figures/register.ts";
import { answersOf } from "../figures/surveys.ts";
import type { Unit } from "../model/measure.ts";
import { ask, measureOf } from "./asked.ts";

/** What a value is held against. */
export type Base = "previous" | "yearAgo" | "mean";

/**
 * What a comparison rests on: the bands of its unit; a test of significance, for surveys whose numbers of answers are known; or
 * the bare sign, where nothing more can be said.
 */
export type Judged = Comparison & { readonly by: "bands" | "test" | "sign" };

/**
 * A value of an area, the latest unless a period is named, against a base, by the rules for its unit; null where either is
 * missing, and where the two are of a survey and share months.
 */
export function comparisonWith(
  register: Register,
  id: string,
  area: string,
  base: Base,
  category: string | null = null,
  period: string | null = null,
): Judged | null {
  const value = ask(register, id, { area, category, period });
  const other = ask(register, id, { area, category, period, statistic: base });
  if (value.value === null || other.value === null) return null;
  const { unit, survey } = measureOf(register, id);
  if (survey !== undefined) return base === "mean" ? null : surveyComparison(register, value, other);
  if (unit === "rank") return bySign(value.value, other.value);
  return { ...bandComparison(register, value, other, base), by: "bands" };
}

function bandComparison(register: Register, value: Figure, other: Figure, base: Base): Comparison {
  const { measure: id, area, category } = value.reference;
  const [now, before] = [value.value ?? 0, other.value ?? 0];
  const { unit, survey } = measureOf(register, id);
  if (unit === "percent" && survey === undefined) return comparePercentages(now, before);
  if (base === "mean" || unit !== "count")
    return compareWithAverage(now, before, base === "mean" ? exceptionalNow(register, value) : neither);
  const chart = register.chart(id, area, category);
  return compareCounts(now, before, chart?.segments.at(-1)?.meanMovingRange ?? null);
}

/** Two values of a survey: tested where the answers are known, by sign where they are not, and not at all where months are shared. */
function surveyComparison(register: Register, value: Figure, other: Figure): Judged | null {
  const { measure: id, area, category } = value.reference;
  const measure = measureOf(register, id);
  if (other.period === null || shareMonths(register, id, value.period, other.period)) return null;
  const answers = (period: string | null) =>
    period === null ? null : answersOf(measure, register.series(id).at(period, area, category));
  const [now, before] = [answers(value.period), answers(other.period)];
  if (now !== null && before !== null) return { ...compareSurveys(now, before), by: "test" };
  return bySign(value.value ?? 0, other.value ?? 0);
}

/** Whether two values of a survey rest in part on the same months; false for what is no survey. */
export function shareMonths(register: Register, id: string, a: string | null, b: string | null): boolean {
  const { periods, survey } = measureOf(register, id);
  if (survey === undefined || a === null || b === null) return false;
  return overlap(spanOf(periods, a, survey.months), spanOf(periods, b, survey.months));
}

/** Higher, lower or the same, and nothing of the size. */
function bySign(now: number, before: number): Judged {
  const size = compare(now, before) === 0 ? "in-line" : "plain";
  return { ...inPoints(now, before), ...directed(now, before, size), by: "sign" };
}

const neither = { now: null, before: null } as const;

function exceptionalNow(register: Register, { reference, period }: Figure) {
  const chart = register.chart(reference.measure, reference.area, reference.category);
  const before = ask(register, reference.measure, {
    area: reference.area,
    category: reference.category,
    period: reference.period,
    statistic: "previous",
  });
  const at = (p: string | null) => (p === null ? null : (chart?.exceptionalAt(p) ?? null));
  return { now: at(period), before: at(before.period) };
}

const nouns: Readonly<Record<Comparison["size"], string>> = {
  "in-line": "",
  slight: "slight ",
  plain: "",
  notable: "notable ",
  significant: "significant ",
};

/** "a slight increase", "a notable decrease", "little change", of a survey "no significant change": for running text. */
export function changeWords({ direction, size, by }: Judged, unit: Unit): string {
  if (direction === "none")
    return { bands: "little change", test: "no significant change", sign: "no change" }[by];
  if (unit === "rank") return moreAndLess(unit)[direction === "increase" ? 0 : 1];
  const noun = direction === "increase" ? "increase" : "decrease";
  return `${/^[aeiou]/.test(nouns[size] || noun) ? "an" : "a"} ${nouns[size]}${noun}`;
}

/** How large a difference is, before "more", "higher" or "above". */
export const adverbs: Readonly<Record<Comparison["size"], string>> = {
  "in-line": "",
  slight: "slightly ",
  plain: "",
  notable: "notably ",
  significant: "significantly ",
};

/** What more and less of a unit are called: a place is the higher, the smaller its number. */
export function moreAndLess(unit: Unit): readonly [string, string] {
  if (unit === "count") return ["more", "fewer"];
  return unit === "rank" ? ["a lower place", "a higher place"] : ["higher", "lower"];
}

/** "slightly more than in November", "in line with the year to March": a value against that of another period, "in November". */
export function againstPeriod({ direction, size, by }: Judged, unit: Unit, inPeriod: string): string {
  const period = inPeriod.replace(/^(in|on) /, "");
  if (direction === "none")
    return {
      bands: `in line with ${period}`,
      test: `no significant change from ${period}`,
      sign: `the same as ${inPeriod}`,
    }[by];
  const [more, less] = moreAndLess(unit);
  return `${adverbs[size]}${direction === "increase" ? more : less} than ${inPeriod}`;
}

/** "above the monthly average", "still significantly below it": a value against its average. */
export function againstAverage({ direction, size, remains }: Comparison, average: string): string {
  if (direction === "none") return `in line with ${average}`;
  return `${remains === true ? "still " : ""}${adverbs[size]}${direction === "increase" ? "above" : "below"} ${average}`;
}
