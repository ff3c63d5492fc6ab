import { isFigure } from "./cellValue.ts";
import { gridOf } from "./tableLines.ts";
import type { PaperLine } from "./text.ts";

const figureRun = /(?:(?:^|\s)[-+£]?\d[\d,.:]*%?){3,}(?=\s|$)/g;

/** Whether a paragraph is what an extraction made of a picture or a table. */
export function isDebris(text: string): boolean {
  if (!/[A-Za-z]{3}/.test(text)) return !/\d{2}|£/.test(text);
  const words = text.split(/\s+/);
  if (words.length >= 6 && text === text.toUpperCase() && new Set(words).size <= 0.6 * words.length)
    return true;
  return (text.match(figureRun) ?? []).length > 1 && words.length >= 20;
}

/** Whether the cells of a table hold neither words nor figures to speak of. */
export function isDebrisTable(lines: readonly PaperLine[]): boolean {
  const cells = gridOf(lines)
    .flat()
    .filter(({ value }) => value.kind !== "empty");
  const words = cells.filter(({ text, value }) => /\p{L}{3}/u.test(text) || value.kind === "month");
  const figures = cells.filter(isFigure);
  return words.length === 0 && figures.length < 0.6 * cells.length;
}
