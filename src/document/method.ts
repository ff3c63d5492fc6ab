import type { Diagnostic } from "../diagnostic.ts";
import type { Register } from "../figures/register.ts";
import type { PageSource } from "../model/facts.ts";
import { measureOf } from "./asked.ts";
import { blockViews, type Numbering } from "./blocks.ts";
import { cell, head } from "./cells.ts";
import { noNotes, refusedNotes } from "./notes.ts";
import { shortPeriod } from "./periods.ts";
import { readBlocks } from "./readBlocks.ts";
import type { BlockView, RowView, SummaryView } from "./views.ts";
import { capitalised } from "./words.ts";

/** Sources and method: what the author wrote, then a table of every measure that the paper prints. */
export function methodView(
  register: Register,
  source: PageSource<{ readonly title: string }>,
  measures: readonly string[],
  numbering: Numbering,
  problems: Diagnostic[],
): SummaryView["method"] {
  problems.push(...refusedNotes(source.markdown.blocks));
  const blocks = blockViews(
    readBlocks(source.markdown.blocks, register.facts, problems),
    source.id,
    { register, notes: noNotes, problems },
    numbering,
  );
  return { title: source.head.title, blocks: [...blocks, sourcesTable(register, measures, numbering)] };
}

function sourcesTable(register: Register, measures: readonly string[], numbering: Numbering): BlockView {
  numbering.table += 1;
  return {
    kind: "table",
    id: `table-${numbering.table}`,
    landscape: false,
    title: `Table ${numbering.table}. Where each figure comes from`,
    what: "Source, latest period, and the months that the average and limits rest on",
    table: {
      head: [
        [
          head("Measure", { align: "left" }),
          head("Source", { align: "left" }),
          head("Latest", { align: "left" }),
          head("Average rests on", { align: "left" }),
        ],
      ],
      rows: [...measures]
        .sort((a, b) => (measureOf(register, a).title < measureOf(register, b).title ? -1 : 1))
        .map((id) => sourceRow(register, id)),
      widths: [30, 31, 14, 25],
      size: "wide",
    },
  };
}

function sourceRow(register: Register, id: string): RowView {
  const { title, source, periods } = measureOf(register, id);
  const { latest } = register.series(id);
  const segment = latest === null ? null : (register.chart(id, "force", null)?.segmentAt(latest) ?? null);
  const left = { align: "left" } as const;
  const window =
    segment === null
      ? "no average is set"
      : segment.values.length < 2
        ? "no average yet"
        : `${segment.values.length} ${periods === "week" ? "weeks" : "months"} from ${shortPeriod(periods, segment.start)}`;
  return {
    head: title,
    detail: null,
    kind: "row",
    cells: [
      cell(source.system, left),
      cell(latest === null ? "–" : capitalised(shortPeriod(periods, latest)), left),
      cell(window, { ...left, quiet: segment === null }),
    ],
  };
}
