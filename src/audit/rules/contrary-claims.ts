import { shareOf, stemsOf } from "../mentions/likeness.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { type Match, matchesIn, partsIn, type Said, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

const thing = "(?:correlation|link|relationship|association|connection|evidence|causal link)";
const yes = new RegExp(
  `\\b(?:strong|clear|close|significant|direct)\\s${thing}s?\\s(?:between|of|with)\\s[^.;,]{10,90}`,
  "gi",
);
const no = new RegExp(
  `\\b(?:no|little|limited|weak|not (?:a|any))(?:,? or (?:very )?(?:limited|little|weak),?)?\\s(?:clear |direct |strong )?${thing}s?\\s(?:between|of|with)\\s[^.;,]{10,90}`,
  "gi",
);

export const rule: Rule = {
  id: "contrary-claims",
  family: "papers",
  severity: "warning",
  title: "Two papers do not claim the opposite",
  why: "The office finds a strong correlation where the force's answer finds none: the panel should hear of it from the papers, not find it.",
  across: true,
  fires: [
    [
      "There is a strong correlation between the follow up element and the overall satisfaction rates.\n",
      "Research indicates that there is no, or very limited, correlation between 'follow up' and 'whole experience' satisfaction.\n",
    ],
  ],
  silent: [
    [
      "There is a strong correlation between the follow up element and the overall satisfaction rates.\n",
      "Research indicates that there is no correlation between weather and road deaths.\n",
    ],
  ],
  find: (input) => contrary(input),
};

function contrary(input: AuditInput) {
  const said = partsIn(input).flatMap(sentencesIn);
  const claims = (pattern: RegExp) => said.flatMap((one: Said) => matchesIn(one, pattern));
  const holds = claims(yes);
  return claims(no).flatMap((denied) => {
    const claim = holds.find((one) => sameThings(one, denied));
    return claim === undefined
      ? []
      : [
          tell(
            rule,
            denied.quoted,
            "the opposite is claimed elsewhere",
            claim.quoted,
            "Say in the paper that the two differ, and why.",
          ),
        ];
  });
}

const sameThings = (a: Match, b: Match): boolean => {
  const [one, two] = [about(a), about(b)];
  return (
    Math.max(shareOf(one, two), shareOf(two, one)) >= 0.5 &&
    [...one].filter((word) => two.has(word)).length >= 2
  );
};

/** The words behind "between". */
const about = ({ quoted }: Match): Set<string> =>
  stemsOf(quoted.words.text.replace(/^.*?\b(?:between|of|with)\s/, ""));
