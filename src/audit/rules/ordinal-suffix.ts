import type { Rule } from "../rule.ts";
import { matchesIn, partsIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

/** Also as the text of a PDF has it: `42^{st}`, `20 th`. */
const ordinal = /\b(\d{1,3})(?:\s?\^\{?|\s(?=[a-z]))?([Ss][Tt]|[Nn][Dd]|[Rr][Dd]|[Tt][Hh])(?![A-Za-z])\}?/g;

export const rule: Rule = {
  id: "ordinal-suffix",
  family: "names",
  severity: "error",
  title: "An ordinal has the ending of its number",
  why: "“42st” and “31th” tell a reader that a number was changed and its ending was not: which of the two is meant?",
  fires: ["The force has moved to 42st place.\n", "Visits run from 31th May to 2nd June.\n"],
  silent: [
    "The 1st, 2nd, 3rd, 11th, 12th, 13th, 21st, 42nd and 111th of the list were checked.\n",
    "The office is at 3 St John’s Street.\n",
  ],
  find: (input) =>
    partsIn(input)
      .flatMap(wordsIn)
      .flatMap((said) =>
        matchesIn(said, ordinal).flatMap(({ groups, quoted }) => {
          const [, figures = "", ending = ""] = groups;
          const right = suffixOf(Number(figures));
          if (ending.toLowerCase() === right) return [];
          return [
            tell(
              rule,
              quoted,
              `“${quoted.words.text}” has the ending of another number`,
              null,
              `Write ${figures}${right}, or the number that was meant.`,
            ),
          ];
        }),
      ),
};

function suffixOf(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][value % 10] ?? "th";
}
