import { roundRatio } from "../../analysis/rounding.ts";
import { columnOf, type Figure, type FigureTable, figureTables, isCount, nameOf } from "../claims/tables.ts";
import type { Finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** A change from nothing has no percentage: a column of changes says "n/a" there. */
export const rule: Rule = {
  id: "zero-base",
  family: "percentages",
  severity: "error",
  title: "A change from zero has no percentage",
  why: "“0.0%” beside 1 and 0 says that nothing changed. It is not applicable: say so, or give the counts alone.",
  fires: [
    "## Crime\n\n| | Dec-19 | Nov-19 | % change |\n|---|---|---|---|\n| Homicide | 1 | 0 | 0.0% |\n| Violence | 453 | 396 | 14.4% |\n| Rape | 53 | 48 | 10.4% |\n| Theft | 34 | 36 | -5.6% |\n",
  ],
  silent: [
    "## Crime\n\n| | Dec-19 | Nov-19 | % change |\n|---|---|---|---|\n| Homicide | 1 | 0 | n/a |\n| Violence | 453 | 396 | 14.4% |\n| Rape | 53 | 48 | 10.4% |\n| Theft | 34 | 36 | -5.6% |\n",
    "## Crime\n\n| | Dec-19 | Nov-19 | % change |\n|---|---|---|---|\n| Homicide | 0 | 0 | 0.0% |\n| Violence | 453 | 396 | 14.4% |\n| Rape | 53 | 48 | 10.4% |\n| Theft | 34 | 36 | -5.6% |\n",
  ],
  find: (input) => figureTables(input).flatMap(foundIn),
};

function foundIn(table: FigureTable): Finding[] {
  const columns = table.table.columns.map((_, column) => columnOf(table, column));
  const counts = columns.filter((column) => column.some(isCount));
  return columns.flatMap((column) => {
    const percents = column
      .filter((figure) => figure?.kind === "percent")
      .filter((figure) => figure !== null);
    const pair = counts
      .flatMap((a) => counts.filter((b) => a !== b).map((b) => ({ a, b })))
      .find(({ a, b }) => isChange(percents, a, b));
    if (pair === undefined) return [];
    return percents.flatMap((figure) => {
      const [a, b] = [pair.a[figure.row], pair.b[figure.row]];
      if (!isCount(a) || !isCount(b) || b.value !== 0 || a.value === 0) return [];
      return [
        tell(
          rule,
          { paper: table.paper, words: figure.cell },
          `${nameOf(table, figure)}: a change from 0 to ${a.value} has no percentage.`,
          { paper: table.paper, words: b.cell },
          "Print n/a.",
        ),
      ];
    });
  });
}

/** Whether at least three of a column's percentages, and most, are changes from `b` to `a`. */
function isChange(
  percents: readonly Figure[],
  a: readonly (Figure | null)[],
  b: readonly (Figure | null)[],
): boolean {
  const held = percents.flatMap((figure) => {
    const [now, then] = [a[figure.row], b[figure.row]];
    if (!isCount(now) || !isCount(then) || then.value === 0) return [];
    return [
      Number(roundRatio(100 * (now.value - then.value), then.value, figure.decimals).text) === figure.value,
    ];
  });
  const fit = held.filter((fits) => fits).length;
  return fit >= 3 && fit >= 0.65 * held.length;
}
