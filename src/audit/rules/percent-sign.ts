import { passages } from "../claims/passages.ts";
import { stretch } from "../claims/walk.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** A signed number that changes by so much, without %, in a sentence or list that says its other changes in percent. */
export const rule: Rule = {
  id: "percent-sign",
  family: "percentages",
  severity: "warning",
  title: "A change in percent has its sign %",
  why: "“A -7.2 reduction” may be offences or percent.",
  fires: [
    "Two types are rated red: rape (+38.7) and violence (12%).",
    "The dashboard shows a +7.2 YTD increase for the county and +12% for the north.",
  ],
  silent: [
    "Two types are rated red: rape (+38.7%) and violence (12%).",
    "The change was +7 officers, or +12%.",
  ],
  find: ({ papers }) =>
    papers.flatMap((paper) =>
      paper.parts.flatMap(({ part }) =>
        passages(part).flatMap(({ words }) =>
          /\d ?%/.test(words.text)
            ? [...words.text.matchAll(bare)].map((match) =>
                tell(
                  rule,
                  stretch(paper, words, match.index, match.index + match[0].length),
                  `“${match[0]}” has no unit; the sentence's other changes are in percent.`,
                  null,
                  "Write %, if percent is meant.",
                ),
              )
            : [],
        ),
      ),
    ),
};

const bare =
  /(?<=\()[+−-]\d+\.\d+(?=\))|(?<=\b(?:a|an|the) )[+−-]\d+\.\d+(?= (?:YTD |year[- ]to[- ]date )?(?:reduction|increase|decrease|rise|fall)\b)/g;
