import type { Cell, PaperPart, PlacedBlock, Text } from "../../src/sources/paperText/paper.ts";

/** The outline of a part of a paper as text: each block with its line, each sentence on its own line. */
export function outlineOf(part: PaperPart): string {
  const { title, date, period, from, to, blocks } = part;
  const months =
    period === null ? "none" : `${period.from} to ${period.to} ${period.quarter ?? ""}`.trimEnd();
  const head = `== ${from}-${to} | ${title?.text ?? "no title"} | ${date ?? "no date"} | ${months}`;
  return [head, ...blocks.flatMap(linesOf)].join("\n");
}

function linesOf(block: PlacedBlock): string[] {
  const at = `${block.spot.line}: `;
  if (block.kind === "heading")
    return [`${at}${"#".repeat(block.level)} ${block.number ?? "-"} ${block.text.text}`];
  if (block.kind === "debris") return [`${at}debris ${block.text.text}`];
  if (block.kind === "list")
    return block.items.map(
      ({ marker, depth, sentences, spot }) =>
        `${spot.line}: ${"  ".repeat(depth)}(${marker}) ${words(sentences)}`,
    );
  if (block.kind === "table") {
    const heads = block.columns.map(({ heading, unit }) =>
      unit === null ? heading : `${heading} [${unit}]`,
    );
    const rows = block.rows.map(
      ({ role, label, cells }) => `    ${role} “${label}” ${cells.map(cellWords).join(" | ")}`,
    );
    return [
      `${at}table ${block.caption?.text ?? "-"} (${block.unit ?? "-"})`,
      `    ${heads.join(" | ")}`,
      ...rows,
    ];
  }
  const mark = block.kind === "note" ? block.mark : block.kind === "quotation" ? "" : (block.number ?? "");
  return [`${at}${block.kind} ${mark === "" ? "" : `${mark} `}${words(block.sentences)}`];
}

const words = (sentences: readonly Text[]): string => sentences.map(({ text }) => text).join(" ¶ ");

function cellWords({ text, value }: Cell): string {
  if ("value" in value) return `${value.kind} ${value.value}`;
  if (value.kind === "date") return value.date;
  if (value.kind === "month") return value.month;
  return value.kind === "words" ? text : value.kind;
}
