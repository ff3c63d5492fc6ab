import type { PaperSource } from "../../model/facts.ts";
import type { Programme, Source } from "../../model/papers.ts";
import { cell, head } from "../cells.ts";
import { withoutLanguages } from "../languages.ts";
import { dayLabel, periodLabel } from "../periods.ts";
import type { HeadCellView, RowView } from "../views.ts";
import type { FlowBlock } from "./views.ts";

/** Numbers a table of a paper. */
export type TableNumber = () => number;

const left = { align: "left" } as const;

/** A row of words; a `break` runs its head across the table. */
type WordsRow = {
  readonly head: string;
  readonly cells: readonly string[];
  readonly kind?: RowView["kind"];
};

/** A table of words: the first column holds the heads of the rows. */
export function wordsTable(
  title: string,
  heads: readonly string[],
  rows: readonly WordsRow[],
  number: TableNumber,
  { landscape = false, widths = [] as readonly number[] } = {},
): Extract<FlowBlock, { kind: "table" }> {
  const n = number();
  return {
    kind: "table",
    id: `table-${n}`,
    title: `Table ${n}. ${title}`,
    what: "",
    landscape,
    table: {
      head: [heads.map((text): HeadCellView => head(text, left))],
      rows: rows.map(
        (row): RowView => ({
          head: row.head,
          detail: null,
          kind: row.kind ?? "row",
          cells: row.cells.map((text) =>
            cell(text === "" ? "–" : withoutLanguages(text), { ...left, quiet: text === "" }),
          ),
        }),
      ),
      widths,
      size: "normal",
      breakable: rows.length > mostKeptTogether,
    },
  };
}

/** Rows of words are tall: a table of more is broken between them, with its heads on each page. */
const mostKeptTogether = 6;

/** What was used, with the date it came out. */
export const sourcesTable = (sources: readonly Source[], number: TableNumber): FlowBlock =>
  wordsTable(
    "Sources",
    ["Source", "Publisher", "Title", "Date"],
    sources.map((source) => ({
      head: source.id,
      cells: [
        source.publisher,
        source.title,
        "date" in source ? partialDate(source.date) : `not dated: ${source.undated}`,
      ],
    })),
    number,
    { widths: [10, 28, 40, 22] },
  );

/** "10 January 2020", "January 2020", "2020" */
export function partialDate(date: string): string {
  if (date.length === 4) return date;
  return date.length === 7 ? periodLabel("month", date) : dayLabel(date);
}

type Report = Extract<PaperSource["head"], { kind: "report" }>;

/** Engagements, with a row that names each month above those in it. */
export function engagementsTable({ engagements }: Report, number: TableNumber): FlowBlock {
  const sorted = [...engagements].sort((a, b) => (a.date < b.date ? -1 : 1));
  const rows = sorted.flatMap(({ date, event }, i) => {
    const month = date.slice(0, 7);
    const starts = sorted[i - 1]?.date.slice(0, 7) !== month;
    return [
      ...(starts ? [{ head: periodLabel("month", month), cells: [""], kind: "break" as const }] : []),
      { head: dayLabel(date), cells: [event] },
    ];
  });
  return wordsTable("Engagements by month", ["Date", "Engagement"], rows, number, { widths: [28, 72] });
}

/** The register of formal decisions; what is exempt says why and no more. */
export const decisionsTable = ({ decisions }: Report, number: TableNumber): FlowBlock =>
  wordsTable(
    "Formal decisions",
    ["Decision", "Subject"],
    decisions.map((decision) => ({
      head: decision.id,
      cells: [
        "exempt" in decision
          ? `Exempt from publication: ${decision.exempt}`
          : `${decision.title}${decision.note === undefined ? "" : ` (${decision.note})`}`,
      ],
    })),
    number,
    { widths: [22, 78] },
  );

/** The appendices of a report, or those of them that are named. */
export function appendixList({ appendices }: Report, letters: readonly string[]): FlowBlock {
  const lines = appendices
    .filter(({ letter }) => letters.length === 0 || letters.includes(letter))
    .map(({ letter, title }) => `- **Appendix ${letter}** ${title}`);
  return { kind: "prose", prose: { markdown: lines.join("\n") } };
}

/** The four groups of a work programme, each a table across a landscape page. */
export function programmeTables(programme: Programme, number: TableNumber): FlowBlock[] {
  const wide = { landscape: true };
  const asked = (by: string | undefined): string => (by === undefined ? "" : by);
  return [
    wordsTable(
      "Items with a date",
      ["Item", "Date", "Detail", "Asked for by"],
      programme.dated.map((row) => ({
        head: row.item,
        cells: [dayLabel(row.date), row.detail ?? "", asked(row.requestedBy)],
      })),
      number,
      { ...wide, widths: [28, 16, 38, 18] },
    ),
    wordsTable(
      "Standing items",
      ["Item", "Detail"],
      programme.standing.map((row) => ({ head: row.item, cells: [row.detail ?? ""] })),
      number,
      { ...wide, widths: [28, 72] },
    ),
    wordsTable(
      "Items to be timetabled",
      ["Item", "Detail", "Asked for by"],
      programme.toTimetable.map((row) => ({
        head: row.item,
        cells: [row.detail ?? "", asked(row.requestedBy)],
      })),
      number,
      { ...wide, widths: [28, 54, 18] },
    ),
    wordsTable(
      "Briefing notes",
      ["Item", "Detail", "Status"],
      programme.briefing.map((row) => ({ head: row.item, cells: [row.detail ?? "", row.status ?? ""] })),
      number,
      { ...wide, widths: [28, 54, 18] },
    ),
  ].filter(({ table }) => table.rows.length > 0);
}
