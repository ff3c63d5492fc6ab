import type { Register } from "../../figures/register.ts";
import type { Command } from "../commands.ts";
import { breakdownTable } from "./breakdown.ts";
import { categoriesTable } from "./categories.ts";
import { districtsTable } from "./districts.ts";
import { measuresTable } from "./measures.ts";
import { monthsTable } from "./months.ts";
import { outcomesTable } from "./outcomes.ts";
import { outturnTable } from "./outturn.ts";
import { projectionsTable } from "./projections.ts";
import { rowsTable } from "./rows.ts";
import { seriesTable } from "./series.ts";
import type { Titled } from "./titled.ts";
import { variationTable } from "./variation.ts";

/** The table that a command asks for. */
export function tableOf({ type, references, options }: Command, register: Register): Titled {
  const ids = references.map((r) => r.measure);
  const id = ids[0] ?? "";
  const last = options["last"] === undefined ? {} : { last: Number(options["last"]) };
  switch (type) {
    case "series":
      return seriesTable(register, id, last.last);
    case "categories":
      return categoriesTable(register, id, last.last);
    case "outcomes":
      return outcomesTable(register, id);
    case "breakdown":
      return breakdownTable(register, ids);
    case "districts":
      return districtsTable(register, ids);
    case "projections":
      return projectionsTable(register, ids);
    case "outturn":
      return outturnTable(register, ids);
    case "rows":
      return rowsTable(register, ids, last.last);
    case "variation":
      return variationTable(register, ids);
    case "measures":
      return measuresTable(register, ids);
    default:
      return monthsTable(register, id, { ...last, districts: options["areas"] === "all" });
  }
}
