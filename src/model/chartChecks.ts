import type { Diagnostic } from "../diagnostic.ts";
import type { MeasureFacts } from "./facts.ts";
import type { Measure } from "./measure.ts";

/** What a measure must have for the chart that it asks for. */
export function chartProblems(facts: MeasureFacts): Diagnostic[] {
  const { measure, placeOf } = facts;
  const problem = measure.chart === undefined ? null : problemOf(facts, measure.chart.kind);
  return problem === null ? [] : [{ place: placeOf(["chart", "kind"]), ...problem }];
}

type ChartKind = NonNullable<Measure["chart"]>["kind"];
type Problem = Pick<Diagnostic, "message" | "hint">;

const unitsOf: Partial<Record<ChartKind, Measure["unit"]>> = {
  p: "percent",
  pp: "percent",
  u: "rate",
  up: "rate",
  c: "count",
  g: "count",
  t: "count",
};

function problemOf({ measure, observations }: MeasureFacts, kind: ChartKind): Problem | null {
  const unit = unitsOf[kind];
  if (unit === undefined) return null;
  if (measure.unit !== unit) return { message: `chart.kind: a ${kind} chart is for the unit ${unit}` };
  if (kind === "c") return null;
  if (kind === "g" || kind === "t") return occurrenceProblem(measure.occurrences, kind);
  const bare = observations.find(({ value, numerator }) => value !== null && numerator === null);
  return bare === undefined
    ? null
    : {
        message: `chart.kind: a ${kind} chart needs the denominator of every value; that of ${bare.period} is not given`,
        hint: "Add a denominator to each row, or leave `chart` out.",
      };
}

function occurrenceProblem(days: readonly string[], kind: "g" | "t"): Problem | null {
  if (days.length < 2)
    return {
      message: `chart.kind: a ${kind} chart shows the days between events, and needs their dates`,
      hint: "List them: occurrences: [2019-03-04, 2019-07-21]",
    };
  return kind === "t" && new Set(days).size < days.length
    ? {
        message: "chart.kind: two events on one day are no days apart, which a t chart cannot show",
        hint: "Write g.",
      }
    : null;
}
