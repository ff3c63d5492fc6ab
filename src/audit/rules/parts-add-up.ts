import type { Text } from "../../sources/paperText/paper.ts";
import type { Quantity } from "../claims/claim.ts";
import { passages } from "../claims/passages.ts";
import { readingOf } from "../claims/reading.ts";
import { stretch } from "../claims/walk.ts";
import type { Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** A number and the parts that stand behind it in brackets or behind a dash. */
export const rule: Rule = {
  id: "parts-add-up",
  family: "numbers",
  severity: "warning",
  title: "A number is the sum of the parts named with it",
  why: "Parts that do not add up leave the reader to guess whether one is missing, one is counted twice or one is wrong.",
  fires: ["There were 181 people referred (125 adults and 58 children / young people)."],
  silent: [
    "There were 181 people referred (125 adults and 56 children / young people).",
    "There were 181 people referred (including 25 adults and 16 children).",
    "In December there were 11 road deaths – 5 car drivers and 6 pedestrians.",
  ],
  find: ({ papers }) =>
    papers.flatMap((paper) =>
      paper.parts.flatMap(({ part }) =>
        passages(part).flatMap(({ words }) =>
          splitsIn(words).map(({ whole, parts, end }) => {
            const total = parts.reduce((sum, { value }) => sum + value, 0);
            return tell(
              rule,
              stretch(paper, words, whole.at, end),
              `${parts.map(({ value }) => value).join(" + ")} is ${total}, not ${words.text.slice(whole.at, whole.end)}.`,
              null,
              "Correct the number or its parts, or say that they overlap or are only some of it.",
            );
          }),
        ),
      ),
    ),
};

type Split = { readonly whole: Quantity; readonly parts: readonly Quantity[]; readonly end: number };

const behind = /^(?: [^\d().;:¤]{1,60})? ?\(([^()]*)\)|^ [^\d().;:]{1,40} [–-] ([^().;]*)/;
const joint = /^ [a-z][a-z /]{1,40}(?:,| and|, and) $/i;

/** Splits that do not add up: each part is a count with its own words, joined by "and" or commas. */
function splitsIn(words: Text): Split[] {
  const { text } = words;
  const counts = readingOf(words).quantities.filter(
    ({ kind, decimals }) => kind === "count" && decimals === 0,
  );
  return counts.flatMap((whole): Split[] => {
    const match = behind.exec(text.slice(whole.end));
    if (match === null || whole.loose) return [];
    const end = whole.end + match[0].length;
    const inside = match[1] ?? match[2] ?? "";
    const parts = counts.filter((q) => q.at >= whole.end && q.end <= end);
    if (parts.length < 2 || some.test(inside) || !/^\d/.test(inside)) return [];
    const isList = parts.every((q, i) => i === 0 || joint.test(text.slice(parts[i - 1]?.end ?? 0, q.at)));
    const isLast = /^ [a-z]/i.test(text.slice(parts.at(-1)?.end ?? 0));
    const total = parts.reduce((sum, { value }) => sum + value, 0);
    return isList && isLast && !parts.some(({ loose }) => loose) && total !== whole.value
      ? [{ whole, parts, end }]
      : [];
  });
}

const some = /\b(?:includ\w+|of which|e\.?g|such as|up|compared|previous|last|repeat|further)\b/i;
