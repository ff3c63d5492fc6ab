import type { Register } from "../../figures/register.ts";
import { areaName, ask, measureOf } from "../asked.ts";
import { cell, figureCell, head, plainCell, withoutPercentSign } from "../cells.ts";
import { areaFlags, forceFlag } from "../flags.ts";
import { besideLabel, shortPeriod } from "../periods.ts";
import type { CellView, RowView } from "../views.ts";
import { capitalised, listed } from "../words.ts";
import type { Titled } from "./titled.ts";

/** Crime groups against the month before and the same month last year, with what is exceptional; the last measure is the total. */
export function breakdownTable(register: Register, ids: readonly string[]): Titled {
  const total = ids.at(-1) ?? "";
  const kind = measureOf(register, total).periods;
  const month = register.series(total).latest ?? register.month;
  const before = ask(register, total, { statistic: "previous" });
  const year = ask(register, total, { statistic: "yearAgo" }).period ?? month;
  return {
    title: titleOf(register, ids.slice(0, -1), total, before.value ?? 0),
    what: `${capitalised(measureOf(register, total).counted.many)}, ${areaName(register, "force")}, and whether they lie outside the expected range`,
    table: {
      head: [
        [
          head("Crime group", { align: "left", rowspan: 2 }),
          head(shortPeriod(kind, month), { rowspan: 2 }),
          head(`Against ${besideLabel(kind, before.period ?? month, month)}`, { colspan: 2, group: true }),
          head(`Against ${shortPeriod(kind, year)}`, { colspan: 2, group: true }),
          head("Exceptional", { align: "left", rowspan: 2 }),
          head("Rising trend", { align: "left", rowspan: 2 }),
        ],
        [head("Number"), head("Change %"), head("Number"), head("Change %")],
      ],
      rows: ids.map((id) => row(register, id, id === total)),
      widths: [31, 8, 8, 9, 8, 9, 17, 10],
      size: "small",
    },
  };
}

function row(register: Register, id: string, isTotal: boolean): RowView {
  const statistic = (name: Parameters<typeof ask>[2]) => ask(register, id, name);
  return {
    head: measureOf(register, id).title,
    detail: null,
    kind: isTotal ? "total" : "row",
    cells: [
      figureCell(statistic({}), { strong: true }),
      figureCell(statistic({ statistic: "previous" })),
      plainCell(withoutPercentSign(statistic({ statistic: "changePercent" }))),
      figureCell(statistic({ statistic: "yearAgo" })),
      plainCell(withoutPercentSign(statistic({ statistic: "yearChangePercent" }))),
      exceptionalCell(register, id),
      trendCell(register, id),
    ],
  };
}

function exceptionalCell(register: Register, id: string): CellView {
  ask(register, id, { statistic: "exceptional" });
  const flag = forceFlag(register, id);
  const areas = areaFlags(register, id);
  const left = { align: "left" } as const;
  if (flag !== null)
    return cell("", {
      ...left,
      flag:
        areas.length === 0 ? flag : { ...flag, text: `${flag.text}; ${areas.map((a) => a.text).join(", ")}` },
    });
  const [first] = areas;
  if (first !== undefined)
    return cell("", { ...left, flag: { ...first, text: areas.map((a) => a.text).join(", ") } });
  return cell(ask(register, id, { statistic: "exceptional" }).words === null ? "too few" : "No", {
    ...left,
    quiet: true,
  });
}

function trendCell(register: Register, id: string): CellView {
  const words = ask(register, id, { statistic: "trend" }).words;
  return cell(words === "Y" ? "Yes" : words === "N" ? "No" : "–", {
    align: "left",
    quiet: words !== "Y",
    strong: words === "Y",
  });
}

function titleOf(register: Register, groups: readonly string[], total: string, before: number): string {
  const change = ask(register, total, { statistic: "change" }).value ?? 0;
  const ranked = [...groups].sort(
    (a, b) =>
      (ask(register, b, { statistic: "change" }).value ?? 0) -
      (ask(register, a, { statistic: "change" }).value ?? 0),
  );
  const most = (change >= 0 ? ranked : ranked.reverse())
    .slice(0, 2)
    .map((id, i) => (i === 0 ? measureOf(register, id).title : measureOf(register, id).title.toLowerCase()));
  if (before === 0 || change === 0) return "The crime groups, compared";
  return `${listed(most)} ${change > 0 ? "rose" : "fell"} most`;
}
