import { areasIn } from "../claims/areas.ts";
import type { Comparator, NamedMonth, Printed } from "../claims/claim.ts";
import { cuesIn } from "../claims/cues.ts";
import { measureWords } from "../claims/measures.ts";
import { monthsIn } from "../claims/months.ts";
import { readingOf } from "../claims/reading.ts";
import { areaRow, monthColumn, type Section, sectionsOf } from "../claims/sections.ts";
import { type Figure, type FigureTable, nameOf } from "../claims/tables.ts";
import { checked, said, stretch, stretchOver } from "../claims/walk.ts";
import type { Finding } from "../finding.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/**
 * In a section with a table of months, the figure of a sentence and the month that it is compared with are held against the cells of
 * that month and area. One of the two must agree with the table, or the sentence names its subject as the heading does: else it is
 * about something else.
 */
export const rule: Rule = {
  id: "prose-against-table",
  family: "numbers",
  severity: "error",
  title: "A figure in a sentence is that of the table beside it",
  why: "The sentence was kept from last month, or the table was corrected after it was written.",
  fires: [
    "## Hate crime\n\n| | Oct-19 | Nov-19 | Dec-19 |\n|---|---|---|---|\n| North Avonshire | 48 | 43 | 32 |\n| South Avonshire | 28 | 33 | 11 |\n| Avonshire | 76 | 76 | 43 |\n\n43 hate offences were recorded in December. This is a decrease compared to November (81) and below the monthly average (71).",
    "## Hate crime\n\n| | Oct-19 | Nov-19 | Dec-19 |\n|---|---|---|---|\n| North Avonshire | 48 | 43 | 32 |\n| South Avonshire | 28 | 33 | 11 |\n| Avonshire | 76 | 76 | 43 |\n\n45 hate offences were recorded in December. This is a decrease compared to November (76).",
    "## Victim satisfaction\n\n| | Oct-19 | Nov-19 | Dec-19 |\n|---|---|---|---|\n| North Avonshire | 74% | 75% | 76% |\n| South Avonshire | 77% | 77% | 75% |\n| Avonshire | 76% | 76% | 75% |\n\nOverall victim satisfaction across Avonshire was 77% in December.",
    "## Suspects at large\n\n| | 1 Nov 19 | 1 Dec 19 | 1 Jan 20 |\n|---|---|---|---|\n| North | 538 | 544 | 542 |\n| South | 306 | 331 | 373 |\n| Total | 844 | 875 | 915 |\n\nThe November 2019 figure for the number of suspects at 915 is the highest recorded.",
  ],
  silent: [
    "## Hate crime\n\n| | Oct-19 | Nov-19 | Dec-19 |\n|---|---|---|---|\n| North Avonshire | 48 | 43 | 32 |\n| South Avonshire | 28 | 33 | 11 |\n| Avonshire | 76 | 76 | 43 |\n\n43 hate offences were recorded in December. This is a decrease compared to November (76) and below the monthly average (71).\n\n32 offences were recorded in North Avonshire in December, a decrease compared to November (43).",
    "## Missing persons\n\n| | Oct-19 | Nov-19 | Dec-19 |\n|---|---|---|---|\n| North Avonshire | 112 | 98 | 85 |\n| South Avonshire | 50 | 66 | 27 |\n| Avonshire | 162 | 164 | 112 |\n\nSouth Avonshire's volume for children was low in December (9) compared to November (40).",
  ],
  find: (input) =>
    input.papers.flatMap((paper) => sectionsOf(paper).flatMap((section) => foundIn(input, section))),
};

function foundIn(input: AuditInput, section: Section): Finding[] {
  const table = section.tables.find(({ months }) => months.filter((month) => month !== null).length >= 2);
  if (table === undefined) return [];
  return [...comparedIn(input, section, table), ...otherMonthIn(section, table), ...statedIn(section, table)];
}

/** A printed number, and the figure of the table that it should be. */
type Bound = { readonly printed: Printed; readonly figure: Figure };

function comparedIn(input: AuditInput, { paper, part, heading }: Section, table: FigureTable): Finding[] {
  return part.claims.flatMap((claim): Finding[] => {
    if (claim.kind !== "comparison" || claim.section.at(-1) !== heading) return [];
    const { subject, against, comparator, words } = claim;
    if (subject === null || against === null) return [];
    const text = `${subject.words.text} ${words.text}`;
    const row = areaRow(table, text);
    const column = monthColumn(table, monthOf(subject.words.text, comparator, claim.month));
    const then = thenColumn(table, column, comparator, claim.month);
    const now = bound(table, row, column, subject);
    const before = bound(table, row, then, against);
    if (now === null || before === null) return [];
    const [a, b] = [holds(now), holds(before)];
    checked(input, paper, [...(a || b ? [subject, against] : [])]);
    if (a === b) return [];
    if (!a && areasIn(text).length > 0 && !isRowOf(table, row, text)) return [];
    const span = a ? [claim.named, against.quantity] : [subject.quantity];
    return [tellOf(table, a ? before : now, span)];
  });
}

