import { cuesIn } from "../claims/cues.ts";
import { claimed, said, stretch, stretchOver } from "../claims/walk.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** A figure that one paper shows to have changed by a tenth or more since the month before is called stable in another. */
export const rule: Rule = {
  id: "stable-elsewhere",
  family: "papers",
  severity: "warning",
  title: "What rose in one paper is not stable in another",
  why: "The panel reads both papers in one evening.",
  across: true,
  fires: [
    [
      "The rate of hours lost in December was 5.2%, an increase compared to November (3.3%).",
      "The December 2019 figure for hours lost (5.2%) illustrates a relatively stable position.",
    ],
  ],
  silent: [
    [
      "The rate of hours lost in December was 5.2%, an increase compared to November (5.1%).",
      "The December 2019 figure for hours lost (5.2%) illustrates a relatively stable position.",
    ],
  ],
  find: (input) => {
    const figures = claimed(input, "figure");
    return claimed(input, "comparison").flatMap((one) => {
      const { subject, against, comparator, direction } = one.claim;
      if (
        subject === null ||
        against === null ||
        direction === "same" ||
        !["previous", "month"].includes(comparator)
      )
        return [];
      const { kind, value, decimals } = subject.quantity;
      const change = Math.abs(value - against.quantity.value) / Math.abs(against.quantity.value || 1);
      if (decimals === 0 || kind !== "percent" || change < notable) return [];
      return figures
        .filter(
          ({ part, claim: { quantity } }) =>
            part !== one.part &&
            quantity.kind === kind &&
            quantity.value === value &&
            quantity.decimals === decimals,
        )
        .flatMap(({ paper, claim: { words, quantity } }) => {
          const [cue] = cuesIn(words.text.slice(quantity.end));
          return cue?.direction === "same" && /^.{0,45}\bstable\b/.test(words.text.slice(quantity.end))
            ? [
                tell(
                  rule,
                  stretch(paper, words, quantity.at, quantity.end + cue.end),
                  `${said({ words, quantity })} is called stable here; elsewhere it is ${direction === "up" ? "an increase" : "a decrease"} from ${said(against)}.`,
                  stretchOver(one.paper, one.claim.words, [one.claim.cue, against.quantity]),
                  "Say in both what it is.",
                ),
              ]
            : [];
        });
    });
  },
};

/** A tenth of the month before is more than what is called stable. */
const notable = 0.1;
