import type { PDFPageProxy } from "pdfjs-dist";

/** A run of characters on a page: where its baseline begins, how far it runs, how high its letters are. */
type Run = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Within one line, baselines differ by less than this share of the letters' height: footnote marks stand higher. */
const sameLine = 0.5;
/** From this share of the letters' height a gap is a blank, and from the other the next column. */
const blankFrom = 0.15;
const columnFrom = 1.2;

/** A line that lies further down than this many times the height of its letters begins another paragraph. */
const paragraphFrom = 1.8;

/**
 * The lines of a page in the order in which they were written on it; columns of a table are parted by tabs, paragraphs by an empty
 * line.
 */
export async function pageLines(page: PDFPageProxy): Promise<string[]> {
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item): Run[] => {
    if (!("str" in item) || item.str.trim() === "") return [];
    const [, , , , x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, x, y, width: item.width, height: item.height }];
  });
  const lines: string[] = [];
  let before: Run | null = null;
  for (const run of runs) {
    if (before === null || isNextLine(before, run)) lines.push(...paragraphGap(before, run), run.text);
    else lines[lines.length - 1] = `${lines.at(-1) ?? ""}${gap(before, run)}${run.text}`;
    before = run;
  }
  return lines.map((line) => line.trimEnd());
}

const paragraphGap = (before: Run | null, run: Run): string[] =>
  before !== null && before.y - run.y > sizeOf(before, run) * paragraphFrom ? [""] : [];

const sizeOf = (a: Run, b: Run): number => Math.max(a.height, b.height, 1);

const isNextLine = (before: Run, run: Run): boolean =>
  Math.abs(before.y - run.y) > sizeOf(before, run) * sameLine || run.x < before.x - 1;

function gap(before: Run, run: Run): string {
  const room = run.x - (before.x + before.width);
  const size = sizeOf(before, run);
  if (room > size * columnFrom) return "\t";
  return room > size * blankFrom && !/\s$/.test(before.text) && !/^\s/.test(run.text) ? " " : "";
}
