import type { Rule } from "../rule.ts";
import { matchesIn, type PartOf, partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

const named = /\bthis (?:Q|quarter )([1-4])\b/gi;

export const rule: Rule = {
  id: "this-quarter",
  family: "time",
  severity: "error",
  title: "“This quarter” is the paper's own",
  why: "A response on quarter 2 that speaks of “this quarter 1 report” was answered from another paper.",
  fires: [
    "# Response to performance scrutiny, Q2 2020/21\n\nFigures in this quarter 1 performance report are similar.\n",
  ],
  silent: [
    "# Response to performance scrutiny, Q2 2020/21\n\nFigures in this quarter 2 performance report are similar.\n",
  ],
  find: (input) => partsIn(input).flatMap(otherQuarter),
};

function otherQuarter(partOf: PartOf) {
  const { paper, part } = partOf;
  const own = part.period === null ? null : ownQuarter(part.period);
  if (part.period === null || own === null) return [];
  const { words } = part.period;
  return sentencesIn(partOf).flatMap((said) =>
    matchesIn(said, named)
      .filter(({ groups }) => Number(groups[1]) !== own)
      .map(({ groups, quoted }) =>
        tell(
          rule,
          quoted,
          `the paper is of quarter ${own}, the sentence speaks of this quarter ${groups[1]}`,
          { paper, words },
          "Correct the quarter, or say whose report is meant.",
        ),
      ),
  );
}

/** The quarter of the financial year that a period is, or that it is named with. */
function ownQuarter({ quarter }: { readonly quarter: string | null }): number | null {
  const figure = /q([1-4])$/.exec(quarter ?? "")?.[1];
  return figure === undefined ? null : Number(figure);
}
