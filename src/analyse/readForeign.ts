import { oneSlotEach } from "../analysis/series.ts";
import type { Checked } from "../diagnostic.ts";
import { type StatedSeries, type StatedSlot, usualProjection } from "../document/statedSeries.ts";
import type { Unit } from "../model/measure.ts";
import { type ForeignMonthRow, type ForeignSeries, readForeignTable } from "../sources/foreignTable.ts";
import type { ForeignText } from "../sources/foreignText.ts";
import { checked } from "../sources/limits.ts";
import { placeOfLine } from "../sources/text.ts";
import { chartProblems } from "./checks.ts";

/** A series from a table of months; the file's name is its title where the table has none. */
export function readForeign({ source, remarks }: ForeignText): Checked<StatedSeries> {
  const table = readForeignTable(source);
  if (!table.ok) return table;
  const slots = monthlySlots(table.value.rows);
  const stated = statedOf(source.file, slots, table.value, remarks);
  const places = new Map(
    table.value.rows.map(({ month, place, basePlace }) => [month, { value: place, denominator: basePlace }]),
  );
  return checked(
    stated,
    chartProblems(stated, (period) => places.get(period) ?? null, placeOfLine(source, 1)),
  );
}

/** A slot for each month from the first to the last, those without a row empty. */
export function monthlySlots(rows: readonly Omit<ForeignMonthRow, "place" | "basePlace">[]): StatedSlot[] {
  const byMonth = new Map(rows.map((row) => [row.month, row]));
  const points = oneSlotEach(
    "month",
    rows.map(({ month, value }) => ({ period: month, value })),
  );
  return points.map(({ period, value }) => {
    const row = byMonth.get(period);
    return { period, value, denominator: row?.denominator ?? null, status: row?.status ?? "missing" };
  });
}

const units: Readonly<Record<ForeignSeries["unit"], Unit>> = {
  number: "count",
  percent: "percent",
  duration: "duration",
  pounds: "pounds",
};

const populations = /population|household|people|residents/i;

function statedOf(
  file: string,
  slots: readonly StatedSlot[],
  table: ForeignSeries,
  remarks: readonly string[],
): StatedSeries {
  const based = table.denominatorName !== null || slots.some(({ denominator }) => denominator !== null);
  const population = populations.test(table.denominatorName ?? "");
  return {
    title: table.title ?? titleOf(file),
    unit: units[table.unit],
    decimals: table.decimals,
    steps: "month",
    slots,
    labels: [],
    bases: !based ? "none" : population ? "population" : "asked",
    chart: null,
    override: null,
    options: { improvementDirection: "neutral", target: null },
    seasonal: false,
    projection: usualProjection,
    remarks: [...remarks, ...durationRemark(table), ...table.remarks],
  };
}

const durationRemark = ({ unit }: ForeignSeries): string[] =>
  unit === "duration" ? ["Times were read as minutes and seconds, or hours, minutes and seconds."] : [];

/** "Bicycle theft" of `sheets/bicycle-theft.csv`. */
export function titleOf(file: string): string {
  const stem = (file.split(/[\\/]/).at(-1) ?? file).replace(/\.\w+$/, "");
  const words = stem.replaceAll(/[-_]+/g, " ").trim();
  return words === "" ? "Series" : words.slice(0, 1).toUpperCase() + words.slice(1);
}
