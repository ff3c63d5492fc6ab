import { hasDenominator, isShare } from "../analysis/attributeLimits.ts";
import type { Diagnostic, Place } from "../diagnostic.ts";
import type { StatedSeries, StatedSlot } from "../document/statedSeries.ts";

/** Where a slot's value and base stand; null for a slot that was added for a missing period. */
export type SlotPlaces = (period: string) => { readonly value: Place; readonly denominator: Place } | null;

/** What decides whether a chart can be made of the numbers. */
type Charted = Pick<StatedSeries, "slots" | "chart" | "bases">;

/** Numbers that the chart cannot be made of, each at its place. @param whole where a problem of the whole series is told */
export function chartProblems(stated: Charted, placesOf: SlotPlaces, whole: Place): Diagnostic[] {
  if (stated.slots.every(({ value }) => value === null))
    return [{ place: whole, message: "every value of this series is missing: there is nothing to analyse" }];
  if (stated.bases !== "none" && stated.slots.every(isOfNothing))
    return [{ place: whole, message: "every base is 0 or missing: there is nothing to analyse" }];
  const { chart } = stated;
  if (chart !== null && chart !== "xmr" && hasDenominator(chart) && stated.bases === "none")
    return [{ place: whole, message: `a ${chart} chart needs \`denominators\`, one for each value` }];
  return stated.slots.flatMap((slot): Diagnostic[] => {
    const problem = slotProblem(stated, slot);
    const places = placesOf(slot.period);
    if (problem === null || places === null) return [];
    return [{ place: places[problem.at], message: problem.message }];
  });
}

const isOfNothing = ({ value, denominator }: StatedSlot): boolean => !value && !denominator;

type SlotProblem = { readonly at: "value" | "denominator"; readonly message: string };

function slotProblem({ chart, bases }: Charted, { value, denominator }: StatedSlot): SlotProblem | null {
  if (value === null || chart === "xmr" || (chart === null && bases === "none")) return null;
  const wrong = (message: string, at: SlotProblem["at"] = "value"): SlotProblem => ({ at, message });
  if (value < 0) return wrong("a count, or a time between events, cannot be below zero");
  if (chart === "t" && value === 0) return wrong("a time between events is more than 0: use a g chart");
  if (chart !== null && !hasDenominator(chart)) return null;
  if (denominator === null)
    return wrong("this value has no base: write it, or leave the value empty too", "denominator");
  if (denominator === 0 && value > 0)
    return wrong("something was counted, so its base cannot be 0", "denominator");
  return chart !== null && isShare(chart) && value > denominator
    ? wrong(`${value} of ${denominator} is more than all: use a u chart, or correct one of the two`)
    : null;
}
