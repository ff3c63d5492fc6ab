import type { Figure } from "../../figures/figure.ts";
import { statistics } from "../../figures/reference.ts";
import type { Register } from "../../figures/register.ts";
import { isPeriod } from "../../model/period.ts";
import { areaName, measureOf } from "../asked.ts";
import { formatFigure } from "../format.ts";
import { periodLabel, shortPeriod } from "../periods.ts";
import { capitalised } from "../words.ts";

/** One printed figure and how it was made. */
export type ComputedRow = {
  /** What links to it: `how-total-recorded-crime-north-previous`. */
  readonly id: string;
  /** "Total recorded crime, previous" */
  readonly name: string;
  readonly text: string;
  /** "December 2019, Warwickshire" */
  readonly of: string;
  readonly formula: string;
  /** How many values it was made of, and whether any of them is not a published one. */
  readonly from: string;
};

/** Whether there is something to tell of how a figure was made. */
export const canBeTold = ({ value, words, formula }: Figure): boolean =>
  (value !== null || words !== null) && formula !== "";

/**
 * How the figures of a page or paper were made: each that was asked for and has a value, in the order of the first time.
 *
 * @param printed what the page prints them as, where that is known
 */
export const computedRows = (
  figures: readonly Figure[],
  register: Register,
  printed: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): ComputedRow[] =>
  figures.filter(canBeTold).map((figure) => ({
    id: computedId(figure.name),
    name: nameOf(figure, register),
    text: printedText(figure, printed.get(figure.name) ?? new Set()),
    of: ofWords(figure, register),
    formula: withPeriods(figure),
    from: fromWords(figure),
  }));

/** The figure as it is printed; with the other numbers of digits that some table has: "53%, also 53.1". */
function printedText(figure: Figure, printed: ReadonlySet<string>): string {
  const text = formatFigure(figure);
  const number = (words: string): string => words.replaceAll(/\[\w\]|[^\d.,:]/g, "");
  const others = [...printed]
    .map((words) => words.replace(/ \[\w\]$/, ""))
    .filter((words) => number(words) !== number(text));
  return [text, ...[...new Set(others)].map((words) => `also ${words}`)].join(", ");
}

const signs: Readonly<Record<string, string>> = { " + ": "-plus-", " - ": "-minus-", " / ": "-over-" };

/** The fragment under which a figure's making is told. */
export const computedId = (name: string): string =>
  `how-${name.replaceAll(/ [-+/] /g, (sign) => signs[sign] ?? "-").replaceAll(/[^a-z0-9]+/gi, "-")}`;

/** "Total recorded crime, difference from the period before" */
function nameOf({ name, reference }: Figure, register: Register): string {
  const { title, categories } = measureOf(register, reference.measure);
  const category = categories.find(({ id }) => id === reference.category)?.title;
  const statistic = reference.statistic === "value" ? aheadWords(name) : statistics[reference.statistic];
  return [title, category, statistic].filter((part) => part !== undefined).join(", ");
}

/** What a number of months ahead is, by the name that it was listed under. */
function aheadWords(name: string): string | undefined {
  const [, word = ""] = /\.(?:projected\.)?(\w+)@/.exec(name) ?? [];
  return ahead[word];
}

const ahead: Readonly<Record<string, string>> = {
  point: "projected",
  lo80: "lower end of the projection’s 80% range",
  hi80: "upper end of the projection’s 80% range",
  lo95: "lower end of the projection’s 95% range",
  hi95: "upper end of the projection’s 95% range",
  yearBefore: "the whole of the financial year before",
  outturn: "outturn of the financial year",
  outturnLo80: "lower end of the outturn’s 80% range",
  outturnHi80: "upper end of the outturn’s 80% range",
  outturnChange: "change of the outturn on the financial year before, in percent",
};

function ofWords({ period, periodKind, reference }: Figure, register: Register): string {
  const when = period === null ? [] : [capitalised(periodLabel(periodKind, period))];
  return [...when, areaName(register, reference.area)].join(", ");
}

/** The formula with its periods as they are read: "mean of 21 values from Apr 2018 to Dec 2019", "value of the year to Jun 2019". */
const withPeriods = ({ formula, periodKind }: Figure): string =>
  capitalised(
    formula.replaceAll(/\b\d{4}-\d\d(?:-q\d|-\d\d|\/\d{4}-\d\d)?\b/g, (period) => {
      if (!isPeriod(periodKind, period)) return period;
      const label = shortPeriod(periodKind, period);
      return /^(?:year|week) /.test(label) ? `the ${label}` : label;
    }),
  );

/** "1 value, estimated", "2 values, some estimated" */
function fromWords({ from, status }: Figure): string {
  const one = from.length === 1;
  const values = one ? "1 value" : `${from.length} values`;
  const marked = status === "estimated" || status === "provisional" || status === "revised";
  return marked ? `${values}, ${one ? "" : "some "}${status}` : values;
}
