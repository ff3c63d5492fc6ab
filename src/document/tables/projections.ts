import { financialYearStart, monthsApart } from "../../analysis/calendar.ts";
import type { Figure } from "../../figures/figure.ts";
import type { Register } from "../../figures/register.ts";
import { ask, measureOf } from "../asked.ts";
import { cell, figureCell, head, plainCell } from "../cells.ts";
import { formatFigure, notApplicable } from "../format.ts";
import { rangeLabel } from "../periods.ts";
import type { ArrowView, CellView, RowView } from "../views.ts";
import { capitalised, numberWord } from "../words.ts";
import type { Titled } from "./titled.ts";

/** Up to here a change is level, and up to the second it points only half way: the bands that the published arrows follow. */
const levelPercent = 2.5;
const slopingPercent = 11;

/** The change projected for the year beside the year to date: April to the month, this year and last. */
export function projectionsTable(register: Register, ids: readonly string[]): Titled {
  const month = register.series(ids[0] ?? "").latest ?? register.month;
  const from = financialYearStart(month);
  const label = (shift: number): string =>
    rangeLabel([from, month].map((m) => `${Number(m.slice(0, 4)) - shift}${m.slice(4)}`).join("/"));
  const months = monthsApart(from, month) + 1;
  const projected = ids.some((id) => measureOf(register, id).annualProjection !== undefined);
  const row = (id: string, i: number): RowView => ({
    head: measureOf(register, id).title,
    detail: null,
    kind: i === 0 && measureOf(register, id).parts.length > 0 ? "total" : "row",
    cells: [
      ...(projected ? [arrowCell(ask(register, id, { statistic: "projectedChange" }))] : []),
      figureCell(ask(register, id, { statistic: "ytdLastYear" })),
      figureCell(ask(register, id, { statistic: "ytd" }), { strong: true }),
      arrowCell(ask(register, id, { statistic: "ytdChangePercent" })),
    ],
  });
  return {
    title: projected ? titleOf(register, ids) : "The year to date beside the same months last year",
    what: projected
      ? `Change projected for the whole financial year when it began, and the change so far. ${capitalised(numberWord(months))} months are compared${months < 12 ? ", so the seasons are not all in it" : ""}.`
      : "Numbers recorded since April, and the change on the same months last year",
    table: {
      head: [
        [
          head("Measure", { align: "left" }),
          ...(projected ? [head("Projected for the year")] : []),
          head(label(1)),
          head(label(0)),
          head("Change"),
        ],
      ],
      rows: ids.map(row),
      widths: projected ? [32, 18, 18, 18, 14] : [40, 22, 22, 16],
      size: "normal",
    },
  };
}

function arrowCell(change: Figure): CellView {
  if (change.value === null) return cell(notApplicable, { quiet: true });
  return plainCell(change, { arrow: arrowOf(change.value) });
}

function arrowOf(percent: number): ArrowView {
  const size = Math.abs(percent);
  if (size <= levelPercent) return { direction: "level", words: "about the same" };
  if (percent > 0)
    return size <= slopingPercent
      ? { direction: "rather-up", words: "rising" }
      : { direction: "up", words: "rising steeply" };
  return size <= slopingPercent
    ? { direction: "rather-down", words: "falling" }
    : { direction: "down", words: "falling steeply" };
}

function titleOf(register: Register, ids: readonly string[]): string {
  const [first] = ids;
  if (first === undefined) return "Annual projections";
  const [projected, actual] = [
    ask(register, first, { statistic: "projectedChange" }),
    ask(register, first, { statistic: "ytdChangePercent" }),
  ];
  return `${measureOf(register, first).title}: ${formatFigure(projected)} projected, ${formatFigure(actual)} so far`;
}
