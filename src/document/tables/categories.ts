import type { Register } from "../../figures/register.ts";
import type { PeriodKind } from "../../model/period.ts";
import { ask, lastPeriods, measureOf } from "../asked.ts";
import { figureCell, head } from "../cells.ts";
import { coveringWords, periodLabel, shortPeriod } from "../periods.ts";
import type { RowView } from "../views.ts";
import { capitalised, countedPhrase } from "../words.ts";
import type { Titled } from "./titled.ts";

/** Categories of a measure by period; a total row where the measure has one that they add up to. */
export function categoriesTable(register: Register, id: string, last = 3): Titled {
  const measure = measureOf(register, id);
  const periods = lastPeriods(register, id, last);
  const rows = measure.categories.map(
    (c): RowView => ({
      head: c.title,
      detail: c.detail ?? null,
      kind: "row",
      cells: cells(register, id, c.id, periods),
    }),
  );
  const total: RowView[] = measure.categoriesAddUp
    ? [{ head: "All", detail: null, kind: "total", cells: cells(register, id, null, periods) }]
    : [];
  return {
    title: `${measure.title}, ${windowOf(measure.periods, periods)}`,
    what: `${capitalised(countedPhrase(measure))}${measure.unit === "rank" ? ", the first being the best" : ""}${coveringWords(measure)}`,
    table: {
      head: [
        [
          head("", { align: "left" }),
          ...periods.map((p) => head(capitalised(shortPeriod(measure.periods, p)))),
        ].map((h, i) => (i === 0 ? { ...h, text: "Group" } : h)),
      ],
      rows: [...rows, ...total],
      widths: [],
      size: "normal",
    },
  };
}

const cells = (register: Register, id: string, category: string | null, periods: readonly string[]) =>
  periods.map((period, i) =>
    figureCell(ask(register, id, { category, period }), { strong: i === periods.length - 1 }),
  );

/** "December 2019", "Oct 2019 to Dec 2019" */
const windowOf = (kind: PeriodKind, periods: readonly string[]): string =>
  periods.length < 2
    ? periodLabel(kind, periods[0] ?? "")
    : `${shortPeriod(kind, periods[0] ?? "")} to ${shortPeriod(kind, periods.at(-1) ?? "")}`;
