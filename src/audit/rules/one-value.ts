import type { NamedMonth } from "../claims/claim.ts";
import { measureKey } from "../claims/measures.ts";
import { type Figure, type FigureTable, figureTables, labelOf, nameOf, totalRows } from "../claims/tables.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/**
 * The same measure, month and area in two tables. A table of areas measures what its heading says, any other what its rows say; across
 * papers only tables of the same areas are compared.
 */
export const rule: Rule = {
  id: "one-value",
  family: "numbers",
  severity: "error",
  title: "A measure has one value for a month and an area",
  why: "Two tables that give one figure differently cannot both be right, and were not taken from the data together.",
  across: true,
  fires: [
    "## Breakdown\n\n| | Dec-19 | Nov-19 |\n|---|---|---|\n| Violence with injury | 453 | 396 |\n| Rape | 53 | 48 |\n\n## Violence with injury\n\n| | Nov-19 | Dec-19 |\n|---|---|---|\n| North Avonshire | 246 | 269 |\n| South Avonshire | 150 | 185 |\n| Avonshire | 396 | 454 |\n",
    [
      "## Robbery\n\n| | Nov-19 | Dec-19 |\n|---|---|---|\n| North Avonshire | 22 | 32 |\n| South Avonshire | 13 | 16 |\n| Avonshire | 35 | 48 |\n",
      "## Robbery\n\n| | Nov-19 | Dec-19 |\n|---|---|---|\n| North Avonshire | 22 | 33 |\n| South Avonshire | 13 | 16 |\n| Avonshire | 35 | 49 |\n",
    ],
  ],
  silent: [
    "## Breakdown\n\n| | Dec-19 | Nov-19 |\n|---|---|---|\n| Violence with injury | 454 | 396 |\n| Violence without injury | 922 | 870 |\n\n## Violence with injury\n\n| | Nov-19 | Dec-19 |\n|---|---|---|\n| North Avonshire | 246 | 269 |\n| South Avonshire | 150 | 185 |\n| Avonshire | 396 | 454 |\n",
    [
      "## Robbery\n\n| | Nov-19 | Dec-19 |\n|---|---|---|\n| North Avonshire | 22 | 32 |\n| South Avonshire | 13 | 16 |\n| Avonshire | 35 | 48 |\n",
      "## Robbery\n\n| | Nov-19 | Dec-19 |\n|---|---|---|\n| North Tamarshire | 42 | 52 |\n| South Tamarshire | 13 | 16 |\n| Tamarshire | 55 | 68 |\n",
    ],
  ],
  find: (input) => {
    const byKey = new Map<string, Fact[]>();
    for (const fact of factsOf(input)) byKey.set(fact.key, [...(byKey.get(fact.key) ?? []), fact]);
    return [...byKey.values()].flatMap((facts) =>
      facts.flatMap((fact, i) => {
        const other = facts
          .slice(0, i)
          .find((earlier) => isComparable(earlier, fact) && differ(earlier.figure, fact.figure));
        return other === undefined
          ? []
          : [
              tell(
                rule,
                { paper: fact.table.paper, words: fact.figure.cell },
                `${fact.measure}, ${nameOf(fact.table, fact.figure)}: ${fact.figure.cell.text.trim()} here, ${other.figure.cell.text.trim()} in another table.`,
                { paper: other.table.paper, words: other.figure.cell },
                "Take both from the data of one day, or say how they differ.",
              ),
            ];
      }),
    );
  },
};

type Fact = {
  readonly key: string;
  readonly measure: string;
  readonly table: FigureTable;
  readonly figure: Figure;
  /** The label of the whole in a table of areas, else null. */
  readonly whole: string | null;
};

const factsOf = (input: AuditInput): Fact[] =>
  figureTables(input).flatMap((table) => {
    const heading = table.section.at(-1)?.text.text ?? "";
    const whole = wholeOf(table);
    return table.figures.flatMap((row, at) =>
      row.flatMap((figure, column): Fact[] => {
        const month = table.months[column];
        const label = labelOf(table.table.rows[at]);
        if (
          figure === null ||
          month === null ||
          month === undefined ||
          month.year === null ||
          !isMonthAlone(table, column)
        )
          return [];
        const measure = whole === null ? label : heading;
        const area = whole === null || whole === label ? "" : label.toLowerCase();
        const named = measureKey(measure);
        return named === "" || label === ""
          ? []
          : [{ key: keyOf(named, month, area, figure), measure, table, figure, whole }];
      }),
    );
  });

const keyOf = (measure: string, { month, year }: NamedMonth, area: string, { kind }: Figure): string =>
  [measure, year, month, area, kind].join("|");

/** "Dec-19" alone, or "1 Dec 19", is a column of that month's figures; "Dec-19 rate" is of something else. */
const isMonthAlone = ({ table }: FigureTable, column: number): boolean =>
  /^(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Za-z]+[ -]?['’]?\d{2,4}$/.test(
    (table.columns[column]?.heading ?? "").trim(),
  );

/** The label of the row whose label ends all others: "Avonshire" below "North Avonshire" and "South Avonshire". */
function wholeOf(table: FigureTable): string | null {
  const labels = table.table.rows.map(labelOf);
  const row = totalRows(table).find((at) =>
    labels.every(
      (label, i) => i === at || label.toLowerCase().endsWith(` ${(labels[at] ?? "").toLowerCase()}`),
    ),
  );
  return row === undefined || labels.length < 3 ? null : (labels[row] ?? null);
}

function isComparable(a: Fact, b: Fact): boolean {
  if (a.table === b.table) return false;
  if (a.whole !== null && b.whole !== null) return a.whole === b.whole;
  if (a.table.paper !== b.table.paper) return false;
  if (a.whole !== null || b.whole !== null) return a.figure.kind === "number";
  const headings = [a, b].map(({ table }) => measureKey(table.section.at(-1)?.text.text ?? ""));
  return headings[0] === headings[1] || (a.figure.kind === "number" && measureKey(a.measure).includes(" "));
}

/** Different beyond the rounding of the one with fewer decimals. */
function differ(a: Figure, b: Figure): boolean {
  const step = 10 ** -Math.min(a.decimals, b.decimals);
  return a.decimals === b.decimals ? a.value !== b.value : Math.abs(a.value - b.value) > step / 2 + 1e-9;
}
