import { tablesOf } from "../../sources/paperText/outline.ts";
import type { Text } from "../../sources/paperText/paper.ts";
import { pieceOf } from "../../sources/paperText/text.ts";
import type { Rule } from "../rule.ts";
import { type PartOf, partsIn, passagesOf } from "../said.ts";
import { tell } from "../tell.ts";

type Range = { readonly from: number; readonly to: number; readonly words: Text };
const alone = /(?:^|\s)(\d{1,4})\s?[-–]\s?(\d{1,4})$/;
const fewest = 3;

export const rule: Rule = {
  id: "page-ranges",
  family: "structure",
  severity: "warning",
  title: "The page ranges of an agenda follow each other",
  why: "Pages 23 to 32 and then 34 to 36 leave page 33 to nobody: a member with a printed pack looks in the wrong place.",
  fires: [
    "| Item | Pages |\n| --- | --- |\n| Minutes | 5 - 22 |\n| Report | 23 - 32 |\n| Update | 34 - 36 |\n| Plan | 37 - 94 |\n",
  ],
  silent: [
    "| Item | Pages |\n| --- | --- |\n| Minutes | 5 - 22 |\n| Report | 23 - 32 |\n| Update | 33 - 36 |\n| Plan | 37 - 94 |\n",
  ],
  find: (input) => partsIn(input).flatMap(broken),
};

function broken({ paper, part }: PartOf) {
  const groups = [
    ...tablesOf(part).map(({ rows }) =>
      rows.flatMap(({ cells }) =>
        cells.slice(-1).flatMap((cell) => rangeOf(cell, /^\s*(\d{1,4})\s?[-–]\s?(\d{1,4})\s*$/)),
      ),
    ),
    part.blocks.flatMap((block) =>
      block.kind === "list" ? passagesOf(block).flatMap((words) => rangeOf(words, alone)) : [],
    ),
  ];
  return groups.flatMap((ranges) => {
    const rising = ranges.slice(1).filter((range, i) => range.from === (ranges[i]?.to ?? 0) + 1).length;
    // Only a column in which most follow each other is one of pages.
    if (ranges.length < fewest || rising * 2 < ranges.length - 1) return [];
    return ranges.flatMap((range, i) => {
      const before = ranges[i - 1];
      if (range.to < range.from)
        return [
          tell(
            rule,
            { paper, words: range.words },
            "the range ends before it begins",
            null,
            "Correct the pages.",
          ),
        ];
      if (before === undefined || range.from === before.to + 1) return [];
      return [
        tell(
          rule,
          { paper, words: range.words },
          `page ${before.to + 1} should come next: the item before ends on page ${before.to}`,
          { paper, words: before.words },
          "Correct the pages.",
        ),
      ];
    });
  });
}

function rangeOf(words: Text, pattern: RegExp): Range[] {
  const match = pattern.exec(words.text);
  return match === null
    ? []
    : [{ from: Number(match[1]), to: Number(match[2]), words: pieceOf(words, match.index) }];
}
