import type { Register } from "../../figures/register.ts";
import type { Area } from "../../model/organisation.ts";
import { areaName, areasOf, ask, lastPeriods, measureOf } from "../asked.ts";
import { figureCell, head, plainCell, withoutPercentSign } from "../cells.ts";
import { comparisonWith, type Judged, shareMonths } from "../comparisons.ts";
import { besideLabel, coveringWords, periodLabel, shortPeriod } from "../periods.ts";
import type { HeadCellView, RowView } from "../views.ts";
import { capitalised, countedPhrase, listed } from "../words.ts";
import type { Titled } from "./titled.ts";

/** Areas by period, latest last, with the change on the period before; the force is the total. */
export function monthsTable(register: Register, id: string, { last = 3, districts = false } = {}): Titled {
  const measure = measureOf(register, id);
  const periods = lastPeriods(register, id, last);
  const areas = [
    ...areasOf(register, id, "policing-area"),
    ...(districts ? areasOf(register, id, "district") : []),
  ];
  const force = areasOf(register, id, "force");
  const row = (area: Area): RowView => ({
    head: area.name,
    detail: null,
    kind: area.kind === "force" && areas.length > 0 ? "total" : "row",
    cells: [
      ...periods.map((period, i) =>
        figureCell(ask(register, id, { area: area.id, period }), { strong: i === periods.length - 1 }),
      ),
      ...(comparable(register, id, periods) ? changeCells(register, id, area.id) : []),
    ],
  });
  return {
    title: areaTitle(register, id, areasOf(register, id, "policing-area")),
    what: `${capitalised(countedPhrase(measure))}${areas.length > 0 ? `, by ${districts ? "district" : "policing area"}` : ""}${coveringWords(measure)}`,
    table: {
      head: heads(register, id, periods),
      rows: [...areas, ...force].map(row),
      widths: [],
      size: "normal",
    },
  };
}

/** Whether a survey's last two values may be set against each other: they share no months. */
const comparable = (register: Register, id: string, periods: readonly string[]): boolean =>
  !shareMonths(register, id, periods.at(-1) ?? null, periods.at(-2) ?? null);

const hasPercent = (register: Register, id: string): boolean => measureOf(register, id).unit === "count";

function changeCells(register: Register, id: string, area: string) {
  const change = plainCell(ask(register, id, { area, statistic: "change" }));
  return hasPercent(register, id)
    ? [change, plainCell(withoutPercentSign(ask(register, id, { area, statistic: "changePercent" })))]
    : [change];
}

function heads(register: Register, id: string, periods: readonly string[]): HeadCellView[][] {
  const kind = measureOf(register, id).periods;
  const latest = periods.at(-1) ?? "";
  const before = periods.at(-2);
  const label = kind === "month" ? periodLabel : shortPeriod;
  const change = `Change on ${before === undefined ? "the period before" : besideLabel(kind, before, latest)}`;
  const two = hasPercent(register, id);
  const top = [
    head("Area", { align: "left", rowspan: two ? 2 : 1 }),
    ...periods.map((p) => head(capitalised(label(kind, p)), { rowspan: two ? 2 : 1 })),
  ];
  if (!two) return [[...top, ...(comparable(register, id, periods) ? [head(change)] : [])]];
  return [
    [...top, head(change, { colspan: 2, group: true })],
    [head("Number"), head("%")],
  ];
}

/** "Both policing areas recorded more than in November", by the signs of the areas' changes. */
function areaTitle(register: Register, id: string, areas: readonly Area[]): string {
  const measure = measureOf(register, id);
  const [before, latest] = lastPeriods(register, id, 2);
  if (
    before === undefined ||
    latest === undefined ||
    areas.length === 0 ||
    shareMonths(register, id, latest, before)
  )
    return `${measure.title}, latest figures`;
  const sign = (a: Area): number =>
    Math.sign(ask(register, id, { area: a.id, statistic: "change" }).value ?? 0);
  const groups = [1, -1, 0]
    .map((s) => ({ sign: s, areas: areas.filter((a) => sign(a) === s) }))
    .filter((g) => g.areas.length > 0);
  const than = besideLabel(measure.periods, before, latest);
  const tests = areas.map((a) => comparisonWith(register, id, a.id, "previous")).filter((c) => c !== null);
  if (tests.length === areas.length && tests.every((c) => c.by === "test"))
    return testedTitle(areas, tests, than);
  return measure.unit === "count" ? countTitle(register, groups, than) : levelTitle(register, groups, than);
}

type Group = { readonly sign: number; readonly areas: readonly Area[] };

/** Names the areas of a group; all of them together are "both policing areas". */
const whoOf = (register: Register, { areas }: Group, all: boolean): string =>
  all && areas.length === 2 ? "both policing areas" : listed(areas.map((a) => areaName(register, a.id)));

function countTitle(register: Register, groups: readonly Group[], than: string): string {
  const said = groups.map((group, i) => {
    const verb = i === 0 ? " recorded" : "";
    const words =
      group.sign === 0
        ? ` as many as in ${than}`
        : `${group.sign > 0 ? " more" : " fewer"}${i === 0 ? ` than in ${than}` : ""}`;
    return `${whoOf(register, group, groups.length === 1)}${verb}${words}`;
  });
  return capitalised(said.join(", "));
}

/** "No significant change from November in both policing areas", or which of them differ. */
function testedTitle(areas: readonly Area[], tests: readonly Judged[], than: string): string {
  const groups = (["increase", "decrease", "none"] as const)
    .map((direction) => ({ direction, areas: areas.filter((_, i) => tests[i]?.direction === direction) }))
    .filter((g) => g.areas.length > 0);
  const whole = groups.length === 1;
  const said = groups.map(({ direction, areas: some }, i) => {
    const who = whole && some.length === 2 ? "both policing areas" : listed(some.map((a) => a.name));
    if (direction !== "none")
      return `significantly ${direction === "increase" ? "higher" : "lower"}${i === 0 ? ` than in ${than}` : ""} in ${who}`;
    return `no significant change${i === 0 ? ` from ${than}` : ""} in ${who}`;
  });
  return capitalised(said.join(", "));
}

function levelTitle(register: Register, groups: readonly Group[], than: string): string {
  const said = groups.map((group, i) => {
    const word =
      group.sign === 0
        ? `the same as in ${than}`
        : `${group.sign > 0 ? "higher" : "lower"}${i === 0 ? ` than in ${than}` : ""}`;
    return `${word} in ${whoOf(register, group, groups.length === 1)}`;
  });
  return capitalised(said.join(", "));
}
