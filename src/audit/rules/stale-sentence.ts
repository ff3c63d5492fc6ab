import type { Finding } from "../finding.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { isTyped, plainWords, sentencesIn, successive } from "../successive.ts";
import { tell } from "../tell.ts";

/** Words of a comparison: what they say holds for one period. */
const compares =
  /\b(?:increased?|decreased?|reduc(?:ed|tion)|rose|risen|fell|fallen|higher|lower|highest|lowest|compared|above|below|more than|fewer than|improve(?:d|ment))\b/i;

/** "In September 2017 it reached 86%" stays true; "compared to November (94)" does not. */
const namesYear = /\b(?:19|20)\d\d\b/;

const tellsOfPeriod = (sentence: string): boolean =>
  /\d/.test(sentence) && compares.test(sentence) && !namesYear.test(sentence) && sentence.length >= 30;

/** A sentence that was left standing from the paper before. */
export const rule: Rule = {
  id: "stale-sentence",
  family: "time",
  severity: "warning",
  title: "No comparison is left from the paper before",
  why: "A paper is often begun as a copy of the last one. A sentence with a figure and a comparison that stands word for word in both was forgotten: the same figures do not rise twice. Sentences that name a year stay true and are left alone.",
  across: true,
  fires: [
    [
      "# Performance report, September 2019\n\nOffences increased by 22% compared to the month before (94).\n",
      "# Performance report, December 2019\n\nOffences increased by 22% compared to the month before (94).\n",
    ],
  ],
  silent: [
    [
      "# Performance report, September 2019\n\nOffences increased by 22% compared to the month before (94).\n",
      "# Performance report, December 2019\n\nOffences increased by 8% compared to the month before (120).\n",
    ],
    [
      "# Performance report, September 2019\n\nConfidence reached 86% in September 2017, higher than ever before.\n",
      "# Performance report, December 2019\n\nConfidence reached 86% in September 2017, higher than ever before.\n",
    ],
  ],
  find: (input: AuditInput): Finding[] =>
    successive(input).flatMap(({ paper, earlier }) => {
      const before = new Map(sentencesIn(earlier).map((words) => [plainWords(words.text), words]));
      return sentencesIn(paper).flatMap((words) => {
        const same = before.get(plainWords(words.text));
        if (same === undefined || !tellsOfPeriod(words.text)) return [];
        if (!isTyped(paper, words)) return [];
        return [
          tell(
            rule,
            { paper, words },
            "this sentence stands word for word in the paper before, with its figures",
            { paper: earlier, words: same },
            "Write what this period shows, or take the sentence out.",
          ),
        ];
      });
    }),
};
