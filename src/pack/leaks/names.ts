import { byLetters, type Feature } from "./feature.ts";
import type { Word } from "./normalise.ts";

/** Small words that begin sentences and stand in headings; capitals make no name of them. */
const common: ReadonlySet<string> = new Set(
  `a about above across after again against all almost along also although always am among an and another any are as at be because
  been before behind being below between both but by can cannot could did do does done down during each either else even ever every
  few first for from further had has have having he hence her here hers him his how however i if in indeed into is it its itself
  last least less let many may me more most much must my near neither never next no none nor not nothing now of off often on once one
  only onto or other others our ours out over own per perhaps please rather same second see several shall she should since so some
  still such than that the their theirs them then there therefore these they third this those though through thus to too toward
  towards two three four five six seven eight nine ten under unless until up upon us very was we well were what when where whether
  which while who whom whose why will with within without would yes yet you your yours
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
  december mr mrs ms miss dr sir dame lord lady`.split(/\s+/),
);

const shortestName = 4;

/**
 * The proper names of a normalised text: each two words with capitals that stand together (a name is found by any two of its words),
 * and each single word with a capital that is no common word. Whether a name is a public one is asked elsewhere; a first word of a
 * sentence counts, since a word that no public source has can only be there by a leak.
 */
export function nameFeatures(
  text: string,
  words: readonly Word[],
  isAside: (start: number, end: number) => boolean,
): Feature[] {
  return words.flatMap((word, i) => {
    if (!isCapital(text, word) || isAside(word.start, word.end)) return [];
    const next = words[i + 1];
    const pair = next && isPair(text, word, next) && !isAside(next.start, next.end);
    return [
      ...(common.has(word.key) || word.key.length < shortestName
        ? []
        : [byLetters("name", word.key, word, true)]),
      ...(pair &&
      !(common.has(word.key) && common.has(next.key)) &&
      word.key.length + next.key.length >= shortestName + 1
        ? [
            {
              ...byLetters("name", word.key + next.key, { start: word.start, end: next.end }),
              words: [word.key, next.key],
            },
          ]
        : []),
    ];
  });
}

/** Capitals stand before small letters or other capitals; digits make a reference of it. */
const isCapital = (text: string, { start, end }: Word): boolean =>
  /^\p{Lu}[\p{L}\p{M}']*$/u.test(text.slice(start, end));

/** Both have capitals, a first common word is none, and no more than a space, a hyphen or a line's end stands between. */
const isPair = (text: string, word: Word, next: Word): boolean =>
  !(common.has(word.key) && !titles.has(word.key)) &&
  isCapital(text, next) &&
  /^(?:[ \t]+|[ \t]*\r?\n[ \t]*|-|\.[ \t]?)$/.test(text.slice(word.end, next.start)) &&
  !(text.slice(word.end, next.start).startsWith(".") && word.key.length > 3);

const titles: ReadonlySet<string> = new Set("mr mrs ms miss dr sir dame lord lady".split(" "));
