import type { Rule } from "../rule.ts";
import { matchesIn, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

const rolling = "rolling (?:\\d{1,2}|three|six|twelve)[ -]?(?:months?|mths?|m)";
const toDate = "(?:YTD|year[ -]to[ -]date)";
const both = new RegExp(`\\b(?:${rolling}[ ,/-]*${toDate}|${toDate}[ ,/-]*${rolling})\\b`, "gi");

export const rule: Rule = {
  id: "one-basis",
  family: "time",
  severity: "error",
  title: "A figure has one basis of time",
  why: "“Rolling 3 months YTD” is either the last three months or the year so far; no reader can tell which was drawn.",
  fires: ["Figure 3 - Satisfaction across the 5 service stages (rolling 3 months YTD)\n"],
  silent: ["Satisfaction is shown for rolling 3 months; recorded crime as YTD.\n"],
  find: (input) =>
    partsIn(input)
      .flatMap(wordsIn)
      .flatMap((said) =>
        matchesIn(said, both).map(({ quoted }) =>
          tell(
            rule,
            quoted,
            "a rolling period and the year to date are two bases",
            null,
            "Name the one that the figures have.",
          ),
        ),
      ),
};
