import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { paragraphsIn, plain } from "../../../src/sources/paperText/inline.ts";
import { sentencesOf, tablesOf, textsOf } from "../../../src/sources/paperText/outline.ts";
import type { ReadPaper, Text } from "../../../src/sources/paperText/paper.ts";
import { readPaper } from "../../../src/sources/paperText/read.ts";
import { sentencesIn } from "../../../src/sources/paperText/sentences.ts";
import { joined, pieceOf, spotAt, textOfLine, trimmed } from "../../../src/sources/paperText/text.ts";

const line = (text: string, at = 1): Text => textOfLine({ text, line: at, page: null });
const sentences = (text: string): string[] => sentencesIn(line(text)).map((each) => each.text);

describe("texts that know their places", () => {
  test("a piece of joined lines knows the line it came from", () => {
    const whole = joined([line("Crime fell", 3), line("by 3%.", 4)]);
    const piece = trimmed(pieceOf(whole, 10));
    expect(piece.text).toBe("by 3%.");
    expect(spotAt(piece, 3)).toEqual({ line: 4, column: 4, page: null });
    expect(spotAt(whole, 10)).toEqual({ line: 3, column: 11, page: null });
  });

  test.each([
    ["<u>↑</u> 19.9%", "↑ 19.9%"],
    ["a position of 42^{st} nationally", "a position of 42st nationally"],
    ["**Triage.** A *model*<sup>1</sup>", "Triage. A model"],
    ["[the plan](https://example.org/a_b)", "the plan"],
    ["2 * 3 * 4, snake_case_name, [x]", "2 * 3 * 4, snake_case_name, [x]"],
    ["Other* and Total*", "Other* and Total*"],
    ["S2:1348 is a Greek Υ, 3 < 4 > 2", "S2:1348 is a Greek Υ, 3 < 4 > 2"],
  ])("%s without marks", (written, shown) => {
    const text = plain(line(written));
    expect(text.text).toBe(shown);
    [...text.text].forEach((letter, i) => void expect(written[spotAt(text, i).column - 1]).toBe(letter));
  });

  test("a cell with tags for paragraphs holds as many", () =>
    expect(paragraphsIn(line("<p>One.</p> <p><i>Two</i></p>")).map((each) => each.text)).toEqual([
      "One.",
      "Two",
    ]));
});

describe("sentences", () => {
  test.each([
    ["He wrote to Mr. Smith. She did not.", 2],
    ["It starts at 10.30 am. Nobody came.", 2],
    ["It starts at 10.30 a.m. on Monday.", 1],
    ["See No. 4, i.e. the fourth, e.g. as in para. 3 of s. 5.", 1],
    ["The rate is 8.400 and 3.5% or £9.50. It fell.", 2],
    ['It asked "if funds do not emerge." He replied.', 2],
    ["Why? Because. So!", 3],
    ["Published by J. R. R. Head of Service.", 1],
    ["It was noted.¹ It was agreed.[^a] Done.", 3],
    ["The Rt. Hon Member", 1],
    ["Ph. D. theses, etc. were read. etc.", 1],
    ["D.Supt. Green inquired.", 1],
  ])("%s", (text, count) => expect(sentences(text)).toHaveLength(count));

  test("lose nothing but blanks", () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aB. !?"’1)\t') }), (text) => {
        expect(sentences(text).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    ));
});

const damage = fc.constantFrom(
  "\n",
  "\n\n",
  "\n\n\n\n",
  "\t",
  " ",
  "- ",
  "• ",
  "\uF0B7 ",
  "1. ",
  "(1) ",
  "iv. ",
  "1.2 ",
  "Q3. ",
  "| a | b |",
  "| - | - |",
  "> ",
  "# ",
  "<p>",
  "</p>",
  "<u>",
  "**",
  "*",
  "^{st}",
  "¹ ",
  "[^a]: ",
  "---",
  "Page 3",
  "Agenda Item 2(1)",
  "Table: x",
  "{{question a}}",
  "{{chart}}",
  "Dec-19",
  "31 February 2020",
  "3.5%",
  "1,234",
  "£4.4m",
  "14:01",
  "n/a",
  "Total",
  "North",
  "The Panel noted it.",
  "e.g. ",
  "www.a.uk",
  "\r\n",
  "Υ",
  "é😀",
  "\\|",
  "\u00A0",
);
const paper = fc.array(
  fc.oneof(damage, fc.string({ maxLength: 12 }), fc.string({ unit: "binary", maxLength: 6 })),
  { maxLength: 40 },
);

function allTexts(read: ReadPaper): readonly Text[] {
  return [
    ...read.furniture,
    ...read.parts.flatMap((part) => [
      ...textsOf(part),
      ...sentencesOf(part),
      ...(part.title === null ? [] : [part.title]),
    ]),
  ];
}

test("any text is read, and every character of its outline stands at its spot", () =>
  fc.assert(
    fc.property(paper, (pieces) => {
      const read = readPaper("any.txt", pieces.join(""));
      for (const text of allTexts(read))
        for (let i = 0; i < text.text.length; i++) {
          const letter = text.text.charAt(i);
          if (letter.trim() === "") continue;
          const { line: at, column } = spotAt(text, i);
          expect(read.lines[at - 1]?.charAt(column - 1)).toBe(letter);
        }
    }),
    { numRuns: 1000 },
  ));

test("parts cover the file's blocks in order, and rows are as wide as their table", () =>
  fc.assert(
    fc.property(paper, (pieces) => {
      const { parts } = readPaper("any.txt", pieces.join(""));
      const starts = parts.map(({ from }) => from);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      for (const part of parts)
        for (const { rows, columns, heads } of tablesOf(part))
          for (const width of [...rows.map(({ cells }) => cells.length), ...heads.map((row) => row.length)])
            expect(width).toBe(columns.length);
    }),
    { numRuns: 300 },
  ));

test("words that stand in a text stand in its outline", () =>
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[A-Z][a-z]{3,9}( [a-z]{2,8}){3,9}\.$/), { minLength: 1, maxLength: 12 }),
      (paragraphs) => {
        const [part] = readPaper("any.txt", paragraphs.join("\n\n")).parts;
        expect(part === undefined ? [] : sentencesOf(part).map(({ text }) => text)).toEqual(paragraphs);
      },
    ),
  ));
