import type { PageShape } from "./pages.ts";
import { stampFontName } from "./pages.ts";
import type { StampFont } from "./stampFont.ts";

/** Words that a pack draws on a page, where they stand, and how large, in points. */
export type Stamp = {
  readonly text: string;
  readonly at: "top-right" | "top-left" | "second-left" | "bottom-centre";
  readonly size: number;
  /** A white ground, for pages of others where something may stand in the same place. */
  readonly ground?: boolean;
};

/** Distances of the stamps' base lines from the edges of an A4 page, in points. */
const margins = { top: 24, bottom: 30, side: 51 };
const a4Width = 595;

/**
 * The drawing instructions for the stamps of a page, as an artifact: upright as the page is seen, whatever its turn, size or unit.
 *
 * Source: ISO 32000-1:2008, 7.7.3.3 (Rotate, UserUnit) and 8.3.4 (transformation matrices).
 */
export function stampContent(shape: PageShape, stamps: readonly Stamp[], font: StampFont): string {
  if (stamps.length === 0) return "";
  const { width, height } = seenSize(shape);
  // As on A4, so that a stamp on a poster is read when the poster is printed small, and one on a slip still fits.
  const scale = Math.min(4, Math.max(0.4, Math.min(width, height) / a4Width));
  const drawn = stamps.map(({ text, at, size, ground }) => {
    const points = size * scale;
    const long = font.width(text, points);
    const x =
      at === "top-left" || at === "second-left"
        ? margins.side * scale
        : at === "top-right"
          ? width - margins.side * scale - long
          : (width - long) / 2;
    const below = at === "second-left" ? 13 : 0;
    const y = at === "bottom-centre" ? margins.bottom * scale : height - (margins.top + below) * scale;
    const pad = points * 0.3;
    const paper = ground
      ? `1 g ${n(x - pad)} ${n(y - pad)} ${n(long + 2 * pad)} ${n(points + pad)} re f 0 g\n`
      : "";
    return `${paper}BT /${stampFontName} ${n(points)} Tf ${n(x)} ${n(y)} Td ${font.encode(text)} Tj ET`;
  });
  return `/Artifact BMC\nq 0.0824 0.1255 0.1686 rg\n${turn(shape)} cm\n${drawn.join("\n")}\nQ\nEMC`;
}

/** Two decimals are a hundredth of a point. */
const n = (value: number): string => String(Number(value.toFixed(2)));

/** Width and height as seen, in points. */
function seenSize({ width, height, rotation, unit }: PageShape): { width: number; height: number } {
  const across = rotation === 90 || rotation === 270;
  return { width: (across ? height : width) * unit, height: (across ? width : height) * unit };
}

/** From points of the page as seen, from its lower left corner, to units of the page. */
function turn({ left, bottom, width, height, rotation, unit }: PageShape): string {
  const s = 1 / unit;
  const matrices = {
    0: [s, 0, 0, s, left, bottom],
    90: [0, s, -s, 0, left + width, bottom],
    180: [-s, 0, 0, -s, left + width, bottom + height],
    270: [0, -s, s, 0, left, bottom + height],
  };
  return matrices[rotation].map((value) => String(Number(value.toFixed(6)))).join(" ");
}
