import { distance } from "../../sources/suggest.ts";

/** The word a letter away, or two letters changed over; null when none is. */
export function nearOf(word: string, usual: readonly string[]): string | null {
  const plain = word.toLowerCase();
  const found = usual.find(
    (other) =>
      Math.abs(other.length - plain.length) <= 1 &&
      other[0] === plain[0] &&
      (distance(other, plain) === 1 || isChangedOver(plain, other)),
  );
  return found ?? null;
}

/** All that a letter more, less or other, or two changed over, make of a word. */
export function editsOf(word: string): string[] {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  return [...word, ""].flatMap((letter, i) => {
    const [before, after] = [word.slice(0, i), word.slice(i + 1)];
    return [
      ...(word[i + 1] === undefined ? [] : [`${before}${word[i + 1]}${letter}${word.slice(i + 2)}`]),
      ...(letter === "" ? [] : [before + after]),
      ...letters.flatMap((other) => [
        `${before}${other}${letter}${after}`,
        ...(letter === "" ? [] : [`${before}${other}${after}`]),
      ]),
    ];
  });
}

const isChangedOver = (a: string, b: string): boolean =>
  a.length === b.length &&
  [...a].some(
    (letter, i) => a[i + 1] !== undefined && `${a.slice(0, i)}${a[i + 1]}${letter}${a.slice(i + 2)}` === b,
  );
