import { pieceOf } from "../../sources/paperText/text.ts";
import { dayName, financialYearName, financialYearOf, quarterOfMonth } from "../mentions/months.ts";
import { quartersIn } from "../mentions/quarters.ts";
import type { Rule } from "../rule.ts";
import { type PartOf, partsIn, type Said, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

export const rule: Rule = {
  id: "quarter-year",
  family: "time",
  severity: "warning",
  title: "The quarter that a paper lies in is not named with the next year",
  why: "In January 2020 “Q4 2020/21” is a year away. Where the same paper speaks of this quarter's work, Q4 2019/20 was meant.",
  fires: [
    "# Scrutiny report\n\nDate: 20 January 2020\n\nThe force is to be inspected in Q4 of 2019/20. The topic is explored at the deep dive during Q4 2020/21.\n",
  ],
  silent: [
    "# Scrutiny report\n\nDate: 20 January 2020\n\nThe force is to be inspected in Q4 of 2019/20, and again in Q1 2020/21.\n",
    "# Plan\n\nDate: 20 January 2020\n\nThe contract ends in Q4 2020/21.\n",
  ],
  find: (input) => partsIn(input).flatMap(slips),
};

function slips(partOf: PartOf) {
  const { part } = partOf;
  const { date } = part;
  if (date === null) return [];
  const quarter = quarterOfMonth(Number(date.slice(5, 7)));
  const year = financialYearOf(date);
  const named = wordsIn(partOf).flatMap((said) =>
    quartersIn(said.words.text).map((mention) => ({ said, mention })),
  );
  const right = named.find(({ mention }) => mention.quarter === quarter && mention.year === year);
  // Only a paper that speaks of this quarter by its right name, too, is known not to mean the one a year on.
  if (right === undefined) return [];
  return named
    .filter(({ mention }) => mention.quarter === quarter && mention.year === year + 1)
    .map(({ said, mention }) =>
      tell(
        rule,
        quote(said, mention),
        `on ${dayName(date)} this is the quarter a year on; the paper itself lies in Q${quarter} ${financialYearName(year)}`,
        quote(right.said, right.mention),
        `Write Q${quarter} ${financialYearName(year)}, unless next year's is meant.`,
      ),
    );
}

const quote = ({ paper, words }: Said, { at, end }: { readonly at: number; readonly end: number }) => ({
  paper,
  words: pieceOf(words, at, end),
});
