import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SourceError } from "../../src/diagnostic.ts";
import { readCsv } from "../../src/sources/csv.ts";
import { crimePlans } from "./crime.ts";
import { otherPlans } from "./other.ts";
import type { Row } from "./plan.ts";
import { seededRandom } from "./random.ts";

// Rebuilds the unpublished months of the sample series. Rows that were printed are kept as they stand; every row with the
// status `estimated` is thrown away and made again, so that running this twice changes nothing.
const columns = ["period", "area", "category", "value", "denominator", "status", "reason"] as const;
const folder = join(import.meta.dirname, "..", "..", "data", "measures");

function readRows(measure: string): Row[] {
  const file = join(folder, `${measure}.csv`);
  const table = readCsv(
    { file, text: readFileSync(file, "utf8") },
    { required: ["period", "value"], optional: [...columns] },
  );
  if (!table.ok) throw new SourceError(table.problems);
  return table.value.rows.map(({ cells }) => {
    const cell = (column: string): string => cells[column]?.text ?? "";
    return {
      period: cell("period"),
      area: cell("area"),
      category: cell("category"),
      value: cell("value"),
      denominator: cell("denominator"),
      status: cell("status"),
      reason: cell("reason"),
    };
  });
}

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes beside the file, then renames, so that a kill leaves the old file whole. */
function writeRows(measure: string, rows: readonly Row[]): void {
  const used = columns.filter(
    (c) => c === "period" || c === "area" || c === "value" || c === "status" || rows.some((r) => r[c] !== ""),
  );
  const lines = [used.join(","), ...rows.map((row) => used.map((c) => quoted(row[c])).join(","))];
  const file = join(folder, `${measure}.csv`);
  writeFileSync(`${file}.tmp`, `${lines.join("\n")}\n`);
  renameSync(`${file}.tmp`, file);
}

/** By period, then the force before its areas, then the total before its categories; the rest as it was. */
const areas = ["", "force", "north", "south"];
function inOrder(a: Row, b: Row): number {
  const rank = ({ area }: Row): number => (areas.includes(area) ? areas.indexOf(area) : areas.length);
  return (
    (a.period < b.period ? -1 : a.period > b.period ? 1 : 0) ||
    rank(a) - rank(b) ||
    Number(a.category !== "") - Number(b.category !== "")
  );
}

for (const plan of [...crimePlans, ...otherPlans]) {
  const kept = new Map(
    plan.measures.map((m) => [m, readRows(m).filter((row) => row.status !== "estimated")]),
  );
  const rebuilt = plan.rebuild((m) => kept.get(m) ?? [], seededRandom);
  for (const measure of plan.measures) {
    const rows = [...(kept.get(measure) ?? []), ...(rebuilt.get(measure) ?? [])];
    writeRows(measure, rows.sort(inOrder));
  }
}
