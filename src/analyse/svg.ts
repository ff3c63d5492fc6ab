import { drawChart } from "../charts/draw.ts";
import { escaped } from "../charts/svg.ts";
import { block, type TextLine, wrap } from "../charts/text.ts";
import type { Theme, Weight } from "../charts/theme.ts";
import type { ChartView } from "../document/views.ts";

/** Points around a drawing that stands alone, and between its parts. */
const margin = 12;
/** Points from the top of a title's line to the foot of its letters, and from line to line. */
const [titleFoot, titlePitch, titleSize] = [12, 17, 14];
/** Wider and higher than a chart in a paper, as there is more to write at its right end. */
const [width, taller] = [600, 1.15];

/** What families stand in where the project's is not installed; a name with a number must be in quotation marks. */
const families =
  "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

/** How much wider the widest of the usual stand-ins (DejaVu Sans, Verdana) sets words of each weight. */
const widest: Readonly<Record<Weight, number>> = { 400: 1.3, 600: 1.42, 700: 1.42 };

/** The theme for a drawing that does not bring its font: room for the words whatever font sets them. */
function forAnyFont({ font, ...theme }: Theme): Theme {
  const wide = (weight: Weight): number[] => font.advances[weight].map((each) => each * widest[weight]);
  return {
    ...theme,
    font: { ...font, family: families, advances: { 400: wide(400), 600: wide(600), 700: wide(700) } },
  };
}

/**
 * Charts below each other under a title, as one SVG to be saved, opened and pasted anywhere. Each chart stays an image with its
 * words for a screen reader. Their ids must differ.
 */
export async function standaloneSvg(
  title: string,
  charts: readonly ChartView[],
  theme: Theme,
): Promise<string> {
  const own = forAnyFont(theme);
  const lines = titleLines(title, own);
  let height = margin + lines.length * titlePitch;
  const groups: string[] = [];
  for (const chart of charts) {
    const drawn = { ...chart, width, height: Math.round(chart.height * taller) };
    groups.push(group(await drawChart(drawn, own), height + margin / 2));
    height += drawn.height + margin;
  }
  const [alone, names] = [charts.length === 1, charts.map(({ alt }) => alt).join(" ")];
  const outer = { width: width + 2 * margin, height: height + margin / 2 };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${outer.width}pt" height="${outer.height}pt" viewBox="0 0 ${outer.width} ${outer.height}" font-family="${families}" `,
    alone ? `role="img" aria-label="${escaped(names)}">` : `role="group">`,
    `<title>${escaped(names)}</title>`,
    `<rect width="${outer.width}" height="${outer.height}" fill="${theme.colours.paper}"/>`,
    ...lines.map((line, i) => titleText(line, margin + i * titlePitch)),
    ...(alone ? groups.map(withoutName) : groups),
    "</svg>",
  ].join("");
}

const titleLines = (title: string, theme: Theme): readonly TextLine[] =>
  block(wrap({ text: title, size: titleSize, weight: 700, colour: theme.colours.ink }, width, theme), theme)
    .lines;

const titleText = ({ text, size, weight, colour }: TextLine, top: number): string =>
  `<text x="${margin}" y="${top + titleFoot}" font-size="${size}px" font-weight="${weight}" fill="${colour}" aria-hidden="true">${escaped(text)}</text>`;

/** The root of a drawing becomes a group that keeps its words for a screen reader, and has the font of the whole; not every program reads an SVG in an SVG. */
function group(svg: string, y: number): string {
  const words = /^<svg[^>]*? (role="img" aria-label="[^"]*")>/.exec(svg)?.[1] ?? "";
  const plain = svg.replaceAll(` font-family="${families}"`, "");
  return `${plain.replace(/^<svg[^>]*>/, `<g ${words} transform="translate(${margin},${y})">`).slice(0, -"</svg>".length)}</g>`;
}

/** The root has the words of the only chart. */
const withoutName = (drawn: string): string => drawn.replace(/^<g role="img" aria-label="[^"]*"/, "<g");
