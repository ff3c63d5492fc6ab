/** A drawing of its own; sizes in points. */
type Drawn = { readonly svg: string; readonly width: number; readonly height: number; readonly alt: string };

/** Points between two drawings. */
const gap = 12;

/** SVG drawings below each other, as one SVG; a single one stays as it is. Their ids must differ. */
export function stacked(drawings: readonly Drawn[]): string {
  const [only] = drawings;
  if (only !== undefined && drawings.length === 1) return only.svg;
  const width = Math.max(...drawings.map((drawing) => drawing.width));
  let height = -gap;
  const groups = drawings.map((drawing) => {
    const y = height + gap;
    height = y + drawing.height;
    return group(drawing.svg, y);
  });
  const box = `width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${groups.join("")}</svg>`;
}

/** The root of a drawing becomes a group that keeps its words for a screen reader; not every program reads an SVG in an SVG. */
function group(svg: string, y: number): string {
  const words = /^<svg[^>]*? (role="img" aria-label="[^"]*")>/.exec(svg)?.[1] ?? "";
  return `${svg.replace(/^<svg[^>]*>/, `<g ${words} transform="translate(0,${y})">`).slice(0, -"</svg>".length)}</g>`;
}
