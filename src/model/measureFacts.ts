import type { Diagnostic } from "../diagnostic.ts";
import { readCsv } from "../sources/csv.ts";
import { didYouMean } from "../sources/suggest.ts";
import type { SourceText } from "../sources/text.ts";
import type { YamlSource } from "../sources/yaml.ts";
import { check } from "./check.ts";
import type { MeasureFacts } from "./facts.ts";
import { Measure } from "./measure.ts";
import { readObservation, type SeriesNames, type SeriesRow, seriesColumns } from "./observation.ts";

/** The areas (with the peers it is compared with) and the categories that a measure knows. */
export const namesOf = (measure: Measure): SeriesNames => ({
  areas: [...new Set(["force", ...measure.areas, ...measure.peers])],
  categories: measure.categories.map((c) => c.id),
});

/** A measure and its series, without the way to its places. */
export type PlainMeasure = Omit<MeasureFacts, "placeOf">;

/** What was read of a measure, and what is wrong with it; null where the measure itself cannot be told. */
export type ReadMeasure = { readonly facts: PlainMeasure | null; readonly problems: readonly Diagnostic[] };

/**
 * A measure and its series, which stands in its YAML or in the CSV of the same name beside it.
 *
 * @param csv null where there is no such file
 */
export function measureFacts(yaml: YamlSource, csv: SourceText | null): ReadMeasure {
  const checked = check(Measure, yaml);
  if (!checked.ok) return { facts: null, problems: checked.problems };
  const measure = checked.value;
  const problems: Diagnostic[] = [];
  if ((csv !== null) === (measure.series !== undefined)) problems.push(homeProblem(yaml, csv));
  const rows = csv === null ? yamlRows(yaml, measure, problems) : csvRows(csv, problems);
  const names = namesOf(measure);
  const observations = rows.flatMap((row) => readObservation(row, measure, names, problems) ?? []);
  const file = (csv ?? yaml.source).file;
  return { facts: { measure, file, observations }, problems };
}

function homeProblem(yaml: YamlSource, csv: SourceText | null): Diagnostic {
  const beside = (yaml.source.file.split(/[\\/]/).at(-1) ?? "").replace(/\.ya?ml$/, ".csv");
  return {
    place: yaml.placeOf(["series"]),
    message:
      csv === null
        ? `there is no series: add \`series\` here or a file ${beside} beside it`
        : `the series stands both here and in ${beside}`,
    hint: "Keep it in one place.",
  };
}

function csvRows(csv: SourceText, problems: Diagnostic[]): readonly SeriesRow[] {
  const optional = seriesColumns.filter((column) => column !== "period" && column !== "value");
  const table = readCsv(csv, { required: ["period", "value"], optional });
  if (table.ok) return table.value.rows;
  problems.push(...table.problems);
  return [];
}

/** The rows of a series that stands in the YAML, in the form of CSV rows. */
function yamlRows(yaml: YamlSource, { series = [] }: Measure, problems: Diagnostic[]): SeriesRow[] {
  return series.map((row, i) => {
    for (const column of Object.keys(row).filter((c) => !(seriesColumns as readonly string[]).includes(c)))
      problems.push({
        place: yaml.keyPlaceOf(["series", i, column]),
        message: `series.${i}: there is no column \`${column}\``,
        hint: didYouMean(column, seriesColumns),
      });
    const cells = Object.entries(row).map(([column, value]) => {
      const text = value === null ? "" : String(value);
      return [column, { text, place: yaml.placeOf(["series", i, column]) }] as const;
    });
    return { place: yaml.placeOf(["series", i]), cells: Object.fromEntries(cells) };
  });
}
