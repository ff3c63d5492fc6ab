import type { Rule } from "../rule.ts";
import { partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

const few = "(?:[1-4]|one|two|three|four|a single)";
/** A small number of people: "two individuals", "1 pedestrian". */
const people = new RegExp(
  `(?<![\\d.,%/-])\\b${few}\\s(?:(?!from|of|per|for|in|or|and|to|on|with|by|at|the|is|are|can)[A-Za-z-]+\\s){0,3}?(?:individuals?|victims?|persons?|people|children|child|girls?|boys?|wom[ae]n|m[ae]n|males?|females?|offenders?|suspects?|pedestrians?|drivers?|motorcyclists?|cyclists?|pupils?|residents?|members of the public)\\b(?!\\s(?:support|services?|satisfaction|needs?|code|per|in (?:five|ten)|in \\d))`,
  "i",
);
/** What narrows down who they are: a place, an age, a sex, an ethnicity, what they did or suffered. */
const attributes =
  /\b(?:north|south|east|west|district|borough|town|village|aged|age|years? old|female|male|ethnic|disab|gay|lesbian|trans|religio|muslim|jewish|black|asian|rape|sexual|suicide|died|deaths?|fatal|murder|homicide|domestic|exploit|repeat)\w*/i;

/** What might be is nobody. */
const supposed = /\b(?:would|could|can|may|might|if|should|for example)\b/i;

export const rule: Rule = {
  id: "small-counts",
  family: "care",
  severity: "review",
  title: "Fewer than five people are not recognisable",
  why: "“Two North Warwickshire individuals with 20 offences each” may be recognised by their neighbours. A person decides whether it is printed.",
  fires: ["Two North Barset individuals have had 20+ domestic abuse offences reported.\n"],
  silent: ["There were 388 victims in the north. Two of the reports were late.\n"],
  find: (input) =>
    partsIn(input)
      .flatMap(sentencesIn)
      .filter(({ words: { text } }) => people.test(text) && attributes.test(text) && !supposed.test(text))
      .map(({ paper, words }) =>
        tell(
          rule,
          { paper, words },
          "fewer than five people, with what may tell who they are",
          null,
          "Decide whether to print it, to give a range, or to leave out the place.",
        ),
      ),
};
