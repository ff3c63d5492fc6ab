import type { BlockView, CellView, FlagView, Prose, TableView } from "../document/views.ts";
import type { Drawings } from "./drawings.ts";
import { proseHtml } from "./markdown.ts";
import { landscapeWidthMm, portraitWidthMm } from "./pages.ts";

/** A flag with its icon, and in words what the icon's colour and form say. */
export const withIcon = (
  flag: FlagView,
  drawings: Drawings,
): FlagView & { readonly icon: string; readonly means: string | null } => ({
  ...flag,
  icon: drawings.flagIcon(flag),
  means: meaningOf(flag),
});

/** What an icon says beside the words that stand next to it; null where it adds nothing. */
export const meaningOf = ({ signal }: FlagView): string | null => meanings[signal];

const meanings = {
  concern: "worse",
  improvement: "better",
  neutral: "neither better nor worse",
  none: null,
} as const;

export const html = (prose: Prose): string => proseHtml(prose.markdown);

/**
 * Blocks that share a page's orientation, in order, each run in a box as wide as its page area in millimetres. A topic's head is a heading
 * of level 3 under a section's, and of level 2 where no section has begun, so that no level is left out.
 */
export function runsOf(blocks: readonly BlockView[], drawings: Drawings): object[] {
  const runs: { landscape: boolean; widthMm: number; blocks: object[] }[] = [];
  let underHeading = false;
  for (const block of blocks) {
    underHeading ||= block.kind === "heading";
    const landscape = block.kind === "table" && block.landscape;
    if (runs.at(-1)?.landscape !== landscape)
      runs.push({ landscape, widthMm: landscape ? landscapeWidthMm : portraitWidthMm, blocks: [] });
    const level = underHeading ? 3 : 2;
    runs.at(-1)?.blocks.push({ ...blockData(block, drawings), ...(block.kind === "topic" ? { level } : {}) });
  }
  return runs;
}

export function blockData(block: BlockView, drawings: Drawings): object {
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

/** A table as `templates/partials/rows.hbs` takes it. */
export function tableData(table: TableView, drawings: Drawings): object {
  return {
    ...table,
    whole: table.breakable !== true && table.rows.length <= rowsKeptTogether,
    head: table.head.map((row) =>
      row.map((cell) => ({
        ...cell,
        spansColumns: cell.colspan > 1,
        spansRows: cell.rowspan > 1,
        scope: cell.group ? "colgroup" : "col",
      })),
    ),
    rows: table.rows.map((row) => ({
      ...row,
      isBreak: row.kind === "break",
      columns: row.cells.length + 1,
      cells: row.cells.map((cell) => cellData(cell, drawings)),
    })),
  };
}

const cellData = (cell: CellView, drawings: Drawings): object => ({
  ...cell,
  flag: cell.flag === null ? null : withIcon(cell.flag, drawings),
  target: cell.target === null ? null : { ...cell.target, icon: drawings.targetIcon(cell.target.verdict) },
  arrow: cell.arrow === null ? null : { ...cell.arrow, icon: drawings.arrowIcon(cell.arrow.direction) },
});
