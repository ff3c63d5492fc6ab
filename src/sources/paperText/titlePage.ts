import { dateIn, dateWithin, isDateAlone, periodIn } from "./dates.ts";
import type { Draft } from "./draft.ts";
import type { PaperBlock, PaperPart, Text } from "./paper.ts";
import { isNoTitle } from "./parts.ts";
import { joined, pieceOf } from "./text.ts";

/** How many blocks at a paper's start can say its name, date and period. */
const opening = 14;
const longest = 200;

/**
 * What the first lines of a paper say of it.
 *
 * @param names what the agenda of the same pack calls its papers: the first line may be muddled with what stood round it
 */
export function titlePage(
  drafts: readonly Draft[],
  names: readonly string[],
): Pick<PaperPart, "title" | "date" | "dated" | "period"> {
  const lines = openingLines(drafts);
  const headings = lines.filter((line) =>
    drafts.some(({ block }) => block.kind === "heading" && block.text === line),
  );
  const title = namedTitle(lines.slice(0, 2), names) ?? titleOf(headings) ?? titleOf(lines);
  const keyed = keyedDates(drafts.slice(0, opening));
  const periods = lines.slice(0, 6).flatMap((line) => periodIn(line) ?? []);
  const period = periods.find(({ quarter }) => quarter !== null) ?? periods[0] ?? null;
  const alone = lines.filter((line) => isDateAlone(line));
  const [found] = [...keyed, ...alone, ...lines].flatMap(
    (line) => dateIn(line) ?? dateInYear(line, keyed, period) ?? [],
  );
  return { title, date: found?.date ?? null, dated: found?.words ?? null, period };
}

/** A date that lacks its year counts only where the paper says `Date:`. */
const dateInYear = (line: Text, keyed: readonly Text[], period: PaperPart["period"]) =>
  keyed.includes(line) ? dateWithin(line, period) : null;

/** The lines before the first running text. */
function openingLines(drafts: readonly Draft[]): readonly Text[] {
  const lines: Text[] = [];
  for (const { block } of drafts.slice(0, opening)) {
    if (block.kind === "table" || block.kind === "debris") continue;
    if (
      block.kind === "list" ||
      block.kind === "question" ||
      (block.kind === "heading" && block.number !== null)
    )
      break;
    const texts = block.kind === "heading" ? [block.text] : block.sentences;
    if (texts.some(({ text }) => text.length > longest)) break;
    lines.push(...texts);
    if (texts.some(({ text }) => text.length > 60 && /[.?]$/.test(text))) break;
  }
  return lines;
}

const goesOn = /\b(?:and|of|the|for|to|on|in)$|[-–:&]$/i;

/** The first line that names the paper, with those below it that it goes on in. */
function titleOf(lines: readonly Text[]): Text | null {
  const named = lines.findIndex(({ text }) => /^(?:report|minutes|notes) (?:of|by)\b/i.test(text));
  const first = lines.findIndex(({ text }) => !isNoTitle(text));
  const at = named >= 0 && named < 4 ? named : first;
  if (at < 0) return null;
  let end = at + 1;
  while (goesOn.test(lines[end - 1]?.text ?? "") && lines[end] !== undefined) end += 1;
  return joined(lines.slice(at, end));
}

/** The words of a line that the agenda has as a paper's name, where the line says more than this. */
function namedTitle(lines: readonly Text[], names: readonly string[]): Text | null {
  for (const line of lines)
    for (const name of names) {
      const at = line.text.toLowerCase().indexOf(name.toLowerCase());
      if (at > 0 && line.text.length > 2 * name.length) return pieceOf(line, at, at + name.length);
    }
  return null;
}

/** What stands beside `Date:`, in a line or a cell. */
function keyedDates(drafts: readonly Draft[]): readonly Text[] {
  const found: Text[] = [];
  for (const { block } of drafts) {
    const texts = block.kind === "paragraph" ? block.sentences : block.kind === "heading" ? [block.text] : [];
    found.push(...texts.filter(({ text }) => /^dated?\b\s*:?/i.test(text) && text.length < longest));
    if (block.kind === "table") found.push(...keyedCells(block));
  }
  return found;
}

const keyedCells = (block: PaperBlock & { kind: "table" }): readonly Text[] =>
  [...block.heads, ...block.rows.map(({ cells }) => cells)].flatMap(([key, value]) =>
    key !== undefined && value !== undefined && /^date(?: of (?:report|meeting))?\s*:?$/i.test(key.text)
      ? [value]
      : [],
  );
