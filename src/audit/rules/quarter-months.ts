import { pieceOf } from "../../sources/paperText/text.ts";
import { monthNumber, monthPattern, monthsOfQuarter, quarterOfMonth } from "../mentions/months.ts";
import { type QuarterMention, quartersIn } from "../mentions/quarters.ts";
import type { Rule } from "../rule.ts";
import { partsIn, type Said, wordsIn } from "../said.ts";
import { tell } from "../tell.ts";

/** Months in brackets behind a quarter: "Quarter 4 2019/20 (July – 49, August – 49)". */
const bracketed = /^\s*\(([^()]{3,120})\)/;
/** A month behind a dash, or behind a comma with its year, or from month to month a few words on: "quarter 1 performance report April to June". */
const beside = new RegExp(
  `^(?:\\s*[-–—:]\\s*(${monthPattern})\\b|,\\s(${monthPattern}) \\d{4}|(?:\\s+[a-z]+){0,3}\\s*[-–—,]?\\s*(${monthPattern})(?:\\s\\d{4})?\\s(?:to|-|–|and)\\s(${monthPattern})\\b)`,
  "i",
);
/** A month right before it: "DECEMBER – Q3 2019/20". */
const before = new RegExp(`\\b(${monthPattern})\\s*[-–—]\\s*$`, "i");

export const rule: Rule = {
  id: "quarter-months",
  family: "time",
  severity: "error",
  title: "A quarter of the financial year has the months it is said to have",
  why: "April to June is quarter 1. Figures of July to September under “Quarter 4” are compared with the wrong ones.",
  fires: [
    "Possession offences are similar to Quarter 4 2019/20 (July – 49, August – 49, September – 42).\n",
    "Performance in Q3 2019/20 (January to March) was stable.\n",
  ],
  silent: [
    "Performance in Q3 2019/20 (October to December) was stable, as in quarter 1, April to June.\n",
    "# Q2 – September 2020\n\nIn Q1 (January to March) of the calendar year the survey was stopped.\n",
  ],
  find: (input) =>
    partsIn(input)
      .flatMap(wordsIn)
      .flatMap((said) => quartersIn(said.words.text).flatMap((mention) => judged(said, mention))),
};

function judged({ paper, words }: Said, { quarter, year, at, end, written }: QuarterMention) {
  const { months, to } = monthsBeside(words.text, at, end);
  if (months.length === 0) return [];
  if (months.some((month) => quarterOfMonth(month) === quarter)) return [];
  // Quarters of the calendar year are in use, too, where no financial year is named.
  if (year === null && months.every((month) => Math.ceil(month / 3) === quarter)) return [];
  const first = months[0] ?? 1;
  return [
    tell(
      rule,
      { paper, words: pieceOf(words, at, to) },
      `${written} is ${monthsOfQuarter(quarter)}; the months named with it lie in quarter ${quarterOfMonth(first)}`,
      null,
      "Correct the quarter or the months.",
    ),
  ];
}

function monthsBeside(text: string, at: number, end: number): { months: number[]; to: number } {
  const rest = text.slice(end);
  const inside = bracketed.exec(rest);
  if (inside !== null) {
    const named = [...(inside[1] ?? "").matchAll(new RegExp(`\\b${monthPattern}\\b`, "g"))];
    return { months: named.flatMap(([word]) => monthNumber(word) ?? []), to: end + inside[0].length };
  }
  const behind = beside.exec(rest);
  if (behind !== null) {
    const named = [behind[1], behind[2], behind[3], behind[4]].flatMap((word) =>
      /^[A-Z]/.test(word ?? "") ? (monthNumber(word ?? "") ?? []) : [],
    );
    return { months: named, to: end + behind[0].length };
  }
  const [, word] = before.exec(text.slice(0, at)) ?? [];
  return { months: word === undefined ? [] : [monthNumber(word) ?? 0].filter((month) => month > 0), to: end };
}
