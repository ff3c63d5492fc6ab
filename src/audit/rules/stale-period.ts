import type { PaperPeriod } from "../../sources/paperText/paper.ts";
import { monthNumber, monthPattern } from "../mentions/months.ts";
import type { Rule } from "../rule.ts";
import { type Match, matchesIn, type PartOf, partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

/** A sentence in the present whose subject is a month or a quarter: "The September 2019 data shows", "The Q2 rate for X has". */
const reported = new RegExp(
  `^(?:The )?(?:(${monthPattern}) (20\\d\\d)|Q([1-4]))(?:['’]s)? (?:data|figures?|levels?|position|results?|performance|volumes?|rates?|total)(?: (?:for|of) [^.,;]{3,40}?)? (?:now )?(?:shows?|is|are|has|have|represents?|marks?|remains?|illustrates?|indicates?|suggests?)\\b`,
  "g",
);
/** What makes an earlier month right: data that come late, or a figure to compare with. */
const earlierIsMeant =
  /\b(?:available|latest|most recent|delay|published|baseline|used as|shown for comparison)\b/i;

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
      .filter((match) => isBefore(match, period) && !earlierIsMeant.test(said.words.text))
      .map(({ groups }) =>
        tell(
          rule,
          { paper, words: said.words },
          `the sentence reports ${groups[3] === undefined ? `${groups[1]} ${groups[2]}` : `Q${groups[3]}`}; the paper is about ${period.from === period.to ? period.from : `${period.from} to ${period.to}`}`,
          { paper, words: period.words },
          "Bring it up to date, or say why the earlier month is reported.",
        ),
      ),
  );
}

/** Before the paper's period; the same month of a year before is there to be compared with. */
function isBefore(match: Match, { from, to, quarter }: PaperPeriod): boolean {
  const named = match.groups[3];
  if (named !== undefined) return quarter !== null && Number(named) < Number(quarter.at(-1));
  const month = monthOf(match);
  return month < from && month.slice(5) !== to.slice(5);
}

const monthOf = ({ groups }: Match): string =>
  `${groups[2]}-${String(monthNumber(groups[1] ?? "") ?? 0).padStart(2, "0")}`;
