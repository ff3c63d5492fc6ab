import type { PaperPart, PlacedBlock, ReadPaper } from "./paper.ts";
import { sentencesIn } from "./sentences.ts";
import { joined, type PaperLine, textOfLine, trimmed } from "./text.ts";

/** Reads a paper from plain text: each run of lines between blank ones is a paragraph. */
export function readPaper(file: string, source: string | Uint8Array): ReadPaper {
  const text = typeof source === "string" ? source : new TextDecoder().decode(source);
  const lines = text.split(/\r?\n/);
  const blocks: PlacedBlock[] = [];
  let run: PaperLine[] = [];
  const flush = (): void => {
    if (run.length === 0) return;
    const sentences = sentencesIn(joined(run.map((line) => trimmed(textOfLine(line)))));
    const first = sentences[0];
    if (first !== undefined)
      blocks.push({ kind: "paragraph", number: null, sentences, spot: first.spotAt(0), section: [] });
    run = [];
  };
  lines.forEach((line, i) => {
    if (line.trim() === "") flush();
    else run.push({ text: line, line: i + 1, page: null });
  });
  flush();
  const part: PaperPart = {
    title: null,
    date: null,
    dated: null,
    period: null,
    from: 1,
    to: lines.length,
    blocks,
  };
  return { file, title: null, date: null, period: null, parts: [part], furniture: [], lines };
}
