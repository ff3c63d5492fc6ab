import { textsOf } from "../sources/paperText/outline.ts";
import type { Spot } from "../sources/paperText/paper.ts";
import { numbersIn, type PrintedNumber } from "./numbersIn.ts";
import type { AuditedPaper } from "./rule.ts";

/** How much of what a paper says in numbers was held against something. */
export type Coverage = {
  /** Numbers that it prints, of whatever kind, but for those of headings, dates and references. */
  readonly printed: number;
  /** Of these, computed from the data: right by construction. */
  readonly bound: number;
  /** Typed, and held against something by some rule. */
  readonly checked: number;
  /** Typed, and nothing is known to hold them against. */
  readonly unverifiable: number;
};

/** A place as a key. */
export const spotKey = ({ line, column }: Spot): string => `${line}:${column}`;

/** Whether a rule was told of a number, by whichever of its characters. */
const isChecked = ({ text, spot }: PrintedNumber, checked: ReadonlySet<string>): boolean =>
  [...text].some((_, i) => checked.has(spotKey({ ...spot, column: spot.column + i })));

/**
 * Counts the numbers of a paper.
 *
 * @param checked keys of the spots that rules were told of
 */
export function coverageOf({ parts, own }: AuditedPaper, checked: ReadonlySet<string>): Coverage {
  const numbers = parts.flatMap(({ part }) => textsOf(part).flatMap(numbersIn));
  const typed = numbers.filter((number) => own?.isComputed(number) !== true);
  const held = typed.filter((number) => isChecked(number, checked)).length;
  return {
    printed: numbers.length,
    bound: numbers.length - typed.length,
    checked: held,
    unverifiable: typed.length - held,
  };
}
