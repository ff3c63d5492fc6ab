import type { Heading, Text } from "../../sources/paperText/paper.ts";

export type QuantityKind = "count" | "percent" | "points" | "money" | "duration";

/** A number as a sentence prints it, from `at` up to `end` of its text. A sign counts in `value`. */
export type Quantity = {
  readonly at: number;
  readonly end: number;
  readonly kind: QuantityKind;
  /** Percent as printed, pounds, seconds. */
  readonly value: number;
  readonly decimals: number;
  readonly sign: "+" | "-" | null;
  /** "about 30", "over 700": not to be held against an exact number. */
  readonly loose: boolean;
};

/** A quantity and the sentence that prints it. */
export type Printed = { readonly words: Text; readonly quantity: Quantity };

/** A month as named, `1` to `12`; without its year where none is written. */
export type NamedMonth = { readonly month: number; readonly year: number | null };

/** Where a claim stands: its sentence, its block in the part, and the headings above. */
export type Site = {
  readonly words: Text;
  readonly block: number;
  readonly section: readonly Heading[];
};

/** "53 rape offences were recorded in December": what a sentence is about. */
export type FigureClaim = Site & {
  readonly kind: "figure";
  readonly quantity: Quantity;
  readonly month: NamedMonth | null;
  /** A place in front of or behind it, as written; null where none is named. */
  readonly area: string | null;
};

/** "30 of 53 (60%)". `whole` is null where the sentence gives no base. */
export type ShareClaim = Site & {
  readonly kind: "share";
  readonly percent: Quantity;
  readonly part: Quantity;
  readonly whole: Printed | null;
};

export type Direction = "up" | "down" | "same";

/** What a figure is compared with. */
export type Comparator = "previous" | "year" | "average" | "month" | "other";

/** "an increase of 12% on the previous month (642)". */
export type ComparisonClaim = Site & {
  readonly kind: "comparison";
  readonly direction: Direction;
  /** The word that gives the direction, and where it stands. */
  readonly cue: { readonly at: number; readonly end: number };
  readonly subject: Printed | null;
  readonly comparator: Comparator;
  readonly month: NamedMonth | null;
  /** Where the comparator is named. */
  readonly named: { readonly at: number; readonly end: number };
  /** What follows the comparator in brackets or behind "of". */
  readonly against: Printed | null;
  readonly size: Quantity | null;
  /** The area that the sentence, or the one that it continues, speaks of. */
  readonly area: string | null;
};

/** "three people with 20 or more offences each, 38 in all": so many of at least so many. */
export type MinimumClaim = Site & {
  readonly kind: "minimum";
  readonly people: Printed;
  readonly least: number;
  readonly most: number | null;
  readonly total: Quantity | null;
  /** Where the words begin and end that say it. */
  readonly at: number;
  readonly end: number;
};

export type Claim = FigureClaim | ShareClaim | ComparisonClaim | MinimumClaim;
