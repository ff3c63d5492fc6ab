import { distance } from "../../sources/suggest.ts";
import { acronymsIn, expansionsIn } from "../mentions/acronyms.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { type Match, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

export const rule: Rule = {
  id: "acronym-spelling",
  family: "names",
  severity: "warning",
  title: "An acronym has one spelling",
  why: "SOCJAG, SOGJAG and SOCGJAG are one group to its members and three to everybody else.",
  across: true,
  fires: [
    "The SOCJAG meets. The SOCJAG met, and SOCJAG actions were agreed. We move towards SOGJAG interventions.\n",
    "The RCT was formed. RCT officers attended. The RCT is well. RRCT officers went to Bristol.\n",
  ],
  silent: [
    "The SOCJAG meets. The SOCJAG met. HMICFRS and HMIC agree. The OPCC and the PCC are one office. DVPN and DVPO differ.\n",
  ],
  find: (input) => nearOnes(input),
};

/** An acronym that stands once or twice and differs in a letter from a longer-known one. */
function nearOnes(input: AuditInput) {
  const all = new Map<string, Match[]>();
  for (const match of partsIn(input).flatMap(wordsIn).flatMap(acronymsIn)) {
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

/** One letter more, less or other in five or more; of shorter ones only the first letter typed twice. */
function areNear(rare: string, usual: string): boolean {
  if (rare === usual) return false;
  if (rare.length === usual.length + 1 && rare.length >= 4 && rare.slice(1) === usual && rare[0] === rare[1])
    return true;
  return Math.min(rare.length, usual.length) >= 5 && distance(rare, usual) === 1;
}
