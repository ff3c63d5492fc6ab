import type { Text } from "./paper.ts";
import { type PaperLine, textOfLine, trimmed } from "./text.ts";

/** The lines of a file that say something, in runs between blank lines; and what only tells the pages apart. */
export type Sheets = { readonly runs: readonly Run[]; readonly furniture: readonly Text[] };

/** Lines without a blank one between them. `newPage`: more than two blank lines, a page's number or mark stand before them. */
export type Run = { readonly lines: readonly PaperLine[]; readonly newPage: boolean };

const pageNumber =
  /^(?:page|pg\.?|p\.)(?:\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?)?$|^[-–—]?\s*\d{1,4}\s*[-–—]?$|^\d{1,4}\s*\|\s*p\s?a\s?g\s?e$|^\d{1,4}\s*(?:of|\/)\s*\d{1,4}$/i;
const blankPage =
  /^\W*this page (?:is|has been)(?: intentionally)? left blank\W*$|^\W*intentionally (?:left )?blank\W*$/i;
const marking =
  /^(?:OFFICIAL|RESTRICTED|CONFIDENTIAL|PROTECT|NOT PROTECTIVELY MARKED|UNCLASSIFIED)(?:\s?[-–—:]\s?[A-Z ]{1,40})?$/;
const longestHead = 100;

const isStamp = (text: string): boolean =>
  pageNumber.test(text) || blankPage.test(text) || marking.test(text);

/** Parts the running heads, page numbers and markings from the text. */
export function sheetsOf(lines: readonly PaperLine[]): Sheets {
  const alone = lines.map(
    ({ text }, i) => isBlank(lines[i - 1]) && isBlank(lines[i + 1]) && text.trim() !== "",
  );
  const isFurniture = lines.map(({ text }, i) => alone[i] === true && isStamp(text.trim()));
  markRunningHeads(lines, isFurniture);
  markPageEdges(lines, isFurniture);
  const runs: { lines: PaperLine[]; newPage: boolean }[] = [];
  let [blanks, stamped, open] = [0, false, false];
  lines.forEach((line, i) => {
    if (isFurniture[i] === true || line.text.trim() === "") {
      blanks += 1;
      stamped ||= isFurniture[i] === true;
      open = false;
      return;
    }
    const last = runs.at(-1);
    if (open && last !== undefined && !line.text.startsWith("\f")) last.lines.push(line);
    else
      runs.push({
        lines: [line],
        newPage: runs.length === 0 || stamped || blanks > 2 || line.text.startsWith("\f"),
      });
    [blanks, stamped, open] = [0, false, true];
  });
  const furniture = lines.filter((_, i) => isFurniture[i]).map((line) => trimmed(textOfLine(line)));
  return { runs, furniture };
}

const isBlank = (line: PaperLine | undefined): boolean => line === undefined || line.text.trim() === "";

/**
 * A line that stood at the edge of a page before and does so again is a running head. Beside a page's number once is enough, at a gap
 * of more than two lines it takes two times before, as such gaps are also where a picture was. The first one stays: it may be a title.
 */
function markRunningHeads(lines: readonly PaperLine[], isFurniture: boolean[]): void {
  const seen = new Map<string, number>();
  lines.forEach(({ text }, i) => {
    const head = text.trim().replace(/\d+/g, "#").toLowerCase();
    if (
      head === "" ||
      text.length > longestHead ||
      isFurniture[i] === true ||
      /\t|[:|]$|^\W/.test(text.trim())
    )
      return;
    const edge = edgeAt(lines, isFurniture, i);
    if (edge === null) {
      if (!seen.has(head)) seen.set(head, 0);
      return;
    }
    const before = seen.get(head);
    seen.set(head, (before ?? 0) + 1);
    const enough = /^appendix\s/.test(head) ? 1 : 2;
    if (before !== undefined && (edge === "stamp" || before >= enough)) isFurniture[i] = true;
  });
}

/** How many lines at a page's top and foot may be running heads, how many pages must have them, and how much of them is the same. */
const [edgeLines, fewestPages, sameStart] = [4, 3, 25];

/** In a PDF, what begins alike at the same edge of several pages is a running head wherever it stands there, but for the first time. */
function markPageEdges(lines: readonly PaperLine[], isFurniture: boolean[]): void {
  const pages = new Map<number, { readonly i: number; readonly text: string }[]>();
  lines.forEach(({ page, text }, i) => {
    if (page === null || text.trim() === "") return;
    pages.set(page, [...(pages.get(page) ?? []), { i, text }]);
  });
  const seen = new Map<string, number[]>();
  for (const own of pages.values())
    own.forEach(({ i, text }, at) => {
      if (at >= edgeLines && at < own.length - edgeLines) return;
      const edge = at < edgeLines ? "top" : "foot";
      const key = `${edge} ${text.trim().replace(/\d+/g, "#").toLowerCase().slice(0, sameStart)}`;
      seen.set(key, [...(seen.get(key) ?? []), i]);
    });
  for (const places of seen.values())
    if (new Set(places.map((i) => lines[i]?.page)).size >= fewestPages)
      for (const i of places.slice(1)) isFurniture[i] = true;
}

/** Whether a line stands beside a page's stamp, or at a gap as pages have between them. */
function edgeAt(
  lines: readonly PaperLine[],
  isFurniture: readonly boolean[],
  i: number,
): "stamp" | "gap" | null {
  const edges = [-1, 1].map((step) => {
    let at = i + step;
    while (lines[at] !== undefined && isBlank(lines[at])) at += step;
    if (isFurniture[at] === true) return "stamp";
    return lines[at] === undefined || Math.abs(at - i) > 3 ? "gap" : null;
  });
  return edges.includes("stamp") ? "stamp" : edges.includes("gap") ? "gap" : null;
}
