import { isPercentOf, percentOf } from "../claims/percents.ts";
import { checked, claimed, said, stretchOver } from "../claims/walk.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** A percentage beside the two numbers that it is made of is worked out again, half up to the decimals printed. */
export const rule: Rule = {
  id: "percentage-recomputes",
  family: "percentages",
  severity: "error",
  title: "A percentage follows from its numbers",
  why: "A percentage that was taken from another month, cut off instead of rounded or mistyped says something else than the numbers beside it.",
  fires: [
    "30 of 53 (60%) were recent offences.",
    "In December, 28% (700) of all victims (2,606) were repeat victims.",
    "Out of the 3,419 offences closed, 284 (8.4%) led to a charge. Of these:\n\n- 66% (187) were summonsed\n- 20% (52) were cautioned",
  ],
  silent: [
    "30 of 50 (60%) were recent offences.",
    "In December, 28% (718) of all victims (2,606) were repeat victims.",
    "Of the 40 cases, 29 (73%) were closed.",
    "Out of the 3,419 offences closed, 284 (8.3%) led to a charge. Of these:\n\n- 66% (187) were summonsed\n- 18% (52) were cautioned",
    "Some 23% (28) of the files had errors, and 40 (12%) of those seen last month.",
  ],
  find: (input) =>
    claimed(input, "share").flatMap(({ paper, claim: { words, percent, part, whole } }) => {
      if (whole === null || whole.quantity.value === 0 || part.value > whole.quantity.value) return [];
      checked(input, paper, [{ words, quantity: percent }, { words, quantity: part }, whole]);
      if (isPercentOf(percent.value, percent.decimals, part.value, whole.quantity.value)) return [];
      const is = percentOf(part.value, whole.quantity.value, percent.decimals);
      const inSentence = whole.words === words;
      return [
        tell(
          rule,
          stretchOver(paper, words, [percent, part, ...(inSentence ? [whole.quantity] : [])]),
          `${said({ words, quantity: part })} of ${said(whole)} is ${is}, not ${said({ words, quantity: percent })}.`,
          inSentence ? null : stretchOver(paper, whole.words, [whole.quantity]),
          `Print ${is}, or correct the number that is wrong.`,
        ),
      ];
    }),
};
