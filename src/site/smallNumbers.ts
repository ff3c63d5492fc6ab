import { periodLabel } from "../document/periods.ts";
import type { Facts, MeasureFacts } from "../model/facts.ts";
import type { Observation } from "../model/observation.ts";
import type { Organisation } from "../model/organisation.ts";
import { periodEnd } from "../model/period.ts";
import { areaNames, knownObservations } from "./data/measureRows.ts";

/** Counts from 1 to one below it may point at a person. No threshold is universal: a person decides, and the decision is written down. */
const threshold = 5;

/** Something about small numbers that a person must decide. */
export type SmallNumbers = {
  readonly kind: "small-numbers" | "revealed";
  readonly measure: string;
  readonly message: string;
  readonly observations: readonly Observation[];
};

/**
 * Counts of 1 to 4 that would be published: of events, behind shares and rates, and what is left of a share's base; and withheld values that can be
 * worked out, because all else of their sum is known.
 *
 * @param accepted the last period of small numbers that a person has decided on, by measure; null where there is no decision
 */
export function smallNumbers(
  facts: Facts,
  cutOff: string,
  accepted: (measure: string) => string | null,
): SmallNumbers[] {
  return [...facts.measures.values()].flatMap((one): SmallNumbers[] => {
    const known = knownObservations(one, cutOff);
    const upTo = accepted(one.measure.id);
    const later = ({ period }: Observation): boolean =>
      upTo === null || periodEnd(one.measure.periods, period) > upTo;
    const small = known.filter((o) => isSmall(o, one.measure.unit) && later(o));
    const revealed = revealedIn(one, known, facts.organisation);
    return [
      ...listed("small-numbers", one, small, facts.organisation, (count) =>
        count === 1 ? "1 count below 5" : `${count} counts below 5`,
      ),
      ...listed("revealed", one, revealed, facts.organisation, (count) =>
        count === 1
          ? "1 withheld value can be worked out from the others"
          : `${count} withheld values can be worked out from the others`,
      ),
    ];
  });
}

const between = (count: number): boolean => count > 0 && count < threshold;

/** The value before a revision is published, too, so it counts as the one of today does. */
function isSmall(
  { value, numerator, denominator, revision }: Observation,
  unit: MeasureFacts["measure"]["unit"],
): boolean {
  const small = (count: number | null | undefined): boolean => typeof count === "number" && between(count);
  if (unit === "count") return small(value) || small(revision?.was);
  const counts = [numerator, revision?.numerator];
  if (unit === "rate") return counts.some(small);
  if (unit !== "percent") return false;
  const left = (count: number | null | undefined): number | null =>
    typeof count === "number" && denominator !== null ? denominator - count : null;
  return counts.some((count) => small(count) || small(left(count)));
}

/** Withheld values that are the only unknown of a sum: of the areas of an area, or of the categories of a whole. */
function revealedIn(
  { measure }: MeasureFacts,
  known: readonly Observation[],
  { areas }: Organisation,
): Observation[] {
  if (measure.unit !== "count") return [];
  const index = new Map(known.map((o) => [keyOf(o.period, o.area, o.category), o]));
  const found = new Set<Observation>();
  for (const whole of known) {
    const children = areas.filter(({ parent }) => parent === whole.area);
    const sums = [
      children.map(({ id }) => index.get(keyOf(whole.period, id, whole.category))),
      whole.category === null && measure.categoriesAddUp
        ? measure.categories.map(({ id }) => index.get(keyOf(whole.period, whole.area, id)))
        : [],
    ];
    for (const parts of sums) {
      const all = [whole, ...parts].filter((o) => o !== undefined);
      const hidden = all.filter(({ status }) => status === "suppressed");
      const [only] = hidden;
      if (parts.length > 0 && all.length === parts.length + 1 && only !== undefined && hidden.length === 1)
        if (all.every((o) => o === only || o.value !== null)) found.add(only);
    }
  }
  return known.filter((o) => found.has(o));
}

const keyOf = (period: string, area: string, category: string | null): string =>
  `${period}|${area}|${category ?? ""}`;

/** One finding of a measure, with the latest case as its example. */
function listed(
  kind: SmallNumbers["kind"],
  { measure }: MeasureFacts,
  observations: readonly Observation[],
  organisation: Organisation,
  said: (count: number) => string,
): SmallNumbers[] {
  const last = observations.reduce<Observation | null>(
    (latest, o) => (latest === null || o.period > latest.period ? o : latest),
    null,
  );
  if (last === null) return [];
  const where = `${areaNames(organisation)(last.area)}, ${periodLabel(measure.periods, last.period)}`;
  return [
    {
      kind,
      measure: measure.id,
      message: `${measure.title}: ${said(observations.length)}, the last of them in ${where}`,
      observations,
    },
  ];
}
