import type { FlagView, Side, Signal, TargetView } from "../document/views.ts";
import type { Colour, Theme } from "./theme.ts";

/** Outlines of the tiles in a box of 16 by 16: square for concern, round for improvement, diamond for neither. */
const tiles: Readonly<Record<Exclude<Signal, "none">, string>> = {
  concern: "M1.2 1.2h13.6v13.6H1.2z",
  improvement: "M1 8a7 7 0 0 1 14 0a7 7 0 0 1 -14 0z",
  neutral: "M8 .9L15.1 8 8 15.1.9 8z",
};
const triangles: Readonly<Record<Side, string>> = { high: "M8 4l4.4 7.6H3.6z", low: "M8 12L3.6 4.4h8.8z" };
const wave = "M1.5 9.5C3.5 5 5.5 5 8 8s4.5 3 6.5-1.5";

/**
 * The icon of a variation: the tile says better, worse or neither, the triangle high or low; a wave for common cause. Hidden
 * from screen readers, because its words always stand beside it.
 */
export function flagIcon({ signal, side, hollow }: FlagView, theme: Theme): string {
  const { colours } = theme;
  if (signal === "none") return icon(outline(wave, colours.mark, 1.6, "round"));
  const colour = colours[signal];
  const tile = `<path d="${tiles[signal]}" fill="${hollow ? colours.paper : colour}" stroke="${colour}" stroke-width="1.4"/>`;
  return icon(tile + triangle(side, hollow ? colour : colours.paper, hollow || signal === "neutral"));
}

/** The icon of a target: a round tick when met, a square cross when missed, a round wave when it varies. */
export function targetIcon({ verdict }: TargetView, { colours }: Theme): string {
  const { improvement, concern, mark } = colours;
  const drawn = {
    met: outline(tiles.improvement, improvement, 1.6) + outline("M4.6 8.2l2.4 2.5 4.4-5", improvement, 1.8),
    missed: outline(tiles.concern, concern, 1.6) + outline("M5 5l6 6M11 5l-6 6", concern, 1.8),
    varies:
      outline(tiles.improvement, mark, 1.6) + outline("M4 9.3c1.5-3.4 2.6-3.4 4-1.3s2.6 2 4-1.3", mark, 1.6),
  };
  return icon(drawn[verdict]);
}

/** A triangle in its tile; small where the tile is hollow or a diamond. */
const triangle = (side: Side, fill: Colour, small: boolean): string =>
  `<path d="${triangles[side]}" fill="${fill}"${small ? ' transform="translate(2.4 2.4) scale(.7)"' : ""}/>`;

const outline = (path: string, stroke: Colour, width: number, cap = "butt"): string =>
  `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}"${cap === "butt" ? "" : ` stroke-linecap="${cap}"`}/>`;

const icon = (shapes: string): string =>
  `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${shapes}</svg>`;
