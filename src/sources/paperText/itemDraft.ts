import { type Draft, leads } from "./draft.ts";
import { isHeadingLike } from "./headingLike.ts";
import type { PaperBlock, Text } from "./paper.ts";
import type { Rough } from "./roughBlock.ts";
import { startOf } from "./text.ts";

type Item = Extract<Rough, { kind: "item" }>;
type Marked = Item["marked"];

/** What a bullet or a number opens: a question, a heading, a numbered paragraph or an item of a list. */
export function itemBlock(
  { marked, lines }: Item,
  whole: Text,
  sentences: readonly Text[],
  last: Draft | undefined,
  next: Rough | undefined,
  isMarked: boolean,
): { readonly block: PaperBlock; readonly style: string | null } {
  const { marker, bullet, number, style, indent } = marked;
  const spot = startOf(whole);
  const made = (block: PaperBlock, as: string | null = null) => ({ block, style: as });
  if (number !== null && isQuestion(marked, whole.text))
    return made({ kind: "question", number, sentences, spot });
  const canHead = !isMarked && lines.length === 1 && !isTight(lines, last, next);
  if (canHead && isNumberedHeading(marked, whole.text, last, next))
    return made({ kind: "heading", level: 0, number, text: whole, spot }, style);
  if (
    number !== null &&
    (style === "dotted" || (style === "arabic" && !bullet && !isTight(lines, last, next)))
  )
    return made({ kind: "paragraph", number, sentences, spot });
  if (canHead && isBulletHeading(marked, whole.text, last, next))
    return made({ kind: "heading", level: 0, number: null, text: whole, spot }, "bullet");
  return made({ kind: "list", items: [{ marker, depth: indent, sentences, spot }], spot });
}

/** Whether an item stands right above or below another one, line by line: such are lists. */
function isTight(lines: readonly Text[], last: Draft | undefined, next: Rough | undefined): boolean {
  const [from, to] = [lineOf(lines.at(0)) ?? 0, lineOf(lines.at(-1)) ?? 0];
  const below = next?.kind === "item" ? lineOf(next.lines.at(0)) : undefined;
  const above = last?.block.kind === "list" ? lineOf(last.block.items.at(-1)?.sentences.at(-1)) : undefined;
  return below === to + 1 || above === from - 1;
}

const isQuestion = ({ style }: Marked, text: string): boolean =>
  style === "question" || (style === "letter" && /\?$/.test(text));

function isNumberedHeading(
  { bullet, number, style }: Marked,
  text: string,
  last: Draft | undefined,
  next: Rough | undefined,
): boolean {
  if (number === null || style === null || bullet || next === undefined || !isHeadingLike(text, true))
    return false;
  if (style === "arabic" || style === "dotted") return true;
  const isSeries = next.kind === "item" && next.marked.style === style;
  return !(leads(last) && isSeries) && !continuesList(last, number);
}

/** Whether a number is the next one of the list above it. */
function continuesList(last: Draft | undefined, number: string): boolean {
  if (last?.block.kind !== "list") return false;
  const before = (last.block.items.at(-1)?.marker ?? "").replace(/[().]/g, "").toLowerCase();
  const romans = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
  const at = romans.indexOf(before);
  if (at > 0) return romans[at + 1] === number.toLowerCase();
  if (/^\d+$/.test(before)) return Number(number) === Number(before) + 1;
  return before.length === 1 && number.toLowerCase().charCodeAt(0) === before.charCodeAt(0) + 1;
}

/** A bullet alone before a short line, with running text or a table below it, is set as a heading. */
function isBulletHeading(
  { bullet, marker, number }: Marked,
  text: string,
  last: Draft | undefined,
  next: Rough | undefined,
): boolean {
  if (!bullet || number !== null || !/^[•●▪■]/.test(marker)) return false;
  const isInList = last?.block.kind === "list" && last.block.items.at(-1)?.marker === marker;
  if (leads(last) || last?.led === true || isInList) return false;
  const below = next?.kind === "text" ? (next.lines[0]?.text ?? "") : "";
  return (
    (next?.kind === "table" || (below !== "" && !isHeadingLike(below, false))) && isHeadingLike(text, false)
  );
}

/** The line on which a text starts. */
const lineOf = (text: Text | undefined): number | undefined => text && startOf(text).line;
