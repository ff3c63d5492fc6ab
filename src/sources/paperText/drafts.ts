import { isDebris, isDebrisTable } from "./debris.ts";
import { isCapitals, isHeadingLike, leadsOn } from "./headingLike.ts";
import type { ListItem, PaperBlock, Text } from "./paper.ts";
import type { Rough } from "./rough.ts";
import { tableOf } from "./table.ts";
import { joined, startOf } from "./text.ts";
import { sentencesOfLines } from "./wrapped.ts";

/** How a heading is set, from which its level follows: `#2` for Markdown, the style of its number, capitals, a bullet, or plain. */
export type HeadingStyle = string;

/** A block that knows what it is, but not yet which paper and section it stands in. */
export type Draft = {
  readonly block: PaperBlock;
  readonly newPage: boolean;
  readonly style: HeadingStyle | null;
};

/** So many plain short lines one behind the other are a list of names, not headings. */
const namesFrom = 4;

/** Says of each block what it is, by what it looks like and what stands round it. */
export function draftsOf(roughs: readonly Rough[]): readonly Draft[] {
  const blocks = roughs.filter((rough) => rough.lines.length > 0);
  const drafts: Draft[] = [];
  blocks.forEach((rough, i) => {
    const draft = draftOf(rough, drafts.at(-1), blocks[i + 1]);
    const last = drafts.at(-1);
    if (draft.block.kind === "list" && last?.block.kind === "list")
      drafts[drafts.length - 1] = {
        ...last,
        block: { ...last.block, items: [...last.block.items, ...draft.block.items] },
      };
    else drafts.push(draft);
  });
  return withoutNames(withDepths(drafts));
}

function draftOf(rough: Rough, last: Draft | undefined, next: Rough | undefined): Draft {
  const { newPage } = rough;
  const made = (block: PaperBlock, style: HeadingStyle | null = null): Draft => ({ block, newPage, style });
  if (rough.kind === "table") return made(tableBlock(rough.lines, last));
  const spot = startOf(firstOf(rough.lines));
  const whole = joined(rough.lines);
  const sentences = sentencesOfLines(rough.lines);
  if (rough.kind === "title")
    return made({ kind: "heading", level: rough.level, number: null, text: whole, spot }, `#${rough.level}`);
  if (rough.kind === "note") return made({ kind: "note", mark: rough.mark, sentences, spot });
  if (rough.kind === "quote") return made({ kind: "quotation", sentences, spot });
  if (rough.kind === "item") return itemDraft(rough, whole, sentences, last, next, made);
  if (rough.asked !== undefined) return made({ kind: "question", number: rough.asked, sentences, spot });
  if (isDebris(whole.text)) return made({ kind: "debris", text: whole, spot });
  if (isQuoted(whole.text)) return made({ kind: "quotation", sentences, spot });
  const isLine = rough.lines.length === 1 || rough.strong;
  const canHead = isLine && !ledBy(last) && next !== undefined;
  if (canHead && isHeadingLike(whole.text, false)) {
    const style = isCapitals(whole.text) ? "capitals" : "plain";
    return made({ kind: "heading", level: 0, number: null, text: whole, spot }, style);
  }
  return made({ kind: "paragraph", number: null, sentences, spot });
}

const firstOf = (lines: readonly Text[]): Text =>
  lines[0] ?? { text: "", spotAt: () => ({ line: 1, column: 1, page: null }) };

type Item = Extract<Rough, { kind: "item" }>;

/** A bullet or a number opens a question, a heading, a numbered paragraph or an item of a list. */
function itemDraft(
  { marked, lines }: Item,
  whole: Text,
  sentences: readonly Text[],
  last: Draft | undefined,
  next: Rough | undefined,
  made: (block: PaperBlock, style?: HeadingStyle | null) => Draft,
): Draft {
  const { marker, bullet, number, style, indent } = marked;
  const spot = startOf(firstOf(lines));
  if (number !== null && (style === "question" || (style === "letter" && /\?$/.test(whole.text))))
    return made({ kind: "question", number, sentences, spot });
  const isLine = lines.length === 1;
  if (
    number !== null &&
    style !== null &&
    !bullet &&
    isLine &&
    isHeadingLike(whole.text, true) &&
    !ledBy(last, style)
  )
    return made({ kind: "heading", level: 0, number, text: whole, spot }, style);
  if (number !== null && (style === "dotted" || (style === "arabic" && !bullet)))
    return made({ kind: "paragraph", number, sentences, spot });
  if (isBulletHeading(marked, whole.text, last, next) && isLine)
    return made({ kind: "heading", level: 0, number: null, text: whole, spot }, "bullet");
  const item: ListItem = { marker, depth: indent, sentences, spot };
  return made({ kind: "list", items: [item], spot });
}

