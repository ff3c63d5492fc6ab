import type { Rule } from "../rule.ts";
import { matchesIn, partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

const counted =
  /\b(?:\d{1,3}(?:st|nd|rd|th)|(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth))\s(?:consecutive|successive)\s(days|weeks|months|quarters|years|meetings|periods)\b/gi;

export const rule: Rule = {
  id: "ordinal-count",
  family: "names",
  severity: "warning",
  title: "An ordinal counts one, a number counts many",
  why: "“After 8th consecutive months” is either the eighth month or eight months: a run of months is evidence, and must be plain.",
  fires: ["In October, after 8th consecutive months above the average, the baseline was raised.\n"],
  silent: ["This was the 8th consecutive month above the average, after 8 consecutive months of decline.\n"],
  find: (input) =>
    partsIn(input)
      .flatMap(sentencesIn)
      .flatMap((said) =>
        matchesIn(said, counted).map(({ quoted, groups }) =>
          tell(
            rule,
            quoted,
            `an ordinal stands before the plural “${groups[1]}”`,
            null,
            "Write “8 consecutive months”, or “the 8th consecutive month”.",
          ),
        ),
      ),
};
