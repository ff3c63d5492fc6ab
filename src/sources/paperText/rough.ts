import type { Run } from "./furniture.ts";
import { flowOf } from "./layoutTable.ts";
import type { Marked } from "./markers.ts";
import type { Text } from "./paper.ts";
import type { Rough } from "./roughBlock.ts";
import { blockFrom } from "./roughLine.ts";
import { isTableLine, isTableRun } from "./tableLines.ts";
import { type PaperLine, textOfLine } from "./text.ts";

/** The blocks of a run of lines: what the lines themselves show. */
export function roughBlocks({ lines, newPage }: Run): Rough[] {
  const blocks: Rough[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined) break;
    const table = lines.slice(at, isTableLine(line.text) ? endOfTable(lines, at) : at);
    if (table.length > 0 && isTableRun(table)) {
      blocks.push(...tableBlocks(table));
      at += table.length;
    } else {
      blocks.push(...blockFrom(textOfLine(line), line.strong === true, blocks.at(-1)));
      at += 1;
    }
  }
  return blocks.map((block, i) => (i === 0 ? { ...block, newPage } : block));
}

/** The line behind the last one of a table that starts on a line: what is left between its rows belongs to it. */
function endOfTable(lines: readonly PaperLine[], from: number): number {
  let end = from;
  const isPipe = /^\s*\|/.test(lines[from]?.text ?? "");
  for (let at = from; at < lines.length && at - end < 4; at++) {
    const text = lines[at]?.text ?? "";
    if (isTableLine(text) && /^\s*\|/.test(text) === isPipe) end = at + 1;
    else if (isPipe || text.length > 20) break;
  }
  return end;
}

/** A table proper, or running text that was set as a table. */
function tableBlocks(lines: readonly PaperLine[]): readonly Rough[] {
  const flow = flowOf(lines);
  return flow === null
    ? [{ kind: "table", lines, newPage: false, strong: false }]
    : flow.reduce(withRow, [] as Rough[]);
}

/** The blocks of running text with those of one more row; a number before its text counts as that of an item. */
function withRow(blocks: Rough[], row: readonly Text[]): Rough[] {
  const [first, next, ...others] = row;
  const number = /^\(?(\d[\d./]*?)[.)]?$/.exec(first?.text ?? "")?.[1];
  const isItem = first !== undefined && next !== undefined && number !== undefined;
  if (isItem) {
    const style = number.includes(".") ? "dotted" : "arabic";
    const marked: Marked = { marker: first.text, bullet: false, number, style, indent: 0, rest: next };
    blocks.push({ kind: "item", marked, lines: [next], newPage: false, strong: false });
  }
  for (const text of isItem ? others : row) {
    const before = blocks.at(-1);
    const isOpen = before?.kind === "text" && /^[a-z]/.test(text.text);
    blocks.push(...blockFrom(text, false, isOpen ? before : undefined));
  }
  return blocks;
}
