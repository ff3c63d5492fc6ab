import type { Colour, Theme, Weight } from "./theme.ts";

/** One line of words as it is set; `size` in points. */
export type TextLine = {
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly colour: Colour;
};
/** Lines that stand together, and the room they take, in points. */
export type TextBlock = {
  readonly lines: readonly TextLine[];
  /** Height of each line; the words stand in the middle of it. */
  readonly heights: readonly number[];
  readonly width: number;
  readonly height: number;
};

/** Width in points of a line set in the theme's font, without kerning (which would make it about 1% narrower). */
export function measure({ text, size, weight }: TextLine, { font }: Theme): number {
  const advances = font.advances[weight];
  const widest = Math.max(...advances);
  const ems = [...text].reduce((sum, c) => sum + (advances[font.characters.indexOf(c)] ?? widest), 0);
  return (ems / 1000) * size;
}

/** The lines that have words, and the room they take: each the pitch of labels, which also holds a larger figure. */
export function block(lines: readonly TextLine[], theme: Theme): TextBlock {
  const said = lines.filter((line) => line.text !== "");
  const width = Math.max(0, ...said.map((line) => measure(line, theme)));
  const heights = said.map(() => theme.text.pitch);
  return { lines: said, heights, width, height: heights.reduce((sum, height) => sum + height, 0) };
}

/** The text of a line broken at spaces into lines at most `width` points wide; a longer word keeps its own line. */
export function wrap(line: TextLine, width: number, theme: Theme): TextLine[] {
  const rows: string[] = [];
  for (const word of line.text.split(" ")) {
    const longer = rows.length === 0 ? word : `${rows.at(-1)} ${word}`;
    if (rows.length > 0 && measure({ ...line, text: longer }, theme) <= width) rows.splice(-1, 1, longer);
    else rows.push(word);
  }
  return rows.map((text) => ({ ...line, text }));
}

/** An ordinary label: quiet, regular, the theme's label size. */
export const quiet = (text: string, { text: sizes, colours }: Theme): TextLine => ({
  text,
  size: sizes.label,
  weight: 400,
  colour: colours.quiet,
});

/** A label that is read first: semibold ink. */
export const strong = (text: string, theme: Theme): TextLine => ({
  ...quiet(text, theme),
  weight: 600,
  colour: theme.colours.ink,
});
