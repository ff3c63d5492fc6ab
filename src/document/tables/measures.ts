import type { Register } from "../../figures/register.ts";
import { ask, measureOf } from "../asked.ts";
import { cell, figureCell, head, plainCell } from "../cells.ts";
import { shareMonths } from "../comparisons.ts";
import { notApplicable } from "../format.ts";
import { shortPeriod } from "../periods.ts";
import type { CellView, RowView } from "../views.ts";
import type { Titled } from "./titled.ts";

/** The change on the period before, unless the two share months of a survey. */
function changeCell(register: Register, id: string): CellView {
  const before = ask(register, id, { statistic: "previous" }).period;
  return shareMonths(register, id, register.series(id).latest, before)
    ? cell(notApplicable, { quiet: true })
    : plainCell(ask(register, id, { statistic: "change" }));
}

/** Measures as rows: latest, the period before, the change, and the same period last year. */
export function measuresTable(register: Register, ids: readonly string[]): Titled {
  const row = (id: string): RowView => {
    const { title, periods } = measureOf(register, id);
    const { latest } = register.series(id);
    return {
      head: title,
      detail: null,
      kind: "row",
      cells: [
        cell(latest === null ? "–" : shortPeriod(periods, latest), { align: "left", quiet: true }),
        figureCell(ask(register, id), { strong: true }),
        figureCell(ask(register, id, { statistic: "previous" })),
        changeCell(register, id),
        figureCell(ask(register, id, { statistic: "yearAgo" })),
      ],
    };
  };
  return {
    title: "The measures of this section side by side",
    what: "Latest figure, the one before it, and the same period last year",
    table: {
      head: [
        [
          head("Measure", { align: "left" }),
          head("Period", { align: "left" }),
          head("Latest"),
          head("Before"),
          head("Change"),
          head("A year ago"),
        ],
      ],
      rows: ids.map(row),
      widths: [],
      size: "normal",
    },
  };
}
