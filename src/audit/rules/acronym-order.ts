import { acronymsIn } from "../mentions/acronyms.ts";
import type { Rule } from "../rule.ts";
import { type PartOf, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

/** So often an acronym stands in a paper that is about what it names. */
const often = 8;

export const rule: Rule = {
  id: "acronym-order",
  family: "names",
  severity: "warning",
  title: "The letters of an acronym keep their order",
  why: "In a paper on the Rural Crime Team an “RTC” is a collision to every police officer, and a slip to its author.",
  fires: [
    "The RCT was formed. The RCT met. The RCT is well. The RCT grew. The RCT went out. The RCT came. The RCT wrote. The RCT works. A lead was followed where the RTC tracked a vehicle.\n",
  ],
  silent: ["The RCT was formed. The RTC was fatal, and the road was closed after the RTC.\n"],
  find: (input) => partsIn(input).flatMap(changedOver),
};

/** Two letters of a paper's own acronym changed over, once: RTC where RCT is meant throughout. */
function changedOver(partOf: PartOf) {
  const all = wordsIn(partOf).flatMap(acronymsIn);
  const times = new Map<string, number>();
  for (const { groups } of all) times.set(groups[1] ?? "", (times.get(groups[1] ?? "") ?? 0) + 1);
  return all.flatMap(({ groups, quoted }) => {
    const letters = groups[1] ?? "";
    if (letters.length < 3 || times.get(letters) !== 1) return [];
    const usual = all.find(
      (other) =>
        isSwapped(letters, other.groups[1] ?? "") && (times.get(other.groups[1] ?? "") ?? 0) >= often,
    );
    if (usual === undefined) return [];
    return [
      tell(
        rule,
        quoted,
        `${letters} stands here, ${usual.groups[1]} everywhere else in this paper`,
        usual.quoted,
        "Write the one that is meant.",
      ),
    ];
  });
}

const isSwapped = (a: string, b: string): boolean =>
  a !== b &&
  a.length === b.length &&
  [...a].some((letter, i) => `${a.slice(0, i)}${a[i + 1] ?? ""}${letter}${a.slice(i + 2)}` === b);
