import { byLetters, type Feature } from "./feature.ts";
import { slot, type Word } from "./normalise.ts";

/** How many words in sequence make a run that is no chance. */
export const runLength = 4;

/**
 * Each four words in sequence of a normalised text, across lines and cells of tables. A date or a slot ends a sequence; a run of
 * numbers with fewer than two words between them is a row of a table and none.
 */
export function runFeatures(
  words: readonly Word[],
  isAside: (start: number, end: number) => boolean,
): Feature[] {
  const whole = words.map(({ key, start, end }) => key !== slot && !isAside(start, end));
  return words.slice(0, Math.max(0, words.length - runLength + 1)).flatMap((first, i) => {
    const run = words.slice(i, i + runLength);
    const last = run[runLength - 1];
    if (!last || !run.every((_, k) => whole[i + k])) return [];
    const keys = run.map(({ key }) => key);
    if (keys.filter((key) => /\p{L}/u.test(key)).length < 2) return [];
    return [{ ...byLetters("words", keys.join(""), { start: first.start, end: last.end }), words: keys }];
  });
}
