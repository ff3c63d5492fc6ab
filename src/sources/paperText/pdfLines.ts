import { bodyStyle, longestCell, type PdfRun, type Row, rowsOf, type Segment } from "./pdfRows.ts";
import type { PaperLine } from "./text.ts";

/** The step from line to line of a paragraph, as a share of the size of the font. */
const lineStep = 1.55;

/**
 * The lines of a document's pages in their reading order. Cells of a table have tabs between them, also for empty ones; a larger step
 * leaves one line blank, a page's end three.
 */
export function pdfLines(pages: readonly (readonly PdfRun[])[]): readonly PaperLine[] {
  const body = bodyStyle(pages.flat());
  const lines: Omit<PaperLine, "line">[] = [];
  pages.forEach((runs, i) => {
    const page = i + 1;
    if (i > 0) for (let n = 0; n < 3; n++) lines.push({ text: "", page });
    lines.push(...pageLines(rowsOf(runs, body)).map((line) => ({ ...line, page })));
  });
  return lines.map((line, i) => ({ ...line, line: i + 1 }));
}

/** The rows as lines; rows of cells that stand together share their columns. */
function pageLines(rows: readonly Row[]): Pick<PaperLine, "text" | "strong">[] {
  const lines: Pick<PaperLine, "text" | "strong">[] = [];
  for (let at = 0; at < rows.length; ) {
    let end = at;
    while (rows[end] !== undefined && (rows[end]?.segments.length ?? 0) > 1) end += 1;
    const stretch = end - at > 1 ? rows.slice(at, end) : rows.slice(at, at + 1);
    const columns = stretch.length > 1 ? columnsOf(stretch) : [];
    stretch.forEach((row, i) => {
      if (stepsFar(rows[at + i - 1], row)) lines.push({ text: "" });
      if (columns.length === 0) lines.push(...plainRow(row));
      else lines.push({ text: aligned(row, columns), strong: row.strong });
    });
    at += stretch.length;
  }
  return lines;
}

const stepsFar = (above: Row | undefined, row: Row): boolean => {
  if (above === undefined) return false;
  const step = above.y - row.y;
  const isTable = above.segments.length > 1 && row.segments.length > 1 && step > 0;
  return step < 0 || step > (isTable ? 3 : 1) * lineStep * Math.max(above.size, row.size);
};

/** Two texts side by side, the second of them long, are a heading beside its text; more, or shorter ones, are cells. */
function plainRow({ segments, strong }: Row): readonly Pick<PaperLine, "text" | "strong">[] {
  const [first, second] = segments;
  const isBeside = segments.length === 2 && (second?.text.length ?? 0) > longestCell;
  if (isBeside)
    return [{ text: first?.text ?? "", strong: true }, { text: "" }, { text: second?.text ?? "", strong }];
  return [{ text: segments.map(({ text }) => text).join(segments.length > 2 ? "	" : " "), strong }];
}

/** Where the columns start and end: the cells of the rows that have most, and all that overlap them. */
function columnsOf(rows: readonly Row[]): readonly Segment[] {
  const most = Math.max(...rows.map(({ segments }) => segments.length));
  const columns: Segment[] = [];
  for (const { segments } of rows.filter((row) => row.segments.length === most))
    segments.forEach((segment, c) => {
      const column = columns[c];
      if (column === undefined) columns[c] = { ...segment };
      else
        columns[c] = { ...column, x: Math.min(column.x, segment.x), end: Math.max(column.end, segment.end) };
    });
  return columns;
}

/** A row with each of its cells in the column that it overlaps most, or whose middle is nearest. */
function aligned({ segments }: Row, columns: readonly Segment[]): string {
  const cells = columns.map(() => "");
  for (const segment of segments) {
    const [best] = columns
      .map((column, c) => ({ c, distance: distanceOf(segment, column) }))
      .sort((a, b) => a.distance - b.distance || a.c - b.c);
    const c = best?.c ?? 0;
    cells[c] = cells[c] === "" ? segment.text : `${cells[c]} ${segment.text}`;
  }
  return cells.join("\t");
}

function distanceOf(segment: Segment, column: Segment): number {
  const overlap = Math.min(segment.end, column.end) - Math.max(segment.x, column.x);
  return overlap > 0 ? -overlap : Math.abs((segment.x + segment.end) / 2 - (column.x + column.end) / 2);
}
