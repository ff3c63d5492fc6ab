import { expect, test } from "@jest/globals";
import { create } from "fontkit";
import { readFonts } from "../../src/assets.ts";
import { everyday } from "../../src/html/characters.ts";

test("every cut of the text font holds the everyday characters", async () => {
  for (const { woff2, weight, style } of await readFonts()) {
    const font = create(Buffer.from(woff2));
    if (!("characterSet" in font)) throw new Error("no single font");
    const held = new Set(font.characterSet);
    expect({ weight, style, missing: [...everyday].filter((c) => !held.has(c.codePointAt(0) ?? 0)) }).toEqual(
      { weight, style, missing: [] },
    );
  }
});
