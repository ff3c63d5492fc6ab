import { expansionsIn } from "../mentions/acronyms.ts";
import { plainWords } from "../mentions/plainNames.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { matchesIn, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

export const rule: Rule = {
  id: "one-acronym",
  family: "names",
  severity: "warning",
  title: "A name has one acronym",
  why: "Serious and Organised Crime that is SC in one heading and SOC in the next is looked up twice, and found once.",
  across: true,
  fires: [
    "The Serious and Organised Crime (SOC) deep dive is due. Arrests for Serious and Organised Crime (SC) rose.\n",
  ],
  silent: [
    "The Serious and Organised Crime (SOC) deep dive is due. Arrests for Serious & Organised Crime (SOC) rose.\n",
  ],
  find: (input) => twoForOne(input),
};

/** One expansion with two acronyms in brackets. */
function twoForOne(input: AuditInput) {
  const all = partsIn(input)
    .flatMap(wordsIn)
    .flatMap((said) => [...expansionsIn(said), ...shortened(said)]);
  return all
    .filter(({ fits }) => !fits)
    .flatMap((one) => {
      const right = all.find(
        (other) =>
          other.fits && other.acronym !== one.acronym && plainWords(other.words) === plainWords(one.words),
      );
      if (right === undefined) return [];
      return [
        tell(
          rule,
          one.match.quoted,
          `“${one.words}” is ${one.acronym} here and ${right.acronym} elsewhere`,
          right.match.quoted,
          "Write one of them.",
        ),
      ];
    });
}

/** Words in front of an acronym that has fewer letters than they: "Serious & Organised Crime (SC)". */
function shortened(said: Parameters<typeof expansionsIn>[0]) {
  return matchesIn(said, /((?:[A-Z][a-z]+(?: and| of the| of| &)? )+)\(([A-Z]{2,6})\)/g).map((match) => ({
    acronym: match.groups[2] ?? "",
    words: (match.groups[1] ?? "").trim(),
    fits: false,
    match,
  }));
}