const isRowOf = (table: FigureTable, row: number | null, text: string): boolean =>
  row !== null && text.toLowerCase().includes((table.table.rows[row]?.label ?? "").toLowerCase());

/** The month of the figure itself: the first that its sentence names besides the one compared with. */
function monthOf(text: string, comparator: Comparator, other: NamedMonth | null): NamedMonth | null {
  const named = monthsIn(text).filter(({ month }) => comparator !== "month" || month !== other?.month);
  return named[0] ?? null;
}

/** The column of what is compared with: of the month named, or the one before for "the previous month". */
function thenColumn(
  table: FigureTable,
  now: number | null,
  comparator: Comparator,
  month: NamedMonth | null,
): number | null {
  if (comparator === "month") return month === null ? null : monthColumn(table, month);
  if (comparator !== "previous" || now === null || now === 0) return null;
  const [a, b] = [table.months[now - 1], table.months[now]];
  return a !== null && a !== undefined && b !== null && b !== undefined && (a.month % 12) + 1 === b.month
    ? now - 1
    : null;
}

function bound(
  table: FigureTable,
  row: number | null,
  column: number | null,
  printed: Printed,
): Bound | null {
  const figure = row === null || column === null ? null : (table.figures[row]?.[column] ?? null);
  const kinds = { number: "count", percent: "percent", money: "money", duration: "duration" } as const;
  return figure === null || kinds[figure.kind] !== printed.quantity.kind || printed.quantity.loose
    ? null
    : { printed, figure };
}

const holds = ({ printed, figure }: Bound): boolean =>
  figure.value === printed.quantity.value ||
  (figure.decimals !== printed.quantity.decimals && Math.abs(figure.value - printed.quantity.value) < 1);

const tellOf = (
  table: FigureTable,
  { printed, figure }: Bound,
  span: readonly { readonly at: number; readonly end: number }[],
): Finding =>
  tell(
    rule,
    stretchOver(table.paper, printed.words, span),
    `The sentence says ${said(printed)}, the table ${figure.cell.text.trim()} (${nameOf(table, figure)}).`,
    { paper: table.paper, words: figure.cell },
    "Correct the one that is wrong.",
  );

/** "The November figure … at 915" where 915 stands in another month's column of the row of the whole. */
function otherMonthIn({ part, heading }: Section, table: FigureTable): Finding[] {
  return part.claims.flatMap((claim): Finding[] => {
    if (claim.kind !== "figure" || claim.section.at(-1) !== heading || claim.month === null) return [];
    const { quantity, words, month } = claim;
    if (!/^The .{0,20}\bfigure\b[^.;]{0,90}\b(?:at|of|is|was) $/.test(words.text.slice(0, quantity.at)))
      return [];
    const row = areaRow(table, words.text);
    const column = monthColumn(table, month);
    const figures = (row === null ? undefined : table.figures[row]) ?? [];
    const is = column === null ? null : (figures[column] ?? null);
    const where = figures
      .filter((figure) => figure?.value === quantity.value)
      .filter((figure) => figure !== null);
    const [only] = where;
    if (is === null || where.length !== 1 || only === undefined || quantity.kind !== "count") return [];
    // A column of the first of a month may show the end of the month before.
    const isNext =
      only.column === (column ?? 0) + 1 &&
      /\b0?1(?:st)? /.test(table.table.columns[only.column]?.heading ?? "") &&
      !hasLater(table, month, only.column);
    if (only.column === column || isNext) return [];
    return [
      tell(
        rule,
        stretch(table.paper, words, 0, quantity.end),
        `The table has ${only.cell.text.trim()} under ${table.table.columns[only.column]?.heading ?? ""}, and ${is.cell.text.trim()} under ${table.table.columns[is.column]?.heading ?? ""}.`,
        { paper: table.paper, words: only.cell },
        "Name the month that the figure belongs to, or print that of the month named.",
      ),
    ];
  });
}

const hasLater = ({ months }: FigureTable, month: NamedMonth, column: number): boolean =>
  months[column]?.month !== (month.month % 12) + 1;

/** "Satisfaction across Avonshire was 75% in December": the only number of a sentence that names a row and a month of the table. */
function statedIn({ part, heading }: Section, table: FigureTable): Finding[] {
  const topic = measureWords(heading.text.text);
  return part.claims.flatMap((claim): Finding[] => {
    if (claim.kind !== "figure" || claim.section.at(-1) !== heading || claim.month === null) return [];
    const { quantity, words, month } = claim;
    const isOnly =
      readingOf(words).quantities.length === 1 &&
      monthsIn(words.text).length === 1 &&
      cuesIn(words.text).length === 0;
    const isAbout = [...measureWords(words.text)].some((word) => topic.has(word));
    const row = areaRow(table, words.text);
    const now = bound(table, row, monthColumn(table, month), { words, quantity });
    if (!isOnly || !isAbout || now === null || !isRowOf(table, row, words.text) || holds(now)) return [];
    return [tellOf(table, now, [quantity])];
  });
}
