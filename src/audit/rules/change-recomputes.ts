import { roundRatio } from "../../analysis/rounding.ts";
import type { Quantity } from "../claims/claim.ts";
import { checked, claimed, said, stretchOver } from "../claims/walk.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** The size that is said of a change is worked out from the two numbers beside it. */
export const rule: Rule = {
  id: "change-recomputes",
  family: "percentages",
  severity: "error",
  title: "The size of a change follows from its two numbers",
  why: "A change that was worked out from other months, or on the wrong base, contradicts the two numbers that the reader sees.",
  fires: [
    "718 victims were repeat victims in December, a 15% increase on the previous month (642).",
    "Satisfaction was 82%, an increase of 5 percentage points on the previous month (79%).",
    "The number of cases has increased by 8% from 8,941 to 9,418.",
    "906 offences were recorded in December. This is a 7% increase compared to November (836).",
  ],
  silent: [
    "718 victims were repeat victims in December, a 12% increase on the previous month (642).",
    "Satisfaction was 82%, an increase of 3 percentage points on the previous month (79%).",
    "The number of cases has increased by 5% from 8,941 to 9,418.",
    "79% of cases were closed. This is a 4 percentage point reduction on the same period last year (83%).",
    "The rate fell to 9%, a fall of 50% on the previous month (18%).",
  ],
  find: (input) =>
    claimed(input, "comparison").flatMap(({ paper, claim }) => {
      const { words, subject, against, size } = claim;
      if (subject === null || against === null || size === null || size.loose) return [];
      const is = changeOf(subject.quantity, against.quantity, size);
      if (is === null) return [];
      checked(input, paper, [subject, against, { words, quantity: size }]);
      if (is.fits) return [];
      return [
        tell(
          rule,
          stretchOver(paper, words, [size, claim.cue, against.quantity]),
          `From ${said(against)} to ${said(subject)} is ${is.text}, not ${said({ words, quantity: size })}.`,
          subject.words === words ? null : stretchOver(paper, subject.words, [subject.quantity]),
          `Print ${is.text}, or correct the number that is wrong.`,
        ),
      ];
    }),
};

type Change = { readonly text: string; readonly fits: boolean };

/** Of counts, money and durations the percentage, exactly; of percentages the points, give or take the rounding of both; else null. */
function changeOf(subject: Quantity, against: Quantity, size: Quantity): Change | null {
  const difference = Math.abs(Math.abs(subject.value) - Math.abs(against.value));
  if (subject.kind === "percent") {
    if (size.kind !== "points") return null;
    const step = 10 ** -Math.min(subject.decimals, against.decimals);
    const text = roundRatio(difference, 1, Math.max(subject.decimals, against.decimals)).text;
    return {
      text: `${text} percentage points`,
      fits: Math.abs(difference - Math.abs(size.value)) <= step + 1e-9,
    };
  }
  if (size.kind === "count")
    return subject.kind === "count" && subject.decimals === 0 && against.decimals === 0
      ? { text: roundRatio(difference, 1, 0).text, fits: Math.abs(difference - Math.abs(size.value)) < 1e-9 }
      : null;
  if (size.kind !== "percent" || against.value === 0) return null;
  const { text, value } = roundRatio(100 * difference, Math.abs(against.value), size.decimals);
  return { text: `${text}%`, fits: value === Math.abs(size.value) };
}
