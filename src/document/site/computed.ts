import type { Figure } from "../../figures/figure.ts";
import { statistics } from "../../figures/reference.ts";
import type { Register } from "../../figures/register.ts";
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

/** How the figures of a page or paper were made: each that was asked for and has a value, in the order of the first time. */
export const computedRows = (figures: readonly Figure[], register: Register): ComputedRow[] =>
  figures
    .filter(({ value, words, formula }) => (value !== null || words !== null) && formula !== "")
    .map((figure) => ({
      id: computedId(figure.name),
      name: nameOf(figure, register),
      text: formatFigure(figure),
      of: ofWords(figure, register),
      formula: withPeriods(figure),
      from: fromWords(figure),
    }));

/** The fragment under which a figure's making is told. */
export const computedId = (name: string): string => `how-${name.replaceAll(/[^a-z0-9]+/gi, "-")}`;

/** "Total recorded crime, difference from the period before" */
function nameOf({ reference }: Figure, register: Register): string {
  const { title, categories } = measureOf(register, reference.measure);
  const category = categories.find(({ id }) => id === reference.category)?.title;
  const statistic = reference.statistic === "value" ? undefined : statistics[reference.statistic];
  return [title, category, statistic].filter((part) => part !== undefined).join(", ");
}

function ofWords({ period, periodKind, reference }: Figure, register: Register): string {
  const when = period === null ? [] : [capitalised(periodLabel(periodKind, period))];
  return [...when, areaName(register, reference.area)].join(", ");
}

/** The formula with its months as they are read: "mean of 21 values from April 2018 to December 2019". */
const withPeriods = ({ formula, periodKind }: Figure): string =>
  capitalised(
    formula.replaceAll(/\b\d{4}-(0[1-9]|1[0-2])\b(?!-)/g, (period) =>
      periodKind === "month" ? shortPeriod("month", period) : period,
    ),
  );

function fromWords({ from, status }: Figure): string {
  const values = `${from.length} ${from.length === 1 ? "value" : "values"}`;
  const marks = {
    estimated: ", some estimated",
    provisional: ", some provisional",
    revised: ", some revised",
  };
  return `${values}${status in marks ? marks[status as keyof typeof marks] : ""}`;
}
