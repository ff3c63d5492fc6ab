import type { Rough } from "./roughBlock.ts";
import { continuesTable } from "./table.ts";
import { isCutOff, startsSmall } from "./wrapped.ts";

/** A shorter text is a heading or a name rather than the first half of a sentence. */
const shortestCut = 30;

/** Puts together what a page's end, a picture or a footnote parted: sentences that go on in small letters, tables with rows to come. */
export function mended(blocks: readonly Rough[]): readonly Rough[] {
  const whole: Rough[] = [];
  for (const block of blocks) {
    const numbered = block.kind === "text" ? withNumber(whole.at(-1), block) : null;
    if (numbered !== null) {
      whole[whole.length - 1] = numbered;
      continue;
    }
    const target = block.kind === "text" ? cutOffBefore(whole, block) : null;
    const last = whole.at(-1);
    if (last?.kind === "text" && last.asked !== undefined && last.lines.length === 0 && block.kind === "text")
      whole[whole.length - 1] = { ...block, asked: last.asked };
    else if (target !== null && block.kind === "text") target.push(...block.lines);
    else if (last?.kind === "table" && block.kind === "table" && continuesTable(last.lines, block.lines))
      whole[whole.length - 1] = { ...last, lines: [...last.lines, ...block.lines] };
    else whole.push(block);
  }
  return whole;
}

/** A number that stood in a column of its own comes out as a line before its text. */
function withNumber(last: Rough | undefined, block: Extract<Rough, { kind: "text" }>): Rough | null {
  const alone = last?.kind === "text" && last.lines.length === 1 ? (last.lines[0]?.text ?? "") : "";
  const [marker, number] = /^\(?(\d{1,3}(?:\.\d{1,2})*|[ivx]{1,5})[.)]$/i.exec(alone) ?? [];
  const [rest] = block.lines;
  if (last === undefined || marker === undefined || number === undefined || rest === undefined) return null;
  const style = /^\d+$/.test(number) ? "arabic" : number.includes(".") ? "dotted" : "roman";
  const marked = { marker, number, style, bullet: false, indent: 0, rest } as const;
  return { kind: "item", marked, lines: block.lines, newPage: last.newPage, strong: last.strong };
}

/** The lines of the block that a text goes on with, one note or table between them at most; null where it starts by itself. */
function cutOffBefore(
  whole: readonly Rough[],
  { lines, strong }: Rough & { kind: "text" },
): Extract<Rough, { kind: "text" }>["lines"] | null {
  const [first] = lines;
  if (first === undefined || !startsSmall(first.text)) return null;
  const before = whole.slice(-2).reverse();
  for (const block of before) {
    const last = "lines" in block && block.kind !== "table" ? block.lines.at(-1) : undefined;
    const isLong = block.kind === "item" || block.kind === "note" || (last?.text.length ?? 0) >= shortestCut;
    const isOpen = last !== undefined && block.strong === strong && isLong && isCutOff(last.text);
    if (block.kind !== "title" && block.kind !== "table" && isOpen) return block.lines;
    if (block.kind !== "note" && block.kind !== "table") return null;
  }
  return null;
}
