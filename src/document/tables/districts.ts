import type { Register } from "../../figures/register.ts";
import type { Area } from "../../model/organisation.ts";
import { areasOf, ask, lastPeriods, measureOf } from "../asked.ts";
import { figureCell, head, plainCell } from "../cells.ts";
import { monthName, shortMonth } from "../periods.ts";
import type { CellView, RowView } from "../views.ts";
import { capitalised, listed, lowered } from "../words.ts";
import type { Titled } from "./titled.ts";

/** Offences by district: the latest number, and its rate per 1,000 beside those of the two months before; a rise is shaded and underlined. */
export function districtsTable(register: Register, ids: readonly string[]): Titled {
  const total = ids.at(-1) ?? "";
  const [beforeThat = "", before = "", latest = ""] = lastPeriods(register, total, 3);
  const areas = [...areasOf(register, total, "force"), ...areasOf(register, total, "district")];
  const row = (id: string): RowView => ({
    head: measureOf(register, id).title,
    detail: null,
    kind: id === total ? "total" : "row",
    cells: areas.flatMap((area) => areaCells(register, id, area, [latest, before, beforeThat])),
  });
  return {
    title: titleOf(register, total, areas, latest),
    what: `${capitalised(measureOf(register, total).counted.many)} in ${monthName(latest)} ${latest.slice(0, 4)} and the ${rateWords(register, ids, total)} beside ${monthName(before)} and ${monthName(beforeThat)}. Shaded and underlined: the rate is higher than in ${monthName(before)}.`,
    table: {
      head: [
        [
          head("Offence", { align: "left", rowspan: 2 }),
          ...areas.map((a) => head(a.name, { colspan: 4, group: true })),
        ],
        areas.flatMap(() => [
          head("No."),
          head(shortMonth(latest)),
          head(shortMonth(before)),
          head(shortMonth(beforeThat)),
        ]),
      ],
      rows: ids.map(row),
      widths: [17.2, ...areas.flatMap(() => [3.6, 3.4, 3.4, 3.4])],
      size: "wide",
    },
  };
}

/** "rate per 1,000 people (residential burglary: per 1,000 households)": the base of the total, and whose base is another. */
function rateWords(register: Register, ids: readonly string[], total: string): string {
  const words = { population: "people", households: "households" } as const;
  const usual = measureOf(register, total).rateBase ?? "population";
  const others = ids.filter((id) => (measureOf(register, id).rateBase ?? usual) !== usual);
  const other = usual === "population" ? "households" : "population";
  const except = listed(others.map((id) => lowered(measureOf(register, id).title)));
  return `rate per 1,000 ${words[usual]}${others.length === 0 ? "" : ` (${except}: per 1,000 ${words[other]})`}`;
}

function areaCells(
  register: Register,
  id: string,
  area: Area,
  [latest, before, beforeThat]: readonly [string, string, string],
): CellView[] {
  const rate = (period: string) => ask(register, id, { area: area.id, period, statistic: "rate" });
  const [now, earlier] = [rate(latest), rate(before)];
  const rises = now.value !== null && earlier.value !== null && now.value > earlier.value;
  return [
    figureCell(ask(register, id, { area: area.id, period: latest }), { strong: true }),
    plainCell(now, { shaded: rises, heard: rises ? `higher than in ${monthName(before)}` : null }),
    plainCell(earlier, { quiet: true }),
    plainCell(rate(beforeThat), { quiet: true }),
  ];
}

function titleOf(register: Register, total: string, areas: readonly Area[], period: string): string {
  const rates = areas
    .filter((a) => a.kind === "district")
    .map((a) => ({ a, rate: ask(register, total, { area: a.id, period, statistic: "rate" }).value ?? 0 }));
  const highest = [...rates].sort((x, y) => y.rate - x.rate)[0];
  return highest === undefined
    ? "Offences by district"
    : `${highest.a.name} has the highest rate of recorded crime`;
}
