import type { ControlPoint } from "../../analysis/controlChart.ts";
import type { PointType, SpecialCauseType } from "../../analysis/pointType.ts";
import type { Register } from "../../figures/register.ts";
import { ask, measureOf } from "../asked.ts";
import { cell, figureCell, head } from "../cells.ts";
import { targetView } from "../flags.ts";
import { notApplicable } from "../format.ts";
import type { CellView, FlagView, RowView, Signal } from "../views.ts";
import type { Titled } from "./titled.ts";

/** What the control charts say: for each measure the variation of its latest value by all rules, and its target. */
export function variationTable(register: Register, ids: readonly string[]): Titled {
  const row = (id: string): RowView => ({
    head: measureOf(register, id).title,
    detail: null,
    kind: "row",
    cells: [
      figureCell(ask(register, id), { strong: true }),
      averageCell(register, id),
      variationCell(register, id),
      targetCell(register, id),
    ],
  });
  return {
    title: "What the control charts say of the latest figures",
    what: "Variation by all rules, of which only the limits make a figure exceptional; and the target, where there is one",
    table: {
      head: [
        [
          head("Measure", { align: "left" }),
          head("Latest"),
          head("Average"),
          head("Variation", { align: "left" }),
          head("Target", { align: "left" }),
        ],
      ],
      rows: ids.map(row),
      widths: [32, 10, 10, 30, 18],
      size: "normal",
    },
  };
}

const left = { align: "left" } as const;

function averageCell(register: Register, id: string): CellView {
  const mean = ask(register, id, { statistic: "mean" });
  return mean.value === null ? cell(notApplicable, { quiet: true }) : figureCell(mean);
}

function variationCell(register: Register, id: string): CellView {
  const chart = register.chart(id, "force", null);
  const point = chart?.points.findLast(({ provisional, value }) => !provisional && value !== null);
  if (chart === null || point === undefined) return cell(notApplicable, { ...left, quiet: true });
  if (!chart.hasLimits(point.period)) return cell("Too few months", { ...left, quiet: true });
  return cell("", { ...left, flag: variationFlag(point) });
}

/** The icon and words of a point: what NHSRplotthedots calls its variation. */
export function variationFlag({
  pointType,
  specialCauseType,
}: Pick<ControlPoint, "pointType" | "specialCauseType">): FlagView {
  const high = /Above|Increasing/.test(specialCauseType);
  return {
    signal: signals[pointType],
    side: high ? "high" : "low",
    hollow: false,
    text: wordsOf(specialCauseType),
  };
}

const signals: Readonly<Record<PointType, Signal>> = {
  common_cause: "none",
  special_cause_improvement: "improvement",
  special_cause_concern: "concern",
  special_cause_neutral_high: "neutral",
  special_cause_neutral_low: "neutral",
};

function wordsOf(type: SpecialCauseType): string {
  const [, count, what] = /^(\d)(?: in \d)? (.*)$/.exec(type) ?? [];
  const side = /Above|Increasing/.test(type) ? "high" : "low";
  if (type === "Common Cause") return "Common cause";
  if (count === undefined) return side === "high" ? "Above the upper limit" : "Below the lower limit";
  if (/Trend/.test(what ?? "")) return `${side === "high" ? "Rising" : "Falling"} for ${count} months`;
  if (count === "2") return `Two of three near the ${side === "high" ? "upper" : "lower"} limit`;
  return `${count} or more ${side === "high" ? "above" : "below"} the average`;
}

function targetCell(register: Register, id: string): CellView {
  const target = targetView(register, id);
  return target === null
    ? cell(notApplicable, { ...left, quiet: true })
    : cell(target.text, { ...left, target });
}
