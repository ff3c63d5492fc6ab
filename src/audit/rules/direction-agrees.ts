import type { ComparisonClaim } from "../claims/claim.ts";
import { checked, claimed, said, stretchOver } from "../claims/walk.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** An increase goes up, what is below an average is less than it. */
export const rule: Rule = {
  id: "direction-agrees",
  family: "direction",
  severity: "error",
  title: "Words of direction agree with the two numbers beside them",
  why: "A sentence that is kept from month to month keeps its “increase” when the numbers have fallen.",
  fires: [
    "45 offences were recorded in December. This is an increase compared to November (53) and above the monthly average (39).",
    "The rate of abandoned calls in December (9%) increased compared to the previous month (19%).",
    "The average wait rose from 51 to 47 calls.",
    "44 thefts were recorded, in line with the previous month (44) but above the monthly average (50).",
  ],
  silent: [
    "53 offences were recorded in December. This is an increase compared to November (45) and above the monthly average (39).",
    "The rate of abandoned calls in December (9%) decreased compared to the previous month (19%).",
    "Satisfaction was 90% in December, a slight increase compared to November (90%).",
    "This should be seen with the ambition of 90%; it is also below the high point of 86% of September 2017.",
  ],
  find: (input) =>
    claimed(input, "comparison").flatMap(({ paper, claim }) => {
      const { words, subject, against, cue } = claim;
      if (subject === null || against === null || claim.direction === "same") return [];
      checked(input, paper, [subject, against]);
      if (agrees(claim)) return [];
      const word = words.text.slice(cue.at, cue.end);
      return [
        tell(
          rule,
          stretchOver(paper, words, [cue, against.quantity]),
          `“${word}”, but ${said(subject)} is ${subject.quantity.value > against.quantity.value ? "more than" : subject.quantity.value < against.quantity.value ? "less than" : "the same as"} ${said(against)}.`,
          subject.words === words ? null : stretchOver(paper, subject.words, [subject.quantity]),
          "Correct the word, or the number that is wrong.",
        ),
      ];
    }),
};

/** Percentages that are printed alike may differ behind what is printed. */
function agrees({ direction, subject, against }: ComparisonClaim): boolean {
  const [a, b] = [subject?.quantity, against?.quantity];
  if (a === undefined || b === undefined || a.kind !== b.kind || a.loose || b.loose) return true;
  if (a.value === b.value) return a.kind !== "count" || a.decimals > 0;
  return a.value > b.value === (direction === "up");
}
