import type { Place } from "../diagnostic.ts";
import type { Unit } from "../model/measure.ts";
import type { Status } from "../model/observation.ts";
import type { PeriodKind } from "../model/period.ts";
import type { Reference } from "./reference.ts";

/** The units of a measure, and those that only computed figures have. */
export type FigureUnit = Unit | "percentage points" | "places" | "words";

/** One figure that is printed: what it is, how it was computed and where it came from. */
export type Figure = {
  /** The reference that asks for it, e.g. `rape.north.previous`. */
  readonly name: string;
  readonly reference: Reference;
  /** `null` where nothing is published or nothing can be computed; `reason` then says why. */
  readonly value: number | null;
  /** The value as an exact ratio where it is one, so that rounding is exact. */
  readonly ratio: Ratio | null;
  /** For a place: among how many, null where that is not published, and whether it is shared; null for everything else. */
  readonly rank: RankAmong | null;
  /** For flags, the letter or letters: "Y", "Y (low)", "N". */
  readonly words: string | null;
  readonly unit: FigureUnit;
  /** Decimals that the source gave, or that the computation should be printed with. */
  readonly decimals: number;
  /** True for a difference, which carries its sign. */
  readonly signed: boolean;
  /** The period that the value is of: for `previous` the one before. Null where nothing is published at all. */
  readonly period: string | null;
  readonly periodKind: PeriodKind;
  readonly formula: string;
  readonly status: Status;
  readonly reason: string | null;
  readonly from: readonly Place[];
  /** True where the words that print it should say which figure they are (`document/told.ts`). */
  readonly telling?: boolean;
};

export type RankAmong = { readonly of: number | null; readonly tied: boolean };

/** `numerator / denominator`, both finite; percentages carry their factor of 100 in the numerator. */
export type Ratio = { readonly numerator: number; readonly denominator: number };
