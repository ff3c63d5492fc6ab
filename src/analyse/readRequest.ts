import type { z } from "zod";
import { compare } from "../analysis/numbers.ts";
import type { ChartName } from "../analysis/seriesChart.ts";
import type { Checked, Diagnostic } from "../diagnostic.ts";
import { type StatedSeries, type StatedSlot, usualProjection } from "../document/statedSeries.ts";
import { AnalysisOptions, AnalysisRequest } from "../model/analysisRequest.ts";
import { check } from "../model/check.ts";
import { foreignMonth } from "../sources/foreignMonths.ts";
import { failed } from "../sources/limits.ts";
import type { YamlPath, YamlSource } from "../sources/yaml.ts";
import { chartProblems } from "./checks.ts";
import { monthlySlots, titleOf } from "./readForeign.ts";

/**
 * A series given as `{ months, values, denominators, chart, options, projection }`, or every problem in it.
 *
 * Without months, and for g and t charts (one value for each event, not for each month), the values are taken in the order
 * they are in; months or days of events may repeat. Else each month may occur once, and missing ones get a slot.
 */
export function readRequest(yaml: YamlSource): Checked<StatedSeries> {
  const request = check(AnalysisRequest, yaml);
  if (!request.ok) return failed([...request.problems, ...furtherProblems(rightParts(yaml.value), yaml)]);
  const problems = furtherProblems(request.value, yaml);
  if (problems.length > 0) return failed(problems);
  return { ok: true, value: statedOf(yaml.source.file, request.value, namedSlots(request.value, yaml, [])) };
}

/** What the form of a request does not show: lengths, months, and numbers that the chart cannot be made of. */
function furtherProblems(request: AnalysisRequest, yaml: YamlSource): Diagnostic[] {
  const problems = lengthProblems(request, yaml);
  const sameLengths = problems.length === 0;
  namedSlots(request, yaml, problems);
  return sameLengths ? [...problems, ...numberProblems(request, yaml)] : problems;
}

function numberProblems(request: AnalysisRequest, yaml: YamlSource): Diagnostic[] {
  const wrong = ["chart", "denominators"].some((key) => key in Object(yaml.value) && !(key in request));
  if (wrong || request.values.length === 0) return [];
  const { chart = null, values } = request;
  const slots = values.map((_, i) => ({ period: placeName(i + 1), ...slotOf(request, i) }));
  const at = (key: string, period: string) => yaml.placeOf([key, Number(period) - 1]);
  return chartProblems(
    { slots, chart, bases: basesOf(request) },
    (period) => ({ value: at("values", period), denominator: at("denominators", period) }),
    yaml.placeOf(["values"]),
  );
}

/** The parts of a wrong request that are right by themselves, so that what else is wrong with them is told too. */
function rightParts(value: unknown): AnalysisRequest {
  const options = rightKeys(AnalysisOptions.shape, Reflect.get(Object(value), "options"));
  return { values: [], options, ...rightKeys(AnalysisRequest.shape, value) };
}

function rightKeys(shape: Readonly<Record<string, z.ZodType>>, value: unknown): Record<string, unknown> {
  const entries = Object.entries(shape).flatMap(([key, schema]) => {
    const read = schema.safeParse(Reflect.get(Object(value), key));
    return read.success ? [[key, read.data] as const] : [];
  });
  return Object.fromEntries(entries);
}

function lengthProblems({ months, values, denominators }: AnalysisRequest, yaml: YamlSource): Diagnostic[] {
  const other = (key: string, list: readonly unknown[] | null | undefined): Diagnostic[] =>
    !list || values.length === 0 || list.length === values.length
      ? []
      : [
          {
            place: yaml.placeOf([key]),
            message: `${key}: there are ${list.length} of them, but ${values.length} values: give one for each`,
          },
        ];
  return [...other("months", months), ...other("denominators", denominators)];
}

/** The slots in order. */
type Named = Pick<StatedSeries, "steps" | "slots" | "labels"> & {
  readonly remarks: readonly string[];
  readonly rebase: readonly string[];
};

function namedSlots(request: AnalysisRequest, yaml: YamlSource, problems: Diagnostic[]): Named {
  const { months, chart, options } = request;
  const rebase = options?.rebase ?? [];
  if (chart === "g" || chart === "t" || !months) return inOrder(request, yaml, problems);
  const keys = months.map((text, i) => monthAt(text, ["months", i], yaml, problems));
  const starts = rebase.map((text, i) => monthAt(text, ["options", "rebase", i], yaml, problems));
  problems.push(...twiceProblems(keys, yaml));
  if (problems.length > 0) return { steps: "month", slots: [], labels: [], remarks: [], rebase: [] };
  const rows = keys.map((month, i) => ({ month, ...slotOf(request, i) }));
  const sorted = keys.every((key, i) => i === 0 || (keys[i - 1] ?? "") < key);
  return {
    steps: "month",
    slots: monthlySlots(rows),
    labels: [],
    remarks: [
      ...(sorted ? [] : ["The months were not in order in the file; they were sorted."]),
      ...starts.filter((start) => isOutside(start, keys)).map(outsideRemark),
    ],
    rebase: starts,
  };
}

/** True for a month before the first or after the last of the series. */
const isOutside = (start: string, months: readonly string[]): boolean =>
  !months.some((month) => month <= start) || !months.some((month) => month >= start);

