import { leastForPercent } from "../analysis/comparison.ts";
import type { Figure } from "../figures/figure.ts";
import type { Register } from "../figures/register.ts";
import type { PeriodKind } from "../model/period.ts";
import { ask, measureOf } from "./asked.ts";
import { type Base, shareMonths } from "./comparisons.ts";
import { forceFlag, targetView } from "./flags.ts";
import { formatFigure } from "./format.ts";
import { intervalText } from "./opening.ts";
import { spanLabel } from "./periods.ts";
import { told, toldFigure, toldMarked, toldSize } from "./told.ts";
import type { HeadlineView } from "./views.ts";
import { capitalised, nounFor } from "./words.ts";

/** The row of large figures: the value, its differences, and whether it is exceptional. */
export function headlineView(register: Register, id: string): HeadlineView {
  const measure = measureOf(register, id);
  const value = ask(register, id);
  return {
    first: {
      label: value.period === null ? "Latest" : capitalised(spanLabel(measure, value.period)),
      text: toldMarked(value),
      unit: unitWords(register, id, value.value),
    },
    differences: [
      difference(register, id, "previous", "change", "changePercent"),
      difference(register, id, "mean", "meanChange", "meanChangePercent"),
      difference(register, id, "yearAgo", "yearChange", "yearChangePercent"),
    ].filter((d) => d !== null),
    verdict: verdictOf(register, id),
  };
}

function unitWords(register: Register, id: string, value: number | null): string {
  const { unit, counted } = measureOf(register, id);
  const interval = intervalText(register, id);
  if (unit === "percent") return `${counted.many}${interval === null ? "" : ` (${interval})`}`;
  if (unit === "duration") return "minutes and seconds";
  return unit === "count" ? nounFor(value, counted) : counted.many;
}

function difference(
  register: Register,
  id: string,
  base: Base,
  by: "change" | "meanChange" | "yearChange",
  percent: "changePercent" | "meanChangePercent" | "yearChangePercent",
): HeadlineView["differences"][number] | null {
  const other = ask(register, id, { statistic: base });
  const change = ask(register, id, { statistic: by });
  if (other.value === null || change.value === null) return null;
  if (base !== "mean" && shareMonths(register, id, register.series(id).latest, other.period)) return null;
  return {
    label:
      base === "mean"
        ? (averageLabels[measureOf(register, id).periods] ?? "Average")
        : labelOf(register, id, other),
    text: told(change, formatFigure(change).replace(/ (point|place)s?$/, "")),
    detail: detailOf(change, other, ask(register, id, { statistic: percent })),
  };
}

const averageLabels: Partial<Record<PeriodKind, string>> = {
  month: "Monthly average",
  week: "Weekly average",
  quarter: "Quarterly average",
};

const labelOf = (register: Register, id: string, other: Figure): string =>
  capitalised(spanLabel(measureOf(register, id), other.period ?? ""));

function detailOf(change: Figure, other: Figure, percent: Figure): string {
  const base = toldMarked(other);
  if (change.value === 0) return `the same as ${base}`;
  const side = (change.value ?? 0) > 0 ? "above" : "below";
  if (change.unit === "places") return `places ${side === "above" ? "down" : "up"} from ${base}`;
  if (change.unit === "percentage points") return `points ${side} ${base}`;
  if (change.unit !== "count" || (other.value ?? 0) < leastForPercent || percent.value === null)
    return `${side} ${base}`;
  return `${toldSize(percent)} ${side} ${base}`;
}

function verdictOf(register: Register, id: string): HeadlineView["verdict"] {
  const measure = measureOf(register, id);
  const { latest } = register.series(id);
  const chart = register.chart(id, "force", null);
  const { lower = null, upper = null } = (latest === null ? null : chart?.levelsAt(latest)) ?? {};
  if (latest !== null && chart?.hasLimits(latest) && lower !== null && upper !== null) {
    const [flag, held] = [forceFlag(register, id), targetView(register, id)];
    const limit = (which: "lower" | "upper"): string => toldFigure(ask(register, id, { statistic: which }));
    const limits = `${limit("lower")} to ${limit("upper")}`;
    return {
      label: "Exceptional?",
      text: flag?.text ?? "No",
      detail: `${flag === null ? "inside" : "outside"} ${limits}${held === null ? "" : `; target ${held.text}`}`,
      flag,
      target: null,
      note: null,
    };
  }
  const target = targetView(register, id);
  const standard = measure.targets.find((t) => t.kind !== "baseline");
  if (target === null || standard === undefined) return null;
  return {
    label: capitalised(standard.kind),
    text: capitalised(target.verdict),
    detail: `${standard.label}, last three months`,
    flag: null,
    target,
    note: null,
  };
}
