import { tableBlock } from "./captions.ts";
import { isDebris } from "./debris.ts";
import { asParagraph, type Draft, leads } from "./draft.ts";
import { isCapitals, isHeadingLike } from "./headingLike.ts";
import { itemBlock } from "./itemDraft.ts";
import type { PaperBlock } from "./paper.ts";
import type { Rough } from "./roughBlock.ts";
import { joined, startOf } from "./text.ts";
import { sentencesOfLines } from "./wrapped.ts";

/** So many plain short lines one behind the other are a list of names, not headings. */
const namesFrom = 4;
/** A text of so many characters is running text, which a heading may stand above. */
const running = 60;

/** Says of each block what it is, by what it looks like and what stands round it. */
export function draftsOf(roughs: readonly Rough[]): readonly Draft[] {
  const blocks = roughs.filter((rough) => rough.lines.length > 0);
  // Where headings are marked, nothing else is one.
  const isMarked = blocks.some(({ kind }) => kind === "title");
  const drafts: Draft[] = [];
  blocks.forEach((rough, i) => {
    const draft = draftOf(rough, drafts, blocks[i + 1], isMarked);
    const last = drafts.at(-1);
    if (draft.block.kind === "list" && last?.block.kind === "list") {
      const items = [...last.block.items, ...draft.block.items];
      drafts[drafts.length - 1] = { ...last, block: { ...last.block, items } };
    } else drafts.push(draft);
  });
  return withoutNames(withDepths(drafts));
}

function draftOf(rough: Rough, before: readonly Draft[], next: Rough | undefined, isMarked: boolean): Draft {
  const { newPage } = rough;
  const last = before.at(-1);
  const made = (block: PaperBlock, style: string | null = null, led = false): Draft => ({
    block,
    newPage,
    style,
    led,
  });
  if (rough.kind === "table") return made(tableBlock(rough.lines, before.slice(-2)));
  const whole = joined(rough.lines);
  const spot = startOf(whole);
  const sentences = sentencesOfLines(rough.lines);
  if (rough.kind === "title")
    return made({ kind: "heading", level: rough.level, ...numberedTitle(rough), spot }, `#${rough.level}`);
  if (rough.kind === "note") return made({ kind: "note", mark: rough.mark, sentences, spot });
  if (rough.kind === "quote") return made({ kind: "quotation", sentences, spot });
  if (rough.kind === "item") {
    const { block, style } = itemBlock(rough, whole, sentences, last, next, isMarked);
    return made(block, style);
  }
  if (rough.asked !== undefined) return made({ kind: "question", number: rough.asked, sentences, spot });
  if (isDebris(whole.text)) return made({ kind: "debris", text: whole, spot });
  if (isQuoted(whole.text)) return made({ kind: "quotation", sentences, spot });
  const paragraph: PaperBlock = { kind: "paragraph", number: null, sentences, spot };
  if (
    isMarked ||
    rough.caption ||
    !(rough.lines.length === 1 || rough.strong) ||
    !isHeadingLike(whole.text, false)
  )
    return made(paragraph);
  if (next === undefined || isAnswer(last, next)) return made(paragraph);
  if (leads(last) || (last?.led === true && !isRunning(next))) return made(paragraph, null, true);
  const style = isCapitals(whole.text) ? "capitals" : "plain";
  return made({ kind: "heading", level: 0, number: null, text: whole, spot }, style);
}

/** A Markdown heading may begin with a number, too. */
function numberedTitle({ lines, number }: Extract<Rough, { kind: "title" }>) {
  return { number, text: joined(lines) };
}

const isRunning = (next: Rough): boolean =>
  next.kind === "text" && (next.lines[0]?.text.length ?? 0) >= running;

/** Between two numbered headings a short line is what is said on the first: "None", "Verbal report". */
const isAnswer = (last: Draft | undefined, next: Rough): boolean =>
  last?.block.kind === "heading" &&
  last.block.number !== null &&
  next.kind === "item" &&
  next.marked.number !== null &&
  !next.marked.bullet;

const isQuoted = (text: string): boolean =>
  text.length > 40 && /^[‘“"'][^‘“"]+[’”"'][.]?$/.test(text) && !/["”]\s.*["“]/.test(text);

/** The depth of an item is how many smaller indents its list has. */
const withDepths = (drafts: readonly Draft[]): readonly Draft[] =>
  drafts.map((draft) => {
    if (draft.block.kind !== "list") return draft;
    const indents = [...new Set(draft.block.items.map(({ depth }) => depth))].sort((a, b) => a - b);
    const items = draft.block.items.map((item) => ({ ...item, depth: indents.indexOf(item.depth) }));
    return { ...draft, block: { ...draft.block, items } };
  });

/** In a run of plain short lines only the first can be a heading, where the run is long. */
function withoutNames(drafts: readonly Draft[]): readonly Draft[] {
  const named: Draft[] = [];
  for (let i = 0; i < drafts.length; ) {
    let end = i;
    while (drafts[end]?.style === "plain") end += 1;
    const run = drafts.slice(i, Math.max(end, i + 1));
    named.push(
      ...(run.length < namesFrom ? run : run.map((draft, k) => (k === 0 ? draft : asParagraph(draft)))),
    );
    i += run.length;
  }
  return named;
}
