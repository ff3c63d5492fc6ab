import { checked, claimed, said, stretchOver } from "../claims/walk.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** So many people with at least so many each have at least the product in all. */
export const rule: Rule = {
  id: "minimum-total",
  family: "numbers",
  severity: "error",
  title: "People with at least so many each have at least so many in all",
  why: "Three people with 20 or more offences each have 60 or more: a total of 38 shows that the threshold, the people or the total is wrong.",
  fires: [
    "Five North Avon and six South Avon individuals have had 20+ offences reported each that collectively represent 5% (38) of all offences (713).",
    "There were more repeat victims with 2 offences each (388) representing 770 offences.",
  ],
  silent: [
    "There are 4 individuals who have 20+ offences reported each that collectively represent 4% (96) of all offences (2,340).",
    "There were more repeat victims with 2 offences each (388) representing 776 offences.",
    "There were more repeat victims with 3-5 offences each (98) representing 338 offences.",
  ],
  find: (input) =>
    claimed(input, "minimum").flatMap(({ paper, claim }) => {
      const { words, people, least, most, total, at, end } = claim;
      if (total === null || total.loose) return [];
      checked(input, paper, [people, { words, quantity: total }]);
      const count = people.quantity.value;
      const [from, to] = [count * least, most === null ? Number.POSITIVE_INFINITY : count * most];
      if (total.value >= from && total.value <= to) return [];
      const bound =
        total.value < from
          ? `at least ${least} each make ${from} or more`
          : `at most ${most} each make ${to} or fewer`;
      return [
        tell(
          rule,
          stretchOver(paper, words, [{ at, end }]),
          `${count} people with ${bound}, but the total is ${said({ words, quantity: total })}.`,
          null,
          "Correct the number of people, what each has, or the total.",
        ),
      ];
    }),
};
