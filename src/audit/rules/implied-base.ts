import { columnOf, type Figure, type FigureTable, figureTables, isCount, labelOf } from "../claims/tables.ts";
import type { Finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** In a column of rates the count divided by its rate gives the base: it is one base down the column. */
export const rule: Rule = {
  id: "implied-base",
  family: "percentages",
  severity: "warning",
  title: "All rates of a column have one base",
  why: "Two rates per household in a column labelled per 1,000 population look twice as high as they are.",
  fires: [
    "## Rates\n\n| | Last month | Per 1,000 population |\n|---|---|---|\n| Violence | 922 | 1.63 |\n| Vehicle crime | 432 | 0.77 |\n| Theft | 367 | 0.65 |\n| Damage | 378 | 0.67 |\n| Shoplifting | 281 | 0.50 |\n| Burglary | 141 | 0.61 |\n",
  ],
  silent: [
    "## Rates\n\n| | Last month | Per 1,000 population |\n|---|---|---|\n| Violence | 922 | 1.63 |\n| Vehicle crime | 432 | 0.77 |\n| Theft | 367 | 0.65 |\n| Damage | 378 | 0.67 |\n| Shoplifting | 281 | 0.50 |\n| Burglary | 141 | 0.25 |\n",
  ],
  find: (input) =>
    figureTables(input).flatMap((table) =>
      table.table.columns
        .flatMap((_, column) => foundIn(table, columnOf(table, column), columnOf(table, column + 1)))
        .slice(0, 1),
    ),
};

type Base = { readonly rate: Figure; readonly low: number; readonly high: number };

function foundIn(
  table: FigureTable,
  counts: readonly (Figure | null)[],
  rates: readonly (Figure | null)[],
): Finding[] {
  const bases = counts.flatMap((count, row): Base[] => {
    const rate = rates[row];
    if (
      !isCount(count) ||
      rate === null ||
      rate === undefined ||
      rate.kind !== "number" ||
      rate.decimals === 0
    )
      return [];
    const half = 10 ** -rate.decimals / 2;
    return rate.value <= half
      ? []
      : [{ rate, low: count.value / (rate.value + half), high: count.value / (rate.value - half) }];
  });
  const base = bases.map(({ low }) => low + 1e-9).sort((a, b) => within(bases, b) - within(bases, a))[0];
  if (base === undefined) return [];
  const others = bases.filter(({ low, high }) => base < low || base > high);
  const fit = bases.length - others.length;
  const far = others.filter(({ low, high }) => base < low / 1.1 || base > high * 1.1);
  const [first] = far;
  if (first === undefined || fit < 5 || fit < 0.7 * bases.length || far.length !== others.length) return [];
  const of = (value: number): string => Number(value.toPrecision(3)).toLocaleString("en-GB");
  const names = far.map(({ rate }) => labelOf(table.table.rows[rate.row])).join(" and ");
  return [
    tell(
      rule,
      { paper: table.paper, words: first.rate.cell },
      `${names}: count and rate imply a base of about ${of((first.low + first.high) / 2)} thousand, the other rows of about ${of(base)} thousand.`,
      null,
      "Say which base these rows have, or work their rates out on the one that the column names.",
    ),
  ];
}

const within = (bases: readonly Base[], base: number): number =>
  bases.filter(({ low, high }) => base >= low && base <= high).length;
