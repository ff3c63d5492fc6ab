import type { Register } from "../figures/register.ts";
import { measureOf } from "./asked.ts";
import { chartOf, reasonFor } from "./charts/asked.ts";
import { noProjectionText, projectionDrawing } from "./charts/projection.ts";
import type { Command } from "./commands.ts";
import { projectionNote } from "./generatedNotes.ts";
import { noNotes } from "./notes.ts";
import { areaSentences, leadSentence } from "./opening.ts";
import { type Filling, fillText, fillTitle, insideQuotes } from "./prose.ts";
import type { ReadBlock } from "./readBlocks.ts";
import { differenceReference } from "./shown.ts";
import { tableOf } from "./tables/asked.ts";
import { typedTableView } from "./typedTable.ts";
import type { BlockView } from "./views.ts";

/** Figures and tables are numbered through the whole paper. */
export type Numbering = { figure: number; table: number };

/** What a page shows, in order: a side-head takes the prose that follows it. */
export function blockViews(
  blocks: readonly ReadBlock[],
  page: string,
  filling: Filling,
  numbering: Numbering,
): BlockView[] {
  const views: BlockView[] = [];
  for (const block of blocks) {
    if (block.kind === "command") views.push(...commandViews(block.command, page, filling, numbering));
    else if (block.kind === "heading") views.push(headingView(block, page, views.length, filling));
    else if (block.kind === "table") {
      numbering.table += 1;
      views.push(typedTableView(block, numbering.table, filling));
    } else addProse(views, fillText(block.text, block.place, filling));
  }
  return views;
}

type Heading = Extract<ReadBlock, { kind: "heading" }>;

function headingView(block: Heading, page: string, position: number, filling: Filling): BlockView {
  const text = fillTitle(block.text, block.place, { ...filling, notes: noNotes });
  if (block.level > 2) return { kind: "topic", head: text, prose: { markdown: "" } };
  return { kind: "heading", id: `${page}-part-${position + 1}`, text };
}

function addProse(views: BlockView[], markdown: string): void {
  const last = views.at(-1);
  if (last?.kind === "topic")
    views[views.length - 1] = {
      ...last,
      prose: { markdown: last.prose.markdown === "" ? markdown : `${last.prose.markdown}\n\n${markdown}` },
    };
  else if (last?.kind === "prose")
    views[views.length - 1] = { kind: "prose", prose: { markdown: `${last.prose.markdown}\n\n${markdown}` } };
  else views.push({ kind: "prose", prose: { markdown } });
}

/** What a line that asks for a chart, a table or an opening shows. */
export function commandViews(
  command: Command,
  page: string,
  filling: Filling,
  numbering: Numbering,
): BlockView[] {
  const { register, notes, problems } = filling;
  const title =
    command.title === null
      ? null
      : fillTitle(command.title.text, insideQuotes(command.title.place), { ...filling, notes: noNotes });
  if (command.name === "opening") return [openingView(command, register)];
  if (
    (command.type === "projections" || command.type === "outturn") &&
    command.references.some((r) => measureOf(register, r.measure).periods !== "month")
  ) {
    problems.push({
      place: command.place,
      message: "the year to date is summed from months: name monthly measures only",
    });
    return [];
  }
  if (command.type === "projection") return [projectionView(command, page, title, filling, numbering)];
  if (command.name === "table") {
    const made = tableOf(command, register);
    numbering.table += 1;
    return [
      {
        kind: "table",
        id: `table-${numbering.table}`,
        title: `Table ${numbering.table}. ${title ?? made.title}`,
        what: `${made.what}${differenceReference(command, filling)}`,
        table: made.table,
        landscape: command.type === "districts",
      },
    ];
  }
  const drawn = chartOf(command, register, notes);
  if (drawn === null) {
    problems.push({
      place: command.place,
      message: `there are not the figures for a ${command.type} chart of ${command.references.map((r) => r.measure).join(", ")}`,
      hint: reasonFor(command.type),
    });
    return [];
  }
  numbering.figure += 1;
  const chart = { ...drawn.chart, id: `${page}-${numbering.figure}-${drawn.chart.id}` };
  return [
    {
      kind: "figure",
      id: `figure-${numbering.figure}`,
      title: `Figure ${numbering.figure}. ${title ?? drawn.title}`,
      what: drawn.what,
      chart,
    },
  ];
}

/** The projection of a series, or a sentence that says why there is none. */
function projectionView(
  command: Command,
  page: string,
  title: string | null,
  { register, notes }: Filling,
  numbering: Numbering,
): BlockView {
  const { measure, area } = command.references[0] ?? { measure: "", area: "force" };
  const made = register.projection(measure, area);
  if (made === null || !made.ok)
    return { kind: "prose", prose: { markdown: noProjectionText(register, measure, made) } };
  const drawn = projectionDrawing(register, measure, area, made, notes);
  numbering.figure += 1;
  numbering.table += 1;
  const note = notes.find(projectionNote);
  return {
    kind: "projection",
    id: `figure-${numbering.figure}`,
    title: `Figure ${numbering.figure}. ${title ?? drawn.title}`,
    what: `${drawn.what}${note === null ? "" : ` (note\u00a0${note.number})`}`,
    chart: { ...drawn.chart, id: `${page}-${numbering.figure}-${drawn.chart.id}` },
    series: { measure, area },
    tableId: `table-${numbering.table}`,
    tableTitle: `Table ${numbering.table}. ${drawn.tableTitle}`,
    table: drawn.table,
    judged: drawn.judged,
  };
}

function openingView({ references }: Command, register: Register): BlockView {
  const id = references[0]?.measure ?? "";
  return {
    kind: "prose",
    prose: {
      markdown: `${leadSentence(register, id, { interval: true })} ${areaSentences(register, id)}`.trim(),
    },
  };
}
