import type { TopLevelSpec } from "vega-lite";
import type { Frame } from "./frame.ts";
import type { Layer } from "./layers.ts";

/** Layers, back to front, over one pair of scales. */
export type Panel = {
  readonly frame: Pick<Frame, "plot" | "periods" | "values">;
  readonly layers: readonly Layer[];
};
/** A whole drawing: size in points, one panel or several, and the words that stand for it. */
export type Drawing = {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly panels: readonly Panel[];
};

/** A drawing's box with nothing in it: it takes the same room on the page, so that pages can be counted before all is drawn. */
export const blankSvg = ({ width, height }: Pick<Drawing, "width" | "height">): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${sizeOf(width, height)}></svg>`;

const sizeOf = (width: number, height: number): string =>
  `width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}"`;

/** The drawing as SVG text: its size in points, one image to a screen reader, ready to stand in a page beside others. */
export async function toSvg({ id, width, height, alt, panels }: Drawing): Promise<string> {
  const groups = await Promise.all(panels.map((panel) => paint(panel, width, height)));
  const root = `<svg xmlns="http://www.w3.org/2000/svg" ${sizeOf(width, height)} role="img" aria-label="${escaped(alt)}">`;
  return `${root}${tidy(groups.join(""), id)}</svg>`;
}

/** What Vega-Lite draws of one panel: the SVG's groups without their root. */
async function paint(panel: Panel, width: number, height: number): Promise<string> {
  painters ??= loadPainters();
  const { vega, compile } = await painters;
  const { spec } = compile(specOf(panel, width, height));
  const view = new vega.View(vega.parse(spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return svg.replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "");
}

/** Loaded with the first drawing, in 0.1 s: commands that draw nothing are not kept waiting. */
let painters: ReturnType<typeof loadPainters> | undefined;

async function loadPainters() {
  const vega = await import("vega");
  const { compile } = await import("vega-lite");
  return { vega, compile };
}

function specOf({ frame, layers }: Panel, width: number, height: number): TopLevelSpec {
  const { plot, periods, values } = frame;
  const scale = { nice: false, zero: false };
  return {
    ...{ width, height, padding: 0, autosize: "none", background: "transparent" },
    encoding: {
      x: { axis: null, scale: { ...scale, domain: [...periods], range: [plot.left, plot.right] } },
      y: { axis: null, scale: { ...scale, domain: [...values], range: [plot.bottom, plot.top] } },
    },
    layer: layers
      .filter(({ rows }) => rows.length > 0)
      .map(({ rows, unit }) => ({ ...unit, data: { values: [...rows] } })),
    config: { view: { stroke: null }, aria: false },
  };
}

/** Takes out what only Vega needs, rounds to 2 decimals and makes ids the drawing's own; words stay as they are. */
export function tidy(svg: string, id: string): string {
  const lean = svg
    .replace(/<[^>]+>/g, tidyTag)
    .replace(/<path[^>]*d="(?:M0,0h[^"]*)?"[^>]*\/>(?=<g>|<\/g>)/g, "");
  return renumberIds(lean, id);
}

const tidyTag = (tag: string): string =>
  tag
    .replace(/ (?:(?:class|role|aria-[a-z]+|stroke-miterlimit)="[^"]*"|stroke-dasharray="")/g, "")
    .replace(/-?\d*\.\d{3,}(?:e-?\d+)?/g, (number) => String(Math.round(Number(number) * 100) / 100 + 0));

/** Gives every id the drawing's prefix and counts them anew: Vega goes on counting from one drawing to the next. */
function renumberIds(svg: string, prefix: string): string {
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].flatMap((match) => match[1] ?? []);
  const renamed = new Map(ids.map((id, i) => [id, `${prefix}-${i + 1}`]));
  return svg.replace(
    /(id="|url\(#|href="#)([^")]+)/g,
    (_, before: string, id: string) => before + (renamed.get(id) ?? id),
  );
}

/** Text as it may stand in an SVG's words and attributes; characters that XML forbids are left out. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
