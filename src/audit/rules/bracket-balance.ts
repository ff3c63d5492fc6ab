import type { Text } from "../../sources/paperText/paper.ts";
import { pieceOf } from "../../sources/paperText/text.ts";
import type { Rule } from "../rule.ts";
import { partsIn, passagesOf } from "../said.ts";
import { tell } from "../tell.ts";

export const rule: Rule = {
  id: "bracket-balance",
  family: "language",
  severity: "warning",
  title: "A bracket that opens closes",
  why: "Where a bracket is missing, the reader cannot tell the aside from the sentence, nor a number from its base.",
  fires: ["There were 53 rapes (33 in the north, and 20 in the south, as in November.\n"],
  silent: [
    "There were 53 rapes (33 in the north (62%) and 20 in the south). The options are a) to wait and (b) to act.\n",
    "They met (as ever\n\nin Rugby) and went.\n",
  ],
  find: (input) =>
    partsIn(input).flatMap(({ paper, part }) => {
      const passages = part.blocks.flatMap((block) =>
        block.kind === "table" || block.kind === "debris" ? [] : passagesOf(block),
      );
      return passages.flatMap((words, i) =>
        loose(words)
          .filter(({ opens }) => !neighbour(passages[opens ? i + 1 : i - 1], opens))
          .slice(0, 1)
          .map(({ at, opens }) =>
            tell(
              rule,
              {
                paper,
                words: pieceOf(
                  words,
                  Math.max(0, at - (opens ? 0 : 50)),
                  Math.min(words.text.length, at + (opens ? 60 : 1)),
                ),
              },
              opens ? "the bracket that opens here does not close" : "a bracket closes that never opened",
              null,
              "Add the missing bracket.",
            ),
          ),
      );
    }),
};

type Bracket = { readonly at: number; readonly opens: boolean };

/** Brackets without their partner; the mark of a list ("a)", "1)") is none. */
function loose({ text }: Text): Bracket[] {
  const open: number[] = [];
  const found: Bracket[] = [];
  for (const { 0: sign, index: at } of text.matchAll(/[()]/g)) {
    if (sign === "(") open.push(at);
    else if (open.length > 0) open.pop();
    else if (
      !/(?:^|[\s;,:])(?:[a-z]|\d{1,2}|[ivx]{1,4})$/i.test(text.slice(Math.max(0, at - 6), at)) &&
      !/[:;]$/.test(text.slice(0, at))
    )
      found.push({ at, opens: false });
  }
  return [...open.map((at) => ({ at, opens: true })), ...found];
}

/** Whether the passage beside has the partner: a page ended between. */
const neighbour = (words: Text | undefined, opens: boolean): boolean =>
  words !== undefined && loose(words).some((other) => other.opens !== opens);
