import {
  type Comparison,
  compareCounts,
  comparePercentages,
  compareWithAverage,
} from "../analysis/comparison.ts";
import type { Figure } from "../figures/figure.ts";
import type { Register } from "../figures/register.ts";
import { ask, measureOf } from "./asked.ts";

/** What a value is held against. */
export type Base = "previous" | "yearAgo" | "mean";

/** The latest value of an area against a base, by the rules for its unit; null where either is missing. */
export function comparisonWith(
  register: Register,
  id: string,
  area: string,
  base: Base,
  category: string | null = null,
): Comparison | null {
  const value = ask(register, id, { area, category });
  const other = ask(register, id, { area, category, statistic: base });
  if (value.value === null || other.value === null) return null;
  const { unit } = measureOf(register, id);
  if (unit === "percent") return comparePercentages(value.value, other.value);
  if (base === "mean" || unit !== "count")
    return compareWithAverage(
      value.value,
      other.value,
      base === "mean" ? exceptionalNow(register, value) : neither,
    );
  return compareCounts(
    value.value,
    other.value,
    register.chart(id, area, category)?.segments.at(-1)?.meanMovingRange ?? null,
  );
}

const neither = { now: null, before: null } as const;

function exceptionalNow(register: Register, { reference, period }: Figure) {
  const chart = register.chart(reference.measure, reference.area, reference.category);
  const before = ask(register, reference.measure, {
    area: reference.area,
    category: reference.category,
    statistic: "previous",
  });
  const at = (p: string | null) => (p === null ? null : (chart?.exceptionalAt(p) ?? null));
  return { now: at(period), before: at(before.period) };
}

const nouns: Readonly<Record<Comparison["size"], string>> = {
  "in-line": "",
  slight: "slight ",
  plain: "",
  notable: "notable ",
  significant: "significant ",
};

/** "a slight increase", "a notable fall", "no real change": for running text. */
export function changeWords({ direction, size }: Comparison): string {
  if (direction === "none") return "little change";
  const noun = direction === "increase" ? "increase" : "decrease";
  return `${/^[aeiou]/.test(nouns[size] || noun) ? "an" : "a"} ${nouns[size]}${noun}`;
}

/** How large a difference is, before "more", "higher" or "above". */
export const adverbs: Readonly<Record<Comparison["size"], string>> = {
  "in-line": "",
  slight: "slightly ",
  plain: "",
  notable: "notably ",
  significant: "significantly ",
};

/** "slightly more than in November", "in line with the year to March": a value against that of another period, "in November". */
export function againstPeriod({ direction, size }: Comparison, counted: boolean, inPeriod: string): string {
  if (direction === "none") return `in line with ${inPeriod.replace(/^(in|on) /, "")}`;
  const [more, less] = counted ? ["more", "fewer"] : ["higher", "lower"];
  return `${adverbs[size]}${direction === "increase" ? more : less} than ${inPeriod}`;
}

/** "above the monthly average", "still significantly below it": a value against its average. */
export function againstAverage({ direction, size, remains }: Comparison, average: string): string {
  if (direction === "none") return `in line with ${average}`;
  return `${remains === true ? "still " : ""}${adverbs[size]}${direction === "increase" ? "above" : "below"} ${average}`;
}
