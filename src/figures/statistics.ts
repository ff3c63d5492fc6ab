import { previousPeriod, previousPublished, sameLastYear } from "../analysis/periods.ts";
import { exactSum } from "../analysis/rounding.ts";
import { increasingTrend, seedTrend } from "../analysis/trend.ts";
import { type Unit, withRules } from "../model/measure.ts";
import { basePer, type Observation } from "../model/observation.ts";
import type { Asked } from "./asked.ts";
import type { MeasureChart } from "./chart.ts";
import { type Computed, decimalsOf, letters, none, number, ratio, ratioOf } from "./computed.ts";
import type { FigureUnit } from "./figure.ts";
import { publishedPlace, rankOf } from "./ranks.ts";
import type { Statistic } from "./reference.ts";
import { financialYearToDate, rollingYear } from "./sums.ts";
import { intervalEnd } from "./surveys.ts";

/** How each statistic is computed. Rounding is left to whoever prints. */
export const compute: Readonly<Record<Statistic, (asked: Asked) => Computed>> = {
  value: (asked) => valueAt(asked, asked.period),
  previous: (asked) => valueAt(asked, previous(asked)),
  yearAgo: (asked) => valueAt(asked, yearAgo(asked)),
  change: (asked) => difference(asked, valueAt(asked, asked.period), valueAt(asked, previous(asked))),
  changePercent: (asked) => percentChange(valueAt(asked, asked.period), valueAt(asked, previous(asked))),
  yearChange: (asked) => difference(asked, valueAt(asked, asked.period), valueAt(asked, yearAgo(asked))),
  yearChangePercent: (asked) => percentChange(valueAt(asked, asked.period), valueAt(asked, yearAgo(asked))),
  mean: (asked) => meanOf(asked),
  meanChange: (asked) => difference(asked, valueAt(asked, asked.period), meanOf(asked)),
  meanChangePercent: (asked) => percentChange(valueAt(asked, asked.period), meanOf(asked)),
  upper: (asked) => limit(asked, "upper"),
  lower: (asked) => limit(asked, "lower"),
  lower95: (asked) => intervalEnd(asked, "lower"),
  upper95: (asked) => intervalEnd(asked, "upper"),
  rank: rankOf,
  exceptional: exceptionalFlag,
  exceptionalAreas,
  trend: trendFlag,
  ytd: (asked) => financialYearToDate(asked, asked.period),
  ytdLastYear: (asked) => financialYearToDate(asked, yearAgo(asked)),
  ytdChange: (asked) =>
    difference(asked, financialYearToDate(asked, asked.period), financialYearToDate(asked, yearAgo(asked))),
  ytdChangePercent: (asked) =>
    percentChange(financialYearToDate(asked, asked.period), financialYearToDate(asked, yearAgo(asked))),
  rate: rateOf,
  share: shareOf,
  denominator: denominatorOf,
  numerator: numeratorOf,
  rolling12: (asked) => rollingYear(asked, asked.period),
  projectedChange,
  target: (asked) => target(asked, ["target", "standard"]),
  baseline: (asked) => target(asked, ["baseline"]),
};

const measureOf = (asked: Asked) => asked.series.facts.measure;
/** The period before; where figures are published only now and then, the one that was published before. */
function previous(asked: Asked, period = asked.period): string {
  const kind = measureOf(asked).periods;
  const regular = previousPeriod(kind, period);
  return kind === "year-to" || kind === "date"
    ? (previousPublished(asked.series.periods, period) ?? regular)
    : regular;
}
const yearAgo = (asked: Asked): string => sameLastYear(measureOf(asked).periods, asked.period);

const observationAt = ({ series, reference }: Asked, period: string): Observation | null =>
  series.at(period, reference.area, reference.category);

/** The value of one period as it stands in the source. */
export function valueAt(asked: Asked, period: string): Computed {
  return { ...observedAt(asked, period), of: period };
}

function observedAt(asked: Asked, period: string): Computed {
  const o = observationAt(asked, period);
  const measure = measureOf(asked);
  const more = { unit: measure.unit, formula: `value of ${period}`, used: o === null ? [] : [o] };
  if (o === null) return none(`nothing is published for ${period}`, more);
  if (o.value === null) return { ...none(o.reason ?? "not published", more), status: o.status };
  if (measure.unit === "rank") return publishedPlace(o.value, o, more);
  const exact =
    o.numerator !== null && o.denominator !== null
      ? { numerator: (basePer(measure.unit) ?? 1) * o.numerator, denominator: o.denominator }
      : null;
  const value =
    exact === null
      ? number(o.value, { ...more, decimals: o.decimals })
      : ratio(exact, { ...more, decimals: measure.decimals });
  return { ...value, reason: o.reason };
}

