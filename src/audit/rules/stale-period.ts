import { monthNumber, monthPattern } from "../mentions/months.ts";
import type { Rule } from "../rule.ts";
import { type Match, matchesIn, type PartOf, partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

/** A sentence that reports a month as its subject: "The September 2019 data shows". */
const reported = new RegExp(
  `^(?:The |In |At )?(${monthPattern}) (20\\d\\d)(?:'s)? (?:data|figures?|levels?|position|results?|performance|volumes?|rate|total)\\b`,
  "g",
);
/** What makes an earlier month right: a comparison, a history, data that come late. */
const earlierIsMeant =
  /\b(?:compared|comparison|since|from|previous(?:ly)?|last year|same|high(?:est|er)?|low(?:est|er)?|peak|prior|earlier|then|until|available|latest|most recent|delay|published|baseline|versus|against|than|was|were|had)\b/i;

export const rule: Rule = {
  id: "stale-period",
  family: "time",
  severity: "warning",
  title: "What a paper reports lies in its own period",
  why: "A paper on December that reports “the September data” as the news was not brought up to date: the newer figure may say the opposite.",
  fires: [
    "# Performance scrutiny, Q3 2019/20 (October to December 2019)\n\nThe September 2019 data shows a decrease in cyber crime that is now below the upper limit.\n",
  ],
  silent: [
    "# Performance scrutiny, Q3 2019/20 (October to December 2019)\n\nThe November 2019 data shows a decrease. The September 2019 figure was the highest since 2016. The June 2019 data are the latest available.\n",
  ],
  find: (input) => partsIn(input).flatMap(stale),
};

function stale(partOf: PartOf) {
  const { paper, part } = partOf;
  const { period } = part;
  if (period === null) return [];
  return sentencesIn(partOf).flatMap((said) =>
    matchesIn(said, reported)
      .filter(
        (match) => monthOf(match) < period.from && !earlierIsMeant.test(said.words.text.slice(match.end)),
      )
      .map(({ groups }) =>
        tell(
          rule,
          { paper, words: said.words },
          `the sentence reports ${groups[1]} ${groups[2]}; the paper is about ${period.from === period.to ? period.from : `${period.from} to ${period.to}`}`,
          { paper, words: period.words },
          "Bring it up to date, or say why the earlier month is reported.",
        ),
      ),
  );
}

const monthOf = ({ groups }: Match): string =>
  `${groups[2]}-${String(monthNumber(groups[1] ?? "") ?? 0).padStart(2, "0")}`;
