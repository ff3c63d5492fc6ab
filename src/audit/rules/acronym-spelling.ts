import { distance } from "fastest-levenshtein";
import { expansionsIn, plainWords } from "../mentions/acronyms.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { type Match, matchesIn, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

const acronym = /(?<![\w&/.-])([A-Z][A-Z&]{1,9})s?(?![\w/&-]|[’'][A-Z])/g;

export const rule: Rule = {
  id: "acronym-spelling",
  family: "names",
  severity: "warning",
  title: "An acronym has one spelling",
  why: "SOCJAG, SOGJAG and SOCGJAG are one group to its members and three to everybody else.",
  fires: [
    "The SOCJAG meets. The SOCJAG met, and SOCJAG actions were agreed. We move towards SOGJAG interventions.\n",
    "The RCT was formed. RCT officers attended. The RCT is well. RRCT officers went to Bristol.\n",
    "The Serious and Organised Crime (SOC) deep dive is due. Arrests for Serious and Organised Crime (SC) rose.\n",
  ],
  silent: [
    "The SOCJAG meets. The SOCJAG met. HMICFRS and HMIC agree. The OPCC and the PCC are one office. DVPN and DVPO differ.\n",
  ],
  find: (input) => [...nearOnes(input), ...twoForOne(input), ...changedOver(input)],
};

/** An acronym that stands once or twice and differs in a letter from a longer-known one. */
function nearOnes(input: AuditInput) {
  const all = new Map<string, Match[]>();
  for (const match of partsIn(input)
    .flatMap(wordsIn)
    .flatMap((said) => (isCapitals(said.words.text) ? [] : matchesIn(said, acronym)))) {
    const letters = match.groups[1] ?? "";
    all.set(letters, [...(all.get(letters) ?? []), match]);
  }
  const expanded = new Set(
    partsIn(input)
      .flatMap(wordsIn)
      .flatMap(expansionsIn)
      .filter(({ fits }) => fits)
      .map(({ acronym: one }) => one),
  );
  return [...all].flatMap(([letters, places]) => {
    const usual = [...all].find(
      ([other, others]) => others.length >= 3 && others.length > places.length && areNear(letters, other),
    );
    if (usual === undefined || places.length > 2 || expanded.has(letters)) return [];
    const other = usual[1][0];
    return places.map(({ quoted }) =>
      tell(
        rule,
        quoted,
        `${letters} stands here, ${usual[0]} elsewhere (${usual[1].length} times)`,
        other === undefined ? null : other.quoted,
        "Write one of them.",
      ),
    );
  });
}

/** Two letters of a paper's own acronym changed over, once: RTC where RCT is meant throughout. */
function changedOver(input: AuditInput) {
  return partsIn(input).flatMap((partOf) => {
    const all = wordsIn(partOf).flatMap((said) =>
      isCapitals(said.words.text) ? [] : matchesIn(said, acronym),
    );
    const count = (letters: string): number => all.filter(({ groups }) => groups[1] === letters).length;
    return all.flatMap(({ groups, quoted }) => {
      const letters = groups[1] ?? "";
      if (letters.length < 3 || count(letters) > 1) return [];
      const usual = all.find(
        (other) => isSwapped(letters, other.groups[1] ?? "") && count(other.groups[1] ?? "") >= 8,
      );
      return usual === undefined
        ? []
        : [
            tell(
              rule,
              quoted,
              `${letters} stands here, ${usual.groups[1]} everywhere else in this paper`,
              usual.quoted,
              "Write the one that is meant.",
            ),
          ];
    });
  });
}

const isSwapped = (a: string, b: string): boolean =>
  a !== b &&
  a.length === b.length &&
  [...a].some((letter, i) => `${a.slice(0, i)}${a[i + 1] ?? ""}${letter}${a.slice(i + 2)}` === b);

/** A heading in capitals is no acronym. */
const isCapitals = (text: string): boolean => !/[a-z]/.test(text) && /[A-Z]{3,}\s[A-Z]{3,}/.test(text);

/** One letter more, less or other in five or more; of shorter ones only the first letter typed twice. */
function areNear(rare: string, usual: string): boolean {
  if (rare === usual) return false;
  if (rare.length === usual.length + 1 && rare.length >= 4 && rare.slice(1) === usual && rare[0] === rare[1])
    return true;
  return Math.min(rare.length, usual.length) >= 5 && distance(rare, usual) === 1;
}

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
