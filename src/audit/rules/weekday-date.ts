import { weekday } from "../../analysis/days.ts";
import { pieceOf } from "../../sources/paperText/text.ts";
import { datesIn } from "../mentions/dates.ts";
import { dayName } from "../mentions/months.ts";
import type { Rule } from "../rule.ts";
import { partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

export const rule: Rule = {
  id: "weekday-date",
  family: "time",
  severity: "error",
  title: "The weekday is that of the date",
  why: "People come on the day that they read first: a meeting on “Tuesday 17 March” is held on one of two days.",
  fires: ["The panel meets on Tuesday, 16 March 2020.\n", "Date: Monday 21st July 2020\n"],
  silent: ["The panel meets on Monday, 16 March 2020.\n", "Figures as at 16 March 2020, a Monday.\n"],
  find: (input) =>
    partsIn(input)
      .flatMap(wordsIn)
      .flatMap(({ paper, words }) =>
        datesIn(words.text).flatMap(({ date, weekday: named, at, end }) => {
          if (date === null || named === null) return [];
          const right = weekday(date);
          if (right.startsWith(named.slice(0, 3))) return [];
          return [
            tell(
              rule,
              { paper, words: pieceOf(words, at, end) },
              `${dayName(date)} is a ${right}`,
              null,
              "Correct the weekday or the date.",
            ),
          ];
        }),
      ),
};
