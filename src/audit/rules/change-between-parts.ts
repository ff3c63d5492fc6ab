import type { Quantity } from "../claims/claim.ts";
import { passages } from "../claims/passages.ts";
import { readingOf } from "../claims/reading.ts";
import { stretch } from "../claims/walk.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** The change of a whole lies between the changes of its parts. */
export const rule: Rule = {
  id: "change-between-parts",
  family: "percentages",
  severity: "error",
  title: "The change of a whole lies between those of its parts",
  why: "If one area fell by 21% and the other by 1%, both together cannot have fallen by 27%.",
  fires: [
    "There was a 27% reduction for the county, comprising a 21% decrease in the south and a 1% decrease in the north.",
  ],
  silent: [
    "There was a 7% reduction for the county, comprising a 21% decrease in the south and a 1% decrease in the north.",
    "There was a +9.6% increase for the county, comprising a +28.2% increase in the north and a 21.6% reduction in the south.",
  ],
  find: ({ papers }) =>
    papers.flatMap((paper) =>
      paper.parts.flatMap(({ part }) =>
        passages(part).flatMap(({ words }) => {
          const { text } = words;
          const split = /\b(?:compris\w+|made up|consisting)\b/.exec(text);
          if (split === null) return [];
          const percents = readingOf(words).quantities.filter(({ kind }) => kind === "percent");
          const whole = percents.findLast(({ end }) => end <= split.index);
          const parts = percents.filter(({ at }) => at > split.index);
          const last = parts.at(-1);
          if (whole === undefined || last === undefined || parts.length < 2) return [];
          const changes = [whole, ...parts].map((q) => changeOf(text, q));
          const [of, ...those] = changes.filter((change): change is number => change !== null);
          if (of === undefined || those.length !== parts.length) return [];
          if (of >= Math.min(...those) && of <= Math.max(...those)) return [];
          return [
            tell(
              rule,
              stretch(paper, words, whole.at, last.end),
              `${of}% does not lie between ${those.map((one) => `${one}%`).join(" and ")}.`,
              null,
              "Correct the change of the whole or of its parts.",
            ),
          ];
        }),
      ),
    ),
};

/** A change with its sign, from the sign or the word behind it; null where neither says which way it went. */
function changeOf(text: string, { end, value, sign }: Quantity): number | null {
  const behind =
    /^ (?:[A-Za-z]+ ){0,2}?(?:(increase|rise|growth)|(?:decrease|reduction|fall|decline|drop))\b/.exec(
      text.slice(end, end + 40),
    );
  if (behind !== null) return behind[1] === undefined ? -Math.abs(value) : Math.abs(value);
  return sign === null ? null : value;
}
