import { monthPattern } from "../mentions/months.ts";
import type { Rule } from "../rule.ts";
import { matchesIn, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

/** Behind a day and a month: too few or too many figures, or another century. "In May 315 offences" is no year: it has no day. */
const written = new RegExp(
  `\\b\\d{1,2}(?:\\s?(?:st|nd|rd|th))?,? (?:of )?${monthPattern},? (\\d{5}|\\d{3}|(?:1[0-8]|2[1-9]|[03-9]\\d)\\d{2})\\b(?![.,:]\\d)`,
  "g",
);

export const rule: Rule = {
  id: "year-figures",
  family: "time",
  severity: "error",
  title: "A year has four figures and is one of ours",
  why: "“3 March 20120” or “5 May 219” is a slip of the keyboard, and the sentence beside it names no time.",
  fires: ["The force was inspected on 3 March 20120.\n", "The survey of 5th May 219 is out.\n"],
  silent: ["The force was inspected on 3 March 2019; in May 315 offences were recorded, in June 1,204.\n"],
  find: (input) =>
    partsIn(input)
      .flatMap(wordsIn)
      .flatMap((said) =>
        matchesIn(said, written).map(({ groups, quoted }) =>
          tell(
            rule,
            quoted,
            `${groups[1]} is not a year of this century or the last`,
            null,
            "Write the year that was meant.",
          ),
        ),
      ),
};
