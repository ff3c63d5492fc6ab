import { tablesOf } from "../../sources/paperText/outline.ts";
import type { Cell } from "../../sources/paperText/paper.ts";
import type { AuditedPaper } from "../rule.ts";
import { measureWords } from "./measures.ts";
import { type Section, sectionsOf, topicOf } from "./sections.ts";
import { labelOf } from "./tables.ts";

/** A row of a summary grid: a topic and cells of words. */
export type GridRow = {
  readonly paper: AuditedPaper;
  readonly label: string;
  readonly cells: readonly Cell[];
};

type Summed = { readonly row: GridRow; readonly section: Section };

const known = new WeakMap<AuditedPaper, readonly Summed[]>();

/** The rows of summary grids, each with the section of its paper that has the same topic; worked out once. */
export function gridRows(paper: AuditedPaper): readonly Summed[] {
  const before = known.get(paper);
  if (before !== undefined) return before;
  const sections = sectionsOf(paper).map((section, i, all) => ({
    section,
    topics: topicsOf(section, all[i - 1]),
  }));
  const rows = rowsOf(paper).flatMap((row): Summed[] => {
    const words = measureWords(row.label);
    const found =
      words.size === 0
        ? undefined
        : sections.find(({ topics }) => topics.some((topic) => isSame(words, topic)));
    return found === undefined ? [] : [{ row, section: found.section }];
  });
  known.set(paper, rows);
  return rows;
}

/** Rows with words behind their label. */
export const rowsOf = (paper: AuditedPaper): GridRow[] =>
  paper.parts.flatMap(({ part }) =>
    tablesOf(part).flatMap(({ rows }) =>
      rows.flatMap((row): GridRow[] => {
        const label = labelOf(row);
        const cells = row.cells.filter(({ value, text }) => value.kind === "words" && text.trim() !== label);
        return label === "" || cells.length === 0 ? [] : [{ paper, label, cells }];
      }),
    ),
  );

/** What a section may be called in a grid: by its heading, with the one above, or with the one before ("Sexual offences", "Rape"). */
function topicsOf(section: Section, before: Section | undefined): ReadonlySet<string>[] {
  const own = measureWords(section.heading.text.text);
  const joined = before === undefined ? own : new Set([...own, ...measureWords(before.heading.text.text)]);
  return [own, topicOf(section), joined];
}

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((word) => b.has(word));
