import { compare, mean, sum } from "./numbers.ts";

/** What a projection says of the months ahead: they rise, fall, go up and down, or stay as they are. */
export type ProjectedDirection = "increase" | "decrease" | "fluctuate" | "stable";

/** Months 4 to 6 are where the projection leads; the first three are still close to what was recorded. */
const [firstJudged, lastJudged] = [4, 6];
/** Three percent more or less is a change that a reader sees in a chart of six months. */
const changeShare = 0.03;
/** One turn is a bend; two are up and down. */
const leastTurns = 2;
/** Turns within a tenth of the level are too small to plan for. */
const fluctuationShare = 0.1;

/**
 * Direction of a projection: months 4 to 6 against the last three recorded ones, in the mean.
 *
 * @param projection at least six projected months, in the unit of the series
 * @param last3Actuals the three months before them
 * @throws RangeError when there are fewer than six projected months, or not three recorded ones
 */
export function direction(
  { point }: { readonly point: readonly number[] },
  last3Actuals: readonly number[],
): ProjectedDirection {
  if (point.length < lastJudged || last3Actuals.length !== 3)
    throw new RangeError(
      `6 projected and 3 recorded months are needed, got ${point.length} and ${last3Actuals.length}`,
    );
  const ahead = point.slice(0, lastJudged);
  const now = mean(last3Actuals) ?? 0;
  const change = (mean(ahead.slice(firstJudged - 1)) ?? 0) - now;
  if (compare(change, changeShare * now) > 0) return "increase";
  if (compare(change, -changeShare * now) < 0) return "decrease";
  return turns(ahead) >= leastTurns && range(ahead) > fluctuationShare ? "fluctuate" : "stable";
}

/** Months after which the line goes the other way; a level stretch is no turn. */
function turns(values: readonly number[]): number {
  const steps = values.slice(1).map((value, i) => compare(value, values[i] ?? value));
  const moves = steps.filter((step) => step !== 0);
  return moves.filter((step, i) => i > 0 && step !== moves[i - 1]).length;
}

/** From the lowest to the highest, as a share of their mean. */
const range = (values: readonly number[]): number =>
  ((Math.max(...values) - Math.min(...values)) * values.length) / Math.max(sum(values), Number.MIN_VALUE);
