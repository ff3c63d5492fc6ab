import { passages } from "../claims/passages.ts";
import { stretch } from "../claims/walk.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** "Over two thirds (71%)", "nearly half (48%)": the words of a fraction and the percentage in brackets behind them. */
export const rule: Rule = {
  id: "fraction-agrees",
  family: "direction",
  severity: "error",
  title: "A fraction in words agrees with its percentage",
  why: "“Over a quarter (24%)” was right last month.",
  fires: [
    "Over a quarter of all victims (24%) are repeat victims.",
    "Nearly two thirds (71%) of the calls were answered.",
  ],
  silent: [
    "Over a quarter of all victims (26%) are repeat victims.",
    "Nearly two thirds (65%) of the calls were answered.",
    "Over half of the 80 calls were lost; those to the front desk (12%) were not.",
  ],
  find: ({ papers }) =>
    papers.flatMap((paper) =>
      paper.parts.flatMap(({ part }) =>
        passages(part).flatMap(({ words }) =>
          [...words.text.matchAll(fraction)].flatMap((match) => {
            const [whole, side = "", count = "", name = "", percent = ""] = match;
            const is =
              (100 * (counts[count.toLowerCase()] ?? 1)) / (names[name.toLowerCase().replace(/s$/, "")] ?? 1);
            const isMore = /^(?:over|more than)$/i.test(side);
            const holds = isMore ? Number(percent) >= Math.floor(is) : Number(percent) <= Math.ceil(is);
            return holds
              ? []
              : [
                  tell(
                    rule,
                    stretch(paper, words, match.index, match.index + whole.length),
                    `${percent}% is ${isMore ? "less" : "more"} than ${count === "" ? "" : `${count} `}${name}.`,
                    null,
                    "Correct the words or the percentage.",
                  ),
                ];
          }),
        ),
      ),
    ),
};

const fraction =
  /\b(over|more than|nearly|almost|just under|under|less than|fewer than) (?:(an?|one|two|three|four) )?(half|thirds?|quarters?|fifths?|tenths?)\b(?: of (?:all )?(?:[a-z]+ ?){1,4})? ?\((\d+(?:\.\d+)?)%\)/gi;
const counts: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4 };
const names: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 };
