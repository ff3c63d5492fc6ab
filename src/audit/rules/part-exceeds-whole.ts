import type { Text } from "../../sources/paperText/paper.ts";
import { passages } from "../claims/passages.ts";
import { readingOf } from "../claims/reading.ts";
import { claimed, said, stretch, stretchOver } from "../claims/walk.ts";
import type { Finding } from "../finding.ts";
import type { AuditedPaper, Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** "60 of 53", "130 people, of which 146", "24% had errors, while 30% failed one of the standards". */
export const rule: Rule = {
  id: "part-exceeds-whole",
  family: "numbers",
  severity: "error",
  title: "A part is not more than its whole",
  why: "A part that exceeds its whole shows that the two were taken from different months or different bases.",
  fires: [
    "63 of the 53 offences (60%) were recent.",
    "A total of 130 people were considered, of which 146 were released.",
    "24% of files submitted were erroneous, when 30% of the files failed to meet the standard.",
  ],
  silent: [
    "32 of the 53 offences (60%) were recent.",
    "A total of 130 people were considered, of which 46 were released.",
    "34% of files submitted were erroneous, when 30% of the files failed to meet the standard.",
  ],
  find: (input) => [
    ...claimed(input, "share").flatMap(({ paper, claim: { words, percent, part, whole } }) =>
      whole === null || part.value <= whole.quantity.value
        ? []
        : [
            tell(
              rule,
              stretchOver(paper, words, [percent, part]),
              `${said({ words, quantity: part })} is said to be a part of ${said(whole)}, which is fewer.`,
              whole.words === words ? null : stretchOver(paper, whole.words, [whole.quantity]),
              "Correct the part or its whole.",
            ),
          ],
    ),
    ...input.papers.flatMap((paper) =>
      paper.parts.flatMap(({ part }) =>
        passages(part).flatMap(({ words }) => [...whichIn(paper, words), ...faultsIn(paper, words)]),
      ),
    ),
  ],
};

/** "N …, of which M". */
function whichIn(paper: AuditedPaper, words: Text): Finding[] {
  const counts = readingOf(words).quantities.filter(({ kind, loose }) => kind === "count" && !loose);
  return counts.flatMap((part, i): Finding[] => {
    const whole = counts[i - 1];
    if (whole === undefined || part.value <= whole.value) return [];
    if (!/^[^.;]*\bof (?:which|whom) (?:only )?$/.test(words.text.slice(whole.end, part.at))) return [];
    return [
      tell(
        rule,
        stretchOver(paper, words, [whole, part]),
        `${words.text.slice(part.at, part.end)} of ${words.text.slice(whole.at, whole.end)} are more than there are.`,
        null,
        "Correct the part or its whole.",
      ),
    ];
  });
}

/** Those with a fault of one kind are among those with any fault. */
const faults =
  /(\d+(?:\.\d+)?)% of (?:all |the )?([a-z]+)\b[^.;]*?\b(?:erroneous|in error|errors?|incorrect|defective|faulty|deficient)\b[^.;]*?(\d+(?:\.\d+)?)% of (?:the |those |these )?\2\b[^.;]*?\b(?:fail\w*|did not|non-compl\w*|lack\w*)\b/gi;

const faultsIn = (paper: AuditedPaper, words: Text): Finding[] =>
  [...words.text.matchAll(faults)]
    .filter(([, any, , one]) => Number(one) > Number(any))
    .map((match) =>
      tell(
        rule,
        stretch(paper, words, match.index, match.index + match[0].length),
        `${match[3]}% with one kind of fault are more than the ${match[1]}% with any.`,
        null,
        "Give both of one month and one base, or say how they differ.",
      ),
    );
