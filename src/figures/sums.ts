import { addMonths, financialYearStart, monthsFrom } from "../analysis/calendar.ts";
import type { Observation } from "../model/observation.ts";
import type { Asked } from "./asked.ts";
import { type Computed, none, number, ratio } from "./computed.ts";

/** Sum from April to `period`; none unless every month is there. A series kept by ranges answers with the range itself. */
export function financialYearToDate(asked: Asked, period: string): Computed {
  const april = financialYearStart(period);
  return sumOf(asked, monthsFrom(april, period), `sum from ${april} to ${period}`);
}

/** Sum of the twelve months that end with `period`; of a percentage, the sum of numerators over the sum of denominators. */
export function rollingYear(asked: Asked, period: string): Computed {
  const first = addMonths(period, -11);
  return sumOf(asked, monthsFrom(first, period), `twelve months from ${first} to ${period}`);
}

function sumOf({ series, reference }: Asked, months: readonly string[], formula: string): Computed {
  const { measure } = series.facts;
  const found = months.map((m) => series.at(m, reference.area, reference.category));
  const used = found.filter((o): o is Observation => o !== null && o.value !== null);
  const more = { unit: measure.unit, formula, used };
  if (measure.periods !== "month") return none("only a monthly series is summed", more);
  const gap = months.find((_, i) => found[i]?.value == null);
  if (gap !== undefined) return none(`${gap} is not published`, more);
  const settled = (c: Computed): Computed => ({ ...c, status: "published" });
  if (measure.unit !== "percent")
    return settled(
      number(
        used.reduce((sum, o) => sum + (o.value ?? 0), 0),
        more,
      ),
    );
  if (used.some((o) => o.numerator === null))
    return none("the numbers behind the percentages are not published", more);
  const total = (pick: (o: Observation) => number | null): number =>
    used.reduce((sum, o) => sum + (pick(o) ?? 0), 0);
  return settled(
    ratio(
      { numerator: 100 * total((o) => o.numerator), denominator: total((o) => o.denominator) },
      { ...more, decimals: measure.decimals },
    ),
  );
}
