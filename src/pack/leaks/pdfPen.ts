import { maybeGap } from "./normalise.ts";

/** Shares of the type's size: below the first two pieces are one word, from the second on they stand in two places. */
const wordGap = 0.13;
const cellGap = 0.6;

/**
 * Follows where text is set, to tell pieces of a word from words and words from cells.
 *
 * Source: ISO 32000-1:2008, 9.4.2 (text positioning) and 9.4.4 (how far a letter moves on).
 */
export class Pen {
  #size = 1;
  #spacing = 0;
  /** The line's matrix but for its x, and x itself with the scale of x. */
  #line = "";
  #x = 0;
  #scale = 1;
  /** How far the pen is from the line's start; null when a font does not say how wide its letters are. */
  #moved: number | null = 0;

  set size(size: number) {
    this.#size = Math.abs(size) || 1;
  }

  set spacing(spacing: number) {
    this.#spacing = spacing;
  }

  /** The page's coordinates changed, so the next place says nothing about the one before. */
  lose(): void {
    this.#moved = null;
  }

  /** Text was shown. */
  advance(width: number | null, letters: number): void {
    this.#moved =
      this.#moved === null || width === null
        ? null
        : this.#moved + (width / 1000) * this.#size + letters * this.#spacing;
  }

  /** What stands between the text before and that after a `Td` or `TD`. */
  moveBy(x: number, y: number): string {
    const gap = y === 0 ? this.#gap(x) : "\n";
    this.#x += x * this.#scale;
    this.#moved = 0;
    return gap;
  }

  /** The same for a `Tm`. */
  moveTo([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): string {
    const line = [a, b, c, d, f].join(" ");
    const gap = line === this.#line && a !== 0 ? this.#gap((e - this.#x) / a) : "\n";
    this.#line = line;
    this.#x = e;
    this.#scale = a;
    this.#moved = 0;
    return gap;
  }

  #gap(x: number): string {
    if (this.#moved === null) return maybeGap;
    const gap = (x - this.#moved) / this.#size;
    if (Math.abs(gap) < wordGap) return "";
    return gap > 0 && gap < cellGap ? " " : "\n";
  }
}
