import { roundRatio } from "../../analysis/rounding.ts";

/** A part of a whole in percent, half up, with so many decimals: `60.4%`. The whole is not 0. */
export const percentOf = (part: number, whole: number, decimals: number): string =>
  `${roundRatio(100 * part, whole, decimals).text}%`;

/** Whether a percentage, printed with so many decimals, is what a part of a whole rounds to. */
export const isPercentOf = (percent: number, decimals: number, part: number, whole: number): boolean =>
  whole !== 0 && roundRatio(100 * part, whole, decimals).value === percent;

/** Whether any whole number of so many gives the percentage: 71% of 18 is none, as 12 are 67% and 13 are 72%. */
export function isAttainable(percent: number, decimals: number, whole: number): boolean {
  const near = Math.floor((percent * whole) / 100);
  return [near - 1, near, near + 1, near + 2].some(
    (part) => part >= 0 && part <= whole && isPercentOf(percent, decimals, part, whole),
  );
}
