import type { Rule } from "../rule.ts";
import { matchesIn, partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

/** What befell a person whose name had better not be printed without a decision. */
const befell =
  /\b(?:tragic|murder(?:ed)?|killed|died|death of|inquest|homicide|victim,|assaulted|raped|stabbed|missing person|suicide|deceased)\b/i;
const person =
  /(?<=[—–,(-]\s?|\b(?:of|victim|named|family of)\s)(?:(?:Mr|Mrs|Ms|Miss)\s)?[A-Z][a-z]{2,} [A-Z][a-z]{3,}(?=\s?[—–,)-]|[’']s\b)/g;
const noPerson =
  /\b(?:Police|Force|Crime|County|Council|Service|Board|Group|Panel|Unit|Team|Area|District|Street|Road|Act|Plan|Report|Hub|Home|National|North|South|East|West|Review|Office|January|February|March|April|June|July|August|September|October|November|December)\b/;

export const rule: Rule = {
  id: "named-person",
  family: "care",
  severity: "review",
  title: "A victim is named only on purpose",
  why: "A name beside a death stays in a public paper for ever. A person decides whether the family knows, and whether it helps the reader.",
  fires: ["A tragic incident in the recent past — Anna Example — highlighted the need for improvement.\n"],
  silent: [
    "A tragic incident in the recent past highlighted the need for improvement, as Anna Example of the force said.\n",
  ],
  find: (input) =>
    partsIn(input)
      .flatMap(sentencesIn)
      .filter(({ words }) => befell.test(words.text))
      .flatMap((said) =>
        matchesIn(said, person)
          .filter(({ quoted }) => !noPerson.test(quoted.words.text))
          .map(({ quoted }) =>
            tell(
              rule,
              quoted,
              "a person is named beside a death or an offence",
              null,
              "Decide whether the name is printed.",
            ),
          ),
      ),
};
