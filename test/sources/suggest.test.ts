import { describe, expect, test } from "@jest/globals";
import { didYouMean, nearest } from "../../src/sources/suggest.ts";

const measures = ["rape", "robbery", "residential-burglary", "hate-crime", "domestic-abuse"];

describe("nearest", () => {
  test.each([
    ["raep", "rape"],
    ["Hate_Crime", "hate-crime"],
    ["hate crime", "hate-crime"],
    ["residental-burglery", "residential-burglary"],
    ["robery", "robbery"],
    ["domestc-abusse", "domestic-abuse"],
  ])("%s means %s", (word, meant) => expect(nearest(word, measures)).toBe(meant));

  test("allows a third of the letters of a long word to differ, and no more", () => {
    expect(nearest("abcdefghiXYZ", ["abcdefghijkl"])).toBe("abcdefghijkl");
    expect(nearest("abcdefgWVXYZ", ["abcdefghijkl"])).toBeNull();
  });

  test("prefers the nearest, and the first of equals", () => {
    expect(nearest("cat", ["cart", "cast", "cat-"])).toBe("cat-");
    expect(nearest("cat", ["cart", "cast"])).toBe("cart");
  });

  test.each(["", "-", "ab", "shoplifting", "x".repeat(5000)])("nothing is near %s", (word) =>
    expect(nearest(word, [...measures, "xy"])).toBeNull(),
  );
});

describe("didYouMean", () => {
  test("names the nearest", () => expect(didYouMean("raep", measures)).toBe("Did you mean `rape`?"));

  test("else lists the candidates, eight at most", () => {
    expect(didYouMean("zzzzzz", ["a", "b"])).toBe("Use one of: a, b");
    const ten = Array.from({ length: 10 }, (_, i) => `measure-${i}`);
    expect(didYouMean("zzzzzz", ten)).toBe(`Use one of: ${ten.slice(0, 8).join(", ")} (and 2 more)`);
  });

  test("has no hint without candidates", () => expect(didYouMean("rape", [])).toBe(""));
});
