import { readFrontMatter } from "../frontMatter.ts";
import { periodIn } from "./dates.ts";
import type { Draft } from "./draft.ts";
import { draftsOf } from "./drafts.ts";
import { sheetsOf } from "./furniture.ts";
import { mended } from "./mend.ts";
import type { PaperPart, ReadPaper } from "./paper.ts";
import { agendaNames, partStarts } from "./parts.ts";
import { roughBlocks } from "./rough.ts";
import { placed } from "./sections.ts";
import { type PaperLine, textOfLine } from "./text.ts";
import { titlePage } from "./titlePage.ts";

/**
 * Reads a paper from plain text or Markdown. Whatever it is given comes out as some outline: what cannot be understood stays a paragraph.
 *
 * @param file its path, for messages
 */
export function readPaper(file: string, text: string): ReadPaper {
  const lines = text.split("\n").map((line) => line.replace(/\r$/, ""));
  const front = frontOf(file, text);
  const body = paged(lines).map((line, i) => (i < front.lines ? { ...line, text: "" } : line));
  const read = readLines(file, body);
  const [first, ...others] = read.parts;
  if (first === undefined) return { ...read, lines };
  const dated = { ...first, date: front.date ?? first.date, dated: front.date === null ? first.dated : null };
  const named =
    front.title === null
      ? dated
      : { ...dated, title: front.title, period: periodIn(front.title) ?? front.period ?? dated.period };
  return { ...read, ...headOf(named), parts: [named, ...others], lines };
}

/** The lines of a text; where form feeds part its pages, each line with its page. */
function paged(lines: readonly string[]): readonly PaperLine[] {
  const isPaged = lines.some((text) => text.includes("\f"));
  let page = 1;
  return lines.map((text, i) => {
    page += text.split("\f").length - 1;
    return { text, line: i + 1, page: isPaged ? page : null };
  });
}

/** Reads a paper from its lines, those of a PDF with their pages. */
export function readLines(file: string, lines: readonly PaperLine[]): ReadPaper {
  const { runs, furniture } = sheetsOf(lines);
  const drafts = draftsOf(mended(runs.flatMap(roughBlocks)));
  const starts = drafts.length === 0 ? [] : partStarts(drafts);
  const names = agendaNames(drafts.slice(0, starts[1]));
  const parts = starts.map((start, i) => {
    const end = starts[i + 1] ?? drafts.length;
    const from = i === 0 ? 1 : (drafts[start]?.block.spot.line ?? 1);
    const to = end < drafts.length ? (drafts[end]?.block.spot.line ?? 1) - 1 : lines.length;
    return partOf(drafts.slice(start, end), i === 0 ? [] : names, from, to);
  });
  return { file, ...headOf(parts[0]), parts, furniture, lines: lines.map(({ text }) => text) };
}

const headOf = (part: PaperPart | undefined): Pick<ReadPaper, "title" | "date" | "period"> => ({
  title: part?.title?.text ?? null,
  date: part?.date ?? null,
  period: part?.period ?? null,
});

const partOf = (own: readonly Draft[], names: readonly string[], from: number, to: number): PaperPart => ({
  ...titlePage(own, names),
  from,
  to,
  blocks: placed(own),
});

type Front = {
  readonly lines: number;
  readonly title: PaperPart["title"];
  readonly date: string | null;
  readonly period: PaperPart["period"];
};

/** What the front matter of a Markdown file says; a file of somebody else's has none. */
function frontOf(file: string, text: string): Front {
  const none = { lines: 0, title: null, date: null, period: null };
  if (!text.startsWith("---")) return none;
  const read = readFrontMatter({ file, text });
  if (!read.ok || read.value.bodyStart === 0) return none;
  const count = text.slice(0, read.value.bodyStart).split("\n").length - 1;
  const rows = text.split("\n").slice(0, count);
  const value = (name: string): PaperPart["title"] => {
    const at = rows.findIndex((row) => row.startsWith(`${name}:`));
    const [, before = "", written = ""] = /^(\w+:\s*["']?)(.*?)["']?\s*$/.exec(rows[at] ?? "") ?? [];
    return written === ""
      ? null
      : textOfLine({ text: `${before}${written}`, line: at + 1, page: null }, before.length);
  };
  const subtitle = value("subtitle");
  const date = /^\d{4}-\d{2}-\d{2}$/.exec(value("date")?.text ?? "")?.[0] ?? null;
  return { lines: count, title: value("title"), date, period: subtitle === null ? null : periodIn(subtitle) };
}
