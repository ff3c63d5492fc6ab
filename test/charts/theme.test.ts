import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "@jest/globals";
import { readTheme, type Weight } from "../../src/charts/theme.ts";
import { contrast } from "../support/contrast.ts";
import { theme, themeJson } from "./samples.ts";

/** The part of fontkit that is used here; it brings no types. */
type FontKit = { create(bytes: Buffer): Font };
type Font = { unitsPerEm: number; glyphForCodePoint(code: number): { advanceWidth: number } };

const { colours } = theme;

describe("readTheme", () => {
  test.each([
    [null, "theme must be an object"],
    [{}, "colours must be an object"],
    [
      { ...Object(themeJson), colours: { ...colours, ink: "black" } },
      "colours.ink must be a colour such as #15202b",
    ],
    [{ ...Object(themeJson), text: { label: 9 } }, "text.latest must be a number, zero or more"],
    [
      { ...Object(themeJson), dashes: { ...theme.dashes, limit: [3, "2"] } },
      "dashes.limit.1 must be a number",
    ],
    [
      { ...Object(themeJson), font: { ...theme.font, characters: "a" } },
      "font.advances.400 must be one for each",
    ],
  ])("names what is wrong (%#)", (json, message) => {
    expect(() => readTheme(json)).toThrow(message);
  });
});

describe("colours on white", () => {
  test.each(["ink", "quiet", "concern", "improvement", "neutral"] as const)(
    "%s can be read as text",
    (name) => {
      expect(contrast(colours[name], colours.paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colours[name], colours.band)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test("mark can be seen as a line or a bar, on the band too", () => {
    expect(contrast(colours.mark, colours.paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(colours.mark, colours.band)).toBeGreaterThanOrEqual(3);
  });

  test("neighbours in a stack differ in grey, and the lightest from its edge", () => {
    const shades = [...theme.stack, colours.paper];
    const steps = theme.stack.slice(1).map((shade, i) => contrast(shade, shades[i] ?? shade));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(1.5);
    expect(contrast(colours.quiet, theme.stack.at(-1) ?? colours.quiet)).toBeGreaterThanOrEqual(3);
  });
});

describe("advance widths", () => {
  test.each([400, 600, 700] as const)("are those of the font that is shipped, weight %d", async (weight) => {
    const font = await shippedFont(weight);
    const widths = [...theme.font.characters].map((character) => {
      const { advanceWidth } = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
      return Math.round((advanceWidth * 1000) / font.unitsPerEm);
    });
    expect(theme.font.advances[weight]).toEqual(widths);
  });
});

async function shippedFont(weight: Weight): Promise<Font> {
  const name: string = "fontkit";
  const fontkit: FontKit = await import(name);
  const file = `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`;
  return fontkit.create(readFileSync(createRequire(import.meta.url).resolve(file)));
}
