import { editsOf, nearOf } from "../mentions/nearWords.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { type Match, matchesIn, partsIn, type Said, sentencesIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

/** A word in small letters, or with a capital; a part of an address, of a name with a hyphen or of a code is none. */
const written = /(?<![\w@./-]|\w[’'])(?:[a-z]{6,}|[A-Z][a-z]{5,})(?:[’'](?:s|t))?(?![\w’'@/-]|\.[a-z]|&)/g;
/** A word that the papers use so often is one of theirs. */
const often = 4;
/** Names are seldom so long. */
const longName = 9;

export const rule: Rule = {
  id: "spelling",
  family: "language",
  severity: "warning",
  title: "Words are spelt as they are",
  why: "A misspelt word costs trust, is not found by a search, and is read out wrongly.",
  across: true,
  fires: [
    "Victim satisafction is central to the assessment.\n",
    "Performance is stable, as the Performanace Dashboard shows. Performance in December was good.\n",
  ],
  silent: ["Victim satisfaction is central to the assessment. Councillor Fradgley asked about dashcams.\n"],
  find: (input) => misspelt(input),
};

/**
 * A word in no list that is a letter away from one that is: others are terms of the field. With a capital it may be a name, and must be
 * that near to a word of the papers.
 */
function misspelt(input: AuditInput) {
  const { isWord } = input;
  if (isWord === null) return [];
  const texts = partsIn(input)
    .flatMap(sentencesIn)
    .filter(({ words }) => !/https?:|www\.|@/.test(words.text) && !areLetters(words.text));
  const isKnown = known(input, isWord);
  const places = new Map<string, Match[]>();
  for (const match of texts.flatMap((said) => matchesIn(said, written, (found) => !isKnown(bare(found))))) {
    const word = bare(match.quoted.words.text);
    places.set(word, [...(places.get(word) ?? []), match]);
  }
  if (places.size === 0) return [];
  const usual = commonWords(input, isWord);
  return [...places]
    .filter(([, matches]) => matches.length < often)
    .flatMap(([word, matches]) => {
      const meant = nearOf(word, usual) ?? wordNear(word, isWord);
      if (meant === null || isInflected(word, meant) || (/^[a-z]/.test(word) && isCompound(word, isWord)))
        return [];
      return matches.map(({ quoted }) =>
        tell(
          rule,
          quoted,
          `“${word}” is in no list of words: “${meant}” may be meant`,
          null,
          "Correct it, or enter the name in organisation.yaml.",
        ),
      );
    });
}

/** A word of the list a letter away; a short one with a capital may be a name. */
function wordNear(word: string, isWord: (word: string) => boolean): string | null {
  if (/^[A-Z]/.test(word) && word.length < longName) return null;
  const plain = word.toLowerCase();
  return editsOf(plain).find((other) => other[0] === plain[0] && isWord(other)) ?? null;
}

const bare = (found: string): string => found.replace(/[’']s$/, "");

/** Debris of a picture: hardly a word in it. */
const areLetters = (text: string): boolean =>
  (text.match(/[a-z]{3,}/g) ?? []).length * 3 < text.split(/\s+/).length;

/** Whether a word is in the list, or among the names of the register. */
function known({ names }: AuditInput, isWord: (word: string) => boolean): (word: string) => boolean {
  const registered = new Set(
    names === null
      ? []
      : [
          ...names.people.map(({ name }) => name),
          ...names.bodies.map(({ name }) => name),
          ...Object.keys(names.acronyms),
          ...Object.values(names.acronyms),
        ].flatMap((name) => name.toLowerCase().split(/[\s/-]+/)),
  );
  const asked = new Map<string, boolean>();
  return (word) => {
    const before = asked.get(word);
    if (before !== undefined) return before;
    const answer = registered.has(word.toLowerCase()) || isWord(word) || isWord(word.toLowerCase());
    asked.set(word, answer);
    return answer;
  };
}

/** The words of the papers that are in the list, in small letters, long enough to be told from others. */
function commonWords(input: AuditInput, isWord: (word: string) => boolean): readonly string[] {
  const all = partsIn(input)
    .flatMap(wordsIn)
    .flatMap(({ words }: Said) => words.text.match(/(?<![\w’'-])[A-Za-z]{4,}(?![\w-])/g) ?? []);
  return [...new Set(all.map((word) => word.toLowerCase()))].filter((word) => isWord(word));
}

/** Another ending of a known word ("nominals", "influencer"), or its consonant doubled ("benefitting"). */
function isInflected(word: string, meant: string): boolean {
  const [a, b] = [word.toLowerCase(), meant];
  const sameStem =
    a.slice(0, Math.min(a.length, b.length) - 1) === b.slice(0, Math.min(a.length, b.length) - 1);
  return (
    (sameStem && /[sdr]$/.test(a.length >= b.length ? a : b)) ||
    a.replace(/([b-z])\1(?=ed|ing|er)/, "$1") === b
  );
}

/** Two words in one, as new ones are made: "hotspot", "skillset". */
const isCompound = (word: string, isWord: (word: string) => boolean): boolean =>
  [...word].some(
    (_, i) => i >= 3 && word.length - i >= 3 && isWord(word.slice(0, i)) && isWord(word.slice(i)),
  );