/** A bullet alone before a short line, with running text or a table below it, is set as a heading. */
function isBulletHeading(
  { bullet, marker, number }: Item["marked"],
  text: string,
  last: Draft | undefined,
  next: Rough | undefined,
): boolean {
  if (!bullet || number !== null || !/^[•●▪■]/.test(marker) || ledBy(last) || last?.block.kind === "list")
    return false;
  const isBelow =
    next?.kind === "table" ||
    (next?.kind === "text" && next.lines.length > 0 && !isHeadingLike(next.lines[0]?.text ?? "", false));
  return isBelow && isHeadingLike(text, false);
}

/** Whether the block above leads to this one, so that it is part of a list. A chapter's number stands for itself. */
function ledBy(last: Draft | undefined, style: HeadingStyle | null = null): boolean {
  const block = last?.block;
  if (block === undefined || style === "arabic" || style === "dotted") return false;
  const text = block.kind === "paragraph" ? (block.sentences.at(-1)?.text ?? "") : "";
  return leadsOn(text);
}

const isQuoted = (text: string): boolean =>
  text.length > 40 && /^[‘“"'][^‘“"]+[’”"'][.]?$/.test(text) && !/["”]\s.*["“]/.test(text);

/** A table; the words right above it name it when they say so or are no sentence. */
function tableBlock(lines: Extract<Rough, { kind: "table" }>["lines"], last: Draft | undefined): PaperBlock {
  if (isDebrisTable(lines)) {
    const table = tableOf(lines, null);
    const cells = [...table.heads.flat(), ...table.rows.flatMap(({ cells }) => cells)].filter(
      ({ text }) => text !== "",
    );
    return { kind: "debris", text: joined(cells.length === 0 ? [firstOf([])] : cells), spot: table.spot };
  }
  return tableOf(lines, captionAbove(last?.block));
}

function captionAbove(block: PaperBlock | undefined): Text | null {
  if (block?.kind === "heading")
    return block.text.text.split(/\s+/).length > 5 || /^(?:table|figure)\b/i.test(block.text.text)
      ? block.text
      : null;
  if (block?.kind !== "paragraph") return null;
  const last = block.sentences.at(-1);
  const isCaption =
    last !== undefined &&
    (/^(?:table|figure)\b/i.test(last.text) ||
      leadsOn(last.text) ||
      /\b(?:table|figures?)\b/i.test(last.text) ||
      !/[.!?]$/.test(last.text));
  return isCaption ? last : null;
}

/** The depth of an item is how many smaller indents its list has. */
const withDepths = (drafts: readonly Draft[]): readonly Draft[] =>
  drafts.map((draft) => {
    if (draft.block.kind !== "list") return draft;
    const indents = [...new Set(draft.block.items.map(({ depth }) => depth))].sort((a, b) => a - b);
    const items = draft.block.items.map((item) => ({ ...item, depth: indents.indexOf(item.depth) }));
    return { ...draft, block: { ...draft.block, items } };
  });

function withoutNames(drafts: readonly Draft[]): readonly Draft[] {
  const runs = drafts.map(() => 0);
  drafts.forEach((draft, i) => void (runs[i] = draft.style === "plain" ? (runs[i - 1] ?? 0) + 1 : 0));
  const ends = runs.map((run, i) => (run > 0 && (runs[i + 1] ?? 0) === 0 ? run : 0));
  return drafts.map((draft, i) => {
    const toEnd = ends.slice(i).findIndex((end) => end > 0);
    const inRun = runs[i] ?? 0;
    const isName = inRun > 1 && (runs[i + toEnd] ?? 0) >= namesFrom;
    return isName && draft.block.kind === "heading" ? asParagraph(draft) : draft;
  });
}

/** A heading that turns out to be none. */
export function asParagraph(draft: Draft): Draft {
  const { block, newPage } = draft;
  if (block.kind !== "heading") return draft;
  const { number, text, spot } = block;
  return { block: { kind: "paragraph", number, sentences: [text], spot }, newPage, style: null };
}
