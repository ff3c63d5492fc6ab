import { textsOf } from "../../sources/paperText/outline.ts";
import { stretch } from "../claims/walk.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** A minus sign beside "reduction", "decrease" or "fall" says the same thing twice, or its opposite. */
export const rule: Rule = {
  id: "sign-once",
  family: "percentages",
  severity: "warning",
  title: "A fall is said by a sign or by a word, not by both",
  why: "A reduction of -0.4% is, read exactly, an increase.",
  fires: ["The dashboard shows a -0.4% YTD reduction in crime.", "This is a fall of -12% in burglary."],
  silent: [
    "The dashboard shows a 0.4% YTD reduction in crime.",
    "Burglary changed by -12%.",
    "Crime fell in 2018 - 4% of it was burglary.",
  ],
  find: ({ papers }) =>
    papers.flatMap((paper) =>
      paper.parts.flatMap(({ part }) =>
        textsOf(part).flatMap((words) =>
          [...words.text.matchAll(twice)].map((match) => {
            const [whole, before, behind] = match;
            const bare = (before ?? behind ?? "").replace(/^[-−–]/, "");
            return tell(
              rule,
              stretch(paper, words, match.index, match.index + whole.length),
              `“${whole}” carries the fall twice, by its sign and by its word.`,
              null,
              `Write ${bare} without the sign, or the sign without the word.`,
            );
          }),
        ),
      ),
    ),
};

const fall = "(?:reductions?|decreases?|falls?|drops?|declines?)";
const twice = new RegExp(
  `(?<=^|[ (])([-−–]\\d[\\d,.]*(?: ?%| per ?cent| percentage points?)?) (?:(?:YTD|year[- ]to[- ]date|overall|annual|net|relative|further) )*${fall}\\b|\\b${fall} of ([-−–]\\d[\\d,.]*(?: ?%)?)`,
  "gi",
);
