import { oneSlotEach } from "../analysis/series.ts";
import type { Checked, Diagnostic } from "../diagnostic.ts";
import { type StatedSeries, type StatedSlot, usualProjection } from "../document/statedSeries.ts";
import { duplicateRows } from "../model/links.ts";
import { type Measure, usualRules, withRules } from "../model/measure.ts";
import { measureFacts } from "../model/measureFacts.ts";
import { basePer, type Observation } from "../model/observation.ts";
import { checked, failed } from "../sources/limits.ts";
import type { SourceText } from "../sources/text.ts";
import type { YamlSource } from "../sources/yaml.ts";
import { chartProblems } from "./checks.ts";

/**
 * The force's series of a measure (`data/measures/<id>.yaml`), with its baselines, target and direction.
 *
 * @param csv the file beside it with its series; null where there is none
 */
export function readMeasure(yaml: YamlSource, csv: SourceText | null): Checked<StatedSeries> {
  const { facts, problems } = measureFacts(yaml, csv);
  if (facts === null) return failed(problems);
  const { measure, observations } = facts;
  const all = [...problems, ...stepProblems(measure, yaml), ...duplicateRows(facts)];
  if (all.length > 0) return failed(all);
  const first = measure.comparableFrom?.period ?? "";
  const force = observations.filter(
    ({ area, category, period }) => area === "force" && category === null && period >= first,
  );
  const places = new Map(force.map(({ period, place }) => [period, { value: place, denominator: place }]));
  if (force.length === 0)
    return failed([
      { place: yaml.placeOf(["series"]), message: "this measure has no series for the force as a whole" },
    ]);
  const stated = statedOf(measure, force);
  return checked(
    stated,
    chartProblems(stated, (period) => places.get(period) ?? null, yaml.placeOf(["series"])),
  );
}

function stepProblems({ periods }: Measure, yaml: YamlSource): Diagnostic[] {
  if (stepsOf(periods) !== null) return [];
  const message = `periods: a series by ${periods} cannot be analysed here: one by month, week or quarter is needed`;
  return [{ place: yaml.placeOf(["periods"]), message }];
}

const stepsOf = (periods: Measure["periods"]): "month" | "week" | "quarter" | null =>
  periods === "month" || periods === "week" || periods === "quarter" ? periods : null;

function statedOf(measure: Measure, force: readonly Observation[]): StatedSeries {
  const { title, unit, decimals, improvementDirection, seasonal, baselines, targets } = measure;
  // A percentage whose n is known for some months only is one whose n is not known.
  const counted = force.every(({ value, numerator }) => value === null || numerator !== null);
  const target = targets.find(({ kind }) => kind !== "baseline")?.value ?? null;
  const steps = stepsOf(measure.periods) ?? "month";
  const {
    fixAfter,
    screenOutliers,
    increasingTrend: _,
    ...ruleProfile
  } = withRules(usualRules, measure.rules ?? {});
  return {
    title,
    unit,
    decimals,
    steps,
    slots: slotsOf(force, steps, counted),
    labels: [],
    bases: !counted ? "none" : unit === "rate" ? "population" : "asked",
    chart: null,
    override: measure.chart === undefined ? null : { chart: measure.chart.kind, why: measure.chart.why },
    options: {
      improvementDirection,
      target: target === null || !counted ? target : target / (basePer(unit) ?? 1),
      rebase: baselines.map(({ start }) => start),
      fixAfterNPoints: fixAfter,
      screenOutliers,
      ruleProfile,
    },
    seasonal: seasonal && steps === "month",
    projection: usualProjection,
    remarks: [],
  };
}

/** For a percentage that is known as n of N the value is n. */
function slotsOf(
  force: readonly Observation[],
  steps: "month" | "week" | "quarter",
  counted: boolean,
): StatedSlot[] {
  const known = new Map(force.map((o) => [o.period, o]));
  return oneSlotEach(
    steps,
    force.map(({ period, value }) => ({ period, value })),
  ).map(({ period }) => {
    const o = known.get(period);
    const value = (counted ? o?.numerator : o?.value) ?? null;
    return {
      period,
      value,
      denominator: counted ? (o?.denominator ?? null) : null,
      status: o?.status ?? "missing",
    };
  });
}
