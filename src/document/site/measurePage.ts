import { createRegister, type Register } from "../../figures/register.ts";
import { areasOf, measureOf } from "../asked.ts";
import { headlineView } from "../headline.ts";
import { areaSentences, leadSentence } from "../opening.ts";
import { dayLabel, spanLabel } from "../periods.ts";
import { categoriesTable } from "../tables/categories.ts";
import { monthsTable } from "../tables/months.ts";
import type { Titled } from "../tables/titled.ts";
import type { HeadlineView, Prose, TableView } from "../views.ts";
import { capitalised, countedPhrase, sentence } from "../words.ts";
import { addresses, measureAddress, measureData } from "./addresses.ts";
import { type ComputedRow, computedRows } from "./computed.ts";
import type { LinkView, SiteWords } from "./context.ts";
import { hasWhole } from "./lists.ts";
import { allPeriodsTable } from "./months.ts";
import { homeCrumb, type PageView } from "./page.ts";
import { readingHints } from "./readingHints.ts";
import { type RevisionRow, revisionRows } from "./revisions.ts";
import { areasChart, type ScreenChart, screenChart } from "./screenChart.ts";

/** The page of one measure, worded. */
export type MeasurePageView = PageView & {
  readonly dates: string;
  readonly lead: string;
  /** Null where the force has no value of its own. */
  readonly headline: HeadlineView | null;
  readonly chart: ScreenChart | null;
  readonly hints: readonly string[];
  /** Every period that the chart draws; null where only categories are held. */
  readonly periods: { readonly caption: string; readonly table: TableView } | null;
  readonly downloads: readonly LinkView[];
  readonly areas: Titled | null;
  readonly areasChart: ScreenChart | null;
  readonly areasProse: Prose | null;
  readonly categories: Titled | null;
  readonly definition: string;
  readonly signs: readonly string[];
  readonly source: readonly string[];
  readonly revisions: readonly RevisionRow[];
  readonly computed: readonly ComputedRow[];
  readonly reports: readonly LinkView[];
  readonly parts: readonly LinkView[];
};

/** What is known of a measure on the site's last day: the newest values first, then what they rest on. */
export function measurePage(words: SiteWords, id: string): MeasurePageView {
  const { facts, cutOff } = words;
  const whole = words.register;
  const register = createRegister(whole.facts, whole.month, cutOff);
  const measure = measureOf(register, id);
  const priority = facts.organisation.priorities.find((one) => one.id === measure.priority);
  const valued = hasWhole(register, id);
  const chart = screenChart(whole, id);
  const areas = areasOf(register, id, "policing-area");
  const lead = valued
    ? leadSentence(register, id, { interval: true })
    : sentence(`${capitalised(countedPhrase(measure))}, by group`);
  const prose = valued ? areaSentences(register, id) : "";
  const headline = valued ? headlineView(register, id) : null;
  return {
    address: measureAddress(id),
    title: measure.title,
    description: lead,
    part: "measures",
    crumbs: [
      homeCrumb,
      { text: "Measures", address: addresses.measures },
      ...(priority === undefined
        ? []
        : [{ text: priority.title, address: `${addresses.measures}#${priority.id}` }]),
    ],
    dates: datesOf(words, register, id),
    lead,
    headline,
    chart,
    hints: chart === null ? [] : readingHints(chart.wide.chart),
    periods: valued ? periodsOf(whole, id) : null,
    downloads: downloadsOf(words, id),
    areas: valued && areas.length > 0 ? monthsTable(register, id, { districts: true }) : null,
    areasChart: valued && areas.length > 0 ? areasChart(whole, id) : null,
    areasProse: prose === "" ? null : { markdown: prose },
    categories: measure.categories.length === 0 ? null : categoriesTable(register, id),
    definition: sentence(measure.definition),
    signs: measure.signsOfImprovement.map(sentence),
    source: sourceOf(register, id),
    revisions: revisionRows(register, id),
    computed: computedRows(
      register.printed().filter(({ reference }) => reference.period === null),
      register,
    ),
    reports: words.documents
      .filter((one) => one.measures.has(id))
      .map(({ title, page, date }) => ({ text: title, address: page, detail: dayLabel(date) })),
    parts: measure.parts.map((part) => ({
      text: measureOf(register, part).title,
      address: measureAddress(part),
      detail: "",
    })),
  };
}

/** "December 2019. In the Performance Summary of 14 January 2020." */
function datesOf({ documents }: SiteWords, register: Register, id: string): string {
  const { latest } = register.series(id);
  const period = latest === null ? "" : `${capitalised(spanLabel(measureOf(register, id), latest))}. `;
  const report = documents
    .filter((one) => one.kind === "summary" && one.measures.has(id))
    .sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  return `${period}${report === undefined ? "" : `Reported on ${dayLabel(report.date)}. `}Figures known on ${dayLabel(register.cutOff)}.`;
}

function periodsOf(register: Register, id: string): MeasurePageView["periods"] {
  const table = allPeriodsTable(register, id);
  const measure = measureOf(register, id);
  return table.rows.length === 0
    ? null
    : { caption: `${measure.title}: ${countedPhrase(measure)}, the latest first`, table };
}

const downloadsOf = (words: SiteWords, id: string): LinkView[] =>
  [
    words.fileAt(measureData(id, "csv"), "Download the figures"),
    words.fileAt(measureData(id, "json"), "Download the figures"),
  ].filter((link) => link !== null);

/** Where the figures come from, and what to bear in mind. */
function sourceOf(register: Register, id: string): string[] {
  const { source, caveats, availabilityLag, comparableFrom, denominator } = measureOf(register, id);
  return [
    `Source: ${source.system}${source.extracted === undefined ? "" : `, taken on ${dayLabel(source.extracted)}`}`,
    ...(denominator === undefined
      ? []
      : [`Out of: ${denominator.title}${denominator.note === undefined ? "" : `. ${denominator.note}`}`]),
    ...caveats,
    ...(availabilityLag === undefined ? [] : [availabilityLag.reason]),
    ...(comparableFrom === undefined ? [] : [comparableFrom.reason]),
  ].map(sentence);
}
