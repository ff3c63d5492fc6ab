import type { Rule } from "../rule.ts";
import { type Match, matchesIn, type PartOf, partsIn, type Said, sentencesIn, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

const pointed =
  /(?<![\d.,£$€/-])(\d{1,3})\.(\d{3})(?![\d.,%]|\s?(?:m|bn|k|km|kg|million|billion|per cent|%|seconds?|minutes?)\b)/g;
const comma = /(?<![\d.,])\d{1,3},\d{3}(?!\d)/;
/** Words before a count: "over 8.400". */
const counts =
  /\b(?:over|about|around|approximately|nearly|almost|some|than|total of|of|to|reached|by|up to|circa)\s(?:over |about |around |approximately |nearly |almost |more than )?$/i;

export const rule: Rule = {
  id: "thousands-separator",
  family: "names",
  severity: "error",
  title: "Thousands are parted by a comma",
  why: "“8.400” beside 80,000 and 4,600 reads as eight and four tenths.",
  fires: ["The website has had over 80,000 visits. The page has a following of over 8.400 on Facebook.\n"],
  silent: [
    "The website has had over 80,000 visits. The page has a following of over 8,400 on Facebook, at £4.484m and 2.125 per 1,000.\n",
    "3.110 Firearms Training is kept, and 1,200 officers were trained.\n",
  ],
  find: (input) => partsIn(input).flatMap(pointedThousands),
};

function pointedThousands(partOf: PartOf) {
  const usual = wordsIn(partOf).find(({ words }) => comma.test(words.text));
  if (usual === undefined) return [];
  return sentencesIn(partOf).flatMap((said) => [...withoutComma(said, usual), ...withPoint(said, usual)]);
}

const withPoint = (said: Said, usual: Said) =>
  matchesIn(said, pointed)
    .filter((match) => isCount(match, said))
    .map(({ quoted, groups }) => {
      const at = comma.exec(usual.words.text);
      const other = at === null ? null : { paper: usual.paper, words: usual.words };
      return tell(
        rule,
        quoted,
        `“${groups[0]}” has a point where the paper's other thousands have a comma`,
        other,
        `Write ${groups[1]},${groups[2]}.`,
      );
    });

/** Four figures of a count, none of a year: "1004 officers". */
const withoutComma = (said: Said, usual: Said) =>
  matchesIn(
    said,
    /(?<=\b(?:to|of|over|about|around|than|a|nearly|almost|some|approximately) )((?:1[0-8]|2[2-9]|[3-9]\d)\d{2})(?= (?:[a-z]+ )?[a-z]{3,}s\b)(?! (?:hrs|hours)\b)/g,
  ).map(({ quoted, groups }) =>
    tell(
      { id: rule.id, severity: "warning" },
      quoted,
      `“${groups[0]}” has no comma where the paper's other thousands have one`,
      { paper: usual.paper, words: usual.words },
      `Write ${groups[1]?.[0]},${groups[1]?.slice(1)}.`,
    ),
  );

/** Hundreds behind the point that a measurement would not print, behind a word that counts. */
const isCount = ({ groups, at }: Match, { words: { text } }: Said): boolean =>
  at > 0 &&
  groups[1] !== "0" &&
  counts.test(text.slice(0, at)) &&
  (/00$/.test(groups[2] ?? "") ||
    /\b(?:over|nearly|almost|more than|around|approximately)\s$/i.test(text.slice(0, at)));
