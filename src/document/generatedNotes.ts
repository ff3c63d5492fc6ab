import type { Register } from "../figures/register.ts";
import { periodEnd } from "../model/period.ts";
import { areaName, lastPeriods, measureOf } from "./asked.ts";
import { formatNumber } from "./format.ts";
import type { Note } from "./notes.ts";
import { dayLabel, periodLabel } from "./periods.ts";
import { listed } from "./words.ts";

/** Names of the notes that a section carries by itself. */
export const exceptionalNote = "exceptional";
export const estimatedNote = "estimated";
export const baselineNote = (measure: string, start: string): string => `baseline ${measure} ${start}`;
export const differenceNote = (measure: string): string => `difference ${measure}`;

/**
 * The notes that the data of a section ask for: what exceptional means, what hollow months are, each step of a baseline,
 * sums that do not add up, revised values.
 */
export function generatedNotes(register: Register, measures: readonly string[]): Note[] {
  const notes = [
    ...exceptionalNotes(register, measures),
    ...estimatedNotes(register, measures),
    ...measures.flatMap((id) => baselineNotes(register, id)),
    ...measures.flatMap((id) => differenceNotes(register, id)),
    ...measures.flatMap((id) => revisionNotes(register, id)),
  ];
  return notes.map(({ key, text }) => ({ key, text, place: null }));
}

type Said = { readonly key: string; readonly text: string };

function exceptionalNotes(register: Register, measures: readonly string[]): Said[] {
  const charted = measures.some((id) => register.chart(id, "force", null) !== null);
  return charted ? [{ key: exceptionalNote, text: "Exceptional means outside the limits of an XmR chart (average ± 2.66 × average moving range), and nothing else." }] : [];
}

function estimatedNotes(register: Register, measures: readonly string[]): Said[] {
  const estimated = measures.some((id) => register.series(id).facts.observations.some((o) => o.status === "estimated" && periodEnd(measureOf(register, id).periods, o.period) <= register.cutOff));
  return estimated ? [{ key: estimatedNote, text: "Hollow points and figures marked [e] are estimates, rebuilt to agree with every published total and average. They are not published figures; averages and limits rest on them." }] : [];
}

function baselineNotes(register: Register, id: string): Said[] {
  const { baselines, title, periods } = measureOf(register, id);
  const chart = register.chart(id, "force", null);
  const first = chart?.points[0]?.period;
  return baselines
    .filter((b) => first !== undefined && b.start > first && b.start <= (register.series(id).latest ?? ""))
    .map((b) => ({ key: baselineNote(id, b.start), text: `${title}: the average and limits restart in ${periodLabel(periods, b.start)}. ${b.reason} Confirmed by ${b.confirmedBy}, ${dayLabel(b.confirmedOn)}.` }));
}

/** Only for periods that a table of the section may show: the last three and the same period last year. */
function differenceNotes(register: Register, id: string): Said[] {
  const { differences, title, periods } = measureOf(register, id);
  const shown = lastPeriods(register, id, 3);
  const told = differences.filter((d) => shown.includes(d.period));
  if (told.length === 0) return [];
  const reasons = [...new Set(told.map((d) => d.reason))].map((reason) => {
    const where = [...new Set(told.filter((d) => d.reason === reason).map((d) => `${areaName(register, d.area)}, ${periodLabel(periods, d.period)}`))];
    return `${listed(where)}: ${reason}`;
  });
  return [{ key: differenceNote(id), text: `${title}: parts and totals differ. ${reasons.join(" ")}` }];
}

function revisionNotes(register: Register, id: string): Said[] {
  const { title, periods, unit, decimals } = measureOf(register, id);
  return register.series(id).facts.observations.flatMap((o) => {
    if (o.revision === null || o.revision.on > register.cutOff || periodEnd(periods, o.period) > register.cutOff || o.value === null) return [];
    const number = (value: number): string => formatNumber(value, unit, Math.max(decimals, o.decimals));
    return [{ key: `revised ${id} ${o.area} ${o.period}`, text: `${title}, ${areaName(register, o.area)}, ${periodLabel(periods, o.period)}: revised [r] from ${number(o.revision.was)} to ${number(o.value)} on ${dayLabel(o.revision.on)}.` }];
  });
}
