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
export type Segment = { text: string; readonly x: number; end: number };
export type Row = {
  readonly segments: Segment[];
  readonly y: number;
  readonly size: number;
  readonly strong: boolean;
};

/** Distances as shares of the size of the font: a blank between words, a gap between cells and between cells of figures. */
const [blank, cellGap, figureGap, largest] = [0.15, 1.1, 0.35, 1.12];
/** How many rows back a cell may belong, where the ones between are the lines of a cell to its left. */
const rowsBack = 3;
/** A cell that holds a figure, a month or a mark and nothing else. */
const figure = /^(?:[-−+£]?[\d.,:]+%?(?:\s?\[\w\])?|[A-Z][a-z]{2}[ -]\d{2}|[-–—*]|\[\w\])$/;
/** How long the second of two cells may be for the first, in another font, to be its label and not a heading beside the text. */
export const longestCell = 25;

/** The font and size in which most of the text is set. */
export function bodyStyle(runs: readonly PdfRun[]): { readonly font: string; readonly size: number } {
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
export function rowsOf(
  runs: readonly PdfRun[],
  body: { readonly font: string; readonly size: number },
): Row[] {
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
