import { periodLabel } from "../../document/periods.ts";
import type { Facts } from "../../model/facts.ts";
import type { CsvTable } from "./csv.ts";
import { areaNames, knownObservations, revisedFrom, valueText } from "./measureRows.ts";

/** A value that was published before with another value. */
export type Revision = {
  readonly measure: string;
  readonly title: string;
  readonly area: string;
  readonly category: string | null;
  readonly period: string;
  /** As `valueText` writes values: "3738", "75.25". */
  readonly was: string;
  readonly now: string;
  readonly on: string;
  readonly reason: string | null;
};

/** Every revision that was known on the day `cutOff`, the latest first. */
export function revisionsOf({ measures, organisation }: Facts, cutOff: string): Revision[] {
  const areaName = areaNames(organisation);
  const all = [...measures.values()].flatMap((facts) => {
    const { measure } = facts;
    const category = new Map(measure.categories.map(({ id, title }) => [id, title]));
    return knownObservations(facts, cutOff).flatMap((o): Revision[] => {
      const was = revisedFrom(o, measure.unit);
      const now = valueText(o, measure.unit);
      if (o.revision === null || was === null || now === null) return [];
      return [
        {
          measure: measure.id,
          title: measure.title,
          area: areaName(o.area),
          category: o.category === null ? null : (category.get(o.category) ?? o.category),
          period: periodLabel(measure.periods, o.period),
          was,
          now,
          on: o.revision.on,
          reason: o.reason,
        },
      ];
    });
  });
  return all.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : a.title < b.title ? -1 : 1));
}

/** The columns of the list of revisions. `type` is the one of Table Schema. */
export const revisionColumns = [
  { name: "revised_on", type: "date", description: "The day on which the revision became known" },
  { name: "measure", type: "string", description: "Short name of the measure, as in its address" },
  { name: "measure_title", type: "string", description: "Name of the measure" },
  { name: "area_name", type: "string", description: "Name of the area" },
  { name: "category_name", type: "string", description: "Name of the category; empty for the whole" },
  { name: "period_name", type: "string", description: "The period in words" },
  { name: "old_value", type: "number", description: "The value as it was published before" },
  { name: "new_value", type: "number", description: "The value as it is now" },
  { name: "reason", type: "string", description: "Why it was revised" },
] as const;

/** The list of revisions as a table. */
export const revisionTable = (revisions: readonly Revision[]): CsvTable => ({
  columns: revisionColumns.map(({ name }) => name),
  rows: revisions.map((r) => [
    r.on,
    r.measure,
    r.title,
    r.area,
    r.category,
    r.period,
    r.was,
    r.now,
    r.reason,
  ]),
});
