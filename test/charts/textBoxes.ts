import { measure } from "../../src/charts/text.ts";
import type { Weight } from "../../src/charts/theme.ts";
import { theme } from "./samples.ts";

/** A text of a drawing and the room it takes, in points. */
export type TextBox = { text: string; left: number; right: number; top: number; bottom: number };

/** Every text of a drawing with the room it takes. */
export function textBoxes(svg: string): TextBox[] {
  const tags = svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g);
  return [...tags].map(([, attributes = "", text = ""]) => {
    const [, x, y] = /translate\((-?[\d.]+),(-?[\d.]+)\)/.exec(attributes) ?? [];
    const size = Number(/font-size="([\d.]+)px"/.exec(attributes)?.[1]);
    const weight = Number(/font-weight="(\d+)"/.exec(attributes)?.[1]) as Weight;
    const width = measure({ text: unescaped(text), size, weight, colour: "" }, theme);
    const before =
      { start: 0, middle: 0.5, end: 1 }[/text-anchor="(\w+)"/.exec(attributes)?.[1] ?? "start"] ?? 0;
    const left = Number(x) - before * width;
    // From the height of a figure to a little below the baseline, where `y` is.
    return { text, left, right: left + width, top: Number(y) - size * 0.66, bottom: Number(y) + size * 0.1 };
  });
}

const unescaped = (text: string): string =>
  text.replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">");

/** The texts that lie on each other, as "a | b". */
export const overlapping = (boxes: readonly TextBox[]): string[] =>
  boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} | ${b.text}`),
  );
