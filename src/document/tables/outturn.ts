import { addMonths, financialYear, financialYearStart, monthsFrom } from "../../analysis/calendar.ts";
import { inYearOutturn, type Outturn } from "../../analysis/projectionTotals.ts";
import { totalOver, yearToDate } from "../../analysis/totals.ts";
import { outturnFigure, type outturnFormulas } from "../../figures/projected.ts";
import { toMarch } from "../../figures/projections.ts";
import type { Register } from "../../figures/register.ts";
import { ask, measureOf } from "../asked.ts";
import { cell, figureCell, head } from "../cells.ts";
import { formatNumber, notAvailable } from "../format.ts";
import { told } from "../told.ts";
import type { CellView, RowView } from "../views.ts";
import { capitalised } from "../words.ts";
import type { Titled } from "./titled.ts";

type Year = {
  readonly outturn: Extract<Outturn, { ok: true }>;
  readonly lastYear: number | null;
  /** Whether a month of last year was never published. */
  readonly lastYearEstimated: boolean;
};

/** What the financial year will come to: the year to date and the months projected for the rest of it, beside last year's total. */
export function outturnTable(register: Register, ids: readonly string[]): Titled {
  const month = register.series(ids[0] ?? "").latest ?? register.month;
  const year = financialYear(month);
  const last = financialYear(addMonths(month, -12));
  const rows = ids.map((id) => row(register, id));
  return {
    title: titleOf(register, ids, year, last),
    what: `Numbers recorded from April and projected to March, ${year}, beside the whole of ${last}. The range sums the monthly 80% limits, so at least 80% of years should fall inside it.`,
    table: {
      head: [
        [
          head("Measure", { align: "left" }),
          head(`${last}, whole year`),
          head("April to now"),
          head(`${year}, outturn`),
          head("80% range"),
          head("Change %"),
        ],
      ],
      rows,
      widths: [28, 15, 14, 14, 18, 11],
      size: "normal",
    },
  };
}

function yearOf(register: Register, id: string): Year | null {
  const made = register.projection(id, "force");
  const { latest } = register.series(id);
  if (made === null || !made.ok || latest === null) return null;
  const { current } = yearToDate(made.slots, latest);
  const outturn = inYearOutturn(current, toMarch(made, measureOf(register, id), register.facts));
  if (!outturn.ok) return null;
  const start = addMonths(financialYearStart(latest), -12);
  const months = monthsFrom(start, addMonths(start, 11));
  return {
    outturn,
    lastYear: totalOver(made.slots, { from: start, to: addMonths(start, 11) }).value,
    lastYearEstimated: months.some((m) => register.series(id).at(m, "force", null)?.status === "estimated"),
  };
}

function row(register: Register, id: string): RowView {
  const { title } = measureOf(register, id);
  const year = yearOf(register, id);
  const ytd = figureCell(ask(register, id, { statistic: "ytd" }));
  const missing = (): CellView => cell(notAvailable, { quiet: true });
  if (year === null)
    return {
      head: title,
      detail: null,
      kind: "row",
      cells: [missing(), ytd, missing(), missing(), missing()],
    };
  const { outturn, lastYear, lastYearEstimated } = year;
  const said = (which: keyof typeof outturnFormulas, value: number, text = formatNumber(value, "count", 0)) =>
    told(outturnFigure(register, id, outturn.to, which, value), text);
  const change = lastYear === null || lastYear === 0 ? null : (100 * (outturn.point - lastYear)) / lastYear;
  return {
    head: title,
    detail: null,
    kind: "row",
    cells: [
      lastYear === null
        ? missing()
        : cell(`${said("yearBefore", lastYear)}${lastYearEstimated ? " [e]" : ""}`),
      ytd,
      cell(said("outturn", outturn.point), { strong: true }),
      cell(`${said("outturnLo80", outturn.lo80)} to ${said("outturnHi80", outturn.hi80)}`),
      change === null ? missing() : cell(said("outturnChange", change, signed(change))),
    ],
  };
}

/** With its sign, which a change that rounds to nothing has not. */
function signed(percent: number): string {
  const text = formatNumber(percent, "count", 1);
  if (!/[1-9]/.test(text)) return text;
  return `${percent > 0 ? "+" : "−"}${text}`;
}

function titleOf(register: Register, ids: readonly string[], year: string, last: string): string {
  const [id] = ids;
  const found = id === undefined ? null : yearOf(register, id);
  if (id === undefined || found === null || found.lastYear === null)
    return `What ${year} is likely to come to`;
  const { point, lo80, hi80 } = found.outturn;
  const beyond =
    lo80 > found.lastYear ? "more than" : hi80 < found.lastYear ? "less than" : "much the same as";
  return capitalised(
    `${measureOf(register, id).title.toLowerCase()} is likely to come to about ${formatNumber(point, "count", 0)}, ${beyond} in ${last}`,
  );
}
