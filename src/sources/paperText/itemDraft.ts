import { type Draft, leads } from "./draft.ts";
import { isHeadingLike } from "./headingLike.ts";
import type { PaperBlock, Text } from "./paper.ts";
import type { Rough } from "./rough.ts";
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
): { readonly block: PaperBlock; readonly style: string | null } {
  const { marker, bullet, number, style, indent } = marked;
  const spot = startOf(whole);
  const made = (block: PaperBlock, as: string | null = null) => ({ block, style: as });
  if (number !== null && isQuestion(marked, whole.text))
    return made({ kind: "question", number, sentences, spot });
  if (lines.length === 1 && isNumberedHeading(marked, whole.text, last, next))
    return made({ kind: "heading", level: 0, number, text: whole, spot }, style);
  if (number !== null && (style === "dotted" || (style === "arabic" && !bullet)))
    return made({ kind: "paragraph", number, sentences, spot });
  if (lines.length === 1 && isBulletHeading(marked, whole.text, last, next))
    return made({ kind: "heading", level: 0, number: null, text: whole, spot }, "bullet");
  return made({ kind: "list", items: [{ marker, depth: indent, sentences, spot }], spot });
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
  if (leads(last) || last?.led === true || last?.block.kind === "list") return false;
  const below = next?.kind === "text" ? (next.lines[0]?.text ?? "") : "";
  return (
    (next?.kind === "table" || (below !== "" && !isHeadingLike(below, false))) && isHeadingLike(text, false)
  );
}
