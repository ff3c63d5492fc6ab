import { dateIn, isDateAlone, periodIn } from "./dates.ts";
import type { Draft } from "./draft.ts";
import { isCapitals } from "./headingLike.ts";
import type { PaperBlock } from "./paper.ts";
import { placeless } from "./text.ts";

/** How many blocks at a paper's start can say what it is. */
const opening = 7;
const longestLine = 130;

const agendaItem = /^\W*(?:agenda )?item(?: no\.?)?\s*\d+\s*(?:\(\w+\)|[a-z])?\W*$/i;
const metadata =
  /^(?:author|date|version|gpms.*|protective marking|urn|venue|time|location|chair|membership|attendees|present|report of.*|report by.*|prepared by|classification|reference|subject)\s*(?::|$)/i;
const kinds = /\b(?:minutes|agenda|work programme|forward plan|action log|meeting notes|briefing note)\W*$/i;

/** The indexes of the blocks at which a new paper starts; the first is 0. */
export function partStarts(drafts: readonly Draft[]): readonly number[] {
  const starts = [0];
  drafts.forEach((draft, i) => {
    const before = drafts.slice(starts.at(-1), i);
    if (i > 0 && before.some(hasContent) && startsPaper(draft, drafts.slice(i, i + opening))) starts.push(i);
  });
  return starts;
}

/** Whether a block says something, rather than naming the paper. */
const hasContent = ({ block }: Draft): boolean =>
  block.kind === "table" ||
  block.kind === "list" ||
  textsIn(block).some((text) => text.length > 60 && /[.?]$/.test(text));

/** The texts of a block that stand on lines of their own; of a table the cells of its first column. */
export function textsIn(block: PaperBlock): readonly string[] {
  if (block.kind === "heading" || block.kind === "debris") return [block.text.text];
  if (block.kind === "list") return [];
  if (block.kind === "table")
    return [...block.heads, ...block.rows.map(({ cells }) => cells)].map((cells) => cells[0]?.text ?? "");
  return block.sentences.map(({ text }) => text);
}

/** An agenda item's stamp starts a paper; so do, on a new page, two signs of a title page. */
function startsPaper(draft: Draft, zone: readonly Draft[]): boolean {
  const [first = ""] = textsIn(draft.block);
  if (agendaItem.test(first)) return true;
  // A page that stands on its side comes out as debris.
  if (!draft.newPage && draft.block.kind !== "debris") return false;
  const lines = titleLines(zone);
  const signs = [
    lines.slice(0, 2).some((line) => isCapitals(line) && line.split(/\s+/).length > 1),
    lines.slice(0, 3).some((line) => /^appendix\s+[a-z0-9]{1,2}\b/i.test(line)),
    lines.some((line) => dateIn(placeless(line)) !== null),
    lines.some((line) => periodIn(placeless(line))?.quarter != null),
    zone.some(({ block }) => textsIn(block).some((text) => metadata.test(text) && text.length < longestLine)),
    lines.some((line) => /^dear\b/i.test(line)),
    restarts(zone),
  ].filter((sign) => sign).length;
  const isKind =
    draft.block.kind !== "paragraph" &&
    lines.slice(0, 3).some((line) => kinds.test(line)) &&
    !numbered(draft);
  return signs + (isKind ? 2 : 0) >= 2;
}

const numbered = ({ block }: Draft): boolean => block.kind === "heading" && block.number !== null;

/** The short lines before the first sentence. */
function titleLines(zone: readonly Draft[]): readonly string[] {
  const end = zone.findIndex(
    ({ block }) =>
      block.kind === "list" || textsIn(block).some((text) => text.length > 60 && /[.?]$/.test(text)),
  );
  return zone
    .slice(0, end < 0 ? zone.length : end)
    .filter(({ block }) => block.kind !== "table" && !(block.kind === "heading" && block.number !== null))
    .flatMap(({ block }) => textsIn(block))
    .filter((text) => text.length <= longestLine);
}

/** Whether numbers of chapters start at 1, right below lines of a title. */
function restarts(zone: readonly Draft[]): boolean {
  const at = zone.findIndex(numbered);
  const chapter = zone[at]?.block;
  const isFirst = chapter?.kind === "heading" && /^1(?:\.[01])?$/.test(chapter.number ?? "");
  return at > 0 && isFirst && zone.slice(0, at).every(({ block }) => block.kind === "heading");
}

/** What the tables of a file's first paper call its items, without numbers and brackets: a pack's agenda names the papers in it. */
export function agendaNames(drafts: readonly Draft[]): readonly string[] {
  const rows = drafts.flatMap(({ block }) => (block.kind === "table" ? block.rows : []));
  const names = rows.map(({ label }) => label.replace(/^\W*\d+\W*\s/, "").replace(/\s*\(.*$/, ""));
  return names.filter((name) => name.split(/\s+/).length > 1 && name.length < 60);
}

/** Whether a text is an agenda item's stamp, a date or another line that is not the paper's name. */
export const isNoTitle = (text: string): boolean =>
  agendaItem.test(text) ||
  metadata.test(text) ||
  isDateAlone(placeless(text)) ||
  /^dear\b|^\W*$|^(?:https?:|www\.)/i.test(text);
