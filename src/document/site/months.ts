import type { Register } from "../../figures/register.ts";
import { areasOf, measureOf } from "../asked.ts";
import { cell, head } from "../cells.ts";
import { formatMarked, notApplicable } from "../format.ts";
import { shortPeriod } from "../periods.ts";
import type { RowView, TableView } from "../views.ts";
import { capitalised } from "../words.ts";
import { hasControlChart, limitReading } from "./pointWords.ts";

/**
 * Every period of a measure, the latest first, for the force and its policing areas: what the chart draws and says, as a table. A period of
 * which nothing is held has no row.
 */
export function allPeriodsTable(register: Register, id: string): TableView {
  const measure = measureOf(register, id);
  const series = register.series(id);
  const areas = [...areasOf(register, id, "force"), ...areasOf(register, id, "policing-area")];
  const charted = hasControlChart(register, id);
  const rows = [...series.periods].reverse().flatMap((period): RowView[] => {
    const held = areas.map((area) => series.at(period, area.id, null));
    if (held.every((o) => o === null)) return [];
    return [
      {
        head: capitalised(shortPeriod(measure.periods, period)),
        detail: null,
        kind: "row",
        cells: [
          ...areas.map(({ id: area }, i) =>
            held[i] === null
              ? cell(notApplicable)
              : cell(
                  formatMarked(
                    register.figure({ measure: id, area, category: null, period, statistic: "value" }),
                  ),
                ),
          ),
          ...(charted ? [cell(limitReading(register, id, period) || notApplicable, { align: "left" })] : []),
        ],
      },
    ];
  });
  return {
    head: [
      [
        head("Period", { align: "left" }),
        ...areas.map((area) => head(area.name)),
        ...(charted
          ? [head(areas.length > 1 ? `Control chart, ${areas[0]?.name}` : "Control chart", { align: "left" })]
          : []),
      ],
    ],
    rows,
    widths: [],
    size: "normal",
  };
}
