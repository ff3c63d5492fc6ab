import type { Text } from "../../sources/paperText/paper.ts";
import { pieceOf } from "../../sources/paperText/text.ts";
import { wholeNumber, wholePattern } from "../claims/numberWords.ts";
import { passages } from "../claims/passages.ts";
import type { Finding } from "../finding.ts";
import type { AuditedPaper, Rule } from "../rule.ts";
import { tell } from "../tell.ts";

/** So many were arrested, all of them were charged, so many were charged: the first and the last are the same number. */
export const rule: Rule = {
  id: "counts-tie",
  family: "numbers",
  severity: "error",
  title: "“All” of a number is that number",
  why: "When 19 were arrested and all were charged, 19 were charged.",
  fires: [
    "The operation ended with 19 suspects arrested.\n\nAll suspects have been charged and 5 of the 18 charged held firearms.",
  ],
  silent: [
    "The operation ended with 19 suspects arrested.\n\nAll suspects have been charged and 5 of the 19 charged held firearms.",
    "The operation ended with 19 suspects arrested. All cases have been closed, and 5 of the 18 charged held firearms.",
  ],
  find: ({ papers }) =>
    papers.flatMap((paper) =>
      paper.parts.flatMap(({ part }) =>
        foundIn(
          paper,
          passages(part).map(({ words }) => words),
        ),
      ),
    ),
};

const all =
  /\b[Aa]ll (?:of )?(?:the |these |those )?([a-z]{4,}?)s? (?:have been|has been|had been|were|are) ([a-z]+ed)\b/;

function foundIn(paper: AuditedPaper, sentences: readonly Text[]): Finding[] {
  return sentences.flatMap((words, i): Finding[] => {
    const match = all.exec(words.text);
    const [, noun = "", verb = ""] = match ?? [];
    if (match === null) return [];
    const counted = new RegExp(`\\b(${wholePattern}) (?:[a-z]+ ){0,2}?${noun}s?\\b`, "i");
    const charged = new RegExp(
      `\\bof the (${wholePattern}) (?:(?:${noun}s? )?(?:who were )?${verb})\\b`,
      "i",
    );
    const near = sentences.slice(Math.max(0, i - 3), i);
    const source = near.findLast(({ text }) => counted.test(text));
    const first = source === undefined ? null : counted.exec(source.text);
    const last = charged.exec(words.text) ?? charged.exec(sentences[i + 1]?.text ?? "");
    const [n, m] = [wholeNumber(first?.[1] ?? ""), wholeNumber(last?.[1] ?? "")];
    if (
      source === undefined ||
      first === null ||
      last === null ||
      n === m ||
      Number.isNaN(n) ||
      Number.isNaN(m)
    )
      return [];
    const where = charged.test(words.text) ? words : (sentences[i + 1] ?? words);
    return [
      tell(
        rule,
        { paper, words: pieceOf(where, last.index, last.index + last[0].length) },
        `All ${n} ${noun}s were ${verb}, yet ${m} were.`,
        { paper, words: pieceOf(source, first.index, first.index + first[0].length) },
        "Say how many were, and why not all.",
      ),
    ];
  });
}
