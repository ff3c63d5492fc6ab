import { describe, expect, test } from "@jest/globals";
import type { Diagnostic } from "../../src/diagnostic.ts";
import { withoutLanguages } from "../../src/document/languages.ts";
import { noNotes, numbered } from "../../src/document/notes.ts";
import { fillPlain, fillText } from "../../src/document/prose.ts";
import { registerOf } from "../support/register.ts";

const register = await registerOf();
const notes = numbered("burglary", [
  { key: "generated", text: "A note.", place: null },
  { key: "doors", text: "Doors.", place: { file: "x.md", line: 9, column: 1 } },
]);

/** A text filled in, and its problems as `line:column message`. */
function fill(text: string, withNotes = notes): { text: string; problems: string[] } {
  const problems: Diagnostic[] = [];
  const place = { file: "x.md", line: 5, column: 3, text: `  ${text.split("\n")[0]}` };
  const filled = fillText(text, place, { register, notes: withNotes, problems });
  return { text: filled, problems: problems.map((p) => `${p.place.line}:${p.place.column} ${p.message}`) };
}

describe("text", () => {
  test.each([
    ["No figures.", "No figures."],
    ["In {{month}} there were {{burglary}}.", "In November 2019 there were 54."],
    ["{{burglary.change}}, by {{burglary.change|size}}", "+8, by 8"],
    ["{{burglary.south.change}}, by {{burglary.south.change|size}}", "−4, by 4"],
    [
      "{{burglary.change|words}}; {{burglary.south.meanChange|words}}; {{burglary.yearChange|words}}",
      "an increase; a decrease; little change",
    ],
    ["{{satisfaction.change|words}} of {{satisfaction.change|size}}", "a slight decrease of 3 points"],
    ["{{burglary.hilltop / burglary.north}}", "44%"],
    ["{{ burglary.north + burglary.south }}", "54"],
    ["{{period:burglary.yearAgo}} and {{period:burglary@2019-06}}", "November 2018 and June 2019"],
    ["{{month.previous}}, {{month.yearAgo}}", "October 2019, November 2018"],
    ["{{ytd}} and {{ytd.yearAgo}}", "April to November 2019 and April to November 2018"],
    ["{{quarter}} and {{year}}", "quarter 3 of 2019/20 and 2019/20"],
    ["As said.[^doors]", "As said.[^2:note-burglary-2]"],
    ["\\{{burglary}} and \\[^doors]", "{{burglary}} and [^doors]"],
    ["{{burglary.exceptional}}", "N"],
    [
      "[Heddlu Gwent]{lang=cy}, [{{month}}]{lang=en-GB}",
      "[Heddlu Gwent]{lang=cy}, [November 2019]{lang=en-GB}",
    ],
    ["[see]{{burglary}} and \\]{x}", "[see]54 and \\]{x}"],
  ])("%s", (text, filled) => {
    expect(fill(text)).toEqual({ text: filled, problems: [] });
  });

  test("of several lines has its problems on their own lines", () => {
    expect(fill("One {{burglary}}\nand {{burglry}},\n{{burglary.hilltop@2018-06}}.").problems).toEqual([
      "6:7 there is no measure `burglry`",
      "7:1 `burglary.hilltop@2018-06` has no value: nothing is published for 2018-06",
    ]);
  });

  test.each([
    ["{{burglary@2019-12}}", "5:5 December 2019 lies after this paper’s data cut-off, 30 November 2019"],
    [
      "{{period:burglary@2019-12}}",
      "5:12 December 2019 lies after this paper’s data cut-off, 30 November 2019",
    ],
    [
      "{{burglary + burglary@2019-12}}",
      "5:16 December 2019 lies after this paper’s data cut-off, 30 November 2019",
    ],
    [
      "{{response-time@2019-01}}",
      "5:3 `response-time@2019-01` has no value: The recording system was replaced",
    ],
    [
      "{{burglary + satisfaction}}",
      "5:3 `burglary + satisfaction` has no value: its parts are in different units, count and percent",
    ],
    ["{{burglary|words}}", "5:3 only a change can be said in words"],
    ["{{burglary.change + burglary.change|words}}", "5:3 only a change can be said in words"],
    ["{{burglary", "5:3 this {{ is not closed: write }} behind it, or \\{{ where the braces are text"],
    ["{{}}", "5:3 nothing is written between {{ and }}"],
    ["![A map](map.png)", "5:3 a paper cannot hold a picture of its own: say in words what it shows"],
    ["[^door]", "5:3 there is no footnote [^door]: in this file"],
  ])("%s is refused at its place", (text, says) => {
    expect(fill(text).problems).toEqual([says]);
  });

  test("that can carry no note says so", () => {
    expect(fill("As said.[^doors]", noNotes).problems).toEqual([
      "5:11 no footnote can stand here: put its words into the text",
    ]);
  });
});

test.each([
  ["[Heddlu]{lang=welsh}", "5:11 no language has the tag `welsh`"],
  ["[Heddlu]{lang=x-notes}", "5:11 only a language can stand in braces behind square brackets"],
  ["[Heddlu]{cy} and [Heddlu]{lang=cy", "5:11 only a language can stand in braces behind square brackets"],
])("%s is no passage in another language", (text, problem) => {
  expect(fill(text).problems[0]).toBe(problem);
});

test("where words are printed as they stand a language cannot be told, and a table made of prose leaves it out", () => {
  const problems: Diagnostic[] = [];
  const place = { file: "x.md", line: 5, column: 4, text: "## At [Heddlu]{lang=cy}" };
  fillPlain("At [Heddlu]{lang=cy}", place, { register, notes, problems });
  expect(problems.map((each) => `${each.place.column} ${each.message}`)).toEqual([
    "7 a language can be told in paragraphs, lists, quotations and footnotes only",
  ]);
  expect(withoutLanguages("At [Heddlu Gwent]{lang=cy}, [a](https://x.org) \\[b]{lang=cy}")).toBe(
    "At Heddlu Gwent, [a](https://x.org) \\[b]{lang=cy}",
  );
});
