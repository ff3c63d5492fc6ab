import { monthPattern } from "../mentions/months.ts";
import type { Rule } from "../rule.ts";
import { around, matchesIn, partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

/** As the time of a figure; behind a comparison it is the month before the one that is named. */
const relative =
  /(?:^|\b(?:recorded|received|reported|attended|answered|made|handled|calls|incidents|offences|victims)\s)[Ll]ast (?:month|week|quarter)\b(?!['’]s)/g;
const named = new RegExp(`\\b${monthPattern}\\b|\\b(?:19|20)\\d\\d\\b|\\bQ[1-4]\\b`);

export const rule: Rule = {
  id: "relative-date",
  family: "time",
  severity: "review",
  title: "“Last month” says which",
  why: "A report on December that is read in March, and quoted in May, has three last months.",
  fires: ["Last month 24% (28) of files had errors, a slight increase on the month before.\n"],
  silent: [
    "In December 24% of files had errors, compared with last month (22%). Last month, November, it was 22%.\n",
  ],
  find: (input) =>
    partsIn(input)
      .flatMap(sentencesIn)
      .filter(({ words }) => /\d/.test(words.text) && !named.test(words.text))
      .flatMap((said) =>
        matchesIn(said, relative).map(({ at, end }) =>
          tell(rule, around(said, at, end, 50), "the sentence names no month", null, "Name the month."),
        ),
      ),
};
