import { addMonths, financialYearStart, monthsFrom } from "../analysis/calendar.ts";
import { exactSum } from "../analysis/rounding.ts";
import { basePer, type Observation } from "../model/observation.ts";
import type { Asked } from "./asked.ts";
import { type Computed, none, number, ratio } from "./computed.ts";

/** Sum from April to `period`; none unless every month is there. A series kept by ranges answers with the range itself. */
export function financialYearToDate(asked: Asked, period: string): Computed {
  if (measureOf(asked).unit === "rank") return notAdded(asked);
  if (measureOf(asked).periods !== "month") return ofRange(asked, period);
  const april = financialYearStart(period);
  return sumOf(asked, monthsFrom(april, period), `sum from ${april} to ${period}`);
}

/** Sum of the twelve months that end with `period`; of a percentage or a rate, the sum of numerators over the sum of denominators. */
export function rollingYear(asked: Asked, period: string): Computed {
  if (measureOf(asked).unit === "rank") return notAdded(asked);
  if (measureOf(asked).periods !== "month") return notSummed(asked);
  const first = addMonths(period, -11);
  return sumOf(asked, monthsFrom(first, period), `twelve months from ${first} to ${period}`);
}

const measureOf = ({ series }: Asked) => series.facts.measure;

const notSummed = (asked: Asked): Computed =>
  none("only a monthly series is summed", { unit: measureOf(asked).unit, formula: "sum", used: [] });

const notAdded = (asked: Asked): Computed =>
  none("places cannot be added", { unit: measureOf(asked).unit, formula: "sum", used: [] });

/** A range that starts in April is a year to date itself. */
function ofRange(asked: Asked, period: string): Computed {
  const { measure, at } = { measure: measureOf(asked), at: asked.series.at };
  const startsInApril = measure.periods === "range" && period.slice(5, 7) === "04";
  const o = startsInApril ? at(period, asked.reference.area, asked.reference.category) : null;
  if (!startsInApril) return notSummed(asked);
  const more = { unit: measure.unit, formula: `value of ${period}`, used: o === null ? [] : [o] };
  if (o === null || o.value === null) return none(o?.reason ?? `nothing is published for ${period}`, more);
  return number(o.value, { ...more, decimals: o.decimals });
}

function sumOf({ series, reference }: Asked, months: readonly string[], formula: string): Computed {
  const { measure } = series.facts;
  const found = months.map((m) => series.at(m, reference.area, reference.category));
  const used = found.filter((o): o is Observation => o !== null && o.value !== null);
  const more = { unit: measure.unit, formula, used };
  const gap = months.find((_, i) => found[i]?.value == null);
  if (gap !== undefined) return none(`${gap} is not published`, more);
  const settled = (c: Computed): Computed => ({ ...c, status: "published" });
  const per = basePer(measure.unit);
  if (per === null) {
    const { numerator, denominator } = exactSum(used.map((o) => o.value ?? 0));
    return settled(number(numerator / denominator, more));
  }
  if (used.some((o) => o.numerator === null))
    return none(
      `the numbers behind the ${measure.unit === "rate" ? "rates" : "percentages"} are not published`,
      more,
    );
  const total = (pick: (o: Observation) => number | null): number =>
    used.reduce((sum, o) => sum + (pick(o) ?? 0), 0);
  return settled(
    ratio(
      { numerator: per * total((o) => o.numerator), denominator: total((o) => o.denominator) },
      { ...more, decimals: measure.decimals },
    ),
  );
}
