import type { Text } from "../../sources/paperText/paper.ts";
import { cuesIn } from "../claims/cues.ts";
import { monthsIn } from "../claims/months.ts";
import { monthColumn, type Section, sectionsOf } from "../claims/sections.ts";
import { type Figure, type FigureTable, labelOf, nameOf, totalRows } from "../claims/tables.ts";
import { stretch } from "../claims/walk.ts";
import type { Finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** "Increased volumes were seen in both areas" is held against the last two months of each area in the section's table. */
export const rule: Rule = {
  id: "direction-against-table",
  family: "direction",
  severity: "error",
  title: "What a sentence says of the areas is what the table shows",
  why: "A sentence about the areas that is kept from last month contradicts the table above it.",
  fires: [
    "## Robbery\n\n| | Nov-19 | Dec-19 |\n|---|---|---|\n| North Avonshire | 48 | 43 |\n| South Avonshire | 28 | 33 |\n| Avonshire | 76 | 76 |\n\nIncreased volumes were seen across both policing areas in December.",
    "## Robbery\n\n| | Nov-19 | Dec-19 |\n|---|---|---|\n| North Avonshire | 48 | 43 |\n| South Avonshire | 28 | 33 |\n| Avonshire | 76 | 76 |\n\nWhilst South Avonshire saw a decrease in offences, North Avonshire saw a decrease.",
  ],
  silent: [
    "## Robbery\n\n| | Nov-19 | Dec-19 |\n|---|---|---|\n| North Avonshire | 48 | 53 |\n| South Avonshire | 28 | 33 |\n| Avonshire | 76 | 86 |\n\nIncreased volumes were seen across both policing areas in December.",
    "## Robbery\n\n| | Nov-19 | Dec-19 |\n|---|---|---|\n| North Avonshire | 48 | 43 |\n| South Avonshire | 28 | 33 |\n| Avonshire | 76 | 76 |\n\nWhilst South Avonshire saw an increase in offences, North Avonshire saw a decrease. The increase in North Avonshire projected for next year is small.",
  ],
  find: ({ papers }) => papers.flatMap((paper) => sectionsOf(paper).flatMap(foundIn)),
};

const isSeen = /\b(?:saw|seen|recorded|experienced|shown?|reported)\b/;
const isElse =
  /\b(?:project\w*|expected|forecast\w*|anticipated|last year|previous year|average|since|years?|driven|likely|largest|biggest)\b/i;

function foundIn(section: Section): Finding[] {
  const table = section.tables.find(({ months }) => months.filter((month) => month !== null).length >= 2);
  if (table === undefined) return [];
  return section.passages.flatMap(({ words }) => {
    if (!isSeen.test(words.text) || isElse.test(words.text) || /\d/.test(words.text)) return [];
    const column = monthColumn(table, monthsIn(words.text)[0] ?? null);
    return column === null || column === 0
      ? []
      : clausesOf(words).flatMap(({ at, end }) => inClause(section, table, words, at, end, column));
  });
}

/** The stretches of a sentence between commas and semicolons. */
function clausesOf({ text }: Text): { readonly at: number; readonly end: number }[] {
  const ends = [...text.matchAll(/[,;]|(?=\b(?:while|whilst|but)\b)/g)].map(({ index }) => index);
  return [...ends, text.length]
    .map((end, i) => ({ at: i === 0 ? 0 : (ends[i - 1] ?? 0), end }))
    .filter(({ at, end }) => end > at);
}

function inClause(
  { paper }: Section,
  table: FigureTable,
  words: Text,
  at: number,
  end: number,
  column: number,
): Finding[] {
  const clause = words.text.slice(at, end);
  const cues = cuesIn(clause).filter((cue) => isChange.test(clause.slice(cue.at, cue.end)));
  const directions = new Set(cues.map(({ direction }) => direction));
  const [direction] = directions;
  if (directions.size !== 1 || direction === undefined || direction === "same") return [];
  return rowsNamed(table, clause).flatMap((row): Finding[] => {
    const now = table.figures[row]?.[column] ?? null;
    const before = table.figures[row]?.[column - 1] ?? null;
    if (now === null || before === null || table.months[column - 1] === null) return [];
    return agrees(direction, before, now)
      ? []
      : [
          tell(
            rule,
            stretch(paper, words, at, end),
            `${labelOf(table.table.rows[row])} went from ${before.cell.text.trim()} to ${now.cell.text.trim()} (${nameOf(table, now)}).`,
            { paper, words: now.cell },
            "Correct the sentence or the table.",
          ),
        ];
  });
}

const isChange = /^(?:increas|decreas|reduc|rise|rose|fall|fell|drop|declin|grew|growth)/i;

const agrees = (direction: "up" | "down", before: Figure, now: Figure): boolean =>
  now.value === before.value ? false : now.value > before.value === (direction === "up");

/** All parts for "both areas"; else those whose label the clause names. */
function rowsNamed(table: FigureTable, clause: string): number[] {
  const totals = new Set(totalRows(table));
  const parts = table.table.rows.flatMap((row, i) =>
    totals.has(i) || row.role === "group" || labelOf(row) === "" ? [] : [i],
  );
  if (totals.size === 0) return [];
  if (
    /\b(?:both|all|each of the|every)\b[^.;,]{0,30}\b(?:areas?|districts?|divisions?|forces?|boroughs?|counties)\b/i.test(
      clause,
    )
  )
    return /\bboth\b/i.test(clause) && parts.length !== 2 ? [] : parts;
  return parts.filter((row) => clause.toLowerCase().includes(labelOf(table.table.rows[row]).toLowerCase()));
}
