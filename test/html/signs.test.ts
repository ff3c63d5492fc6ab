import { describe, expect, test } from "@jest/globals";
import { noteNumber, stopAfter, withHeardSigns } from "../../src/html/signs.ts";

const sign = (seen: string, words: string): string => `<span role="img" aria-label="${words}">${seen}</span>`;

describe("a mark behind a figure is heard as its word", () => {
  test.each([
    ["[e]", "estimated"],
    ["[p]", "provisional"],
    ["[r]", "revised"],
    ["[x]", "not available"],
    ["[c]", "withheld"],
  ])("%s", (mark, words) => {
    expect(withHeardSigns(`<td>${mark}</td>`)).toBe(`<td>${sign(mark, words)}</td>`);
    expect(withHeardSigns(`<p>65 ${mark}: lower</p>`)).toBe(`<p>65 ${sign(mark, ` ${words}`)}: lower</p>`);
  });

  test("once where the sentence says it too", () => {
    expect(withHeardSigns("<p>rape: revised [r] from 4 to 5</p>")).toBe(
      `<p>rape: ${sign("revised [r]", " revised")} from 4 to 5</p>`,
    );
    expect(withHeardSigns("<li>[x] not available</li>")).toBe(
      `<li>${sign("[x] not available", "not available")}</li>`,
    );
  });

  test("in the list that explains the marks by the explanation alone", () => {
    expect(withHeardSigns("<li><strong>[p]</strong> provisional, may still change</li>")).toBe(
      '<li><strong><span aria-hidden="true">[p]</span></strong> provisional, may still change</li>',
    );
  });

  test("with a stop before the reason", () => {
    expect(withHeardSigns("<p>December: [x] The survey is late.</p>")).toBe(
      `<p>December: ${sign("[x]", " not available:")} The survey is late.</p>`,
    );
  });

  test("but not in attributes, styles, titles and drawings", () => {
    const silent =
      '<style>a::after { content: "[e]" }</style><title>[e]</title><svg><text>1 [e]</text></svg><p title="[e]"></p>';
    expect(withHeardSigns(silent)).toBe(silent);
    expect(withHeardSigns("<p>[link] [e</p>")).toBe("<p>[link] [e</p>");
  });
});

test("a dash alone in a cell is heard; among numbers it is not nought; one between words stays", () => {
  expect(withHeardSigns('<td class="left">–</td><td class="right quiet">–</td>')).toBe(
    `<td class="left">${sign("–", "none")}</td><td class="right quiet">${sign("–", "not applicable")}</td>`,
  );
  expect(withHeardSigns("<td>1 – 2</td><p>–</p>")).toBe("<td>1 – 2</td><p>–</p>");
});

test("a note's number is heard as a note, apart from the word before it", () => {
  expect(noteNumber(3)).toBe(sign("3", " note 3"));
});

test("a title has a stop for a listener unless it ends with one", () => {
  expect(stopAfter("Rape")).toBe(".");
  expect(["Why?", "It rose."].map(stopAfter)).toEqual(["", ""]);
});
