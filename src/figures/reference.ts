import type { Checked, Diagnostic, Place } from "../diagnostic.ts";
import type { Facts } from "../model/facts.ts";
import { namesOf } from "../model/measureFacts.ts";
import type { SeriesNames } from "../model/observation.ts";
import { isPeriod, periodExample } from "../model/period.ts";
import { didYouMean } from "../sources/suggest.ts";

/** What may be asked of a series, and what it means; docs/writing-guide.md lists the same words. */
export const statistics = {
  value: "the figure itself",
  previous: "the period before",
  yearAgo: "the same period last year",
  change: "difference from the period before",
  changePercent: "difference from the period before, in percent",
  yearChange: "difference from the same period last year",
  yearChangePercent: "difference from the same period last year, in percent",
  mean: "monthly average of the current baseline",
  meanChange: "difference from the monthly average",
  meanChangePercent: "difference from the monthly average, in percent",
  upper: "upper limit",
  lower: "lower limit",
  lower95: "lower end of the 95% interval of a survey's percentage",
  upper95: "upper end of the 95% interval of a survey's percentage",
  rank: "place among the single forces it is compared with",
  exceptional: "outside the limits: Y, Y (low) or N",
  exceptionalAreas: "policing areas outside their limits",
  trend: "increasing trend: Y or N",
  ytd: "April to the period",
  ytdLastYear: "April to the same period last year",
  ytdChange: "difference of the two year-to-date sums",
  ytdChangePercent: "difference of the two year-to-date sums, in percent",
  rate: "rate per 1,000",
  share: "share of the denominator, or of the total of the categories",
  denominator: "the number that the figure is a part of",
  numerator: "the number behind a percentage",
  rolling12: "sum of the last twelve months",
  projectedChange: "change projected for the financial year, in percent",
  target: "the target or standard",
  baseline: "the baseline that performance is held against",
} as const;
export type Statistic = keyof typeof statistics;
export const isStatistic = (word: string): word is Statistic => Object.hasOwn(statistics, word);

/** One figure that is asked for. `period` null means the latest that the paper may see. */
export type Reference = {
  readonly measure: string;
  readonly area: string;
  readonly category: string | null;
  readonly period: string | null;
  readonly statistic: Statistic;
};

/** The reference as it is written, each part that is not the default in a fixed order. */
export function referenceName(r: Reference): string {
  const words = [
    r.measure,
    ...(r.area === "force" ? [] : [r.area]),
    ...(r.category ? [r.category] : []),
    ...(r.statistic === "value" ? [] : [r.statistic]),
  ];
  return `${words.join(".")}${r.period ? `@${r.period}` : ""}`;
}

/** Reads `rape.north.previous` or `rape@2019-10`. `place` is where `text` starts; problems point into it. */
export function parseReference(text: string, place: Place, facts: Facts): Checked<Reference> {
  const [path = "", period, ...rest] = text.split("@");
  const words = path.split(".");
  const id = words[0] ?? "";
  const measure = facts.measures.get(id);
  const at = (offset: number, length: number): Place => ({
    ...place,
    column: place.column + offset,
    length: Math.max(1, length),
  });
  if (!measure)
    return fail({
      place: at(0, id.length),
      message: id ? `there is no measure \`${id}\`` : "name a measure here, e.g. rape.previous",
      hint: didYouMean(id, [...facts.measures.keys()]),
    });
  const problems: Diagnostic[] = [];
  const found = { area: "force", category: null as string | null, statistic: "value" as Statistic };
  const names = namesOf(measure.measure);
  const seen = new Map<string, string>();
  let offset = id.length + 1;
  for (const word of words.slice(1)) {
    const sort = sortOf(word, names);
    const first = sort === null ? undefined : seen.get(sort);
    if (sort === null)
      problems.push({
        place: at(offset, word.length),
        message: `\`${word}\` is no area, category or statistic of ${id}`,
        hint: didYouMean(word, [...names.areas, ...names.categories, ...Object.keys(statistics)]),
      });
    else if (first !== undefined)
      problems.push({
        place: at(offset, word.length),
        message: `\`${word}\` is a second ${sort}, after \`${first}\`: name one`,
      });
    else seen.set(sort, word);
    if (sort === "area") found.area = word;
    else if (sort === "category") found.category = word;
    else if (isStatistic(word)) found.statistic = word;
    offset += word.length + 1;
  }
  const kind = measure.measure.periods;
  if (rest.length > 0 || (period !== undefined && !isPeriod(kind, period)))
    problems.push({
      place: at(path.length + 1, (period ?? "").length),
      message: `write the period of ${id} as a ${kind}, e.g. ${periodExample[kind]}`,
    });
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { measure: id, ...found, period: period ?? null } };
}

function sortOf(word: string, names: SeriesNames): "area" | "category" | "statistic" | null {
  if (names.areas.includes(word)) return "area";
  if (names.categories.includes(word)) return "category";
  return isStatistic(word) ? "statistic" : null;
}

const fail = (problem: Diagnostic): { ok: false; problems: Diagnostic[] } => ({
  ok: false,
  problems: [problem],
});
