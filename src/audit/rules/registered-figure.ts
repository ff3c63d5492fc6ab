import { spotAt } from "../../sources/paperText/text.ts";
import type { Finding } from "../finding.ts";
import { boundFigures, nounsOf } from "../registered.ts";
import type { Rule } from "../rule.ts";
import { placeOf } from "../tell.ts";

/** A count in a sentence that names a measure and a month, against what was published for these. */
export const rule: Rule = {
  id: "registered-figure",
  family: "numbers",
  severity: "error",
  title: "A figure that is typed is the one that was published",
  why: "A sentence that names a measure, a month and a number by hand must have the number of the data: a reader finds both, in the table and in the text. Only counts whose noun no other measure shares are held against the data, and only where the month and the area are plain.",
  needsRegister: true,
  fires: ["# Report, November 2019\n\nIn November 2019, 55 burglaries were recorded.\n"],
  silent: [
    "# Report, November 2019\n\nIn November 2019, 54 burglaries were recorded.\n",
    "# Report, November 2019\n\nIn November 2019, 55 burglaries against shops were recorded.\n",
    "# Report, November 2019\n\nThe force had an average of 55 burglaries in November 2019.\n",
  ],
  find: ({ papers, register, checked }): Finding[] => {
    if (register === null) return [];
    const nouns = nounsOf(register);
    return papers.flatMap((paper) =>
      boundFigures(paper, register, nouns).flatMap(({ claim, measure, published }): Finding[] => {
        const spot = spotAt(claim.words, claim.quantity.at);
        checked(paper, spot);
        if (published.value === claim.quantity.value) return [];
        return [
          {
            rule: rule.id,
            severity: rule.severity,
            place: placeOf(paper, spot),
            message: `${measure.measure.title}, ${published.period}: the data has ${published.value?.toLocaleString("en-GB")}, not ${claim.quantity.value.toLocaleString("en-GB")}`,
            quote: claim.words.text.trim(),
            other: { place: published.place, quote: String(published.value) },
            settle: "Name the figure in double braces instead of typing it, or correct it.",
          },
        ];
      }),
    );
  },
};
