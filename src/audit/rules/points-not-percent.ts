import { roundRatio } from "../../analysis/rounding.ts";
import type { ComparisonClaim } from "../claims/claim.ts";
import { readingOf } from "../claims/reading.ts";
import { claimed, said, stretchOver } from "../claims/walk.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** The difference of two percentages is in percentage points. */
export const rule: Rule = {
  id: "points-not-percent",
  family: "percentages",
  severity: "warning",
  title: "The difference of two percentages is said in percentage points",
  why: "From 83% to 79% is a fall of 4 percentage points, or of 5%: a reader who is told 4% cannot know which was meant.",
  fires: [
    "The proportion of calls answered in December (72%) has increased compared to November (52%). Current performance is 3% below the baseline.",
    "79% of cases were closed, a 4% reduction on the same period last year (83%).",
  ],
  silent: [
    "The proportion of calls answered in December (72%) has increased compared to November (52%). Current performance is 3 percentage points below the baseline.",
    "79% of cases were closed, a 5% reduction on the same period last year (83%).",
    "In January, 26% (655) of all victims (2,517) were repeat victims. This is 9% below the average.",
  ],
  find: (input) =>
    claimed(input, "comparison").flatMap(({ paper, claim }) => {
      const { words, subject, against, size } = claim;
      if (subject?.quantity.kind !== "percent" || size?.kind !== "percent" || !isDifference(claim)) return [];
      const printed = said({ words, quantity: size });
      return [
        tell(
          rule,
          stretchOver(paper, words, [size, claim.named, ...(against === null ? [] : [against.quantity])]),
          `${printed} is said of a percentage (${said(subject)}): percentage points and percent are different things.`,
          subject.words === words ? null : stretchOver(paper, subject.words, [subject.quantity]),
          `Write “${printed.replace(/ ?%| per ?cent/, "")} percentage points”, if that is meant.`,
        ),
      ];
    }),
};

/** Whether a size in percent is the plain difference, or cannot be anything else as the subject is nothing but a percentage. */
function isDifference({ subject, against, size, comparator }: ComparisonClaim): boolean {
  if (subject === null || size === null) return false;
  const a = subject.quantity.value;
  if (against !== null) {
    const b = against.quantity.value;
    if (against.quantity.kind !== "percent" || b === 0) return false;
    const relative = roundRatio(100 * Math.abs(a - b), b, size.decimals).value;
    return relative !== size.value && Math.abs(Math.abs(a - b) - size.value) < 0.5;
  }
  const isOnlyPercent = readingOf(subject.words).quantities.every(
    ({ kind }) => kind === "percent" || kind === "points",
  );
  return isOnlyPercent && (comparator === "other" || comparator === "average");
}
