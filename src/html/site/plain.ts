import type { PlainBlock, PlainPageView } from "../../document/site/plainPage.ts";
import { withIcon } from "../blocks.ts";
import type { Drawings } from "../drawings.ts";
import { proseHtml } from "../markdown.ts";

/** A page of lists, tables and words, ready for `templates/site/plain.hbs`. */
export const plainData = ({ opening, sections }: PlainPageView, drawings: Drawings): object => ({
  /** Contents of letters stand in rows. */
  letters: sections.every(({ title }) => title.length <= 3),
  opening: opening.map((block) => plainBlockData(block, drawings)),
  sections: sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => plainBlockData(block, drawings)),
  })),
});

/** A block of such a page, ready for its partial. */
export function plainBlockData(block: PlainBlock, drawings: Drawings): object {
  const is = {
    isProse: block.kind === "prose",
    isNotice: block.kind === "notice",
    isEntries: block.kind === "entries",
    isFacts: block.kind === "facts",
    isTable: block.kind === "table",
    isSearch: block.kind === "search",
  };
  if (block.kind === "prose" || block.kind === "notice")
    return { ...is, html: proseHtml(block.prose.markdown) };
  if (block.kind !== "table") return { ...is, ...block };
  const [first] = block.rows;
  return {
    ...is,
    ...block,
    head: block.head.map((text, i) => ({ text, number: first?.[i]?.number ?? false })),
    rows: block.rows.map((row) =>
      row.map((one) => ({ ...one, flag: one.flag === null ? null : withIcon(one.flag, drawings) })),
    ),
  };
}
