import type { Diagnostic } from "../diagnostic.ts";
import { directiveAt, directiveProblems } from "./directive.ts";
import { startsAside, takeComment, takeNote } from "./markdownAsides.ts";
import {
  type Body,
  bodyFrom,
  isBlank,
  type Line,
  lineOf,
  type MarkdownBlock,
  type Taken,
} from "./markdownLines.ts";
import { takeProse } from "./markdownProse.ts";
import { startsTable, takeTable } from "./markdownTable.ts";
import { contentStart, placeAt, type SourceText } from "./text.ts";

/** The blocks of a body in their order, and what is wrong with them. */
export type Blocks = {
  readonly blocks: readonly MarkdownBlock[];
  readonly problems: readonly Diagnostic[];
};

const heading = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;

/** The blocks of the body that starts at an offset of a Markdown source. */
export function splitBlocks(source: SourceText, bodyStart: number): Blocks {
  const body = bodyFrom(source, Math.max(bodyStart, contentStart(source)));
  const taken: Taken[] = [];
  for (let at = 0; at < body.lines.length; at = taken.at(-1)?.next ?? body.lines.length)
    taken.push(takeAt(body, at));
  return {
    blocks: taken.flatMap(({ block }) => block ?? []),
    problems: taken.flatMap(({ problems }) => problems),
  };
}

function takeAt(body: Body, at: number): Taken {
  if (isBlank(lineOf(body, at))) return { block: null, next: at + 1, problems: [] };
  const note = takeNote(body, at);
  if (note !== null) return { ...note, problems: [...note.problems, ...gluedToNote(body, note.next)] };
  return (
    takeComment(body, at) ??
    takeHeading(body, at) ??
    takeDirective(body, at) ??
    takeTable(body, at) ??
    takeProse(body, at, (line) => startsOther(body, line))
  );
}

/** Whether a block other than prose starts on a line. */
const startsOther = ({ source }: Body, line: Line): boolean =>
  startsAside(line) ||
  startsTable(line) ||
  heading.test(line.text) ||
  directiveAt(source, line.text, line.start) !== null;

function takeHeading(body: Body, at: number): Taken | null {
  const { text: line, start } = lineOf(body, at);
  const [mark, signs] = heading.exec(line) ?? [];
  if (mark === undefined || signs === undefined) return null;
  const text = withoutClosingSigns(line.slice(mark.length));
  const place = placeAt(body.source, start + mark.length, text.length);
  if (text !== "")
    return { block: { kind: "heading", level: signs.length, text, place }, next: at + 1, problems: [] };
  return { block: null, next: at + 1, problems: [{ place, message: "this heading has no text" }] };
}

/** The text of a heading without the # that may close it, as in `## Burglary ##`. */
function withoutClosingSigns(written: string): string {
  const text = written.trimEnd();
  let end = text.length;
  while (text[end - 1] === "#") end -= 1;
  return end === 0 || /\s/.test(text.charAt(end - 1)) ? text.slice(0, end).trimEnd() : text;
}

function takeDirective({ source, lines }: Body, at: number): Taken | null {
  const line = lines[at];
  const block = line ? directiveAt(source, line.text, line.start) : null;
  return block && { block, next: at + 1, problems: directiveProblems(block) };
}

/** A line right below a footnote was meant to continue it, but would be printed as a paragraph of the page. */
function gluedToNote(body: Body, next: number): Diagnostic[] {
  const line = lineOf(body, next);
  if (isBlank(line) || startsOther(body, line)) return [];
  const message = "indent this line to continue the footnote, or leave a blank line above it";
  return [{ place: placeAt(body.source, line.start, line.text.length), message }];
}
