import { compare } from "./numbers.ts";
import { type Rounded, roundRatio } from "./rounding.ts";

const perPeople = 1000;
const rateDecimals = 2;

/** Events per 1,000 of the base, not rounded: for ranks and comparisons. @throws RangeError when the base is not above 0 */
export function ratePer1000(count: number, base: number): number {
  checkBase(base);
  return (perPeople * count) / base;
}

/** Events per 1,000 of the base with the two decimals that are printed. @throws RangeError when the base is not above 0 */
export function roundedRatePer1000(count: number, base: number): Rounded {
  checkBase(base);
  return roundRatio(perPeople * count, base, rateDecimals);
}

/** A number of people or households, used from that period on. */
export type DatedBase = { readonly from: string; readonly value: number };

/** The base declared for a period, or null when none is so early. It changes only where a change is declared. */
export function baseAt(bases: readonly DatedBase[], period: string): DatedBase | null {
  const declared = bases.filter(({ from }) => from <= period).sort((a, b) => (a.from < b.from ? -1 : 1));
  return declared.at(-1) ?? null;
}

/** A place among others: `text` is "3= of 43". */
export type Rank = {
  readonly rank: number;
  readonly tied: boolean;
  readonly of: number;
  readonly text: string;
};

/** Among fewer, a rank says little and may point at one of them. */
export const leastToRank = 5;

/**
 * Standard competition rank of a value among all of them, itself included: equal values share the better place, and the
 * places after it are left out.
 *
 * @param values unrounded, of every member of the group
 * @param first which end of the list has rank 1
 * @returns null among fewer than five
 */
export function rank(value: number, values: readonly number[], first: "highest" | "lowest"): Rank | null {
  if (values.length < leastToRank) return null;
  const better = first === "highest" ? 1 : -1;
  const place = values.filter((other) => compare(other, value) === better).length + 1;
  const tied = values.filter((other) => compare(other, value) === 0).length > 1;
  return { rank: place, tied, of: values.length, text: `${place}${tied ? "=" : ""} of ${values.length}` };
}

function checkBase(base: number): void {
  if (!(base > 0)) throw new RangeError(`a rate needs a base above 0, got ${base}`);
}
