import { wholeRatio } from "../analysis/rounding.ts";
import type { Observation, Status } from "../model/observation.ts";
import type { Figure, FigureUnit, RankAmong, Ratio } from "./figure.ts";

/** What a statistic gives: the part of a figure that depends on how it is computed. */
export type Computed = Pick<
  Figure,
  "value" | "ratio" | "rank" | "words" | "unit" | "decimals" | "signed" | "formula" | "status" | "reason"
> & {
  readonly used: readonly Observation[];
  /** The period the value is of, where that is not the one that was asked about: the month before, the year before. */
  readonly of?: string;
};

type More = {
  readonly unit: FigureUnit;
  readonly formula: string;
  readonly used: readonly Observation[];
  readonly decimals?: number;
  readonly signed?: boolean;
};

/** The decimals with which a number of a measure's file is written. */
export const decimalsOf = (value: number): number => String(value).split(".")[1]?.length ?? 0;

/** A figure that is a plain number; doubtful when a value it rests on is. */
export const number = (value: number, { decimals = 0, signed = false, ...more }: More): Computed => ({
  value,
  ratio: null,
  rank: null,
  words: null,
  decimals,
  signed,
  reason: null,
  status: doubt(more.used),
  ...more,
});

/** A figure that is a ratio, kept exact for rounding. A zero denominator gives none. */
export function ratio(exact: Ratio, { decimals = 0, signed = false, ...more }: More): Computed {
  if (exact.denominator === 0) return none("the base is 0", more);
  return {
    value: exact.numerator / exact.denominator,
    ratio: exact,
    rank: null,
    words: null,
    decimals,
    signed,
    reason: null,
    status: doubt(more.used),
    ...more,
  };
}

/** A place among others. */
export const placed = (place: number, rank: RankAmong, more: Omit<More, "unit">): Computed => ({
  ...number(place, { ...more, unit: "rank" }),
  rank,
});

/** A figure as a ratio of whole numbers, so that what is made of it rounds as exactly as it does itself. */
export const ratioOf = (value: number, ratio: Ratio | null): Ratio => ratio ?? wholeRatio(value);

/** A flag: its letters. */
export const letters = (words: string, formula: string, used: readonly Observation[]): Computed => ({
  value: null,
  ratio: null,
  rank: null,
  words,
  unit: "words",
  decimals: 0,
  signed: false,
  formula,
  status: doubt(used),
  reason: null,
  used,
});

/** No figure, and why. */
export const none = (
  reason: string,
  { unit, formula, used }: Pick<More, "unit" | "formula" | "used">,
): Computed => ({
  value: null,
  ratio: null,
  rank: null,
  words: null,
  unit,
  decimals: 0,
  signed: false,
  formula,
  status: "missing",
  reason,
  used,
});

/** The least certain status among the values: estimated before provisional before revised before published. */
function doubt(used: readonly Observation[]): Status {
  const order: readonly Status[] = ["missing", "suppressed", "estimated", "provisional", "revised"];
  return order.find((status) => used.some((o) => o.status === status)) ?? "published";
}
