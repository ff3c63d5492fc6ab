import type { Spot, Text } from "./paper.ts";

/** A line of a file: its text without its break, its number from 1, and of a PDF its page and whether it is set large or bold. */
export type PaperLine = {
  readonly text: string;
  readonly line: number;
  readonly page: number | null;
  readonly strong?: boolean;
};

/** The characters of a line from one offset up to another. */
export const textOfLine = ({ text, line, page }: PaperLine, from = 0, to: number = text.length): Text => ({
  text: text.slice(from, to),
  spotAt: (offset) => ({ line, column: from + offset + 1, page }),
});

/** A piece of a text, its places kept. */
export const pieceOf = (whole: Text, from: number, to: number = whole.text.length): Text =>
  from === 0 && to >= whole.text.length
    ? whole
    : { text: whole.text.slice(from, to), spotAt: (offset) => whole.spotAt(from + offset) };

/** A text without the blanks round it. */
export function trimmed(whole: Text): Text {
  const from = whole.text.length - whole.text.trimStart().length;
  return pieceOf(whole, from, Math.max(from, whole.text.trimEnd().length));
}

/** Texts one behind the other. What stands between them has the spot at which the one before it ends. */
export function joined(texts: readonly Text[], between = " "): Text {
  const [first, ...others] = texts;
  if (first === undefined) throw new RangeError("there is nothing to join");
  if (others.length === 0) return first;
  const starts: number[] = [];
  let length = 0;
  for (const { text } of texts) {
    starts.push(length);
    length += text.length + between.length;
  }
  const spotAt = (offset: number): Spot => {
    const at = Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    );
    return (texts[at] ?? first).spotAt(offset - (starts[at] ?? 0));
  };
  return { text: texts.map(({ text }) => text).join(between), spotAt };
}

/** Where a text starts. */
export const startOf = (whole: Text): Spot => whole.spotAt(0);
