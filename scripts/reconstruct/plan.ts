import type { Random } from "./random.ts";

/** One row of a measure's CSV; an empty string where the column says nothing. */
export type Row = {
  readonly period: string;
  readonly area: string;
  readonly category: string;
  readonly value: string;
  readonly denominator: string;
  readonly status: string;
  readonly reason: string;
};

/** How the unpublished rows of some measures are rebuilt; `published` gives the rows that were printed, by measure. */
export type Plan = {
  readonly measures: readonly string[];
  rebuild(
    published: (measure: string) => readonly Row[],
    random: (name: string) => Random,
  ): ReadonlyMap<string, readonly Row[]>;
};

/** An estimated row. `value` in the measure's unit, already written as the file wants it. */
export const estimated = (
  period: string,
  area: string,
  value: number | string,
  more: Partial<Row> = {},
): Row => ({
  period,
  area,
  category: "",
  value: String(value),
  denominator: "",
  status: "estimated",
  reason: "",
  ...more,
});
