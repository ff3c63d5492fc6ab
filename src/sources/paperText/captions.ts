import { isDebrisTable } from "./debris.ts";
import { type Draft, leads } from "./draft.ts";
import { leadsOn } from "./headingLike.ts";
import type { PaperBlock, Text } from "./paper.ts";
import { tableOf } from "./table.ts";
import { gridOf } from "./tableLines.ts";
import { joined, type PaperLine, startOf, textOfLine } from "./text.ts";

const titled = /^(?:table|figure|chart)\s*\d/i;

/** The table that lines make, with the words above it that name it; or the debris that is left of one. */
export function tableBlock(lines: readonly PaperLine[], above: readonly Draft[]): PaperBlock {
  if (!isDebrisTable(lines)) return tableOf(lines, captionIn(above));
  const cells = gridOf(lines)
    .flat()
    .filter(({ text }) => text !== "");
  const all = lines.map((line) => textOfLine(line));
  const text = joined(cells.length === 0 ? all : cells);
  return { kind: "debris", text, spot: startOf(text) };
}

/** What names a table: a line with its number, a sentence that points at it, a line above it that is neither sentence nor section. */
function captionIn(above: readonly Draft[]): Text | null {
  const last = above.at(-1);
  const block = last?.block;
  if (block?.kind === "heading")
    return titled.test(block.text.text) || block.text.text.split(/\s+/).length > 5 ? block.text : null;
  if (block?.kind !== "paragraph" || last?.led === true) return null;
  const sentence = block.sentences.at(-1);
  if (sentence === undefined) return null;
  const { text } = sentence;
  const pointsDown = leadsOn(text) || /\b(?:table|below|following)\b/i.test(text);
  const isLine =
    block.sentences.length === 1 &&
    !/[.!?:]$/.test(text) &&
    !/^to [a-z]+ /i.test(text) &&
    !leads(above.at(-2));
  return titled.test(text) || pointsDown || isLine ? sentence : null;
}
