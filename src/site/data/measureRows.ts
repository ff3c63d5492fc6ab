import { roundRatio } from "../../analysis/rounding.ts";
import { periodLabel } from "../../document/periods.ts";
import { type VisibleSeries, visibleSeries } from "../../figures/series.ts";
import type { MeasureFacts } from "../../model/facts.ts";
import type { Unit } from "../../model/measure.ts";
import { basePer, type Observation } from "../../model/observation.ts";
import type { Organisation } from "../../model/organisation.ts";
import { periodEnd } from "../../model/period.ts";
import type { Cell, CsvTable } from "./csv.ts";
import { symbolOf } from "./symbols.ts";

/** What the values of a series are counted in, in words that stand by themselves. */
const unitNames: Readonly<Record<Unit, string>> = {
  count: "number",
  percent: "percent",
  duration: "seconds",
  rate: "per 1,000",
  fte: "full-time equivalents",
  headcount: "people",
  pounds: "pounds",
  rank: "place",
};

/** The columns of a series, one value a row. `type` is the one of Table Schema. */
export const measureColumns = [
  { name: "measure", type: "string", description: "Short name of the measure, as in its address" },
  { name: "measure_title", type: "string", description: "Name of the measure" },
  { name: "area", type: "string", description: "Short name of the area" },
  {
    name: "area_name",
    type: "string",
    description: "Name of the area, or of the forces it is compared with",
  },
  { name: "category", type: "string", description: "Short name of the category; empty for the whole" },
  { name: "category_name", type: "string", description: "Name of the category; empty for the whole" },
  { name: "period", type: "string", description: "The period in short: a month is 2019-12" },
  { name: "period_name", type: "string", description: "The period in words" },
  { name: "period_end", type: "date", description: "The last day of the period" },
  { name: "value", type: "number", description: "The value in the unit; empty where there is none" },
  { name: "numerator", type: "number", description: "Of a share or rate: how many" },
  {
    name: "denominator",
    type: "number",
    description: "Of a share or rate: of how many; of a place: how many were ranked",
  },
  { name: "unit", type: "string", description: "What the value is counted in; a duration is in seconds" },
  { name: "tied", type: "boolean", description: "True for a place that is shared" },
  { name: "status", type: "string", description: "How far the value may be relied on; see symbols.csv" },
  { name: "symbol", type: "string", description: "The status as it is marked in tables; see symbols.csv" },
  { name: "reason", type: "string", description: "Why a value is missing, withheld or unusual" },
  { name: "revised_from", type: "number", description: "The value before it was revised" },
  { name: "revised_on", type: "date", description: "The day on which the revision became known" },
] as const;

/** The observations of a measure that were known on the day `cutOff`, as they were known then, in the order of their source. */
export function knownObservations(facts: MeasureFacts, cutOff: string): Observation[] {
  const series: VisibleSeries = visibleSeries(facts, cutOff);
  return facts.observations.flatMap((o) => series.at(o.period, o.area, o.category) ?? []);
}

/** A series as a tidy table: one value a row, every row complete by itself. */
export function measureTable(facts: MeasureFacts, organisation: Organisation, cutOff: string): CsvTable {
  const { measure } = facts;
  const areaName = areaNames(organisation);
  const categories = new Map(measure.categories.map(({ id, title }) => [id, title]));
  const row = (o: Observation): Cell[] => [
    measure.id,
    measure.title,
    o.area,
    areaName(o.area),
    o.category,
    o.category === null ? null : (categories.get(o.category) ?? o.category),
    o.period,
    periodLabel(measure.periods, o.period),
    periodEnd(measure.periods, o.period),
    valueText(o, measure.unit),
    o.numerator,
    o.denominator,
    unitNames[measure.unit],
    measure.unit === "rank" && o.value !== null ? String(o.tied) : null,
    o.status,
    symbolOf(o.status),
    o.reason,
    revisedFrom(o, measure.unit),
    o.revision?.on ?? null,
  ];
  return { columns: measureColumns.map(({ name }) => name), rows: knownObservations(facts, cutOff).map(row) };
}

/** What an area or comparator is called. */
export function areaNames({ areas, comparators }: Organisation): (id: string) => string {
  const names = new Map([...areas, ...comparators].map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** A value with the decimals of its source; one that is worked out from its parts with six at most. */
export function valueText(
  { value, numerator, denominator, decimals }: Observation,
  unit: Unit,
): string | null {
  if (value === null) return null;
  const per = basePer(unit);
  if (per === null || numerator === null || denominator === null) return withDecimals(value, decimals);
  return quotientText(per * numerator, denominator);
}

/** The value before a revision, as `valueText` writes it. */
export function revisedFrom({ revision, denominator }: Observation, unit: Unit): string | null {
  if (revision === null) return null;
  const per = basePer(unit);
  return per === null || revision.numerator === null || denominator === null
    ? withDecimals(revision.was, 0)
    : quotientText(per * revision.numerator, denominator);
}

const withDecimals = (value: number, decimals: number): string => {
  const shortest = String(value);
  return (shortest.split(".")[1]?.length ?? 0) < decimals ? value.toFixed(decimals) : shortest;
};

const quotientText = (numerator: number, denominator: number): string =>
  roundRatio(numerator, denominator, 6).text.replace(/\.?0+$/, "");
