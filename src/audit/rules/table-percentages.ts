import { roundRatio } from "../../analysis/rounding.ts";
import {
  columnOf,
  type Figure,
  type FigureTable,
  figureTables,
  isCount,
  nameOf,
  totalRows,
} from "../claims/tables.ts";
import type { Finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/**
 * A column (or row) of percentages that nearly all follow from two others, as a change from one to the other, as one in the other or as
 * a share of the column's total, is held against them throughout.
 */
export const rule: Rule = {
  id: "table-percentages",
  family: "percentages",
  severity: "error",
  title: "Percentages in a table follow from its numbers",
  why: "One percentage that does not fit the numbers beside it was typed, or left from last month.",
  fires: [
    "## Crime\n\n| | Dec-19 | Nov-19 | % change |\n|---|---|---|---|\n| Violence | 453 | 396 | 14.4% |\n| Rape | 53 | 48 | 10.4% |\n| Robbery | 48 | 35 | 27.1% |\n| Theft | 34 | 36 | -5.6% |\n",
    "## Outcomes\n\n| | Cases | % |\n|---|---|---|\n| Charged | 20 | 10% |\n| Cautioned | 30 | 15% |\n| Closed | 150 | 65% |\n| Total | 200 | 100% |\n",
    "## Survey\n\n| | Oct-19 | Nov-19 | Dec-19 |\n|---|---|---|---|\n| Responses | 22 | 15 | 8 |\n| Satisfied responses | 17 | 13 | 7 |\n| % satisfied | 77.3% | 76.7% | 87.5% |\n",
  ],
  silent: [
    "## Crime\n\n| | Dec-19 | Nov-19 | % change |\n|---|---|---|---|\n| Violence | 453 | 396 | 14.4% |\n| Rape | 53 | 48 | 10.4% |\n| Robbery | 48 | 35 | 37.1% |\n| Theft | 34 | 36 | -5.6% |\n",
    "## Outcomes\n\n| | Cases | % |\n|---|---|---|\n| Charged | 20 | 10% |\n| Cautioned | 30 | 15% |\n| Closed | 150 | 75% |\n| Total | 200 | 100% |\n",
    "## Satisfaction\n\n| | Oct-19 | Nov-19 |\n|---|---|---|\n| First contact | 96% | 95% |\n| Follow up | 64% | 63% |\n| Whole experience | 84% | 83% |\n",
  ],
  find: (input) => figureTables(input).flatMap((table) => [...columnsOf(table), ...rowsOf(table)]),
};

/** One way in which a percentage may follow: of what, and what it is. */
type Source = { readonly figure: Figure; readonly value: string; readonly how: string };

function columnsOf(table: FigureTable): Finding[] {
  const columns = table.table.columns.map((_, column) => columnOf(table, column));
  return columns.flatMap((column) => {
    const percents = column.filter((figure) => figure?.kind === "percent");
    if (percents.length < 3) return [];
    return tellOf(
      table,
      waysOfColumn(
        table,
        columns,
        percents.filter((figure) => figure !== null),
      ),
      3,
    );
  });
}

function waysOfColumn(
  table: FigureTable,
  columns: readonly (Figure | null)[][],
  percents: readonly Figure[],
): Source[][] {
  const counts = columns.filter((column) => column.some(isCount));
  const totals = totalRows(table);
  const changes = counts.flatMap((a) =>
    counts
      .filter((b) => a !== b)
      .map((b) => percents.flatMap((figure) => changeOf(figure, a[figure.row], b[figure.row]))),
  );
  const shares = counts.flatMap((a) =>
    counts
      .filter((b) => a !== b)
      .map((b) => percents.flatMap((figure) => shareOf(figure, a[figure.row], b[figure.row]))),
  );
  const ofTotal = counts.flatMap((a) =>
    totals.map((total) =>
      percents
        .filter(({ row }) => row <= total)
        .flatMap((figure) => shareOf(figure, a[figure.row], a[total])),
    ),
  );
  return [...changes, ...shares, ...ofTotal];
}

/** A row of percentages below rows of counts. */
const rowsOf = (table: FigureTable): Finding[] =>
  table.figures.flatMap((row) => {
    const percents = row.filter((figure) => figure?.kind === "percent").filter((figure) => figure !== null);
    if (percents.length < 2) return [];
    const counts = table.figures.filter(
      (other) => other !== row && percents.every(({ column }) => isCount(other[column])),
    );
    const ways = counts.flatMap((a) =>
      counts
        .filter((b) => a !== b)
        .map((b) => percents.flatMap((figure) => shareOf(figure, a[figure.column], b[figure.column]))),
    );
    return tellOf(table, ways, 2);
  });

const changeOf = (figure: Figure, a: Figure | null | undefined, b: Figure | null | undefined): Source[] =>
  isCount(a) && isCount(b) && b.value !== 0
    ? [
        {
          figure,
          value: roundRatio(100 * (a.value - b.value), b.value, figure.decimals).text,
          how: `from ${b.cell.text.trim()} to ${a.cell.text.trim()}`,
        },
      ]
    : [];

const shareOf = (figure: Figure, a: Figure | null | undefined, b: Figure | null | undefined): Source[] =>
  isCount(a) && isCount(b) && b.value !== 0 && a.value <= b.value
    ? [
        {
          figure,
          value: roundRatio(100 * a.value, b.value, figure.decimals).text,
          how: `${a.cell.text.trim()} of ${b.cell.text.trim()}`,
        },
      ]
    : [];

/** Of all ways the one that most follow; what does not follow it is told when at least seven in ten do, and two at least. */
function tellOf(table: FigureTable, ways: readonly (readonly Source[])[], least: number): Finding[] {
  const counted = ways
    .filter((sources) => sources.length >= least)
    .map((sources) => ({ sources, fit: sources.filter(follows).length }))
    .sort((a, b) => b.fit / b.sources.length - a.fit / a.sources.length || b.fit - a.fit);
  const [best] = counted;
  if (best === undefined || best.fit < least - 1 || best.fit < 0.65 * best.sources.length || best.fit < 2)
    return [];
  return best.sources
    .filter((source) => !follows(source))
    .map(({ figure, value, how }) =>
      tell(
        // A sign may have been an arrow's, which the extraction lost.
        { ...rule, severity: Math.abs(figure.value) === Math.abs(Number(value)) ? "review" : "error" },
        { paper: table.paper, words: figure.cell },
        `${nameOf(table, figure)}: ${how} is ${value}%, not ${figure.cell.text.trim()}.`,
        null,
        `Print ${value}%, or correct the number that is wrong.`,
      ),
    );
}

const follows = ({ figure, value }: Source): boolean => figure.value === Number(value);
