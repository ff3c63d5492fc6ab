import type { Rule } from "../rule.ts";
import { type Match, matchesIn, partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

/** A kind and its number: "Outcome 16", "Class 3". */
const coded =
  /\b(Outcome|Code|Class|Category|Band|Level|Grade|Phase|Stage|Tier|Strand|Objective|Priority)s?\s(\d{1,3})(?![\d.,%/]|\s?(?:per cent|offences|%))/gi;
const fewest = 4;

export const rule: Rule = {
  id: "code-figures",
  family: "names",
  severity: "error",
  title: "A code has no figure too many",
  why: "“Outcome 165” in a paper on outcomes 15 and 16 is one of the two, and the reader does not know which.",
  across: true,
  fires: [
    "Outcome 15 rose. Outcome 16 fell. Outcome 14 is stable. The causes of Outcome 15 and Outcome 165 rates are examined. Outcome 16 is rare.\n",
  ],
  silent: [
    "Outcome 15 rose. Outcome 16 fell. Outcome 14 is stable. The causes of Outcome 15 and Outcome 16 rates are examined.\n",
  ],
  find: (input) => {
    const all = partsIn(input)
      .flatMap(sentencesIn)
      .flatMap((said) => matchesIn(said, coded));
    return all.flatMap((one) => {
      const siblings = all.filter((other) => kindOf(other) === kindOf(one) && other !== one);
      const known = siblings.find((other) => (one.groups[2] ?? "").startsWith(other.groups[2] ?? "-"));
      const longest = Math.max(0, ...siblings.map(({ groups }) => groups[2]?.length ?? 0));
      if (siblings.length < fewest || known === undefined || longest !== 2 || one.groups[2]?.length !== 3)
        return [];
      return [
        tell(
          rule,
          one.quoted,
          `no other ${kindOf(one)} has three figures; ${known.quoted.words.text} stands elsewhere`,
          known.quoted,
          "Write the code that was meant.",
        ),
      ];
    });
  },
};

const kindOf = ({ groups }: Match): string => (groups[1] ?? "").toLowerCase();
