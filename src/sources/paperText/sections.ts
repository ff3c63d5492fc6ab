import { asParagraph, type Draft } from "./draft.ts";
import type { Heading, PlacedBlock } from "./paper.ts";

/** How deep each way of setting a heading goes; `#n` has its own level. */
const depths: Readonly<Record<string, number>> = {
  capitals: 1,
  arabic: 2,
  plain: 3,
  bullet: 3,
  dotted: 3,
  bracketed: 4,
  roman: 4,
  letter: 5,
};

/** The blocks of one paper with the headings that each stands under. */
export function placed(drafts: readonly Draft[]): readonly PlacedBlock[] {
  const settled = withLevels(withoutLast(drafts));
  let above: readonly Heading[] = [];
  return settled.map(({ block }): PlacedBlock => {
    if (block.kind !== "heading") return { ...block, section: above };
    const section = above.filter(({ level }) => level < block.level);
    above = [...section, block];
    return { ...block, section };
  });
}

/** A heading with nothing below it is a name or a line of a signature. */
function withoutLast(drafts: readonly Draft[]): readonly Draft[] {
  const last = drafts.findLastIndex(({ block }) => block.kind !== "heading");
  return last < 0 ? drafts : drafts.map((draft, i) => (i > last ? asParagraph(draft) : draft));
}

/**
 * Levels follow from how headings are set. A plain one right above another is one level higher than it, unless both stand over a table; a text that heads several
 * places, such as `Monthly trends`, is one level lower than those around it.
 */
function withLevels(drafts: readonly Draft[]): readonly Draft[] {
  const times = new Map<string, number>();
  for (const { block } of drafts)
    if (block.kind === "heading") times.set(keyOf(block), (times.get(keyOf(block)) ?? 0) + 1);
  return drafts.map((draft, i) => {
    const { block, style } = draft;
    if (block.kind !== "heading" || style === null) return draft;
    if (style.startsWith("#")) return draft;
    const base = depths[style] ?? 3;
    const dotted = style === "dotted" ? (block.number ?? "").split(".").length - 2 : 0;
    const isAbove =
      style === "plain" && drafts[i + 1]?.style === "plain" && drafts[i + 2]?.block.kind !== "table";
    const isRepeated = style === "plain" && (times.get(keyOf(block)) ?? 0) > 1;
    return { ...draft, block: { ...block, level: base + dotted + (isRepeated ? 1 : isAbove ? -1 : 0) } };
  });
}

const keyOf = ({ text }: Heading): string =>
  text.text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
