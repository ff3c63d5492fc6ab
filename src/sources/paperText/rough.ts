import type { Run } from "./furniture.ts";
import { plain } from "./inline.ts";
import { flowOf } from "./layoutTable.ts";
import { type Marked, markedText } from "./markers.ts";
import type { Text } from "./paper.ts";
import { isTableLine, isTableRun } from "./tableLines.ts";
import { type PaperLine, pieceOf, textOfLine, trimmed } from "./text.ts";

/** A block before its neighbours have a say in what it is. */
export type Rough = { readonly newPage: boolean; readonly strong: boolean } & (
  | { readonly kind: "table"; readonly lines: readonly PaperLine[] }
  | { readonly kind: "title"; readonly level: number; readonly lines: Text[] }
  | { readonly kind: "item"; readonly marked: Marked; readonly lines: Text[] }
  | { readonly kind: "note"; readonly mark: string; readonly lines: Text[] }
  | { readonly kind: "quote"; readonly lines: Text[] }
  /** `asked`: the words of a question that our own directive puts before them. */
  | { readonly kind: "text"; readonly lines: Text[]; readonly asked?: string }
);

const heading = /^ {0,3}(#{1,6})[ \t]+/;
const note =
  /^\s*(?:([¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s*|\[\^([^\]\s]+)\]:\s*|((?:NB|N\.B\.|Notes?|Sources?|Key)(?=[:.]\s|\s-\s))[:.]?\s*)/;
const quote = /^\s{0,3}>\s?/;
const directive = /^\s*(?:\{\{\s*([a-z-]+)([^{}]*)\}\}|:{3,}\s*([a-z-]*)(.*))\s*$/;
const rule = /^\s*(?:[-*_=]\s*){3,}$/;

/** The blocks of a run of lines: what the lines themselves show. */
export function roughBlocks({ lines, newPage }: Run): Rough[] {
  const blocks: Rough[] = [];
  const add = (block: Rough): void => void blocks.push(blocks.length === 0 ? { ...block, newPage } : block);
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    const end = isTableLine(line.text) ? endOfTable(lines, at) : at;
    if (end > at && isTableRun(lines.slice(at, end))) {
      takeTable(lines.slice(at, end), blocks, add);
      at = end;
      continue;
    }
    take(textOfLine(line), line.strong === true, blocks.at(-1), add);
    at += 1;
  }
  return blocks;
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
function takeTable(lines: readonly PaperLine[], blocks: readonly Rough[], add: (block: Rough) => void): void {
  const flow = flowOf(lines);
  if (flow === null) return add({ kind: "table", lines, newPage: false, strong: false });
  for (const [first, ...texts] of flow) {
    if (first === undefined) continue;
    const [next, ...others] = texts;
    const number = /^\(?(\d[\d./]*?)[.)]?$/.exec(first.text)?.[1];
    if (number !== undefined && next !== undefined) {
      const style = number.includes(".") ? "dotted" : "arabic";
      const marked: Marked = { marker: first.text, bullet: false, number, style, indent: 0, rest: next };
      add({ kind: "item", marked, lines: [next], newPage: false, strong: false });
    }
    for (const text of number !== undefined && next !== undefined ? others : [first, ...texts]) {
      const before = blocks.at(-1);
      const isOpen = before?.kind === "text" && /^[a-z]/.test(text.text);
      take(text, false, isOpen ? before : undefined, add);
    }
  }
}

/** One line that is no table's: it starts a block, or goes on with the one before it. */
function take(raw: Text, isStrong: boolean, last: Rough | undefined, add: (block: Rough) => void): void {
  const base = { newPage: false, strong: isStrong };
  const whole = plain(raw);
  const text = whole.text;
  const [hashes = "", signs = ""] = heading.exec(raw.text) ?? [];
  const asks = directive.exec(raw.text);
  const noted = note.exec(raw.text);
  if (rule.test(raw.text) || text.trim() === "") return;
  if (asks !== null) {
    if ((asks[1] ?? asks[3]) === "question" || (asks[1] ?? asks[3]) === "ask")
      add({ ...base, kind: "text", lines: [], asked: /[\w.-]+/.exec(asks[2] ?? asks[4] ?? "")?.[0] ?? "" });
    return;
  }
  if (hashes !== "")
    return add({
      ...base,
      kind: "title",
      level: signs.length,
      lines: [trimmed(plain(pieceOf(raw, hashes.length)))],
    });
  if (noted !== null) {
    const mark = noted[1] ?? noted[2] ?? noted[3] ?? "";
    return add({ ...base, kind: "note", mark, lines: [trimmed(plain(pieceOf(raw, noted[0].length)))] });
  }
  const quoted = quote.exec(text)?.[0].length ?? 0;
  if (quoted > 0) {
    const words = trimmed(pieceOf(whole, quoted));
    return last?.kind === "quote"
      ? void last.lines.push(words)
      : add({ ...base, kind: "quote", lines: [words] });
  }
  const marked = markedText(whole);
  const words = trimmed(whole);
  if (last?.kind === "text" && last.asked !== undefined && last.lines.length === 0)
    return void last.lines.push(words);
  if (marked.bullet || marked.number !== null)
    return add({ ...base, kind: "item", marked, lines: [trimmed(marked.rest)] });
  if (
    last !== undefined &&
    last.kind !== "table" &&
    last.kind !== "title" &&
    goesOnWith(last, whole, isStrong)
  )
    return void last.lines.push(words);
  add({ ...base, kind: "text", lines: [words] });
}

/** Whether an unmarked line belongs to the block above it. */
function goesOnWith(
  last: Exclude<Rough, { kind: "table" | "title" }>,
  whole: Text,
  isStrong: boolean,
): boolean {
  if (last.strong !== isStrong) return false;
  if (last.kind === "text" || last.kind === "quote") return true;
  const before = last.lines.at(-1)?.text ?? "";
  return (
    /^\s/.test(whole.text) || /^[a-z(]/.test(whole.text) || (before.length > 45 && !/[.:;!?]$/.test(before))
  );
}
