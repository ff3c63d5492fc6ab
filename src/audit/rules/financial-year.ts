import { financialYearName } from "../mentions/months.ts";
import type { Rule } from "../rule.ts";
import { type Match, matchesIn, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

/** A year too long (`20120/21`), an end of one figure (`2020/2`), or an end that is not the next year (`2019/21`). */
const written = /(?<![\d/.-])(\d{5}|20\d\d)\/(\d{1,2})(?![\d/])/g;

export const rule: Rule = {
  id: "financial-year",
  family: "time",
  severity: "error",
  title: "A financial year is two years that follow each other",
  why: "“20120/21” and “2019/21” are years that nobody can look up; a plan is made for one of the years they might mean.",
  fires: [
    "A deep dive is proposed in Q1 of 20120/21.\n",
    "The precept of 2020/2 was set.\n",
    "The budget of 2019/21 was set.\n",
  ],
  silent: [
    "The plan of 2016/2021 covers 2019/20, 2020/21 and 1999/00.\n",
    "URN: ASI/2019/25 of 2019/12/31.\n",
  ],
  find: (input) =>
    partsIn(input)
      .flatMap(wordsIn)
      .flatMap((said) => matchesIn(said, written).flatMap((match) => judged(match, said.words.text))),
};

function judged({ groups, quoted, at }: Match, text: string) {
  const [, start = "", end = ""] = groups;
  // A code: "OPCC/2019/20".
  if (/[A-Za-z]\/$/.test(text.slice(0, at)) || /[A-Za-z]$/.test(text.slice(0, at))) return [];
  if (start.length === 5)
    return [
      tell(
        rule,
        quoted,
        `${start} is not a year`,
        null,
        `Write the year with four figures, as in ${financialYearName(2000 + Number(end) - 1)}.`,
      ),
    ];
  const year = Number(start);
  if (end.length === 1)
    return [
      tell(
        rule,
        quoted,
        `“${quoted.words.text}” ends after one figure`,
        null,
        `Write ${financialYearName(year)}, or the year that was meant.`,
      ),
    ];
  const follows = Number(end) === (year + 1) % 100;
  const spans = Number(end) > (year % 100) + 2;
  const planned = /\b(?:plan|strategy|programme|framework|policy|period|contract|term)\b/i.test(
    text.slice(Math.max(0, at - 60), at + 60),
  );
  // "2016/21" is the years of a plan; "2019/12" may be a month.
  if (follows || spans || (planned && Number(end) > year % 100) || (Number(end) >= 1 && Number(end) <= 12))
    return [];
  return [
    tell(
      rule,
      quoted,
      `${year} is not followed by a year that ends in ${end}`,
      null,
      `Write ${financialYearName(year)}, or name both years of a longer period in full.`,
    ),
  ];
}
