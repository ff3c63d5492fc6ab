import type { Run, Spot, Text } from "./paper.ts";

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
  runs: [{ from: 0, line, column: from + 1, page }],
});

/** Words that stand in no file. */
export const placeless = (text: string): Text => textOfLine({ text, line: 1, page: null });

/** The spot of a character of a text; behind its end, where it would go on. */
export function spotAt({ runs }: Text, offset: number): Spot {
  const run = runs.findLast(({ from }) => from <= offset) ?? runs[0];
  if (run === undefined) throw new RangeError("a text has at least one run");
  const { from, line, column, page } = run;
  return { line, column: column + offset - from, page };
}

/** A piece of a text, its places kept. */
export const pieceOf = (whole: Text, from: number, to: number = whole.text.length): Text =>
  from === 0 && to >= whole.text.length
    ? whole
    : {
        text: whole.text.slice(from, to),
        runs: [
          { from: 0, ...spotAt(whole, from) },
          ...whole.runs
            .filter((run) => run.from > from && run.from < to)
            .map((run) => ({ ...run, from: run.from - from })),
        ],
      };

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
  const runs: Run[] = [];
  let length = 0;
  for (const text of texts) {
    for (const run of text.runs) runs.push({ ...run, from: run.from + length });
    length += text.text.length + between.length;
  }
  return { text: texts.map(({ text }) => text).join(between), runs };
}

/** Where a text starts. */
export const startOf = (whole: Text): Spot => spotAt(whole, 0);
