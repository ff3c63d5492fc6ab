import { type Body, isBlank, type Line, lineOf, type Taken, textOf } from "./markdownLines.ts";
import { placeAt } from "./text.ts";

const comment = /^ {0,3}<!--/;
const note = /^ {0,3}\[\^([^[\]\s]{1,100})\]:[ \t]*/;
const continuation = /^(?: {2}|\t)[ \t]*\S/;

/** Whether a comment or a footnote starts on a line. */
export const startsAside = ({ text }: Line): boolean => comment.test(text) || note.test(text);

/** A comment on lines of its own, which is dropped. Problems: it is not closed, or text follows it. */
export function takeComment(body: Body, at: number): Taken | null {
  const { text, start } = lineOf(body, at);
  if (!comment.test(text)) return null;
  const place = placeAt(body.source, start + text.indexOf("<"), 4);
  const close = closingLine(body, at);
  if (close === null) {
    const message = "this comment is not closed: write --> behind it";
    return { block: null, next: body.lines.length, problems: [{ place, message }] };
  }
  const alone = lineOf(body, close).text.trimEnd().endsWith("-->");
  const message = "text follows this comment: put the text on a line of its own";
  return { block: null, next: close + 1, problems: alone ? [] : [{ place, message }] };
}

/** The index of the first line, from one on, that holds `-->`. */
function closingLine({ lines }: Body, at: number): number | null {
  for (let i = at; i < lines.length; i += 1) if (lines[i]?.text.includes("-->")) return i;
  return null;
}

/** A footnote `[^label]: text` with its continuation: lines indented by two blanks, also behind blank ones. */
export function takeNote(body: Body, at: number): Taken | null {
  const { text: line, start } = lineOf(body, at);
  const [mark, label] = note.exec(line) ?? [];
  if (mark === undefined || label === undefined) return null;
  const next = endOfNote(body, at + 1);
  const written = textOf(body, at, next).slice(mark.length);
  const text = written.trimStart();
  const from = start + mark.length + written.length - text.length;
  const place = placeAt(body.source, from, text.length);
  if (text !== "") return { block: { kind: "note", label, text, place }, next, problems: [] };
  const message = "this footnote has no text";
  return { block: null, next, problems: [{ place: placeAt(body.source, start, mark.length), message }] };
}

/** The index of the line behind the last that continues a footnote. */
function endOfNote(body: Body, from: number): number {
  let end = from;
  for (let i = from; i < body.lines.length; i += 1) {
    const line = lineOf(body, i);
    if (continuation.test(line.text)) end = i + 1;
    else if (!isBlank(line)) break;
  }
  return end;
}
