import { pieceOf } from "../../sources/paperText/text.ts";
import { datesIn } from "../mentions/dates.ts";
import type { Rule } from "../rule.ts";
import { type PartOf, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

const often = 3;

export const rule: Rule = {
  id: "date-slip",
  family: "time",
  severity: "warning",
  title: "One day is written one way",
  why: "A dashboard of 21/01/2020 that is once of 21/10/2019 is either another edition or a slip: the figures beside it depend on which.",
  fires: [
    "The dashboard at 21/01/2020 shows -0.4%.\n\nThe dashboard at 21/01/2020 shows -20.3%.\n\nThe dashboard at 21/01/2020 shows -7.2%, with -21% in the south at 21/10/2019.\n",
  ],
  silent: [
    "The dashboard at 21/01/2020 shows -0.4%.\n\nThe dashboard at 21/01/2020 shows -20.3%.\n\nThe dashboard at 21/01/2020 shows -7.2%.\n\nThe scorecard is of 21/10/2019.\n",
  ],
  find: (input) => partsIn(input).flatMap(slips),
};

/** A day named once, in a sentence that also names one that is named often: the same figures for day and year or nearly. */
function slips(partOf: PartOf) {
  const named = wordsIn(partOf).map((said) => ({ said, dates: datesIn(said.words.text) }));
  const count = (date: string | null): number =>
    named.flatMap(({ dates }) => dates).filter((other) => other.date === date).length;
  return named.flatMap(({ said: { paper, words }, dates }) =>
    dates
      .filter(({ date }) => date !== null && count(date) === 1)
      .flatMap((slip) => {
        const meant = dates.find(
          ({ date }) => date !== null && count(date) >= often && isNear(date, slip.date ?? ""),
        );
        if (meant === undefined) return [];
        return [
          tell(
            rule,
            { paper, words: pieceOf(words, slip.at, slip.end) },
            `the same sentence and ${count(meant.date) - 1} others name ${meant.written}`,
            { paper, words: pieceOf(words, meant.at, meant.end) },
            "Write one date, or say what the other is of.",
          ),
        ];
      }),
  );
}

/** The same day of another month, within a year. */
const isNear = (a: string, b: string): boolean =>
  a !== b && a.slice(8) === b.slice(8) && Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) <= 1;
