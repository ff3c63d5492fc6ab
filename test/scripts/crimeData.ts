import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Row } from "../../scripts/reconstruct/plan.ts";
import { controlChart } from "../../src/analysis/controlChart.ts";
import { exceptional, notNegative } from "../../src/analysis/displayedLimits.ts";
import { Measure } from "../../src/model/measure.ts";
import { Organisation } from "../../src/model/organisation.ts";

// The files of recorded crime as they stand, read without any of the code that wrote them.

const root = join(import.meta.dirname, "..", "..");
const text = (file: string): string => readFileSync(join(root, file), "utf8");

export const months = [2017, 2018, 2019].flatMap((year) =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, "0")}`),
);
export const organisation = Organisation.parse(parse(text("data/organisation.yaml")));
const measures = new Map<string, Measure>();
const tables = new Map<string, readonly Row[]>();
const indexes = new Map<string, ReadonlyMap<string, Row>>();

export function measureOf(id: string): Measure {
  const known = measures.get(id) ?? Measure.parse(parse(text(`data/measures/${id}.yaml`)));
  measures.set(id, known);
  return known;
}

/** The rows of a measure's CSV up to December 2019, which is rebuilt; later ones belong to other papers. These files quote nothing. */
export function rowsOf(id: string): readonly Row[] {
  const known = tables.get(id) ?? readRows(id);
  tables.set(id, known);
  return known;
}

function readRows(id: string): Row[] {
  const [head = "", ...lines] = text(`data/measures/${id}.csv`).trimEnd().split("\n");
  if (head !== "period,area,value,status") throw new Error(`${id}.csv has other columns: ${head}`);
  const rows = lines.map((line) => {
    const [period = "", area = "", value = "", status = ""] = line.split(",");
    return { period, area, value, status, category: "", denominator: "", reason: "" };
  });
  return rows.filter(({ period }) => period <= "2019-12");
}

export function rowAt(id: string, month: string, area = "force"): Row | undefined {
  const known =
    indexes.get(id) ?? new Map(rowsOf(id).map((row) => [`${row.period} ${row.area || "force"}`, row]));
  indexes.set(id, known);
  return known.get(`${month} ${area}`);
}

/** The count of a month; it must be there and whole. */
export function countOf(id: string, month: string, area = "force"): number {
  const value = rowAt(id, month, area)?.value ?? "";
  if (!/^\d+$/.test(value)) throw new Error(`${id}, ${area}, ${month}: no whole count but "${value}"`);
  return Number(value);
}

export const sumOf = (id: string, from: string, to: string, area = "force"): number =>
  months.filter((m) => m >= from && m <= to).reduce((sum, m) => sum + countOf(id, m, area), 0);

/** The sides of the limits on which the last three months lie, and the current monthly average. */
export function chartOf(
  id: string,
  area = "force",
): { readonly sides: readonly (string | null)[]; readonly mean: number } {
  const { points, segments } = controlChart(
    months.map((period) => ({ period, value: countOf(id, period, area) })),
    { rebase: measureOf(id).baselines.map(({ start }) => start), improvementDirection: "neutral" },
  );
  const current = segments.at(-1);
  if (current === undefined || current.mean === null) throw new Error(`${id}, ${area}: no chart`);
  return {
    sides: points.slice(-3).map((point) => exceptional(point, current, notNegative)),
    mean: current.mean,
  };
}
