import { conjunction } from "../analysis/comparison.ts";
import { sameLastYear } from "../analysis/periods.ts";
import type { Figure } from "../figures/figure.ts";
import type { Register } from "../figures/register.ts";
import { areasOf, ask, measureOf } from "./asked.ts";
import {
  adverbs,
  againstAverage,
  againstPeriod,
  comparisonWith,
  type Judged,
  moreAndLess,
  shareMonths,
} from "./comparisons.ts";
import { latestExceptional } from "./flags.ts";
import { inSpan, inSpanBeside } from "./periods.ts";
import { toldFigure, toldMarked } from "./told.ts";
import { capitalised, listed, nounFor } from "./words.ts";

/**
 * The first sentence of a section: the value, then how it stands to the period before (for a survey whose values share months,
 * to the year before), to its average and to its limits. Conjunctions follow the signs: "more than in November and more than in
 * an average month, but inside the expected range".
 *
 * @param interval whether it also says how far a survey's percentage may be out
 */
export function leadSentence(register: Register, id: string, { interval = false } = {}): string {
  const measure = measureOf(register, id);
  const value = ask(register, id);
  if (value.period === null || value.value === null) return `${measure.title}: no figure is published yet.`;
  const parts = [againstPart(register, id, value, leadBase(register, id)), averagePart(register, id)].filter(
    (p) => p !== null,
  );
  const range = interval ? intervalText(register, id) : null;
  const start = `${statement(register, id, value)} ${inSpan(measure, value.period)}${range === null ? "" : ` (${range})`}`;
  const limits = limitsPart(register, id, parts);
  if (parts.length === 0) return `${start}${limits === "" ? "" : ` ${limits}`}.`;
  return `${start}: ${joined(parts)}${limits}.`;
}

/** "95% interval 53% to 98%, 7 of 8": how far a survey's latest percentage may be out, or null where that is not known. */
export function intervalText(register: Register, id: string): string | null {
  const figure = (statistic: "lower95" | "upper95" | "numerator" | "denominator") =>
    ask(register, id, { statistic });
  if (measureOf(register, id).survey === undefined || figure("lower95").value === null) return null;
  const text = (statistic: Parameters<typeof figure>[0]): string => toldFigure(figure(statistic));
  return `95% interval ${text("lower95")} to ${text("upper95")}, ${text("numerator")} of ${text("denominator")}`;
}

/** What the lead sentence holds the value against: the period before, unless the two share months. */
function leadBase(register: Register, id: string): "previous" | "yearAgo" {
  const [now, before] = [ask(register, id), ask(register, id, { statistic: "previous" })];
  return shareMonths(register, id, now.period, before.period) ? "yearAgo" : "previous";
}

type Part = { readonly comparison: Judged; readonly words: string };

/** "3,738 offences were recorded", "75% of victims were satisfied", "The average response time was 14:01". */
function statement(register: Register, id: string, value: Figure): string {
  const { counted, unit } = measureOf(register, id);
  const one = unit === "count" && value.value === 1;
  if (unit === "duration" || unit === "rank")
    return `The ${counted.many} ${counted.verb} ${toldFigure(value)}`;
  return `${toldFigure(value)} ${nounFor(unit === "count" ? value.value : null, counted)} ${one ? counted.verbOne : counted.verb}`;
}

function againstPart(
  register: Register,
  id: string,
  value: Figure,
  base: "previous" | "yearAgo",
): Part | null {
  const { area } = value.reference;
  const comparison = comparisonWith(register, id, area, base);
  const before = baseLabel(register, id, value, base);
  if (comparison === null || before === null) return null;
  const words = againstPeriod(comparison, measureOf(register, id).unit, before);
  return base === "previous"
    ? { comparison, words }
    : { comparison, words: `${words} (${toldMarked(ask(register, id, { area, statistic: base }))})` };
}

/** The period that the value is held against, as "in November", when it has a value. */
function baseLabel(
  register: Register,
  id: string,
  value: Figure,
  base: "previous" | "yearAgo",
): string | null {
  const before = ask(register, id, { area: value.reference.area, statistic: base });
  return before.value === null || before.period === null || value.period === null
    ? null
    : inSpanBeside(measureOf(register, id), before.period, value.period);
}

function averagePart(register: Register, id: string): Part | null {
  const comparison = comparisonWith(register, id, "force", "mean");
  if (comparison === null) return null;
  const { direction } = comparison;
  const { periods, unit } = measureOf(register, id);
  if (direction === "none") return { comparison, words: `in line with the ${periods}ly average` };
  const [more, less] = moreAndLess(unit);
  return { comparison, words: `${direction === "increase" ? more : less} than in an average ${periods}` };
}

function joined(parts: readonly Part[]): string {
  const [first, second] = parts;
  if (first === undefined || second === undefined) return first?.words ?? "";
  return `${first.words} ${conjunction(first.comparison, second.comparison)} ${second.words}`;
}