const outsideRemark = (start: string): string =>
  `The rebase at ${start} lies outside the months of the series and has no effect.`;

/** The month of a text, or an empty one after its problem was noted. */
function monthAt(text: string, path: YamlPath, yaml: YamlSource, problems: Diagnostic[]): string {
  const found = foreignMonth(text);
  if (found.kind === "month") return found.month;
  const message =
    found.kind === "wrong"
      ? found.message
      : `\`${text}\` is no month: write the year and month, e.g. 2019-12`;
  problems.push({ place: yaml.placeOf(path), message: `${path.join(".")}: ${message}` });
  return "";
}

const twiceProblems = (keys: readonly string[], yaml: YamlSource): Diagnostic[] => {
  const first = new Map<string, number>();
  return keys.flatMap((key, i): Diagnostic[] => {
    const before = first.get(key);
    if (before === undefined) first.set(key, i);
    if (key === "" || before === undefined) return [];
    return [
      {
        place: yaml.placeOf(["months", i]),
        message: `months.${i}: ${key} is there already, as months.${before}: keep one of the two`,
      },
    ];
  });
};

function slotOf({ values, denominators }: AnalysisRequest, i: number): Omit<StatedSlot, "period"> {
  const value = values[i] ?? null;
  return { value, denominator: denominators?.[i] ?? null, status: value === null ? "missing" : "published" };
}

/** Values one after the other. A rebase names the label of an event, or its number from 1. */
function inOrder(request: AnalysisRequest, yaml: YamlSource, problems: Diagnostic[]): Named {
  const { months, values } = request;
  const keys = values.map((_, i) => placeName(i + 1));
  const labels = values.map((_, i) => months?.[i] ?? null);
  problems.push(...labelProblems(labels, yaml));
  const rebase = (request.options?.rebase ?? []).flatMap((text, i): string[] => {
    const found =
      keys[
        /^\d{1,4}$/.test(text)
          ? Number(text) - 1
          : labels.findIndex((label) => label !== null && label >= text)
      ];
    const known = found !== undefined || months;
    if (!known)
      problems.push({
        place: yaml.placeOf(["options", "rebase", i]),
        message: `options.rebase.${i}: there are no months: write the number of a value, from 1 to ${values.length}`,
      });
    return found === undefined ? [] : [found];
  });
  const slots = keys.map((period, i) => ({ period, ...slotOf(request, i) }));
  return {
    steps: "order",
    slots,
    labels,
    remarks: [],
    rebase,
  };
}

const placeName = (number: number): string => String(number).padStart(4, "0");

/** Labels of events are months or days, and none comes before the one above it. */
function labelProblems(labels: readonly (string | null)[], yaml: YamlSource): Diagnostic[] {
  return labels.flatMap((label, i): Diagnostic[] => {
    const wrong = (message: string): Diagnostic[] => [
      { place: yaml.placeOf(["months", i]), message: `months.${i}: ${message}` },
    ];
    if (label === null) return [];
    if (!/^\d{4}-\d{2}(-\d{2})?$/.test(label) || foreignMonth(label).kind !== "month")
      return wrong(`\`${label}\` is no month or day: write e.g. 2019-12 or 2019-12-31`);
    const before = labels[i - 1] ?? "";
    return label < before.slice(0, label.length)
      ? wrong(`${label} comes before ${before}: put the events in order`)
      : [];
  });
}

function statedOf(file: string, request: AnalysisRequest, named: Named): StatedSeries {
  const { chart = null, options, projection } = request;
  const { remarks, rebase, ...slots } = named;
  return {
    title: request.title ?? titleOf(file),
    unit: request.unit ?? "count",
    decimals: decimalsOf(request.values),
    ...slots,
    bases: basesOf(request),
    chart,
    override: null,
    options: {
      improvementDirection: options?.improvementDirection ?? "neutral",
      target: options?.target ?? null,
      rebase,
      fixAfterNPoints: options?.fixAfterNPoints ?? null,
      screenOutliers: options?.screenOutliers ?? true,
    },
    seasonal: false,
    projection: {
      horizon: projection?.horizon ?? usualProjection.horizon,
      window: projection?.window ?? usualProjection.window,
      asked: (projection ?? null) !== null,
    },
    remarks: [...remarks, ...unusedRemark(request)],
  };
}

const basesOf = ({ chart = null, denominators }: AnalysisRequest): "asked" | "none" =>
  denominators && takesBases(chart) ? "asked" : "none";

const takesBases = (chart: ChartName | null): boolean =>
  chart === null || ["p", "pp", "u", "up"].includes(chart);

const unusedRemark = ({ chart = null, denominators }: AnalysisRequest): string[] =>
  denominators && !takesBases(chart)
    ? [`The denominators were not used: a chart of the kind ${chart} has none.`]
    : [];

const mostDecimals = 4;

/** Decimals that the values need, four at most; 36.300000000000004 needs one. */
const decimalsOf = (values: readonly (number | null)[]): number =>
  Math.max(
    0,
    ...values.map((value) => {
      const needed = Array.from({ length: mostDecimals }, (_, decimals) => decimals).find(
        (decimals) => compare(Number((value ?? 0).toFixed(decimals)), value ?? 0) === 0,
      );
      return needed ?? mostDecimals;
    }),
  );
