import { spanOf } from "../analysis/periods.ts";
import { type Answers, wilsonInterval } from "../analysis/survey.ts";
import type { Measure } from "../model/measure.ts";
import type { Observation } from "../model/observation.ts";
import type { Asked } from "./asked.ts";
import { type Computed, none, number } from "./computed.ts";

/** The answers behind a survey's percentage, or null where their number is not published. */
export function answersOf({ periods, survey }: Measure, o: Observation | null): Answers | null {
  if (survey === undefined || o === null || o.numerator === null || o.denominator === null) return null;
  if (!Number.isInteger(o.numerator) || !Number.isInteger(o.denominator)) return null;
  return { ...spanOf(periods, o.period, survey.months), numerator: o.numerator, surveyed: o.denominator };
}

/** One end of the 95% interval of a survey's percentage, in whole percent when it is printed. */
export function intervalEnd({ series, reference, period }: Asked, end: "lower" | "upper"): Computed {
  const o = series.at(period, reference.area, reference.category);
  const answers = answersOf(series.facts.measure, o);
  const more = {
    unit: "percent" as const,
    formula: `Wilson 95% interval, ${end} end`,
    used: o === null ? [] : [o],
  };
  if (series.facts.measure.survey === undefined)
    return none("only a survey's percentage has an interval", more);
  if (answers === null) return none("the number of answers is not published", more);
  const formula = `${more.formula}, of ${answers.numerator} in ${answers.surveyed}`;
  return number(wilsonInterval(answers)[end], { ...more, formula });
}
