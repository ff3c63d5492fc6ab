import { describe, expect, test } from "@jest/globals";
import { tidy } from "../../src/charts/svg.ts";

describe("tidy", () => {
  test("rounds numbers in tags to two decimals, and no number in words", () => {
    expect(tidy('<text transform="translate(1.23456,-0.0001)">5.125 and 1.23456</text>', "a")).toBe(
      '<text transform="translate(1.23,0)">5.125 and 1.23456</text>',
    );
  });

  test("counts ids anew and makes them the drawing's own", () => {
    const svg = '<clipPath id="clip17"></clipPath><g clip-path="url(#clip17)"></g><g id="other"></g>';
    expect(tidy(svg, "crime")).toBe(
      '<clipPath id="crime-1"></clipPath><g clip-path="url(#crime-1)"></g><g id="crime-2"></g>',
    );
  });

  test("takes out Vega's classes and roles", () => {
    expect(
      tidy('<g class="mark-group" role="graphics-object" aria-roledescription="group" fill="none"></g>', "a"),
    ).toBe('<g fill="none"></g>');
  });
});
