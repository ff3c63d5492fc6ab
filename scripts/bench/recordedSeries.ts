import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { MonthlySeries } from "./rollingOrigin.ts";

/** Series that were recorded, not made; data/README.md says by whom, and under which licence. */
export const recordedSeries = (): Readonly<
  Record<"recorded crime" | "unemployed people", MonthlySeries[]>
> => ({
  "recorded crime": readTable("london-recorded-crime.csv"),
  "unemployed people": readTable("us-unemployed.csv"),
});

/** A table with one row a month and one column a series. */
function readTable(file: string): MonthlySeries[] {
  const text = readFileSync(join(import.meta.dirname, "data", file), "utf8");
  const [head = [], ...rows]: string[][] = parse(text);
  return head.slice(1).map((name, i) => ({ name, values: rows.map((row) => Number(row[i + 1])) }));
}
