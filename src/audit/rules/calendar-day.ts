import { pieceOf } from "../../sources/paperText/text.ts";
import { datesIn } from "../mentions/dates.ts";
import type { Rule } from "../rule.ts";
import { partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

export const rule: Rule = {
  id: "calendar-day",
  family: "time",
  severity: "error",
  title: "A day is in the calendar",
  why: "31 June and 30 February are in none: another day was meant.",
  fires: ["Comments are due by 31 June 2020.\n"],
  silent: ["Comments are due by 29 February 2020, or by 30 June 2020.\n"],
  find: (input) =>
    partsIn(input)
      .flatMap(wordsIn)
      .flatMap(({ paper, words }) =>
        datesIn(words.text)
          // A figure such as 42/10/2019 may be a reference: only a month's name makes it a day.
          .filter(({ date, written }) => date === null && /[a-z]/i.test(written))
          .map(({ at, end, written }) =>
            tell(
              rule,
              { paper, words: pieceOf(words, at, end) },
              `there is no ${written}`,
              null,
              "Write the day that was meant.",
            ),
          ),
      ),
};
