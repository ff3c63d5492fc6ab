import { distance } from "../../sources/suggest.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { type Match, matchesIn, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

const fullName =
  /(?<![\w’'-])(?=([A-Z][a-z]{2,}) ([A-Z](?:[’'][A-Z])?[a-z]{3,}(?:-[A-Z][a-z]+)?)(?![\w’'-]))/g;

export const rule: Rule = {
  id: "person-spelling",
  family: "names",
  severity: "warning",
  title: "A person's name has one spelling",
  why: "“Philip Secombe” is another person to a search, and to Mr Seccombe a paper that nobody read.",
  across: true,
  fires: [
    "Philip Seccombe replied. The letter was signed by Philip Seccombe, and Philip Secombe attended.\n",
  ],
  silent: [
    "Philip Seccombe replied, and Philip Sanderson attended. Victim Support and Victim Supports met; we support victims.\n",
  ],
  find: (input) => misspelt(input),
};

/** A full name that stands once beside one, a letter apart, that stands more often; words that are also written small are no names. */
function misspelt(input: AuditInput) {
  const said = partsIn(input).flatMap(wordsIn);
  const small = new Set(said.flatMap(({ words }) => words.text.match(/(?<![\w’'-])[a-z]{3,}/g) ?? []));
  const named = new Map<string, Match[]>();
  for (const match of said.flatMap((one) => matchesIn(one, fullName))) {
    const [, first = "", last = ""] = match.groups;
    if ([first, last].some((word) => small.has(word.toLowerCase()))) continue;
    const name = `${first} ${last}`;
    named.set(name, [...(named.get(name) ?? []), match]);
  }
  return [...named].flatMap(([name, places]) => {
    const usual = [...named].find(
      ([other, others]) => others.length > places.length && isSpeltLike(name, other),
    );
    const [here, there] = [places[0], usual?.[1][0]];
    if (usual === undefined || here === undefined || there === undefined || places.length > 1) return [];
    return [
      tell(
        rule,
        quoteOf(here, name),
        `the name is spelt “${usual[0]}” elsewhere (${usual[1].length} times)`,
        quoteOf(there, usual[0]),
        "Write it as the person does.",
      ),
    ];
  });
}

/** One word the same and the other a letter apart, but for a plural. */
function isSpeltLike(a: string, b: string): boolean {
  const [[firstA = "", lastA = ""], [firstB = "", lastB = ""]] = [a.split(" "), b.split(" ")];
  const apart = (x: string, y: string): boolean =>
    Math.min(x.length, y.length) >= 5 && distance(x, y) === 1 && `${x}s` !== y && `${y}s` !== x;
  return (firstA === firstB && apart(lastA, lastB)) || (lastA === lastB && apart(firstA, firstB));
}

/** The lookahead of the pattern is empty: the words are those of the name. */
const quoteOf = ({ quoted }: Match, name: string): Match["quoted"] => ({
  paper: quoted.paper,
  words: { ...quoted.words, text: name },
});
