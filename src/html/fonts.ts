/** A cut of the text font: weight, style and the bytes of its WOFF2 file. */
export type FontCut = {
  readonly weight: 400 | 600 | 700;
  readonly style: "normal" | "italic";
  readonly woff2: Uint8Array;
};

export const fontFamily = "Source Sans 3";

/** The @font-face rules with the fonts inside them, so that a page needs nothing but itself. */
export function fontFaces(cuts: readonly FontCut[]): string {
  return cuts
    .map(({ weight, style, woff2 }) => {
      const data = Buffer.from(woff2).toString("base64");
      return `@font-face { font-family: "${fontFamily}"; font-weight: ${weight}; font-style: ${style}; src: url(data:font/woff2;base64,${data}) format("woff2"); }`;
    })
    .join("\n");
}
