import type { Rule } from "../rule.ts";
import { around, matchesIn, partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

/** Two marks of which one is too many: ",.", ". .", ",,", ".;" - not an ellipsis, not "etc.,". */
const doubled =
  /(?<=[\w)’'”"])(?:,\s?\.(?!\d|\.)|\s?\.\s\.(?!\.|\s\.|\d)|,\s,|,,(?=\s[a-z])|;\s?[.,;]|\.;|:\s?\.(?!\d|\.)|(?<!\.)\.\.(?!\.))/g;
const abbreviated = /\b(?:etc|e\.g|i\.e|Ltd|Co|Inc|no|a\.m|p\.m)$/i;

export const rule: Rule = {
  id: "stray-punctuation",
  family: "language",
  severity: "warning",
  title: "A sentence ends with one mark",
  why: "“Wellesbourne,.” is the trace of words that were taken out: is the sentence still whole?",
  fires: [
    "The team responded to a call at Charlecote Park,.\n",
    "It will be progressed through the meeting. .\n",
  ],
  silent: ["The future... is open, etc., and so on. Version 1. 2. 3.\n"],
  find: (input) =>
    partsIn(input)
      .flatMap(sentencesIn)
      .flatMap((said) =>
        matchesIn(said, doubled)
          .filter(({ at }) => !abbreviated.test(said.words.text.slice(0, at)))
          .map(({ at, end }) =>
            tell(
              rule,
              around(said, at, end, 30),
              "two marks stand where one belongs",
              null,
              "Take one out, and read the sentence again.",
            ),
          ),
      ),
};
