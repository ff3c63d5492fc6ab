import type {
  BlockView,
  CellView,
  FlagView,
  GridView,
  Prose,
  SectionView,
  StripView,
  SummaryView,
  TableView,
} from "../document/views.ts";
import { lineHtml, proseHtml } from "./markdown.ts";
import { landscapeWidthMm, pagePlaceholder, pageRules, portraitWidthMm } from "./pages.ts";
import { compileTemplates, type TemplateFiles } from "./templates.ts";

/** What has been drawn for a paper: the SVG of each chart by its id and of each strip, and the icons. */
export type Drawings = {
  chart(id: string): string;
  strip(strip: StripView): string;
  flagIcon(flag: Pick<FlagView, "signal" | "side" | "hollow">): string;
  targetIcon(verdict: "met" | "missed" | "varies"): string;
  arrowIcon(direction: "up" | "rather-up" | "level" | "rather-down" | "down"): string;
  commonCauseIcon(): string;
};

/** The style of the page: fonts and style sheet as text. */
export type Style = { readonly templates: TemplateFiles; readonly css: string };

/** The Performance Summary as HTML; page numbers are placeholders until `fillPages`. */
export function summaryHtml(view: SummaryView, drawings: Drawings, style: Style): string {
  const fill = compileTemplates(style.templates, { pageOf: pagePlaceholder });
  const { paper, panelPage, grid, sections, method } = view;
  return fill("summary.hbs", {
    css: `${style.css}\n${pageRules(paper, sections)}`,
    paper: { ...paper, details: detailsOf(view) },
    key: keyOf(drawings),
    panelPage: {
      ...panelPage,
      exceptions: panelPage.exceptions.map((e) => ({ ...e, flag: withIcon(e.flag, drawings) })),
      runs: runsOf(panelPage.blocks, drawings),
    },
    grid: gridData(grid, drawings),
    sections: sections.map((section) => sectionData(section, drawings)),
    method: { title: method.title, runs: runsOf(method.blocks, drawings) },
  });
}

function detailsOf({ paper }: SummaryView): { name: string; text: string }[] {
  const rows: [string, string | null][] = [
    ["Author", paper.author],
    ["Date", paper.date],
    ["Version", paper.version],
    ["Data to", paper.cutOff],
    ["Reference", paper.urn],
    ["Marking", paper.marking],
  ];
  return rows.flatMap(([name, text]) => (text === null ? [] : [{ name, text }]));
}

function keyOf(drawings: Drawings): { icon: string; text: string }[] {
  const flag = (signal: FlagView["signal"], side: FlagView["side"], hollow = false): string =>
    drawings.flagIcon({ signal, side, hollow });
  return [
    { icon: drawings.commonCauseIcon(), text: "Inside the expected range" },
    { icon: flag("concern", "high"), text: "Exceptional, and worse" },
    { icon: flag("improvement", "low"), text: "Exceptional, and better" },
    { icon: flag("neutral", "high"), text: "Exceptional, neither better nor worse" },
    { icon: flag("concern", "high", true), text: "Hollow: in one policing area only" },
    { icon: drawings.targetIcon("met"), text: "Target met" },
    { icon: drawings.targetIcon("missed"), text: "Target missed" },
    { icon: drawings.targetIcon("varies"), text: "Target met in some months" },
  ];
}

const withIcon = (flag: FlagView, drawings: Drawings): FlagView & { icon: string } => ({
  ...flag,
  icon: drawings.flagIcon(flag),
});
const html = (prose: Prose): string => proseHtml(prose.markdown);

