import { distance } from "../../sources/suggest.ts";
import { type Expansion, expansionsIn } from "../mentions/acronyms.ts";
import { plainWords } from "../mentions/plainNames.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

export const rule: Rule = {
  id: "acronym-expansions",
  family: "names",
  severity: "warning",
  title: "An acronym stands for one thing, in the same words",
  why: "Three spellings of one group, in two papers to one panel, look like three groups; a body whose name changes its noun has another task.",
  across: true,
  fires: [
    "The Serious Organised Crime Joint Action Group (SOCJAG) meets. The Serious Organised Crime Joint Agency Group (SOCJAG) met.\n",
    [
      "The independent advisory group (IAG) meets.\n",
      "We work closely with our IAG's (Independent Advisory Boards) on this.\n",
    ],
    "The Office of the Police and Crime Panel (OPCC) attended. The Office of the Police and Crime Commissioner (OPCC) replied.\n",
  ],
  silent: [
    "The Independent Advisory Group (IAG) meets. All independent advisory groups (IAGs) met. The IAG (Independent Advisory Group) closed.\n",
    "The Panel (PCP) and the Office of the Police & Crime Commissioner (OPCC) meet. The Office of the Police and Crime Commissioner (OPCC) replied.\n",
  ],
  find: (input) => twoWays(input),
};

/** Each expansion that differs from the one that stands most often, or first. */
function twoWays(input: AuditInput) {
  const said = partsIn(input).flatMap(wordsIn);
  const all = said.flatMap(expansionsIn);
  const written = said.map(({ words }) => words.text.toLowerCase());
  return [...new Set(all.map(({ acronym }) => acronym))].flatMap((acronym) => {
    const of = all.filter((one) => one.acronym === acronym);
    const usual = usualOf(of, written);
    if (usual === undefined) return [];
    const told = new Set([plainWords(usual.words)]);
    return of.flatMap((one) => {
      const plain = plainWords(one.words);
      if (told.has(plain)) return [];
      told.add(plain);
      return areRelated(plain, plainWords(usual.words))
        ? [
            tell(
              rule,
              one.match.quoted,
              `${acronym} stands for “${one.words}” here and for “${usual.words}” elsewhere`,
              usual.match.quoted,
              `Write one name in all papers, and enter it in the register of acronyms.`,
            ),
          ]
        : [];
    });
  });
}

/** The expansion that stands most often; of equals, one that makes the acronym, then the one whose words stand most often without it. */
function usualOf(all: readonly Expansion[], written: readonly string[]): Expansion | undefined {
  if (all.length < 2) return all[0];
  const count = (one: Expansion): number =>
    all.filter((other) => plainWords(other.words) === plainWords(one.words)).length;
  const spelt = (one: Expansion): number =>
    written.filter((text) => text.includes(one.words.toLowerCase())).length;
  return [...all].sort(
    (a, b) => count(b) - count(a) || Number(b.fits) - Number(a.fits) || spelt(b) - spelt(a),
  )[0];
}

/** Two names of one thing share a word; two things with one acronym (Road Traffic Collision, Rural Task Constables) share none. */
function areRelated(a: string, b: string): boolean {
  const words = b.split(" ");
  return a
    .split(" ")
    .some((one) => words.some((other) => one === other || (one.length > 4 && distance(one, other) <= 1)));
}
