import { leastToRank, rank } from "../analysis/rates.ts";
import type { Observation } from "../model/observation.ts";
import type { Asked } from "./asked.ts";
import { type Computed, none, placed } from "./computed.ts";

type More = { readonly formula: string; readonly used: readonly Observation[] };

/** A place as it was published, with how many were ranked where that is known; none among fewer than five. */
export function publishedPlace(
  place: number,
  { denominator, tied, reason }: Observation,
  more: More,
): Computed {
  if (denominator !== null && denominator < leastToRank) return tooFew(denominator, more);
  return { ...placed(place, { of: denominator, tied }, more), reason };
}

/**
 * The place of an area among the force and the single forces that the measure names as its peers, those with a value in the
 * period. The first place is the highest value where an increase is an improvement, and the lowest where a decrease is.
 */
export function rankOf({ reference, period, series, organisation }: Asked): Computed {
  const { peers, improvementDirection } = series.facts.measure;
  const single = organisation.comparators.filter((c) => c.kind === "force" && peers.includes(c.id));
  const members = ["force", ...single.map((c) => c.id)];
  const used = members
    .map((area) => series.at(period, area, reference.category))
    .filter((o): o is Valued => o?.value != null);
  const more = { formula: `place of ${period} among ${used.length} forces`, used };
  const own = used.find((o) => o.area === reference.area);
  if (improvementDirection === "neutral") return noRank("neither end of the list is better", more);
  if (!members.includes(reference.area)) return noRank("only single forces are ranked", more);
  if (own === undefined) return noRank(`nothing is published for ${period}`, more);
  const found = rank(
    own.value,
    used.map((o) => o.value),
    improvementDirection === "increase" ? "highest" : "lowest",
  );
  if (found === null) return tooFew(used.length, more);
  return placed(found.rank, { of: found.of, tied: found.tied }, more);
}

type Valued = Observation & { readonly value: number };

const noRank = (reason: string, more: More): Computed => none(reason, { unit: "rank", ...more });
const tooFew = (ranked: number, more: More): Computed =>
  noRank(`${ranked} are too few to be ranked: it takes ${leastToRank}`, more);
