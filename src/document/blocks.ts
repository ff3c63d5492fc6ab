import type { Diagnostic } from "../diagnostic.ts";
import type { Register } from "../figures/register.ts";
import type { Facts } from "../model/facts.ts";
import type { MarkdownBlock } from "../sources/markdown.ts";
import { lastPeriods, measureOf } from "./asked.ts";
import { barsDrawing } from "./charts/bars.ts";
import { controlDrawing } from "./charts/control.ts";
import { type Drawn, sizes } from "./charts/drawn.ts";
import { linesDrawing, rollingDrawing } from "./charts/lines.ts";
import { multiplesDrawing } from "./charts/multiples.ts";
import { noProjectionText, projectionDrawing } from "./charts/projection.ts";
import { volumeShareDrawing } from "./charts/volumeShare.ts";
import { type Command, readCommand } from "./commands.ts";
import { differenceNote, projectionNote, type Shown } from "./generatedNotes.ts";
import { type NoteNumbers, noNotes } from "./notes.ts";
import { areaSentences, leadSentence } from "./opening.ts";
import { type Filling, fillText, insideQuotes } from "./prose.ts";
import { breakdownTable } from "./tables/breakdown.ts";
import { categoriesTable } from "./tables/categories.ts";
import { districtsTable } from "./tables/districts.ts";
import { measuresTable } from "./tables/measures.ts";
import { monthsTable } from "./tables/months.ts";
import { outcomesTable } from "./tables/outcomes.ts";
import { outturnTable } from "./tables/outturn.ts";
import { projectionsTable } from "./tables/projections.ts";
import { seriesTable } from "./tables/series.ts";
import type { Titled } from "./tables/titled.ts";
import type { BlockView } from "./views.ts";

/** Figures and tables are numbered through the whole paper. */
export type Numbering = { figure: number; table: number };

/** A block of a page whose commands have been read. */
export type ReadBlock =
  | Exclude<MarkdownBlock, { kind: "directive" | "note" }>
  | { readonly kind: "command"; readonly command: Command };

/** The blocks with their commands read; a command that cannot be is reported and left out. Notes are gathered elsewhere. */
export function readBlocks(
  blocks: readonly MarkdownBlock[],
  facts: Facts,
  problems: Diagnostic[],
): ReadBlock[] {
  return blocks.flatMap((block): ReadBlock[] => {
    if (block.kind === "note") return [];
    if (block.kind !== "directive") return [block];
    const command = readCommand(block.name, block.words, block.place, facts);
    if (command.ok) return [{ kind: "command", command: command.value }];
    problems.push(...command.problems);
    return [];
  });
}

/** The measures that the commands of a page name, each once, in order. */
function commandMeasures(blocks: readonly ReadBlock[]): string[] {
  const named = blocks.flatMap((b) =>
    b.kind === "command"
      ? [
          ...b.command.references.map((r) => r.measure),
          ...(b.command.options["by"] ? [b.command.options["by"]] : []),
        ]
      : [],
  );
  return [...new Set(named)];
}

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
    else addProse(views, fillText(block.text, block.place, filling));
  }
  return views;
}

type Heading = Extract<ReadBlock, { kind: "heading" }>;

function headingView(block: Heading, page: string, position: number, filling: Filling): BlockView {
  const text = fillText(block.text, block.place, { ...filling, notes: noNotes });
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

function commandViews(command: Command, page: string, filling: Filling, numbering: Numbering): BlockView[] {
  const { register, notes, problems } = filling;
  const title =
    command.title === null
      ? null
      : fillText(command.title.text, insideQuotes(command.title.place), { ...filling, notes: noNotes });
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

const reasonFor = (type: string): string =>
  ({
    control: "A control chart needs a monthly count or duration; use {{chart line …}} for a percentage.",
    areas: "It needs a control chart for each policing area.",
    rolling: "It needs thirteen months.",
    "volume-share": "It needs a denominator in each row.",
    bars: "It needs categories.",
    line: "It needs two periods.",
  })[type] ?? "";

/** The sums that a table shows with their summands. */
const sumsOf: Readonly<Record<string, "areas" | "districts" | "parts" | "categories">> = {
  months: "areas",
  districts: "districts",
  breakdown: "parts",
  categories: "categories",
  outcomes: "categories",
};

/** What the commands of a section show, for its notes. */
export function shownBy(measure: string, blocks: readonly ReadBlock[]): Shown {
  const commands = blocks.flatMap((b) => (b.kind === "command" ? [b.command] : []));
  const charts = commands.filter((c) => c.name === "chart" && (c.type === "control" || c.type === "areas"));
  const projected = commands
    .filter((c) => c.name === "chart" && c.type === "projection")
    .flatMap((c) => c.references);
  const sums = commands.flatMap((c) => {
    const of = c.name === "table" ? sumsOf[c.type] : undefined;
    return of === undefined ? [] : c.references.map((r) => ({ measure: r.measure, of }));
  });
  return {
    measures: [...new Set([measure, ...commandMeasures(blocks)])],
    charted: [...new Set([measure, ...charts.flatMap((c) => c.references.map((r) => r.measure))])],
    projected,
    sums,
  };
}

/** "(note 4)" where a table shows sums that do not add up in one of the periods it may show. */
function differenceReference(command: Command, { register, notes }: Filling): string {
  const note = notes.find(differenceNote);
  const differs = command.references.some((r) => {
    const periods = lastPeriods(register, r.measure, 3);
    return measureOf(register, r.measure).differences.some(
      (d) => d.of === sumsOf[command.type] && periods.includes(d.period),
    );
  });
  return note === null || !differs ? "" : ` (note\u00a0${note.number})`;
}

function openingView({ references }: Command, register: Register): BlockView {
  const id = references[0]?.measure ?? "";
  return {
    kind: "prose",
    prose: { markdown: `${leadSentence(register, id)} ${areaSentences(register, id)}`.trim() },
  };
}

function chartOf(
  { type, references, options }: Command,
  register: Register,
  notes: NoteNumbers,
): Drawn | null {
  const [first] = references;
  if (first === undefined) return null;
  const { measure, area } = first;
  switch (type) {
    case "control":
      return controlDrawing(
        register,
        { measure, area, from: options["from"] ?? null, ...sizes.control },
        notes,
      );
    case "areas":
      return multiplesDrawing(register, measure, notes);
    case "rolling":
      return rollingDrawing(register, first, notes);
    case "volume-share":
      return volumeShareDrawing(register, measure, area, options["by"] ?? null, notes);
    case "bars":
      return barsDrawing(
        register,
        {
          measure,
          area,
          top: options["top"] === undefined ? null : Number(options["top"]),
          withYearAgo: options["with"] !== undefined,
          ordered: options["order"] !== undefined,
        },
        notes,
      );
    default:
      return linesDrawing(register, references, notes);
  }
}

function tableOf({ type, references, options }: Command, register: Register): Titled {
  const ids = references.map((r) => r.measure);
  const id = ids[0] ?? "";
  const last = options["last"] === undefined ? {} : { last: Number(options["last"]) };
  switch (type) {
    case "series":
      return seriesTable(register, id, last.last);
    case "categories":
      return categoriesTable(register, id, last.last);
    case "outcomes":
      return outcomesTable(register, id);
    case "breakdown":
      return breakdownTable(register, ids);
    case "districts":
      return districtsTable(register, ids);
    case "projections":
      return projectionsTable(register, ids);
    case "outturn":
      return outturnTable(register, ids);
    case "measures":
      return measuresTable(register, ids);
    default:
      return monthsTable(register, id, { ...last, districts: options["areas"] === "all" });
  }
}
