import { oneSlotEach } from "../analysis/series.ts";
import type { Checked, Diagnostic } from "../diagnostic.ts";
import { type StatedSeries, type StatedSlot, usualProjection } from "../document/statedSeries.ts";
import { namesOf } from "../figures/reference.ts";
import { check } from "../model/check.ts";
import { Measure } from "../model/measure.ts";
import { type Observation, readObservation, type SeriesRow, seriesColumns } from "../model/observation.ts";
import { readCsv } from "../sources/csv.ts";
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
  const measure = check(Measure, yaml);
  if (!measure.ok) return measure;
  const problems = formProblems(measure.value, yaml, csv);
  const rows = csv === null ? yamlRows(yaml, measure.value) : csvRows(csv, problems);
  const names = namesOf(measure.value);
  const all = rows.flatMap((row) => readObservation(row, measure.value, names, problems) ?? []);
  problems.push(...twiceProblems(all));
  if (problems.length > 0) return failed(problems);
  const first = measure.value.comparableFrom?.period ?? "";
  const force = all.filter(
    ({ area, category, period }) => area === "force" && category === null && period >= first,
  );
  const places = new Map(force.map(({ period, place }) => [period, { value: place, denominator: place }]));
  if (force.length === 0)
    return failed([
      { place: yaml.placeOf(["series"]), message: "this measure has no series for the force as a whole" },
    ]);
  const stated = statedOf(measure.value, force);
  return checked(
    stated,
    chartProblems(stated, (period) => places.get(period) ?? null, yaml.placeOf(["series"])),
  );
}

function formProblems({ series, periods }: Measure, yaml: YamlSource, csv: SourceText | null): Diagnostic[] {
  const problems: Diagnostic[] = [];
  if (stepsOf(periods) === null)
    problems.push({
      place: yaml.placeOf(["periods"]),
      message: `periods: a series by ${periods} cannot be analysed here: one by month, week or quarter is needed`,
    });
  if ((csv !== null) === (series !== undefined))
    problems.push({
      place: yaml.placeOf(["series"]),
      message:
        csv === null
          ? "there is no series: add `series` here or a CSV of the same name beside it"
          : `the series stands both here and in ${csv.file}`,
      hint: "Keep it in one place.",
    });
  return problems;
}

const stepsOf = (periods: Measure["periods"]): "month" | "week" | "quarter" | null =>
  periods === "month" || periods === "week" || periods === "quarter" ? periods : null;

function csvRows(csv: SourceText, problems: Diagnostic[]): readonly SeriesRow[] {
  const optional = seriesColumns.filter((column) => column !== "period" && column !== "value");
  const table = readCsv(csv, { required: ["period", "value"], optional });
  if (table.ok) return table.value.rows;
  problems.push(...table.problems);
  return [];
}

/** The rows of a series in the YAML itself, in the form of CSV rows. */
function yamlRows(yaml: YamlSource, { series = [] }: Measure): SeriesRow[] {
  return series.map((row, i) => {
    const cells = Object.entries(row).map(([column, value]) => {
      const text = value === null ? "" : String(value);
      return [column, { text, place: yaml.placeOf(["series", i, column]) }] as const;
    });
    return { place: yaml.placeOf(["series", i]), cells: Object.fromEntries(cells) };
  });
}

function twiceProblems(all: readonly Observation[]): Diagnostic[] {
  const seen = new Set<string>();
  return all.flatMap(({ period, area, category, place }): Diagnostic[] => {
    const key = `${period}|${area}|${category ?? ""}`;
    const twice = seen.has(key);
    seen.add(key);
    return twice ? [{ place, message: `${period} is there twice for ${area}: keep one of the two` }] : [];
  });
}

function statedOf(measure: Measure, force: readonly Observation[]): StatedSeries {
  const { title, unit, decimals, improvementDirection, seasonal, baselines, targets } = measure;
  // A percentage whose n is known for some months only is one whose n is not known.
  const counted = force.every(({ value, numerator }) => value === null || numerator !== null);
  const target = targets.find(({ kind }) => kind !== "baseline")?.value ?? null;
  const steps = stepsOf(measure.periods) ?? "month";
  return {
    title,
    unit,
    decimals,
    steps,
    slots: slotsOf(force, steps, counted),
    labels: [],
    bases: counted ? "asked" : "none",
    chart: measure.chart?.kind === "xmr" ? "xmr" : null,
    lineWhy: measure.chart?.kind === "line" ? measure.chart.why : null,
    options: {
      improvementDirection,
      target: target !== null && counted ? target / 100 : target,
      rebase: baselines.map(({ start }) => start),
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
