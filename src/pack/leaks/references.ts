import { byLetters, type Feature } from "./feature.ts";
import { keyOf } from "./normalise.ts";

/** Letters and digits in one word or in several joined by strokes, points or hyphens. */
const code = /(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:[/._-][\p{L}\p{N}]+)*(?![\p{L}\p{N}])/gu;

/** A word of letters before digits that a space parts: `URN 20417`, `ref. 117/20`. */
const labelled =
  /\b(?:URN|UPRN|ref(?:erence)?|case|file|claim|invoice|contract|no)\b[.:]?\s+([\p{L}\p{N}]+(?:[/._-][\p{L}\p{N}]+)*)/giu;

const shortest = 4;

/** The references of a normalised text: codes such as `WP/2020/117`, `AB12345` or, behind `URN` or `ref`, any with three digits. */
export function referenceFeatures(text: string, isAside: (start: number, end: number) => boolean): Feature[] {
  const codes = [...text.matchAll(code)].filter(([word]) => isCode(word));
  const named = [...text.matchAll(labelled)].flatMap((match) => {
    const [whole, reference = ""] = match;
    const start = match.index + whole.length - reference.length;
    return digitsOf(reference) >= 3 ? [{ start, word: reference }] : [];
  });
  return [...codes.map(({ index, 0: word }) => ({ start: index, word })), ...named]
    .filter(({ start, word }) => keyOf(word).length >= shortest && !isAside(start, start + word.length))
    .map(({ start, word }) => byLetters("reference", keyOf(word), { start, end: start + word.length }));
}

const digitsOf = (word: string): number => word.replaceAll(/\P{N}/gu, "").length;

/** Two digits and a capital; or digits alone, six and more, in parts: `0417/2231`. */
function isCode(word: string): boolean {
  if (/\p{L}/u.test(word)) return digitsOf(word) >= 2 && /\p{Lu}/u.test(word) && !measured.test(word);
  return /[/_-]/.test(word) && digitsOf(word) >= 6;
}

/** `10AM`, `25KG`, `12.5M`, `1ST`: a number and its unit. */
const measured = /^[\d.,]+\p{L}{1,2}$/u;
