import { distance } from "../../sources/suggest.ts";
import { expansionsIn } from "../mentions/acronyms.ts";
import { plainWords } from "../mentions/plainNames.ts";
import type { Rule } from "../rule.ts";
import { type Match, matchesIn, partsIn, type Said, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

const phrase = /(?<![\w’'-])[A-Z][\w’'-]+(?: (?:(?:and|of|the|for|&) )*[A-Z][\w’'-]+)+/g;
const often = 5;

export const rule: Rule = {
  id: "name-variants",
  family: "names",
  severity: "warning",
  title: "A body or a unit has one name",
  why: "“Assurance and Service Improvement” beside “Analysis and Service Improvement (ASI)” looks like a second team, “Harm Hug” like nothing at all.",
  across: true,
  fires: [
    "Analysis and Service Improvement (ASI) reports. The Assurance and Service Improvement team was asked.\n",
    "The Harm Hub is new. The Harm Hub is busy. The Harm Hub has staff. The Harm Hub works. The Harm Hub grows. The Harm Hug owns it.\n",
  ],
  silent: [
    "Analysis and Service Improvement (ASI) reports. The Analysis & Service Improvement team was asked, as the Alliance Strategic Board was.\n",
    "Hate Crime rose. Hate Crime fell. Hate Crime is down. Hate Crime is low. Hate Crime is rare. Hate Crimes are few.\n",
  ],
  find: (input) => {
    const said = partsIn(input).flatMap(wordsIn);
    return [...otherWord(said), ...otherLetter(said)];
  },
};

/** A phrase with the letters of a known acronym, in which one word is another. */
function otherWord(said: readonly Said[]) {
  const known = said
    .flatMap(expansionsIn)
    .filter(({ fits, words, acronym }) => fits && acronym.length >= 3 && /^[A-Z]/.test(words));
  const byLetters = [...new Map(known.map((one) => [one.acronym, one]))];
  return said.flatMap((one) =>
    matchesIn(one, phrase).flatMap(({ quoted }) => {
      const plain = plainWords(quoted.words.text);
      const content = plain.split(" ");
      const letters = content.map((word) => (word[0] ?? "").toUpperCase()).join("");
      const fitting = byLetters.filter(([acronym]) => letters.includes(acronym));
      return fitting.flatMap(([acronym, expansion]) => {
        const at = letters.indexOf(acronym);
        const here = content.slice(at, at + acronym.length);
        const there = plainWords(expansion.words).split(" ");
        const changed = here.filter((word, i) => word !== there[i]);
        const all = known.filter((other) => other.acronym === acronym).map(({ words }) => plainWords(words));
        const index = here.findIndex((word, i) => word !== there[i]);
        const [now = "", then = ""] = [here[index], there[index]];
        // Another last word is another thing (a Plan, a Panel); the start of the word is what a narrow cell left of it.
        if (index === here.length - 1 || then.startsWith(now) || isAcronym(now, quoted.words.text)) return [];
        if (changed.length !== 1 || there.length !== here.length || all.includes(here.join(" "))) return [];
        return [
          tell(
            // Of three letters another word often makes another body.
            { id: rule.id, severity: acronym.length > 3 ? rule.severity : "review" },
            quoted,
            `${acronym} is “${expansion.words}” elsewhere`,
            expansion.match.quoted,
            "Write one name.",
          ),
        ];
      });
    }),
  );
}

const isAcronym = (word: string, text: string): boolean => text.includes(word.toUpperCase());

/** Two capitalised words of which the second is a letter from what stands there often. */
function otherLetter(said: readonly Said[]) {
  const pairs = new Map<string, Match[]>();
  for (const match of said.flatMap((one) =>
    matchesIn(one, /(?<![\w’'-])(?=([A-Z][a-z]{2,}) ([A-Z][a-z]{2,})(?![\w’'-]))/g),
  )) {
    const pair = `${match.groups[1]} ${match.groups[2]}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), match]);
  }
  const usual = [...pairs].filter(([, places]) => places.length >= often);
  return [...pairs].flatMap(([pair, places]) => {
    const [first = "", second = ""] = pair.split(" ");
    const meant = usual.find(([other]) => {
      const [same, word = ""] = other.split(" ");
      return same === first && word.length === second.length && distance(word, second) === 1;
    });
    const [here, there] = [places[0], meant?.[1][0]];
    if (places.length > 1 || meant === undefined || here === undefined || there === undefined) return [];
    return [
      tell(
        rule,
        quoteOf(here, pair),
        `“${meant[0]}” stands in ${meant[1].length} other places`,
        quoteOf(there, meant[0]),
        "Write the name that is meant.",
      ),
    ];
  });
}

/** The lookahead of the pattern is empty: the words are those of the pair. */
const quoteOf = ({ quoted }: Match, words: string): Match["quoted"] => ({
  paper: quoted.paper,
  words: { ...quoted.words, text: words },
});
