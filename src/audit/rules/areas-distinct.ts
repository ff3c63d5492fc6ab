import { monthPattern } from "../mentions/months.ts";
import type { Rule } from "../rule.ts";
import { around, matchesIn, partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

/** A figure in an area, "and" another figure in what should be another. */
const breakdown =
  /([-+−]?\d[\d.,]*%?)[^.;\d]{0,40}?\b(?:in|across|for) (?:the )?((?:(?:north|south|east|west|central|mid)(?: of the \w+)?|[A-Z][\w&’'-]+)(?: (?:and|&) [A-Z][\w’'-]+|[ -][A-Z][\w’'-]+)*)(?:,? and |, )[^.;\d]{0,20}([-+−]?\d[\d.,]*%?)[^.;\d]{0,40}?\b(?:in|across|for) (?:the )?\2(?![\w-])/g;

export const rule: Rule = {
  id: "areas-distinct",
  family: "structure",
  severity: "error",
  title: "The areas of a breakdown differ",
  why: "“-21% in the south and -0.9% in the south”: one of the two is the north, and the reader cannot know which.",
  fires: ["Robbery fell, with a 21% decrease in south Barset and a 0.9% decrease in south Barset.\n"],
  silent: [
    "Robbery fell, with a 21% decrease in south Barset and a 0.9% decrease in north Barset.\n",
    "There were 33 in December and 29 recent ones in December.\n",
  ],
  find: (input) =>
    partsIn(input)
      .flatMap(sentencesIn)
      .flatMap((said) =>
        matchesIn(said, breakdown).flatMap(({ groups, at, end }) => {
          const [whole, first, area = "", second] = groups;
          if (
            first === second ||
            new RegExp(`^${monthPattern}\\b`).test(area) ||
            /\b(?:19|20)\d\d\b/.test(whole ?? "")
          )
            return [];
          return [
            tell(
              rule,
              around(said, at, end, 0),
              `${first} and ${second} are both given for ${area}`,
              null,
              "Name the other area.",
            ),
          ];
        }),
      ),
};
