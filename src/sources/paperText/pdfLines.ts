import type { PaperLine } from "./text.ts";

/** A run of text on a page, in points from its lower left corner; `size` is the height of its font. */
export type PdfRun = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
};

/** Runs with no more than a blank between them. */
type Segment = { text: string; readonly x: number; end: number };
type Row = {
  readonly segments: Segment[];
  readonly y: number;
  readonly size: number;
  readonly strong: boolean;
};

/** Distances as shares of the size of the font: a blank between words, a gap between cells and between cells of figures, the step from line to line of a paragraph. */
const [blank, cellGap, figureGap, lineStep, largest] = [0.15, 1.1, 0.35, 1.55, 1.12];
/** How many rows back a cell may belong, where the ones between are the lines of a cell to its left. */
const rowsBack = 3;
/** A cell that holds a figure, a month or a mark and nothing else. */
const figure = /^(?:[-−+£]?[\d.,:]+%?(?:\s?\[\w\])?|[A-Z][a-z]{2}[ -]\d{2}|[-–—*]|\[\w\])$/;
/** How long the second of two cells may be for the first, in another font, to be its label and not a heading beside the text. */
const longestCell = 25;

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

/** The font and size in which most of the text is set. */
function bodyStyle(runs: readonly PdfRun[]): { readonly font: string; readonly size: number } {
  const counts = new Map<string, { readonly run: PdfRun; length: number }>();
  for (const run of runs) {
    const key = `${run.font} ${run.size.toFixed(1)}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { run, length: run.text.length });
    else known.length += run.text.length;
  }
  const [most] = [...counts.values()].sort((a, b) => b.length - a.length);
  return most?.run ?? { font: "", size: 10 };
}

/** Runs on one base line, in the order in which the page has them; a step back to the left starts a new row. */
function rowsOf(runs: readonly PdfRun[], body: { readonly font: string; readonly size: number }): Row[] {
  const rows: Row[] = [];
  for (const run of runs.flatMap(splitFigures)) {
    if (run.text.trim() === "") continue;
    const back = rowBeside(rows, run);
    if (back !== null) {
      extend(back, run, back.strong);
      continue;
    }
    const last = rows.at(-1);
    const end = last?.segments.at(-1)?.end ?? 0;
    const isSame = last !== undefined && Math.abs(last.y - run.y) < 0.5 * Math.max(last.size, run.size);
    const strong = run.size >= largest * body.size || (run.font !== body.font && run.size >= body.size - 0.5);
    const isBeside =
      isSame && last.strong !== strong && run.x - end > cellGap * run.size && run.text.length > longestCell;
    if (last !== undefined && isSame && !isBeside && run.x >= end - 0.5 * run.size) extend(last, run, strong);
    else rows.push({ segments: [segmentOf(run)], y: run.y, size: run.size, strong });
  }
  return rows;
}

/** Several figures or months in one run are as many cells; each takes the share of the width that its letters have. */
function splitFigures(run: PdfRun): readonly PdfRun[] {
  const cells = [...run.text.matchAll(/[A-Z][a-z]{2} \d{2}(?!\d)|\S+/g)];
  if (cells.length < 2 || !cells.every(([cell]) => figure.test(cell))) return [run];
  const share = run.width / run.text.length;
  return cells.map(({ 0: text, index }) => ({
    ...run,
    text,
    x: run.x + index * share,
    width: text.length * share,
  }));
}

/** The row of a cell whose neighbour on the left ran over several lines: those in between end left of it. */
function rowBeside(rows: readonly Row[], run: PdfRun): Row | null {
  for (let back = 2; back <= rowsBack + 1; back++) {
    const row = rows.at(-back);
    const between = rows.slice(1 - back);
    const isLeft = between.every(({ segments }) => segments.length === 1 && (segments[0]?.end ?? 0) < run.x);
    if (row === undefined || !isLeft) return null;
    const isLevel = Math.abs(row.y - run.y) < 0.3 * run.size && (row.segments.at(-1)?.end ?? 0) < run.x;
    if (
      isLevel &&
      between.every(({ segments }) => Math.abs((segments[0]?.x ?? 0) - (row.segments[0]?.x ?? 0)) < run.size)
    )
      return row;
  }
  return null;
}

const segmentOf = ({ text, x, width }: PdfRun): Segment => ({ text: text.trim(), x, end: x + width });

function extend(row: Row, run: PdfRun, strong: boolean): void {
  const last = row.segments.at(-1);
  const gap = run.x - (last?.end ?? 0);
  const isFigures = figure.test(run.text.trim()) && figure.test(last?.text ?? "");
  if (last === undefined || gap > (isFigures ? figureGap : cellGap) * run.size)
    row.segments.push(segmentOf(run));
  else {
    last.text += (gap > blank * run.size || /^\s/.test(run.text) ? " " : "") + run.text.trim();
    last.end = run.x + run.width;
  }
  if (!strong && row.strong) Object.assign(row, { strong: false });
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
