import type { Checked } from "../diagnostic.ts";
import type { StatedSeries } from "../document/statedSeries.ts";
import { decodeForeign } from "../sources/foreignText.ts";
import type { SourceText } from "../sources/text.ts";
import { decodeUtf8 } from "../sources/text.ts";
import { readYaml } from "../sources/yaml.ts";
import { readForeign } from "./readForeign.ts";
import { readMeasure } from "./readMeasure.ts";
import { readRequest } from "./readRequest.ts";

/** A file to analyse, and for a measure's YAML the bytes of the CSV beside it. */
export type AnalyseFile = {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly beside: { readonly file: string; readonly bytes: Uint8Array } | null;
};

/** True for files that hold a request or a measure; every other file is read as a table. */
export const isYaml = (file: string): boolean => /\.ya?ml$/i.test(file);
const isJson = (file: string): boolean => /\.json$/i.test(file);

/**
 * The series of a file, or every problem in it: JSON (a request), YAML (a measure, or a request with `values`), or a table
 * of months as a spreadsheet saves it.
 */
export function readSeries({ file, bytes, beside }: AnalyseFile): Checked<StatedSeries> {
  if (isYaml(file)) return readYamlFile(decodeUtf8(file, bytes), beside);
  const text = decodeForeign(file, bytes);
  if (!text.ok) return text;
  if (!isJson(file)) return readForeign(text.value);
  const yaml = readYaml(withoutTabs(text.value.source));
  const series = yaml.ok ? readRequest(yaml.value) : yaml;
  return series.ok ? { ok: true, value: withRemarks(series.value, text.value.remarks) } : series;
}

function readYamlFile(text: Checked<SourceText>, beside: AnalyseFile["beside"]): Checked<StatedSeries> {
  const yaml = text.ok ? readYaml(text.value) : text;
  if (!yaml.ok) return yaml;
  if (isRequest(yaml.value.value)) return readRequest(yaml.value);
  const csv = beside === null ? null : decodeUtf8(beside.file, beside.bytes);
  if (csv !== null && !csv.ok) return csv;
  return readMeasure(yaml.value, csv?.value ?? null);
}

const withRemarks = (series: StatedSeries, remarks: readonly string[]): StatedSeries => ({
  ...series,
  remarks: [...remarks, ...series.remarks],
});

/** JSON is YAML but for tabs between its tokens; within its texts there can be none. */
const withoutTabs = (source: SourceText): SourceText => ({
  ...source,
  text: source.text.replaceAll("\t", " "),
});

const isRequest = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "values" in value;
