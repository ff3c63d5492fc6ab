import { describe, expect, test } from "@jest/globals";
import { isDebris } from "../../../src/sources/paperText/debris.ts";
import { isHeadingLike } from "../../../src/sources/paperText/headingLike.ts";
import { markedText } from "../../../src/sources/paperText/markers.ts";
import type { PaperPart } from "../../../src/sources/paperText/paper.ts";
import { readPaper } from "../../../src/sources/paperText/read.ts";
import { textOfLine } from "../../../src/sources/paperText/text.ts";

const parts = (text: string): readonly PaperPart[] => readPaper("a.txt", text).parts;
const kinds = (text: string): string[] => parts(text).flatMap(({ blocks }) => blocks.map(({ kind }) => kind));
const prose = "The Panel took note of the report and thanked the officers who had written it.";

test.each([
  ["Q2. Is it correct?", "2", "question", "Is it correct?"],
  ["2.1.2 | Efficiency", "2.1.2", "dotted", "Efficiency"],
  ["1) Preventing Crime", "1", "arabic", "Preventing Crime"],
  ["(iv) Evidence", "iv", "bracketed", "Evidence"],
  ["II. Case Files", "II", "roman", "Case Files"],
  ["- · Not take part", null, null, "Not take part"],
  ["\uF0B7 A bullet of a font", null, null, "A bullet of a font"],
  ["- i. Forensic Services", "i", "roman", "Forensic Services"],
  ["10.30 am is when it starts", null, null, "10.30 am is when it starts"],
  ["4.5 million people", null, null, "4.5 million people"],
  ["-55% of them", null, null, "-55% of them"],
  ["I am content", null, null, "I am content"],
])("what stands before %s", (line, number, style, rest) => {
  const marked = markedText(textOfLine({ text: line, line: 1, page: null }));
  expect([marked.number, marked.style, marked.rest.text]).toEqual([number, style, rest]);
});

test.each(["Hate Crime", "999 Calls", "2020/21 Uncertainties", "Robbery.", "What will the budget deliver?"])(
  "%s can be a heading",
  (text) => expect(isHeadingLike(text, false)).toBe(true),
);
test.each([
  "There were none.",
  "Date: 3 May",
  "Yours sincerely",
  "To receive apologies",
  "12 High Street, Warwick CV34 4SP",
  "Figure 3 - Rates",
  "as follows",
  "It rose. It fell",
  prose,
])("%s is no heading", (text) => expect(isHeadingLike(text, false)).toBe(false));

test.each([
  ["_", true],
  ["SE DE LA SE DE LA SE DE", true],
  ["2019", false],
  ["In 2018, 2019 and 2020 there were 12, 13 and 14 of them.", false],
])("debris: %s", (text, is) => expect(isDebris(text)).toBe(is));

describe("blocks", () => {
  test("a sentence goes on over a page's end, its stamp and its running head", () => {
    const text = `Panel\n\n${prose}\n\nPage 1\n\nPanel\n\nIt was agreed that the matter of the team would be\n\nPage 2\n\nPanel\n\ntaken up again.`;
    const paragraphs = parts(text).flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.kind === "paragraph" ? [block.sentences.map((each) => each.text)] : [],
      ),
    );
    expect(paragraphs).toEqual([
      [prose],
      ["It was agreed that the matter of the team would be taken up again."],
    ]);
  });

  test("lines that were broken for want of room are one sentence, names are not", () => {
    const [part] = parts(
      "The Panel took note of the report and thanked the\nofficers who had written it.\n\nThe Chair\nThe Clerk\nThe Treasurer",
    );
    expect(
      part?.blocks.map((block) => (block.kind === "paragraph" ? block.sentences.length : block.kind)),
    ).toEqual([1, 3]);
  });

  test("a table goes on behind a page's end", () => {
    const rows = (area: string) => `${area}\t1\t2\n${area} side\t3\t4`;
    const text = `\tNov-19\tDec-19\n${rows("North")}\n\nPage 2\n\n${rows("South")}`;
    expect(kinds(text)).toEqual(["table"]);
  });

  test("a number in a column of its own belongs to the text below it", () => {
    const [part] = parts(`15.\n\nMinutes\n\n${prose}\n\n16.\n\nUrgent Items\n\n${prose}`);
    const headings = part?.blocks.flatMap((block) =>
      block.kind === "heading" ? [[block.number, block.text.text]] : [],
    );
    expect(headings).toEqual([
      ["15", "Minutes"],
      ["16", "Urgent Items"],
    ]);
  });

  test("form feeds part pages", () => {
    const [part] = parts(`Panel\n\n${prose}\n\fOn the next page it was said that nobody had come.\n`);
    expect(part?.blocks.map(({ spot }) => spot.page)).toEqual([1, 1, 2]);
  });

  test("cells set apart by blanks are a table", () => {
    const text =
      "Area               Nov-19    Dec-19\nNorth                  43        32\nSouth West             11         9\n\nThe end of it.  Of all.";
    const [table, ...others] = parts(text).flatMap(({ blocks }) => blocks);
    expect(table?.kind === "table" && table.rows.map(({ label, cells }) => [label, cells.length])).toEqual([
      ["North", 3],
      ["South West", 3],
    ]);
    expect(others.map(({ kind }) => kind)).toEqual(["paragraph"]);
  });

  test("a table between two headings of the same bullet is in the section above it", () => {
    const [part] = parts(`${prose}\n\n• Robbery\n\n\tNov-19\tDec-19\nNorth\t1\t2\n\n• Burglary\n\n${prose}`);
    const table = part?.blocks.find(({ kind }) => kind === "table");
    expect(table?.section.map(({ text }) => text.text)).toEqual(["Robbery"]);
  });

  test("what a line with a colon leads to is no heading", () =>
    expect(
      kinds(`${prose}\n\nSigns of improvement would be:\n\nStable volumes of crime\n\n${prose}`),
    ).toEqual(["paragraph", "paragraph", "paragraph", "paragraph"]));

  test("an agenda item's stamp starts a paper, a chapter on a new page does not", () => {
    const text = `Panel\n\n${prose}\n\n\n\nSecond Chapter\n\n${prose}\n\nAgenda Item 4\n\nREPORT OF THE TREASURER\n\n${prose}`;
    expect(parts(text).map(({ title, from, to }) => [title?.text, from, to])).toEqual([
      ["Panel", 1, 10],
      ["REPORT OF THE TREASURER", 11, 15],
    ]);
  });

  test("an empty file has no parts", () => expect(parts("")).toEqual([]));
});
