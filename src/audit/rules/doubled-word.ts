import type { Rule } from "../rule.ts";
import { matchesIn, partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

const one = /(?<![\w’'-])([a-z]+)\s\1(?![\w’'-])/g;
const two = /(?<![\w’'-])([a-z]+\s[a-z]+)\s\1(?![\w’'-])/g;
/** "That that the" is never meant, "that that" alone may be. */
const thatThat = /(?<![\w’'-])that that (?:the|this|these|its|their|there)(?![\w’'-])/g;
/** Words that may rightly stand twice: "the officers had had", "brought them in in numbers". */
const mayRepeat = new Set([
  "had",
  "that",
  "in",
  "on",
  "very",
  "much",
  "many",
  "far",
  "is",
  "do",
  "her",
  "out",
  "up",
  "so",
  "no",
  "bye",
  "long",
  "too",
  "more",
]);

export const rule: Rule = {
  id: "doubled-word",
  family: "language",
  severity: "warning",
  title: "No word stands twice",
  why: "A word typed twice is the trace of an edit; often another word beside it was lost.",
  fires: [
    "The agreement remains in effect until this this new date.\n",
    "They take on the on the initial handling of complaints.\n",
  ],
  silent: [
    "The officers had had time. Staff were brought in in greater numbers.\n\nVolumes fell. Fell back.\n",
  ],
  find: (input) =>
    partsIn(input)
      .flatMap(sentencesIn)
      .flatMap((said) => [
        ...matchesIn(said, thatThat).map(({ quoted }) =>
          tell(rule, quoted, "the word stands twice", null, "Take one out."),
        ),
        ...matchesIn(said, two).map(({ quoted }) =>
          tell(rule, quoted, "the words stand twice", null, "Take one pair out."),
        ),
        ...matchesIn(said, one).flatMap(({ quoted, groups }) =>
          mayRepeat.has(groups[1] ?? "")
            ? []
            : [tell(rule, quoted, "the word stands twice", null, "Take one out.")],
        ),
      ]),
};
