import { addMonths } from "../analysis/calendar.ts";
import type { MeasureFacts } from "../model/facts.ts";
import type { Observation } from "../model/observation.ts";
import { periodEnd } from "../model/period.ts";

/** What a paper may see of a measure: the values known at its cut-off, in time order. */
export type VisibleSeries = {
  readonly facts: MeasureFacts;
  /** The latest period with a value for the force (or for any area where the force has none). */
  readonly latest: string | null;
  /** The periods from the first to the latest row, sorted. */
  readonly periods: readonly string[];
  at(period: string, area: string, category: string | null): Observation | null;
};

/** The series of a measure as it stood on the day `cutOff`: later periods are left out, later revisions undone. */
export function visibleSeries(facts: MeasureFacts, cutOff: string): VisibleSeries {
  const { measure } = facts;
  const lag = measure.availabilityLag?.months ?? 0;
  const known = facts.observations
    .filter((o) => isKnown(periodEnd(measure.periods, o.period), lag, cutOff))
    .map((o) => asKnown(o, cutOff));
  const index = new Map(known.map((o) => [key(o.period, o.area, o.category), o]));
  const periods = [...new Set(known.map((o) => o.period))].sort();
  return {
    facts,
    periods,
    latest: latestWithValue(known),
    at: (period, area, category) => index.get(key(period, area, category)) ?? null,
  };
}

/** A period is known once its last day, and then the months of delay, lie before or on the cut-off. */
function isKnown(end: string, lagMonths: number, cutOff: string): boolean {
  return lagMonths === 0 ? end <= cutOff : addMonths(end.slice(0, 7), lagMonths) <= cutOff.slice(0, 7);
}

function asKnown(o: Observation, cutOff: string): Observation {
  if (o.revision === null || o.revision.on <= cutOff) return o;
  const { was, numerator, tied } = o.revision;
  return { ...o, value: was, numerator, tied, status: "published", revision: null };
}

function latestWithValue(known: readonly Observation[]): string | null {
  const valued = known.filter((o) => o.value !== null);
  const force = valued.filter((o) => o.area === "force");
  return (force.length > 0 ? force : valued).reduce<string | null>(
    (latest, o) => (latest === null || o.period > latest ? o.period : latest),
    null,
  );
}

const key = (period: string, area: string, category: string | null): string =>
  `${period}|${area}|${category ?? ""}`;
