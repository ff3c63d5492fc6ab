import type { Finding } from "../finding.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { isTyped, sentencesIn, successive, withoutMonths } from "../successive.ts";
import { tell } from "../tell.ts";

/** So few digits agree by chance in two periods. */
const fewestDigits = 3;

const digitsIn = (words: string): number => words.replace(/#\d+/g, "").replace(/\D/g, "").length;

/** A sentence whose months went on while its figures stood still. */
export const rule: Rule = {
  id: "unmoved-figures",
  family: "time",
  severity: "warning",
  title: "Figures move with the month they are given for",
  why: "When last quarter's sentence is kept and only its month is changed, it gives the old figures to the new month.",
  across: true,
  fires: [
    [
      "# Performance report, September 2019\n\nThere were 115 offences in September, of which 94 were resolved.\n",
      "# Performance report, December 2019\n\nThere were 115 offences in December, of which 94 were resolved.\n",
    ],
  ],
  silent: [
    [
      "# Performance report, September 2019\n\nThere were 115 offences in September, of which 94 were resolved.\n",
      "# Performance report, December 2019\n\nThere were 121 offences in December, of which 94 were resolved.\n",
    ],
    [
      "# Performance report, September 2019\n\nThere were 3 homicides in September.\n",
      "# Performance report, December 2019\n\nThere were 3 homicides in December.\n",
    ],
  ],
  find: (input: AuditInput): Finding[] =>
    successive(input).flatMap(({ paper, earlier }) => {
      const before = new Map(sentencesIn(earlier).map((words) => [withoutMonths(words.text).rest, words]));
      return sentencesIn(paper).flatMap((words) => {
        const { rest, named } = withoutMonths(words.text);
        const same = before.get(rest);
        if (same === undefined || named.length === 0 || digitsIn(rest) < fewestDigits) return [];
        if (!isTyped(paper, words)) return [];
        if (withoutMonths(same.text).named.join() === named.join()) return [];
        return [
          tell(
            rule,
            { paper, words },
            `the paper before says the same of ${withoutMonths(same.text).named.join(" and ")}, with the same figures`,
            { paper: earlier, words: same },
            `Hold the figures against the data for ${named.join(" and ")}.`,
          ),
        ];
      });
    }),
};
