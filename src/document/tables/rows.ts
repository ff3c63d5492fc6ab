import type { Register } from "../../figures/register.ts";
import { ask, lastPeriods, measureOf } from "../asked.ts";
import { figureCell, head } from "../cells.ts";
import { shortPeriod } from "../periods.ts";
import type { RowView } from "../views.ts";
import { capitalised } from "../words.ts";
import type { Titled } from "./titled.ts";

/** Up to so many periods stand side by side in the usual size. */
const mostAtFullSize = 6;

/** Measures as rows, the last periods of the first one as columns. */
export function rowsTable(register: Register, ids: readonly string[], last = 12): Titled {
  const [first = ""] = ids;
  const { periods: kind } = measureOf(register, first);
  const periods = lastPeriods(register, first, last);
  const row = (id: string): RowView => ({
    head: measureOf(register, id).title,
    detail: null,
    kind: "row",
    cells: periods.map((period, i) =>
      figureCell(ask(register, id, { period }), { strong: i === periods.length - 1 }),
    ),
  });
  const year = (period: string): string => (kind === "month" ? period.slice(2, 4) : "");
  const label = (period: string): string =>
    kind === "month" ? `${shortPeriod(kind, period).slice(0, 3)} ${year(period)}` : shortPeriod(kind, period);
  return {
    title: ids.map((id) => measureOf(register, id).title).join(", "),
    what: `${capitalised(shortPeriod(kind, periods[0] ?? ""))} to ${shortPeriod(kind, periods.at(-1) ?? "")}`,
    table: {
      head: [[head("Measure", { align: "left" }), ...periods.map((period) => head(label(period)))]],
      rows: ids.map(row),
      widths: [],
      size: periods.length > mostAtFullSize ? "wide" : "normal",
    },
  };
}
