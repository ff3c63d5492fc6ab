import type { Register } from "../../figures/register.ts";
import { ask, lastPeriods, measureOf } from "../asked.ts";
import { cell, figureCell, head, plainCell } from "../cells.ts";
import { formatFigure, notApplicable } from "../format.ts";
import { besideLabel, periodLabel } from "../periods.ts";
import type { CellView, RowView } from "../views.ts";
import { capitalised } from "../words.ts";
import type { Titled } from "./titled.ts";

const decimals = 1;

/** Outcome groups of two year-to-date ranges: number, share of those outcomed, and the outcome rate of all recorded. */
export function outcomesTable(register: Register, id: string): Titled {
  const measure = measureOf(register, id);
  const periods = lastPeriods(register, id, 2);
  const pair = (number: (period: string) => CellView, share: (period: string) => CellView): CellView[] =>
    periods.flatMap((p) => [number(p), share(p)]);
  const blank = (): CellView => cell(notApplicable, { quiet: true });
  const row = (
    category: string | null,
    title: string,
    detail: string | null,
    kind: RowView["kind"],
  ): RowView => ({
    head: title,
    detail,
    kind,
    cells: pair(
      (period) => figureCell(ask(register, id, { category, period })),
      (period) =>
        category === null
          ? plainCell(whole(register, id, period))
          : plainCell(oneDecimal(ask(register, id, { category, period, statistic: "share" }))),
    ),
  });
  const recorded: RowView = {
    head: "Total recorded",
    detail: null,
    kind: "row",
    cells: pair((period) => plainCell(ask(register, id, { period, statistic: "denominator" })), blank),
  };
  const rate: RowView = {
    head: "Outcome rate",
    detail: null,
    kind: "total",
    cells: pair(blank, (period) =>
      plainCell(oneDecimal(ask(register, id, { period, statistic: "share" })), { strong: true }),
    ),
  };
  return {
    title: titleOf(register, id, periods),
    what: `${capitalised(measure.counted.many)}, with each group’s share of those that have an outcome`,
    table: {
      head: [
        [
          head("Outcome group", { align: "left", rowspan: 2 }),
          ...periods.map((p) => head(periodLabel(measure.periods, p), { colspan: 2, group: true })),
        ],
        periods.flatMap(() => [head("Number"), head("%")]),
      ],
      rows: [
        ...measure.categories.map((c) => row(c.id, c.title, c.detail ?? null, "row")),
        row(null, "Total recorded and outcomed", null, "total"),
        recorded,
        rate,
      ],
      widths: [],
      size: "normal",
    },
  };
}

const oneDecimal = <T extends { readonly decimals: number }>(figure: T): T => ({ ...figure, decimals });

/** The groups' share of themselves: the 100% of the total row, from the same numbers. */
function whole(register: Register, id: string, period: string) {
  const total = ask(register, id, { period });
  const ratio =
    total.value === null || total.value === 0
      ? null
      : { numerator: 100 * total.value, denominator: total.value };
  return {
    ...total,
    ratio,
    value: ratio === null ? null : 100,
    unit: "percent" as const,
    decimals: 0,
    status: "published" as const,
    // A hundred percent of anything: the total, whose name it bears, is another figure.
    telling: false,
  };
}

function titleOf(register: Register, id: string, periods: readonly string[]): string {
  const measure = measureOf(register, id);
  const [before, latest] = [periods[0] ?? "", periods[1] ?? ""];
  const rate = (period: string): string =>
    formatFigure(oneDecimal(ask(register, id, { period, statistic: "share" })));
  const change =
    (ask(register, id, { period: latest, statistic: "share" }).value ?? 0) -
    (ask(register, id, { period: before, statistic: "share" }).value ?? 0);
  const moved = Math.abs(change) < 0.05 ? "unchanged at" : change < 0 ? "down to" : "up to";
  return `The outcome rate is ${moved} ${rate(latest)}${moved === "unchanged at" ? "" : ` from ${rate(before)} in ${besideLabel(measure.periods, before, latest)}`}`;
}