function difference(asked: Asked, a: Computed, b: Computed): Computed {
  const unit = unitOfDifference(measureOf(asked).unit);
  const more = { unit, formula: `${a.formula} − ${b.formula}`, used: [...a.used, ...b.used] };
  if (a.value === null || b.value === null) return none(a.reason ?? b.reason ?? "a value is missing", more);
  const decimals = measureOf(asked).decimals;
  if (a.ratio === null && b.ratio === null) {
    const { numerator, denominator } = exactSum([a.value, -b.value]);
    return number(numerator / denominator, { ...more, signed: true, decimals });
  }
  const [x, y] = [ratioOf(a.value, a.ratio), ratioOf(b.value, b.ratio)];
  const exact = {
    numerator: x.numerator * y.denominator - y.numerator * x.denominator,
    denominator: x.denominator * y.denominator,
  };
  return ratio(exact, { ...more, signed: true, decimals });
}

function unitOfDifference(unit: Unit): FigureUnit {
  if (unit === "rank") return "places";
  return unit === "percent" ? "percentage points" : unit;
}

function percentChange(a: Computed, b: Computed): Computed {
  const more = {
    unit: "percent" as const,
    formula: `100 × (${a.formula} − ${b.formula}) ÷ ${b.formula}`,
    used: [...a.used, ...b.used],
  };
  if (a.value === null || b.value === null) return none(a.reason ?? b.reason ?? "a value is missing", more);
  if (a.unit === "rank") return none("places have no percentage", more);
  if (b.value === 0) return none("n/a (from 0)", more);
  const [x, y] = [ratioOf(a.value, a.ratio), ratioOf(b.value, b.ratio)];
  const exact = {
    numerator: 100 * (x.numerator * y.denominator - y.numerator * x.denominator),
    denominator: y.numerator * x.denominator,
  };
  return ratio(exact, { ...more, signed: true, decimals: 1 });
}

function meanOf(asked: Asked): Computed {
  const chart = asked.chart(asked.reference.area);
  const unit = measureOf(asked).unit;
  if (chart === null)
    return none("no average is kept for this measure", { unit, formula: "monthly average", used: [] });
  const segment = chart.segmentAt(asked.period);
  if (segment === null)
    return none("no average is kept for this period", { unit, formula: "monthly average", used: [] });
  const formula = `mean of ${segment.values.length} values from ${segment.start} to ${segment.end}${chart.seasonTakenOut ? ", seasons taken out" : ""}`;
  const more = { unit, formula, used: segment.used, decimals: measureOf(asked).decimals };
  const mean = segment.meanRatio === null ? number(segment.mean, more) : ratio(segment.meanRatio, more);
  return { ...mean, status: "published" };
}

function limit(asked: Asked, which: "upper" | "lower"): Computed {
  const chart = asked.chart(asked.reference.area);
  const value = chart?.levelsAt(asked.period)?.[which] ?? null;
  const more = {
    unit: measureOf(asked).unit,
    formula: `${which} limit: ${limitFormula(chart, which === "upper" ? "+" : "−")}`,
    used: chart?.segmentAt(asked.period)?.used ?? [],
  };
  if (value === null) return none("there are no limits for this measure", more);
  return { ...number(value, { ...more, decimals: measureOf(asked).decimals }), status: "published" };
}

function limitFormula(chart: MeasureChart | null, sign: "+" | "−"): string {
  if (chart === null || chart.chart === "xmr")
    return `mean ${chart?.seasonTakenOut ? "and effect of the month " : ""}${sign} 2.66 × mean moving range`;
  return `centre line of the ${chartSymbols[chart.chart]} chart ${sign} 3 standard deviations`;
}

/** The usual names of the charts. */
const chartSymbols = { p: "p", pp: "p′", u: "u", up: "u′", c: "c", g: "g", t: "t" } as const;

function exceptionalFlag(asked: Asked): Computed {
  const chart = asked.chart(asked.reference.area);
  const used = [observationAt(asked, asked.period)].filter((o) => o !== null);
  if (chart === null || !chart.hasLimits(asked.period))
    return none("there are no limits for this measure", {
      unit: "words",
      formula: "outside the limits?",
      used,
    });
  const side = chart.exceptionalAt(asked.period);
  return {
    ...letters(side === "low" ? "Y (low)" : side === "high" ? "Y" : "N", "outside the limits?", used),
    status: "published",
  };
}

function exceptionalAreas(asked: Asked): Computed {
  const areas = asked.organisation.areas.filter(
    (a) => a.kind === "policing-area" && measureOf(asked).areas.includes(a.id),
  );
  const out = areas.filter((a) => (asked.chart(a.id)?.exceptionalAt(asked.period) ?? null) !== null);
  return letters(
    out.map((a) => (a.short ?? a.name).slice(0, 1)).join(", "),
    "policing areas outside their limits",
    [],
  );
}

