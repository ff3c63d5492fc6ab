import type { Text } from "./paper.ts";
import { sentencesIn } from "./sentences.ts";
import { joined } from "./text.ts";

/** A line shorter than this was not broken for want of room. */
const narrowest = 45;

/**
 * The sentences of lines that stand together. A line goes on in the next one where it fills the measure, or where the next starts small;
 * else each line stands for itself, as in an address or a list of names.
 */
export function sentencesOfLines(lines: readonly Text[]): readonly Text[] {
  const longest = Math.max(...lines.map(({ text }) => text.length));
  const groups: Text[][] = [];
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    if (before !== undefined && goesOn(before.text, line.text, longest)) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.flatMap((group) => sentencesIn(joined(group)));
}

const goesOn = (before: string, next: string, longest: number): boolean =>
  /^\s*[a-z(&,;]/.test(next) ||
  /(?:[,;–-]|\b(?:and|or|of|the|to|in|for|with|by|a|an))$/.test(before) ||
  (longest >= narrowest && before.length >= 0.6 * longest);

/** Whether a text was cut off before its end, so that one which starts small goes on with it. */
export const isCutOff = (text: string): boolean => !/[.!?:;…]["'’”)\]*]*$/.test(text.trimEnd());

/** Whether a text can be the rest of another: it starts with a small letter and is no address. */
export const startsSmall = (text: string): boolean =>
  /^\s*[a-z]/.test(text) && !/^\s*(?:www\.|https?:|\S+@)/.test(text);
