import type { Heading } from "../../sources/paperText/paper.ts";
import type { AuditedPaper, AuditedPart } from "../rule.ts";
import type { NamedMonth } from "./claim.ts";
import { measureWords } from "./measures.ts";
import { sameMonth } from "./months.ts";
import { type Passage, passages } from "./passages.ts";
import { type FigureTable, labelOf, tablesOfPaper, totalRows } from "./tables.ts";

/** What stands under one heading, without what stands under headings below it. */
export type Section = {
  readonly paper: AuditedPaper;
  readonly part: AuditedPart;
  readonly heading: Heading;
  readonly above: readonly Heading[];
  readonly passages: readonly Passage[];
  readonly tables: readonly FigureTable[];
};

const known = new WeakMap<AuditedPaper, readonly Section[]>();

/** The sections of a paper, in their order; worked out once. */
export function sectionsOf(paper: AuditedPaper): readonly Section[] {
  const before = known.get(paper);
  if (before !== undefined) return before;
  const tables = tablesOfPaper(paper);
  const sections = paper.parts.flatMap((part) => {
    const said = passages(part.part);
    const headings = [...new Set(part.part.blocks.flatMap(({ section }) => section.at(-1) ?? []))];
    return headings.map((heading): Section => {
      const isIn = ({ section }: { readonly section: readonly Heading[] }): boolean =>
        section.at(-1) === heading;
      const own = said.filter(({ block }) => isIn(block));
      const inside = tables.filter(isIn);
      const above = (own[0]?.block.section ?? inside[0]?.section ?? []).slice(0, -1);
      return { paper, part, heading, above, passages: own, tables: inside };
    });
  });
  known.set(paper, sections);
  return sections;
}

/** The words that say what a section is about, with those of the heading above where its own is a single word. */
export function topicOf({ heading, above }: Section): Set<string> {
  const own = measureWords(heading.text.text);
  const parent = above.at(-1);
  return own.size > 1 || parent === undefined ? own : new Set([...own, ...measureWords(parent.text.text)]);
}

/** The column of a month; the last one of a table of months where no month is named. */
export function monthColumn({ months }: FigureTable, month: NamedMonth | null): number | null {
  const column =
    month === null
      ? months.findLastIndex((one) => one !== null)
      : months.findLastIndex((one) => one !== null && sameMonth(one, month));
  return column < 0 ? null : column;
}

/** The row of the area that a sentence names; the whole's where it names none. Null where the table has no such row. */
export function areaRow(table: FigureTable, text: string): number | null {
  const labels = table.table.rows.map(labelOf);
  const named = labels.flatMap((label, row) =>
    label.length > 3 && text.toLowerCase().includes(label.toLowerCase()) ? [{ row, label }] : [],
  );
  const longest = named.sort((a, b) => b.label.length - a.label.length)[0];
  if (longest !== undefined) return longest.row;
  return totalRows(table).at(-1) ?? null;
}
