import { cycle, type EtsForm, type Smoothing } from "./etsForm.ts";
import { at, leastSquares } from "./leastSquares.ts";

/** Level, slope, then the effect of each month of the cycle, counted from the first of the series. */
export type States = Float64Array;

const level = 0;
const slope = 1;
const seasons = 2;
const size = seasons + cycle;

/** A series followed by given smoothing, from the states that suit it best. */
export type Followed = {
  /** Sum of the squared one-step errors. */
  readonly sse: number;
  /** States after the last month. */
  readonly last: States;
};

/**
 * A function that follows the series by given smoothing, from the initial states with the least sum of squared one-step
 * errors. Every error is linear in those states, so they are solved for, not searched: that leaves at most four numbers to
 * search. Working arrays are made once, for a search asks hundreds of times.
 *
 * @returns a function that gives null where the series does not determine the states
 */
export function follower(values: Float64Array, form: EtsForm): (smoothing: Smoothing) => Followed | null {
  const zeros = new Float64Array(values.length);
  const found = new Float64Array(values.length);
  const directions = stateDirections(form).map((states) => ({ states, effect: zeros.slice() }));
  const effects = directions.map(({ effect }) => effect);
  const states = new Float64Array(size);
  return (smoothing) => {
    for (const direction of directions) {
      states.set(direction.states);
      writeErrors(zeros, states, smoothing, direction.effect);
    }
    writeErrors(values, states.fill(0), smoothing, found);
    const weights = leastSquares(effects, found);
    if (weights === null) return null;
    combine(directions, weights, states);
    writeErrors(values, states, smoothing, found);
    return { sse: sumOfSquares(found), last: states.slice() };
  };
}

function sumOfSquares(errors: Float64Array): number {
  let total = 0;
  for (const error of errors) total += error * error;
  return total;
}

/** What the model expects `ahead` months after the last of `months` months, with `slopes` = phi + phi^2 + … so far. */
export const expectedAfter = (states: States, months: number, ahead: number, slopes: number): number =>
  at(states, level) + slopes * at(states, slope) + at(states, seasons + ((months + ahead - 1) % cycle));

/** The states that can be chosen freely, each as a unit; a month's effect is taken from the cycle's last, so that all add to 0. */
function stateDirections({ trend, seasonal }: EtsForm): States[] {
  const unit = (place: number): States => new Float64Array(size).fill(1, place, place + 1);
  const month = (i: number): States => unit(seasons + i).fill(-1, size - 1);
  return [
    unit(level),
    ...(trend === "none" ? [] : [unit(slope)]),
    ...(seasonal ? Array.from({ length: cycle - 1 }, (_, i) => month(i)) : []),
  ];
}

/** A unit of initial state, and the errors that it alone leaves in a series of zeros. */
type StateDirection = { readonly states: States; readonly effect: Float64Array };

/** The sum of the directions by weight; negative, because an error is a value less what the states expect. */
function combine(directions: readonly StateDirection[], weights: Float64Array, states: States): void {
  states.fill(0);
  for (const [j, direction] of directions.entries())
    for (let i = 0; i < size; i++) states[i] = at(states, i) - at(weights, j) * at(direction.states, i);
}

/** Writes the one-step errors of the series, and moves `states` on from before its first month to after its last. */
function writeErrors(
  values: Float64Array,
  states: States,
  { alpha, beta, gamma, phi }: Smoothing,
  errors: Float64Array,
): void {
  let [heightNow, slopeNow] = [at(states, level), at(states, slope)];
  for (let t = 0, season = seasons; t < values.length; t++) {
    const effect = at(states, season);
    const carried = heightNow + phi * slopeNow;
    const error = at(values, t) - (carried + effect);
    errors[t] = error;
    heightNow = carried + alpha * error;
    slopeNow = phi * slopeNow + beta * error;
    states[season] = effect + gamma * error;
    season = season + 1 === size ? seasons : season + 1;
  }
  states[level] = heightNow;
  states[slope] = slopeNow;
}
