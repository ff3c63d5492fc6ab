import type { Text } from "../../sources/paperText/paper.ts";
import { claimed, said, stretchOver } from "../claims/walk.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** Percentages that are compared with each other are printed with as many decimals. */
export const rule: Rule = {
  id: "decimals-agree",
  family: "percentages",
  severity: "warning",
  title: "Percentages that are compared have as many decimals",
  why: "4.83% beside 4.8% may be a rise or a fall: the reader cannot tell what rounding hides.",
  fires: ["The rate in December was 5.29%, an increase from 3.3% in November."],
  silent: [
    "The rate in December was 3.2%, which is above the target of 2%.",
    "The rate in December was 5.3%, an increase from 3.3% in November.",
    "The rate in December (9%) was higher than the previous month (4%); 8.3% of it was new.",
  ],
  find: (input) => {
    const seen = new Set<Text>();
    return claimed(input, "comparison").flatMap(({ paper, claim: { words, subject, against, named } }) => {
      if (subject === null || against === null || seen.has(words)) return [];
      if (isSet.test(words.text.slice(named.at, named.end))) return [];
      const [a, b] = [subject.quantity, against.quantity];
      if (a.kind !== "percent" || b.kind !== "percent" || a.decimals === b.decimals) return [];
      seen.add(words);
      const inSentence = subject.words === words;
      return [
        tell(
          rule,
          stretchOver(paper, words, inSentence ? [a, b] : [b]),
          `${said(subject)} is compared with ${said(against)}, which has ${b.decimals > a.decimals ? "more" : "fewer"} decimals.`,
          inSentence ? null : stretchOver(paper, subject.words, [a]),
          "Print both with the same number of decimals.",
        ),
      ];
    });
  },
};

/** What was set and not measured has the decimals that it was set with. */
const isSet = /\b(?:target|standard|benchmark)\b/i;
