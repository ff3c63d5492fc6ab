import type { AuditInput, Rule } from "../rule.ts";
import { type Match, matchesIn, partsIn, sentencesIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

/** A word in small letters; a part of an address, of a name with a hyphen, or of a code is none. */
const smallWord = /(?<![\w’'@./-])[a-z]{4,}(?:[’'](?:s|t))?(?![\w’'@-]|\.[a-z]|\/\/)/g;
/** A word that the papers use so often is one of theirs. */
const often = 4;

/**
 * Words that are in no list. The list is handed in: it is read from a package, and the audit reads nothing.
 *
 * @param isWord whether a word, in small letters, is one; names and words of the register are asked for before
 */
export const spelling = (isWord: (word: string) => boolean): Rule => ({
  id: "spelling",
  family: "language",
  severity: "warning",
  title: "Words are spelt as they are",
  why: "A misspelt word costs trust, is not found by a search, and is read out wrongly.",
  fires: ["Victim satisafction is central to the assessment.\n"],
  silent: ["Victim satisfaction is central to the assessment of burglary.\n"],
  find: (input) => misspelt(input, isWord),
});

function misspelt(input: AuditInput, isWord: (word: string) => boolean) {
  const known = knownIn(input);
  const found = partsIn(input)
    .flatMap(sentencesIn)
    .filter(({ words }) => !/https?:|www\.|@/.test(words.text))
    .flatMap((said) => matchesIn(said, smallWord))
    .filter(({ quoted }) => {
      const word = quoted.words.text.replace(/[’']s$/, "");
      return !known.has(word) && !isWord(word);
    });
  const times = new Map<string, Match[]>();
  for (const match of found) {
    const key = match.quoted.words.text;
    times.set(key, [...(times.get(key) ?? []), match]);
  }
  return [...times.values()]
    .filter((places) => places.length < often)
    .flatMap((places) =>
      places.map(({ quoted }) =>
        tell(
          { id: "spelling", severity: "warning" },
          quoted,
          `“${quoted.words.text}” is in no list of words`,
          null,
          "Correct it, or enter it in the register.",
        ),
      ),
    );
}

/** Names of the register, and words that a paper also writes with a capital: names, products. */
function knownIn(input: AuditInput): ReadonlySet<string> {
  const { names } = input;
  const registered =
    names === null
      ? []
      : [
          ...names.people.map(({ name }) => name),
          ...names.bodies.map(({ name }) => name),
          ...Object.keys(names.acronyms),
          ...Object.values(names.acronyms),
        ];
  const named = partsIn(input)
    .flatMap(wordsIn)
    .flatMap(({ words }) => words.text.match(/(?<=\w )[A-Z][a-z]{3,}/g) ?? []);
  return new Set(
    [...registered.flatMap((name) => name.split(/[\s/-]+/)), ...named].map((word) => word.toLowerCase()),
  );
}
