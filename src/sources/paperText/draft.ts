import { leadsOn } from "./headingLike.ts";
import type { PaperBlock } from "./paper.ts";

/** How a heading is set, from which its level follows: `#2` for Markdown, the style of its number, capitals, a bullet, or plain. */
export type HeadingStyle = string;

/** A block that knows what it is, but not yet which paper and section it stands in. */
export type Draft = {
  readonly block: PaperBlock;
  readonly newPage: boolean;
  readonly style: HeadingStyle | null;
  /** The words above lead to it, as to an item of a list without marks. */
  readonly led: boolean;
};

/** A heading that turns out to be none. */
export function asParagraph(draft: Draft): Draft {
  const { block } = draft;
  if (block.kind !== "heading") return draft;
  const { number, text, spot } = block;
  return { ...draft, block: { kind: "paragraph", number, sentences: [text], spot }, style: null };
}

/** Whether a block leads to the next one, which is then part of a list rather than a heading. */
export const leads = (draft: Draft | undefined): boolean =>
  draft?.block.kind === "paragraph" && leadsOn(draft.block.sentences.at(-1)?.text ?? "");
