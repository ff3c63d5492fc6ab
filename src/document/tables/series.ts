import type { Register } from "../../figures/register.ts";
import { areasOf, ask, lastPeriods, measureOf } from "../asked.ts";
import { figureCell, head } from "../cells.ts";
import { coveringWords, periodLabel, shortMonth } from "../periods.ts";
import { capitalised } from "../words.ts";
import type { Titled } from "./titled.ts";

/** One row of many months for each area, as the 13-month tables have it. */
export function seriesTable(register: Register, id: string, last = 13): Titled {
  const measure = measureOf(register, id);
  const periods = lastPeriods(register, id, last);
  const areas = [...areasOf(register, id, "policing-area"), ...areasOf(register, id, "force")];
  return {
    title: `${measure.title} over ${periods.length} months`,
    what: `${capitalised(measure.counted.many)}, ${periodLabel(measure.periods, periods[0] ?? "")} to ${periodLabel(measure.periods, periods.at(-1) ?? "")}${coveringWords(measure)}`,
    table: {
      head: [
        [head("Area", { align: "left" }), ...periods.map((p) => head(`${shortMonth(p)} ${p.slice(2, 4)}`))],
      ],
      rows: areas.map((area) => ({
        head: area.name,
        detail: null,
        kind: area.kind === "force" && areas.length > 1 ? "total" : "row",
        cells: periods.map((period, i) =>
          figureCell(ask(register, id, { area: area.id, period }), { strong: i === periods.length - 1 }),
        ),
      })),
      widths: [],
      size: "small",
    },
  };
}
