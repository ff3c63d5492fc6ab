import { pieceOf } from "../../sources/paperText/text.ts";
import { datesIn } from "../mentions/dates.ts";
import { dayName } from "../mentions/months.ts";
import type { Rule } from "../rule.ts";
import { partsIn, type Said, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

/** Words for what figures are taken from, close before a date. */
const source =
  /\b(?:dashboard|scorecard|report|data|figures?|summary|extract|statistics|survey|bulletin|return|release|spreadsheet|database|snapshot)s?\b[^.;:]{0,40}?(?:\s(?:as\s)?(?:at|on|of|to|dated|from|taken on|extracted on|accessed on|downloaded on|published on))?(?:\sthe)?\s*\(?$/i;
const yetToCome = /\b(?:will|shall|due|next|forthcoming|expected|planned|to be|scheduled|deadline|by)\b/i;

export const rule: Rule = {
  id: "source-after-paper",
  family: "time",
  severity: "error",
  title: "No source is later than its paper",
  why: "A paper of 20 January cannot have read a dashboard of 21 January: one of the two dates is wrong, and with it what was known when.",
  fires: [
    "# Scrutiny report\n\nDate: 20 January 2020\n\nThe performance dashboard at 21/01/2020 shows a reduction of 20.3%.\n",
  ],
  silent: [
    "# Scrutiny report\n\nDate: 20 January 2020\n\nThe performance dashboard at 17/01/2020 shows a reduction of 20.3%. The next data are due on 21/02/2020.\n",
    "The performance dashboard at 21/01/2020 shows a reduction of 20.3%.\n",
  ],
  find: (input) =>
    partsIn(input).flatMap((partOf) => {
      const { paper, part } = partOf;
      const { date: dated, dated: said } = part;
      if (dated === null) return [];
      return wordsIn(partOf).flatMap((words) =>
        laterSources(words, dated).map(({ at, end, date }) =>
          tell(
            rule,
            { paper, words: pieceOf(words.words, at, end) },
            `the source is of ${dayName(date)}, the paper of ${dayName(dated)}`,
            said === null ? null : { paper, words: said },
            "Correct the date of the paper or that of the source.",
          ),
        ),
      );
    }),
};

function laterSources({ words: { text } }: Said, dated: string) {
  return datesIn(text).flatMap(({ date, at, end }) => {
    if (date === null || date <= dated) return [];
    const before = text.slice(Math.max(0, at - 90), at);
    const named = source.exec(before);
    if (named === null || yetToCome.test(before.slice(named.index))) return [];
    return [{ at, end, date }];
  });
}
