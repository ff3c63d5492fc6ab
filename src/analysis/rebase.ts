import { compare, isNumber, mean } from "./numbers.ts";
import { type SegmentOptions, segments } from "./segments.ts";
import { finalValue, type SeriesPoint } from "./series.ts";

/** A step that the series seems to have taken. A named person confirms it, or it stays a proposal. */
export type ProposedRebase = {
  /** First of the eight points: where the new segment would start. */
  readonly start: string;
  /** Last of the eight: the period whose value showed the step. */
  readonly detectedAt: string;
  readonly direction: "increased" | "decreased";
  /** Mean of the segment before, and mean of the eight. */
  readonly from: number;
  readonly to: number;
};

/** Points on one side that make a step. Of ordinary 36-month series 15 to 34 in 100 still show one by chance. */
const stepLength = 8;
/** As many points as limits need before they can be fixed. */
const leastBefore = 12;

/**
 * Steps that the declared segments do not have yet, in time order: eight points in a row strictly on one side of the mean
 * of the earlier points of their segment, of which there are twelve or more. A found step starts the next search.
 *
 * @param slots one for each period in time order; a missing or provisional one breaks the eight
 * @throws RangeError as `segments` does
 */
export function proposedRebase(
  slots: readonly SeriesPoint[],
  options: SegmentOptions = {},
): ProposedRebase[] {
  return segments(slots, options).flatMap(({ first, last }) => steps(slots.slice(first, last + 1)));
}

function steps(slots: readonly SeriesPoint[]): ProposedRebase[] {
  for (let start = leastBefore; start + stepLength <= slots.length; start++) {
    const step = stepAt(slots, start);
    if (step !== null) return [step, ...steps(slots.slice(start))];
  }
  return [];
}

/** The step whose eight points begin at `start`, or null when they show none. */
function stepAt(slots: readonly SeriesPoint[], start: number): ProposedRebase | null {
  const before = slots.slice(0, start).map(finalValue).filter(isNumber);
  const eight = slots.slice(start, start + stepLength);
  const [from, to] = [mean(before), mean(eight.map(finalValue).filter(isNumber))];
  if (from === null || to === null || before.length < leastBefore) return null;
  const side = compare(to, from);
  const allThere = eight.map(finalValue).every((value) => value !== null && compare(value, from) === side);
  if (side === 0 || !allThere) return null;
  const detectedAt = eight.at(-1)?.period ?? "";
  return {
    start: eight[0]?.period ?? "",
    detectedAt,
    direction: side > 0 ? "increased" : "decreased",
    from,
    to,
  };
}