/** Whether the force's value lies inside its limits; nothing where a page may not say so. */
function limitsPart(register: Register, id: string, parts: readonly Part[]): string {
  const { latest } = register.series(id);
  const chart = register.chart(id, "force", null);
  if (latest === null || chart === null || !chart.hasLimits(latest)) return "";
  const side = chart.exceptionalAt(latest);
  if (side !== null)
    return `, and ${side === "high" ? "above" : "below"} the expected range: an exceptional month`;
  const [first, second] = parts.map(({ comparison }) => comparison);
  const oneWay =
    first !== undefined &&
    (second === undefined
      ? first.direction !== "none"
      : first.direction === second.direction && first.direction !== "none");
  return `, ${oneWay ? "but" : "and"} inside the expected range`;
}

/** The sentences after the lead: a year ago, and each policing area against the period before and its own average. */
export function areaSentences(register: Register, id: string): string {
  const areas = areasOf(register, id, "policing-area");
  return [
    yearSentence(register, id),
    rareSentence(register, id),
    ...areas.map((area) => areaSentence(register, id, area.id, area.name)),
    exceptionalSentence(register, id, areas.length),
  ]
    .filter((s) => s !== "")
    .join(" ");
}

function yearSentence(register: Register, id: string): string {
  const year = ask(register, id, { statistic: "yearAgo" });
  const comparison = comparisonWith(register, id, "force", "yearAgo");
  if (comparison === null || year.period === null || leadBase(register, id) === "yearAgo") return "";
  const start = `${capitalised(inSpan(measureOf(register, id), year.period))} the figure was`;
  if (comparison.direction === "none") return `${start} ${unchanged(comparison, toldMarked(year))}.`;
  const [more, less] = moreAndLess(measureOf(register, id).unit === "rank" ? "rank" : "percent");
  return `${start} ${toldMarked(year)}: it is ${adverbs[comparison.size]}${comparison.direction === "increase" ? more : less} now.`;
}

/** Of a year ago: "much the same, 54", "the same, 75%", "72%: no significant change since". */
function unchanged({ by }: Judged, figure: string): string {
  if (by === "test") return `${figure}: no significant change since`;
  return by === "sign" ? `the same, ${figure}` : `much the same, ${figure}`;
}

/** Of what happens less than once a month, the number in twelve months is what can be said. */
function rareSentence(register: Register, id: string): string {
  const chart = register.chart(id, "force", null)?.chart;
  if (chart !== "g" && chart !== "t" && register.noChartReason(id) !== "mean-below-1") return "";
  const year = ask(register, id, { statistic: "rolling12" });
  if (year.value === null || year.period === null) return "";
  const { counted } = measureOf(register, id);
  const before = ask(register, id, { statistic: "rolling12", period: sameLastYear("month", year.period) });
  const than = before.value === null ? "" : `, after ${toldFigure(before)} in the twelve months before`;
  return `${toldFigure(year)} ${nounFor(year.value, counted)} ${year.value === 1 ? counted.verbOne : counted.verb} in the last twelve months${than}.`;
}

function areaSentence(register: Register, id: string, area: string, name: string): string {
  const value = ask(register, id, { area });
  if (value.value === null) return "";
  const base = leadBase(register, id);
  const before = comparisonWith(register, id, area, base);
  const average = comparisonWith(register, id, area, "mean");
  const label = baseLabel(register, id, value, base);
  const parts = [
    ...(before === null || label === null
      ? []
      : [
          {
            comparison: before,
            words: `${againstPeriod(before, measureOf(register, id).unit, label)} (${toldMarked(ask(register, id, { area, statistic: base }))})`,
          },
        ]),
    ...(average === null
      ? []
      : [
          {
            comparison: average,
            words: againstAverage(
              average,
              `its average of ${toldFigure(ask(register, id, { area, statistic: "mean" }))}`,
            ),
          },
        ]),
  ];
  const figure = toldMarked(value);
  return parts.length === 0 ? `${name}: ${figure}.` : `${name} had ${figure}: ${joined(parts)}.`;
}

function exceptionalSentence(register: Register, id: string, areas: number): string {
  const policing = areasOf(register, id, "policing-area");
  const { latest } = register.series(id);
  if (
    areas === 0 ||
    latest === null ||
    !policing.some((a) => register.chart(id, a.id, null)?.hasLimits(latest))
  )
    return "";
  const out = policing.flatMap((a) => {
    const side = latestExceptional(register, id, a.id);
    return side === null ? [] : [`${a.name}’s figure is exceptionally ${side}`];
  });
  if (out.length > 0) return `${capitalised(listed(out))}.`;
  return `${areas === 2 ? "Neither" : "No"} area’s figure is exceptional.`;
}
