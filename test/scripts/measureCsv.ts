import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "../../src/sources/csv.ts";

const folder = join(import.meta.dirname, "..", "..", "data", "measures");
const columns = ["period", "area", "category", "value", "denominator", "status", "reason"] as const;

/** One row of a measure's file, as text. */
export type CsvRow = Readonly<Record<(typeof columns)[number], string>>;

/** The last month that is rebuilt: later rows are those of papers that came after. */
const lastRebuilt = "2019-12";

/** The rows of `data/measures/<measure>.csv` up to the last month that is rebuilt, in the order of the file. */
export function rowsOf(measure: string): CsvRow[] {
  const file = join(folder, `${measure}.csv`);
  const table = readCsv(
    { file, text: readFileSync(file, "utf8") },
    { required: ["period", "value"], optional: [...columns] },
  );
  if (!table.ok) throw new Error(`${file} cannot be read`);
  const rows = table.value.rows.map(({ cells }) => {
    const cell = (column: string): string => cells[column]?.text ?? "";
    return {
      period: cell("period"),
      area: cell("area") || "force",
      category: cell("category"),
      value: cell("value"),
      denominator: cell("denominator"),
      status: cell("status"),
      reason: cell("reason"),
    };
  });
  return rows.filter(({ period }) => period.slice(0, 7) <= lastRebuilt);
}

/** The series that a name such as `hate-crime.north` or `da-outcomes.action-taken` stands for: value by period, durations in seconds. */
export function series(name: string, column: "value" | "denominator" = "value"): Map<string, number> {
  const [measure = "", ...words] = name.split(".");
  const areas = new Set(rowsOf(measure).map((row) => row.area));
  const area = words.find((word) => areas.has(word)) ?? "force";
  const category = words.find((word) => !areas.has(word)) ?? "";
  const own = rowsOf(measure).filter(
    (row) => row.area === area && row.category === category && row[column] !== "",
  );
  if (own.length === 0) throw new Error(`there is no series ${name}`);
  return new Map(own.map((row) => [row.period, numberOf(row[column])]));
}

function numberOf(text: string): number {
  const [minutes = "", seconds] = text.split(":");
  return seconds === undefined ? Number(text) : 60 * Number(minutes) + Number(seconds);
}

/** 100 n / N by period, of the rows that have a denominator. */
export function percentages(name: string): Map<string, number> {
  const values = series(name);
  return new Map(
    [...series(name, "denominator")].map(([period, base]) => [
      period,
      (100 * (values.get(period) ?? Number.NaN)) / base,
    ]),
  );
}

/** The part of a series from one period to another, both included. */
export const between = (whole: ReadonlyMap<string, number>, from: string, to = "9999"): Map<string, number> =>
  new Map([...whole].filter(([period]) => period >= from && period <= to));

export const sum = (values: ReadonlyMap<string, number>): number =>
  [...values.values()].reduce((a, b) => a + b, 0);
export const mean = (values: ReadonlyMap<string, number>): number => sum(values) / values.size;

/** The month that the paper reports. */
export const december = "2019-12";

/** The value of a period; NaN, which no comparison passes, where there is none. */
export const at = (values: ReadonlyMap<string, number>, period: string): number =>
  values.get(period) ?? Number.NaN;

/** The values of all other periods. */
export const others = (values: ReadonlyMap<string, number>, period: string): number[] =>
  [...values].filter(([p]) => p !== period).map(([, value]) => value);
