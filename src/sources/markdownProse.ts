import type { Diagnostic } from "../diagnostic.ts";
import { type Body, isBlank, type Line, lineOf, type Taken, textOf } from "./markdownLines.ts";
import { placeAt } from "./text.ts";

const codeFence = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/;
const gluedHeading = /^ {0,3}#{2,6}[^#\s]/;

/**
 * Prose from a line up to the next block of another kind, as `endsProse` tells. Blank lines inside it belong to it, so
 * that a list with gaps stays one list; what is inside a code fence is neither blank nor a block.
 */
export function takeProse(body: Body, at: number, endsProse: (line: Line) => boolean): Taken {
  const problems: Diagnostic[] = [];
  let [next, end]: [number, number] = [at, at];
  let fence: string | null = null;
  for (; next < body.lines.length; next += 1) {
    const line = lineOf(body, next);
    if (fence === null && endsProse(line)) break;
    if (fence === null) problems.push(...proseProblems(body, line));
    fence = fenceBehind(line.text, fence);
    if (!isBlank(line)) end = next + 1;
  }
  const place = placeAt(body.source, lineOf(body, at).start, lineOf(body, at).text.length);
  if (fence !== null)
    problems.push({ place, message: `the code in this text is not closed: add a line ${fence}` });
  return { block: { kind: "prose", text: textOf(body, at, end), place }, next, problems };
}

/** The code fence that is open behind a line, given the one that is open before it. */
function fenceBehind(line: string, open: string | null): string | null {
  if (open === null) return codeFence.exec(line)?.[1] ?? null;
  const closing = line.trim();
  const isFence = closing.startsWith(open) && closing === open.charAt(0).repeat(closing.length);
  return isFence ? null : open;
}

/** What would be printed as it stands, though it was meant otherwise. */
function proseProblems({ source }: Body, { text, start }: Line): Diagnostic[] {
  const comment = text.indexOf("<!--");
  if (comment >= 0)
    return [
      { place: placeAt(source, start + comment, 4), message: "a comment must stand on lines of its own" },
    ];
  if (!gluedHeading.test(text)) return [];
  return [
    { place: placeAt(source, start, text.length), message: "put a blank between the # and the heading" },
  ];
}
