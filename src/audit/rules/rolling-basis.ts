import { stemsOf } from "../mentions/likeness.ts";
import type { Rule } from "../rule.ts";
import { matchesIn, type PartOf, partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

const numbers: Readonly<Record<string, number>> = {
  three: 3,
  four: 4,
  six: 6,
  nine: 9,
  twelve: 12,
  eighteen: 18,
};
const caption =
  /^(?:Figure|Chart|Table|Graph)\s\d+\s?[-–:.]?\s?(.+?)\s?\(rolling (\d{1,2}|[a-z]+)[ -]months?\)/gi;
const basis =
  /\brolling (\d{1,2}|three|four|six|nine|twelve|eighteen)[ -]months? (?:basis|average|figure|data|period|rate|trend)/gi;

export const rule: Rule = {
  id: "rolling-basis",
  family: "time",
  severity: "warning",
  title: "A text names the basis of its chart",
  why: "A chart of rolling 12 months that the text calls rolling six months: the two move differently, and one is quoted as the rate.",
  fires: [
    "Figure 6 - Hate Crime satisfaction rates (rolling 12 months)\n\nIn respect of Hate Crime the sample is small, and it is represented on rolling six month basis.\n",
  ],
  silent: [
    "Figure 6 - Hate Crime satisfaction rates (rolling 12 months)\n\nIn respect of Hate Crime the sample is small, and it is represented on rolling 12 month basis. Burglary is shown on a rolling 3 month basis.\n",
  ],
  find: (input) => partsIn(input).flatMap(otherBasis),
};

function otherBasis(partOf: PartOf) {
  const said = sentencesIn(partOf);
  const charts = said.flatMap((one) =>
    matchesIn(one, caption).map(({ groups, quoted }) => ({
      about: stemsOf(groups[1] ?? ""),
      months: monthsOf(groups[2]),
      quoted,
    })),
  );
  return said.flatMap((one) =>
    matchesIn(one, basis).flatMap(({ groups, at }) => {
      const stems = stemsOf(one.words.text.slice(0, at));
      const chart = charts.find(
        ({ about }) =>
          [...about].slice(0, 2).length === 2 && [...about].slice(0, 2).every((word) => stems.has(word)),
      );
      if (chart === undefined || chart.months === null || chart.months === monthsOf(groups[1])) return [];
      return [
        tell(
          rule,
          one,
          `the text speaks of a rolling ${groups[1]} months, the chart of ${chart.months}`,
          chart.quoted,
          "Correct the one that is wrong.",
        ),
      ];
    }),
  );
}

const monthsOf = (word: string | undefined): number | null =>
  word === undefined
    ? null
    : (numbers[word.toLowerCase()] ?? (Number.isNaN(Number(word)) ? null : Number(word)));
