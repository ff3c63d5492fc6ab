import { columnOf, type Figure, type FigureTable, figureTables, nameOf } from "../claims/tables.ts";
import type { Finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** A column that nearly everywhere is one column less another ("Variance", "Change") is held against them throughout. */
export const rule: Rule = {
  id: "table-differences",
  family: "numbers",
  severity: "error",
  title: "Differences in a table follow from its numbers",
  why: "A variance that does not fit budget and outturn was left from an earlier forecast.",
  fires: [
    "## Budget\n\n| £m | Budget | Outturn | Variance |\n|---|---|---|---|\n| Pay | 80.1 | 81.3 | 1.2 |\n| Estates | 12.2 | 11.0 | -1.2 |\n| Fleet | 4.1 | 4.4 | 0.3 |\n| Supplies | 9.3 | 9.1 | 0.2 |\n",
  ],
  silent: [
    "## Budget\n\n| £m | Budget | Outturn | Variance |\n|---|---|---|---|\n| Pay | 80.1 | 81.3 | 1.2 |\n| Estates | 12.2 | 11.0 | -1.2 |\n| Fleet | 4.1 | 4.4 | 0.3 |\n| Supplies | 9.3 | 9.1 | -0.2 |\n",
    "## Staff\n\n| | 2017 | 2018 | 2019 |\n|---|---|---|---|\n| Officers | 805 | 822 | 842 |\n| Staff | 310 | 300 | 305 |\n| Specials | 90 | 95 | 93 |\n",
  ],
  find: (input) => figureTables(input).flatMap(foundIn),
};

type Difference = { readonly figure: Figure; readonly a: Figure; readonly b: Figure };

function foundIn(table: FigureTable): Finding[] {
  const columns = table.table.columns.map((_, column) => columnOf(table, column));
  return columns.flatMap((column) => {
    const others = columns.filter((other) => other !== column && other.some((figure) => figure !== null));
    const ways = others
      .flatMap((a) => others.filter((b) => b !== a).map((b) => differencesOf(column, a, b)))
      .map((all) => ({ all, fit: all.filter(follows) }))
      .sort((x, y) => y.fit.length - x.fit.length);
    const [best] = ways;
    const told = best?.fit.filter(({ figure }) => figure.value !== 0).length ?? 0;
    if (best === undefined || told < 3 || best.fit.length < 0.65 * best.all.length) return [];
    return best.all
      .filter((one) => !follows(one))
      .map(({ figure, a, b }) =>
        tell(
          rule,
          { paper: table.paper, words: figure.cell },
          `${nameOf(table, figure)}: ${a.cell.text.trim()} less ${b.cell.text.trim()} is ${Number((a.value - b.value).toFixed(6))}, not ${figure.cell.text.trim()}.`,
          null,
          "Correct the difference, or the number that is wrong.",
        ),
      );
  });
}

/** Rows in which all three stand, the two of one kind; a difference of percentages is a plain number of points. */
const differencesOf = (
  column: readonly (Figure | null)[],
  a: readonly (Figure | null)[],
  b: readonly (Figure | null)[],
): Difference[] =>
  column.flatMap((figure, row) => {
    const [x, y] = [a[row] ?? null, b[row] ?? null];
    if (figure === null || x === null || y === null || x.kind !== y.kind) return [];
    const isPoints = x.kind === "percent" && figure.kind === "number";
    return figure.kind === x.kind || isPoints ? [{ figure, a: x, b: y }] : [];
  });

/** Numbers that were rounded may differ by one in their last digit. */
function follows({ figure, a, b }: Difference): boolean {
  const decimals = Math.min(figure.decimals, a.decimals, b.decimals);
  const isRounded = decimals > 0 || a.kind === "percent";
  return Math.abs(a.value - b.value - figure.value) <= (isRounded ? 10 ** -decimals : 0) + 1e-9;
}
