import { describe, expect, test } from "@jest/globals";
import { readFonts } from "../../src/assets.ts";
import { coverage, missingCharacters } from "../../src/html/characters.ts";

/** What the fonts hold; a rare character makes sure that they are opened. */
const has = await coverage(readFonts, [{ file: "a.md", text: "☃" }]);

const missing = (file: string, text: string): string[] =>
  missingCharacters({ file, text }, has).map(
    ({ place, message }) => `${place.line}:${place.column} ${message}`,
  );

describe("the fonts of the project", () => {
  test("hold what an English paper needs, and the signs that sentences and tables print", () => {
    expect([..."abcXYZ019 £–—‘’“”•é−±×÷…½"].filter((c) => !has(c.codePointAt(0) ?? 0))).toEqual([]);
  });

  test("are not opened for sources that hold nothing rare", async () => {
    const neverOpened = () => Promise.reject(new Error("the fonts were opened"));
    const quick = await coverage(neverOpened, [{ file: "a.md", text: "Only “everyday” signs – as ever." }]);
    expect([..."“–☃"].map((c) => quick(c.codePointAt(0) ?? 0))).toEqual([true, true, false]);
  });

  test("do not hold every script", () => {
    expect([..."☃Ω漢"].map((c) => has(c.codePointAt(0) ?? 0))).toEqual([false, false, false]);
  });
});

describe("a character that no font holds", () => {
  test("is told at each place, by its name", () => {
    expect(missing("a.md", "Fine.\nA ☃ and 😀 here\n")).toEqual([
      "2:3 no font of the project can print `☃` (U+2603)",
      "2:9 no font of the project can print `😀` (U+1F600)",
    ]);
  });

  test("passes in a comment, but not in a heading, which looks like one", () => {
    expect(missing("a.yaml", "# ☃\n  # ☃\nid: a\n")).toEqual([]);
    expect(missing("a.md", "# Snow ☃\n")).toEqual(["1:8 no font of the project can print `☃` (U+2603)"]);
    expect(missing("a.yaml", "id: ☃ # a comment\n")).toHaveLength(1);
  });

  test("is no tab, line break or plain letter", () => {
    expect(missing("a.csv", "period\tvalue\r\n2019-12,~3\n")).toEqual([]);
  });
});
