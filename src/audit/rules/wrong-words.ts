import type { Rule } from "../rule.ts";
import { around, matchesIn, partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

const counted = "(?:arrest|suspect|offence|victim|conviction|incident|warrant|individual|complaint)";
const many =
  "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?<![\\w.,/-]|[A-Z][a-z]+ )(?:[2-9]|[1-9]\\d{1,3}))";

/** Slips that a word list cannot see, since each word is one: the pattern, and what was meant. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/\b(?:they|we|you) has\b/gi, "“have” goes with it"],
  [
    /\b(?:he|she|it) have\b(?<!(?:does|did|should|could|would|may|might|will|must|let|had|makes?) (?:he|she|it) have)/gi,
    "“has” goes with it",
  ],
  [/\b(?:is|are|was|were)(?: also| now| then)? be\b(?! ?that)/g, "one verb is too many"],
  [
    /(?<!\b(?:a|the|his|her|their|free) )\b(?:will|would|should|must|shall) (?:also )?(?:used|made|given|taken|seen|done|shown|held|reviewed|delivered|monitored)\b/g,
    "“be” is missing",
  ],
  [
    /\b(?:[Tt]here|[Ii]t|[Tt]his|[Tt]hat|[Ww]hich|[Ww]e|[Tt]hey) needs? to (?:a|an)\b/g,
    "a verb is missing behind “to”",
  ],
  [/\bto \w{3,}(?:ally|fully|ively|antly|ently|ously|ately|ickly) to\b/g, "“to” stands twice"],
  [/\b(?:could|would|should) of\b/g, "“have” is meant"],
  [
    /\bit (?:is|was) (?:note|expect|anticipate|propose|envisage)\b/gi,
    "the participle is meant: “noted”, “expected”",
  ],
  [/\bconsiderable (?:above|below|higher|lower|more|less|better|worse)\b/g, "“considerably” is meant"],
  [/\bthe (?:is|are|was|were|has|have|identifies|shows)\b/g, "a word is missing behind “the”"],
  [/\ba number or [a-z]+s\b/g, "“a number of” is meant"],
  [
    /\ba number (?!of\b)[a-z]+(?:ations|ments|issues|areas|officers|changes|concerns|reasons)\b/g,
    "“of” is missing",
  ],
  [/\b(?:charging|legal|prevention|specialist|of) advise\b/g, "the noun is “advice”"],
  [
    /\b(?:good|best|consistent|current|common|safe|working|(?:[Pp]rocesses|policies|systems|procedures) and) practises?\b(?! (?:the|their|this|what|how))/g,
    "the noun is “practice”",
  ],
  [
    /(?<!\b[Ii]n )\bprinciple (?:nominal|reason|cause|officer|aim|objective|source|concern|legislation)s?\b/g,
    "“principal” is meant",
  ],
  [/\bmaybe (?:subject|required|due|able|used|possible|necessary|seen|made)\b/g, "“may be” is meant"],
  [/\bopportunit(?:y|ies) (?:share|explore|discuss|improve|develop|consider)\b/g, "“to” is missing"],
  [
    new RegExp(
      `\\b${many} ${counted}(?=\\s(?:were|are|have|arrested|charged|in|on|from|and (?:two|three|four|five|six|seven|eight|nine|ten|\\d))\\b|[.,;])`,
      "g",
    ),
    "the plural is meant",
  ],
  [/(?<![\w.,-])\d{1,3}(?:months?|weeks?|days?|years?)\b/g, "a blank is missing"],
  [/\b(?:section|paragraph|table|figure) \d{1,2} \.\d/gi, "a blank is too many"],
  [/\b[A-Z][a-z]+-(?:upon|under|le|super) [A-Z][a-z]+\b/g, "a hyphen is missing"],
];

export const rule: Rule = {
  id: "wrong-words",
  family: "language",
  severity: "warning",
  title: "Words are the ones that were meant",
  why: "“Three recommendation”, “will used”, “they has”: no word is misspelt, and the sentence is wrong. What was taken out with the missing word?",
  fires: [
    "The results of the surveys will used to identify the pathways.\n",
    "The twelve arrest and three convictions are positive.\n",
    "A member has an interest unless they has a dispensation.\n",
  ],
  silent: [
    "The results will be used. The twelve arrests and the two officer posts are welcome. They have it; should it have more, we may be glad. The 12 month period is good practice, as they practise it.\n",
  ],
  find: (input) =>
    partsIn(input)
      .flatMap(sentencesIn)
      .flatMap((said) =>
        slips.flatMap(([pattern, meant]) =>
          matchesIn(said, pattern).map(({ at, end }) =>
            tell(rule, around(said, at, end, 25), meant, null, "Correct it, and read the sentence again."),
          ),
        ),
      ),
};
