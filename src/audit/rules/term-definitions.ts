import { shareOf, stemsOf } from "../mentions/likeness.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { matchesIn, partsIn, type Said, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

const defined =
  /^\W*((?:[A-Z]\w*|A|An)(?: [\w'’-]+){0,5}?) (?:is|are) (?:commonly |currently )?defined (?:as|using|by|in)\s(.{20,240})/g;
type Definition = { readonly term: Set<string>; readonly words: string; readonly said: Said };

export const rule: Rule = {
  id: "term-definitions",
  family: "papers",
  severity: "warning",
  title: "A term has one definition",
  why: "Two papers to one meeting that define rural crime by two editions of a classification count two things.",
  across: true,
  fires: [
    [
      "Rural crime is defined as any crime in a rural area of the 2011 ONS Rural Urban Classification.\n",
      "Rural locations are defined using the DEFRA / ONS 2004 output areas, excluding market towns.\n",
    ],
  ],
  silent: [
    "A repeat victim is defined as an individual recorded as a victim in the current month who had another offence in the preceding 12 months.\n\nA repeat DA victim is defined as an individual recorded as a DA victim in the current month who had another DA offence in the preceding 12 months.\n",
  ],
  find: (input) => twoDefinitions(input),
};

function twoDefinitions(input: AuditInput) {
  const all = partsIn(input)
    .flatMap(sentencesIn)
    .flatMap((said) =>
      matchesIn(said, defined).map(
        ({ groups }): Definition => ({ term: stemsOf(groups[1] ?? ""), words: groups[2] ?? "", said }),
      ),
    );
  return all.flatMap((one, i) => {
    const other = all.slice(0, i).find((before) => differs(before, one));
    return other === undefined
      ? []
      : [
          tell(
            rule,
            one.said,
            "the term, or one with its first word, is defined otherwise elsewhere",
            other.said,
            "Use one definition, or say why there are two.",
          ),
        ];
  });
}

/**
 * The same term in hardly a word the same; or terms with one first word ("rural crime", "rural locations") by classifications of other
 * years.
 */
function differs(a: Definition, b: Definition): boolean {
  const [first, second] = [[...a.term], [...b.term]];
  if (first.length === 0 || first[0] !== second[0]) return false;
  const [yearsA, yearsB] = [yearsIn(a.words), yearsIn(b.words)];
  if (yearsA !== "" && yearsB !== "") return yearsA !== yearsB;
  const isSame = first.length === second.length && first.every((word) => b.term.has(word));
  return isSame && shareOf(stemsOf(a.words), stemsOf(b.words)) < 0.15;
}

const yearsIn = (text: string): string => (text.match(/\b(?:19|20)\d\d\b/g) ?? []).join(" ");
