import { shareOf, stemsOf } from "../mentions/likeness.ts";
import type { AuditInput, Rule } from "../rule.ts";
import { type Match, matchesIn, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

/** A code and what it is, in quotation marks: "Outcome code 15: 'Named suspect identified…'". */
const codeFirst = /\b(?:Outcome(?: code)?|OC)\s?(\d{1,2})\b[^'"‘“.;]{0,10}\s['"‘“]([^'"‘“’”]{12,120})/gi;
const wordsFirst = /['"‘“]([^'"‘“’”]{12,120})['"’”]?\s\((?:Outcome(?: code)?|OC)\s?(\d{1,2})\)/gi;
type Meaning = { readonly code: string; readonly words: string; readonly match: Match };

export const rule: Rule = {
  id: "code-meanings",
  family: "papers",
  severity: "warning",
  title: "A code means one thing",
  why: "Outcome 16 that is “victim does not support” in one paper and “suspect not identified” in another counts two things under one name.",
  across: true,
  fires: [
    [
      "The use of Outcome code 16: 'Evidential difficulties; victim does not support police action' rose.\n",
      "Crimes with Outcome 16 'Suspect not identified; investigation complete' fell.\n",
    ],
  ],
  silent: [
    [
      "The use of Outcome code 16: 'Evidential difficulties; victim does not support police action' rose.\n",
      "Crimes in the category 'Evidential difficulties, victim does not support action' (OC16) fell. Outcome 15 'Named suspect identified' rose.\n",
    ],
  ],
  find: (input) => twoMeanings(input),
};

function twoMeanings(input: AuditInput) {
  const said = partsIn(input).flatMap(wordsIn);
  const all = said.flatMap((words): Meaning[] => [
    ...matchesIn(words, codeFirst).map((match) => ({
      code: match.groups[1] ?? "",
      words: match.groups[2] ?? "",
      match,
    })),
    ...matchesIn(words, wordsFirst).map((match) => ({
      code: match.groups[2] ?? "",
      words: match.groups[1] ?? "",
      match,
    })),
  ]);
  return all.flatMap((one, i) => {
    const other = all.slice(0, i).find(({ code }) => code === one.code);
    if (other === undefined || shareOf(stemsOf(one.words), stemsOf(other.words)) > 0.25) return [];
    return [
      tell(
        rule,
        one.match.quoted,
        `outcome ${one.code} is “${other.words}” elsewhere`,
        other.match.quoted,
        "Correct the code or its words.",
      ),
    ];
  });
}