function sectionData(section: SectionView, drawings: Drawings): object {
  const { headline } = section;
  const verdict = headline.verdict;
  return {
    ...section,
    headline: {
      ...headline,
      differenceCount: headline.differences.length,
      verdictIcon: verdict === null ? "" : verdictIcon(verdict, drawings),
    },
    areasHtml: section.areas === null ? null : html(section.areas),
    signsTitle: section.signs.length === 1 ? "Sign of improvement" : "Signs of improvement",
    runs: runsOf(section.blocks, drawings),
    manyNotes: section.notes.length > 1,
    notes: section.notes.map((note) => ({ id: note.id, html: lineHtml(note.prose.markdown) })),
  };
}

function verdictIcon(
  { flag, target }: NonNullable<SectionView["headline"]["verdict"]>,
  drawings: Drawings,
): string {
  if (target !== null) return drawings.targetIcon(target.verdict);
  return flag === null ? drawings.commonCauseIcon() : drawings.flagIcon(flag);
}

/** Blocks that share a page's orientation, in order, each run in a box as wide as its page area in millimetres. */
function runsOf(blocks: readonly BlockView[], drawings: Drawings): object[] {
  const runs: { landscape: boolean; widthMm: number; blocks: object[] }[] = [];
  for (const block of blocks) {
    const landscape = block.kind === "table" && block.landscape;
    if (runs.at(-1)?.landscape !== landscape)
      runs.push({ landscape, widthMm: landscape ? landscapeWidthMm : portraitWidthMm, blocks: [] });
    runs.at(-1)?.blocks.push(blockData(block, drawings));
  }
  return runs;
}

function blockData(block: BlockView, drawings: Drawings): object {
  const is = {
    isHeading: block.kind === "heading",
    isTopic: block.kind === "topic",
    isProse: block.kind === "prose",
    isFigure: block.kind === "figure",
    isTable: block.kind === "table",
    isProjection: block.kind === "projection",
  };
  switch (block.kind) {
    case "heading":
      return { ...is, ...block };
    case "topic":
    case "prose":
      return { ...is, ...block, html: html(block.prose) };
    case "figure":
      return { ...is, ...block, drawing: drawings.chart(block.chart.id) };
    case "projection":
      return {
        ...is,
        ...block,
        drawing: drawings.chart(block.chart.id),
        table: tableData(block.table, drawings),
      };
    case "table":
      return { ...is, ...block, table: tableData(block.table, drawings) };
  }
}

/** A table of so few rows is moved to the next page rather than broken. */
const rowsKeptTogether = 24;

function tableData(table: TableView, drawings: Drawings): object {
  return {
    ...table,
    whole: table.rows.length <= rowsKeptTogether,
    head: table.head.map((row) =>
      row.map((cell) => ({
        ...cell,
        spansColumns: cell.colspan > 1,
        spansRows: cell.rowspan > 1,
        scope: cell.group ? "colgroup" : "col",
      })),
    ),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cellData(cell, drawings)) })),
  };
}

const cellData = (cell: CellView, drawings: Drawings): object => ({
  ...cell,
  flag: cell.flag === null ? null : withIcon(cell.flag, drawings),
  target: cell.target === null ? null : { ...cell.target, icon: drawings.targetIcon(cell.target.verdict) },
  arrow: cell.arrow === null ? null : { ...cell.arrow, icon: drawings.arrowIcon(cell.arrow.direction) },
});

function gridData(grid: GridView, drawings: Drawings): object {
  return {
    ...grid,
    caption: grid.title,
    summaryHtml: lineHtml(grid.summary),
    groups: grid.groups.map(({ priority, rows }) => ({
      rows: rows.map((row, i) => ({
        ...row,
        priority,
        first: i === 0,
        groupSize: rows.length,
        rowClass: row.flag === null ? null : row.flag.hollow ? "area" : "out",
        drawing: typeof row.strip === "string" ? null : drawings.strip(row.strip),
        stripText: typeof row.strip === "string" ? row.strip : "",
        flag: row.flag === null ? null : withIcon(row.flag, drawings),
        target: row.target === null ? null : { ...row.target, icon: drawings.targetIcon(row.target.verdict) },
      })),
    })),
  };
}
