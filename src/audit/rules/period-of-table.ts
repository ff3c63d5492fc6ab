import type { Heading } from "../../sources/paperText/paper.ts";
import { measureKey } from "../claims/measures.ts";
import { type Figure, type FigureTable, labelOf, tablesOfPaper } from "../claims/tables.ts";
import type { Finding } from "../finding.ts";
import type { AuditedPaper, Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** A column of several months, divided by their number, is near the monthly average that the same paper gives. */
export const rule: Rule = {
  id: "period-of-table",
  family: "numbers",
  severity: "warning",
  title: "A column of several months holds as many as its head says",
  why: "A table that was extended by a quarter and kept its head tells of half a year what took nine months.",
  fires: [
    "## Year to date\n\n| Crime | Q1 & Q2 18/19 | Q1 & Q2 19/20 |\n|---|---|---|\n| Hate crime | 689 | 619 |\n| Domestic abuse | 7976 | 8197 |\n\n## Hate crime\n\n43 hate crimes were recorded in December, which is below the monthly average (71).\n\n## Domestic abuse\n\n1,000 offences were recorded in December, which is above the monthly average (889).",
  ],
  silent: [
    "## Year to date\n\n| Crime | Q1, Q2 & Q3 18/19 | Q1, Q2 & Q3 19/20 |\n|---|---|---|\n| Hate crime | 689 | 619 |\n| Domestic abuse | 7976 | 8197 |\n\n## Hate crime\n\n43 hate crimes were recorded in December, which is below the monthly average (71).\n\n## Domestic abuse\n\n1,000 offences were recorded in December, which is above the monthly average (889).",
  ],
  find: ({ papers }) =>
    papers.flatMap((paper) => tablesOfPaper(paper).flatMap((table) => foundIn(paper, table))),
};

/** A month's average is met within a third by a period of at least half a year. */
const near = (ratio: number): boolean => ratio > 3 / 4 && ratio < 4 / 3;

function foundIn(paper: AuditedPaper, table: FigureTable): Finding[] {
  const columns = table.table.columns.flatMap(({ heading }, column) => {
    const quarters = new Set(heading.match(/\bQ[1-4]\b/g) ?? []).size;
    return quarters < 2 ? [] : [{ column, heading, months: 3 * quarters }];
  });
  const last = columns.at(-1);
  if (last === undefined) return [];
  const averages = averagesOf(paper);
  const held = table.figures.flatMap((row, at) => {
    const figure = row[last.column] ?? null;
    const average = averages.get(measureKey(labelOf(table.table.rows[at])));
    return figure === null || average === undefined ? [] : [{ figure, average }];
  });
  const fits = (months: number): boolean =>
    held.every(({ figure, average }) => near(figure.value / months / average));
  const [first] = held;
  if (
    held.length < 2 ||
    first === undefined ||
    held.some(({ figure, average }) => near(figure.value / last.months / average))
  )
    return [];
  const other = [6, 9, 12].find((months) => months !== last.months && fits(months));
  return other === undefined ? [] : [tellOf(table, last, first, other)];
}

const tellOf = (
  table: FigureTable,
  { heading, column, months }: { heading: string; column: number; months: number },
  { figure, average }: { figure: Figure; average: number },
  other: number,
): Finding =>
  tell(
    rule,
    { paper: table.paper, words: table.table.heads.at(-1)?.[column] ?? figure.cell },
    `“${heading}” is ${months} months, but its figures are those of ${other}: ${figure.cell.text.trim()} / ${months} is ${Math.round(figure.value / months)} a month, the monthly average is ${average}.`,
    { paper: table.paper, words: figure.cell },
    "Correct the head of the column or its figures.",
  );

/** The monthly averages that sentences give, by the measure that their section is about. */
function averagesOf(paper: AuditedPaper): Map<string, number> {
  const keyOf = (section: readonly Heading[]): string => measureKey(section.at(-1)?.text.text ?? "");
  const found = paper.parts.flatMap(({ claims }) =>
    claims.flatMap((claim): [string, number][] =>
      claim.kind === "comparison" &&
      claim.comparator === "average" &&
      claim.against?.quantity.kind === "count" &&
      claim.area === null
        ? [[keyOf(claim.section), claim.against.quantity.value]]
        : [],
    ),
  );
  return new Map(found.reverse());
}