/** "Increasing trend" as the measure or the office defines it. */
function trendFlag(asked: Asked): Computed {
  const { increasingTrend: rule } = withRules(asked.organisation.rules, measureOf(asked).rules ?? {});
  return rule === "seedTrend" ? seedTrendFlag(asked) : ruleTrendFlag(asked);
}

function ruleTrendFlag(asked: Asked): Computed {
  const chart = asked.chart(asked.reference.area);
  const used = [observationAt(asked, asked.period)].filter((o) => o !== null);
  const formula = "in a rising trend or in a run above the average?";
  if (chart === null || !chart.hasLimits(asked.period))
    return none("there are no limits for this measure", { unit: "words", formula, used });
  const until = chart.points.filter(({ period }) => period <= asked.period);
  return { ...letters(increasingTrend(until) ? "Y" : "N", formula, used), status: "published" };
}

function seedTrendFlag(asked: Asked): Computed {
  const periods = [asked.period, previous(asked), previous(asked, previous(asked)), yearAgo(asked)];
  const used = periods.map((p) => observationAt(asked, p)).filter((o) => o !== null);
  const [current, before, beforePrevious, lastYear] = periods.map(
    (p) => observationAt(asked, p)?.value ?? null,
  );
  const formula =
    "above the previous month and the same month last year, and up by 10% or for the second month";
  const rising = seedTrend({
    current: current ?? null,
    previous: before ?? null,
    beforePrevious: beforePrevious ?? null,
    lastYear: lastYear ?? null,
  });
  if (rising === null) return none("a value is missing", { unit: "words", formula, used });
  return { ...letters(rising ? "Y" : "N", formula, used), status: "published" };
}

function rateOf(asked: Asked): Computed {
  const base = measureOf(asked).rateBase;
  const value = valueAt(asked, asked.period);
  const people = base === undefined ? undefined : asked.organisation.bases[base].areas[asked.reference.area];
  const more = {
    unit: "rate" as const,
    formula: `1,000 × ${value.formula} ÷ ${base ?? "base"}`,
    used: value.used,
  };
  if (people === undefined) return none("no base is given for a rate", more);
  if (value.value === null) return none(value.reason ?? "a value is missing", more);
  return ratio({ numerator: 1000 * value.value, denominator: people }, { ...more, decimals: 2 });
}

function shareOf(asked: Asked): Computed {
  const o = observationAt(asked, asked.period);
  const total = asked.series.at(asked.period, asked.reference.area, null);
  const base = o?.denominator ?? (asked.reference.category === null ? null : (total?.value ?? null));
  const more = {
    unit: "percent" as const,
    formula: o?.denominator != null ? "100 × value ÷ denominator" : "100 × value ÷ total of the categories",
    used: [o, total].filter((x) => x !== null),
  };
  if (o === null || o.value === null)
    return none(o?.reason ?? `nothing is published for ${asked.period}`, more);
  if (measureOf(asked).unit === "rank") return none("a place has no share", more);
  if (base === null) return none("there is no total to take a share of", more);
  return ratio(
    { numerator: 100 * (o.numerator ?? o.value), denominator: base },
    { ...more, decimals: measureOf(asked).decimals },
  );
}

function denominatorOf(asked: Asked): Computed {
  const o = observationAt(asked, asked.period);
  const more = { unit: "count" as const, formula: "denominator", used: o === null ? [] : [o] };
  return o?.denominator == null ? none("no denominator is given", more) : number(o.denominator, more);
}

function numeratorOf(asked: Asked): Computed {
  const o = observationAt(asked, asked.period);
  const more = {
    unit: "count" as const,
    formula: "number behind the percentage",
    used: o === null ? [] : [o],
  };
  return o?.numerator == null
    ? none("the number behind the percentage is not published", more)
    : number(o.numerator, more);
}

function projectedChange(asked: Asked): Computed {
  const projection = measureOf(asked).annualProjection;
  const more = {
    unit: "percent" as const,
    formula: `change projected for ${projection?.year ?? "the year"}, as published`,
    used: [],
  };
  return projection === undefined
    ? none("no projection was published", more)
    : number(projection.changePercent, { ...more, decimals: 1, signed: true });
}

function target(asked: Asked, kinds: readonly string[]): Computed {
  const found = measureOf(asked).targets.find((t) => kinds.includes(t.kind));
  const more = { unit: measureOf(asked).unit, formula: found?.label ?? "target", used: [] };
  return found === undefined
    ? none(`no ${kinds[0]} is set`, more)
    : number(found.value, { ...more, decimals: decimalsOf(found.value) });
}
