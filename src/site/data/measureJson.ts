import type { MeasureFacts } from "../../model/facts.ts";
import type { Organisation } from "../../model/organisation.ts";
import { areaNames, knownObservations, revisedFrom, valueText } from "./measureRows.ts";

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

/** A measure as other programs read it: what it is, and its series as it was known on the day `cutOff`. Stable. */
export function measureJson(facts: MeasureFacts, organisation: Organisation, cutOff: string) {
  const { measure } = facts;
  const areaName = areaNames(organisation);
  const areas = [...new Set(["force", ...measure.areas, ...measure.peers])];
  return {
    id: measure.id,
    title: measure.title,
    priority: organisation.priorities.find(({ id }) => id === measure.priority)?.title ?? measure.priority,
    definition: measure.definition,
    unit: measure.unit,
    improvementDirection: measure.improvementDirection,
    signsOfImprovement: measure.signsOfImprovement,
    source: measure.source,
    periods: measure.periods,
    knownOn: cutOff,
    areas: areas.map((id) => ({ id, name: areaName(id) })),
    categories: measure.categories.map(({ id, title }) => ({ id, title })),
    baselines: measure.baselines,
    targets: measure.targets,
    differences: measure.differences,
    caveats: measure.caveats,
    observations: knownObservations(facts, cutOff).map((o) => ({
      period: o.period,
      area: o.area,
      category: o.category,
      value: numberOf(valueText(o, measure.unit)),
      numerator: o.numerator,
      denominator: o.denominator,
      ...(measure.unit === "rank" ? { tied: o.tied } : {}),
      status: o.status,
      reason: o.reason,
      revision:
        o.revision === null ? null : { was: numberOf(revisedFrom(o, measure.unit)), on: o.revision.on },
    })),
  };
}
