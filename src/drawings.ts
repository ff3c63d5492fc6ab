import { createHash } from "node:crypto";
import { arrowIcon } from "./charts/arrows.ts";
import { drawChart } from "./charts/draw.ts";
import { flagIcon, targetIcon } from "./charts/icons.ts";
import { drawStrip } from "./charts/strip.ts";
import { blankSvg } from "./charts/svg.ts";
import type { Theme } from "./charts/theme.ts";
import type { StripView } from "./document/views.ts";
import { chartsOf, type DocumentView, isFlowView } from "./document/worded.ts";
import type { Drawings } from "./html/drawings.ts";

/** Drawings of earlier builds by the hash of what they show. */
export type DrawingCache = Map<string, string>;

/** All drawings of a paper, those of the charts by name, and the cache with just what this paper uses. */
export type Drawn = {
  readonly drawings: Drawings;
  readonly charts: ReadonlyMap<string, string>;
  /** The hashes of the charts in the cache, by their names. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly cache: DrawingCache;
};

/**
 * Draws what the cache does not hold. `version` names the code and the theme that draw; a change of either draws all anew.
 */
export async function drawAll(
  view: DocumentView,
  theme: Theme,
  cache: DrawingCache,
  version: string,
): Promise<Drawn> {
  const kept: DrawingCache = new Map();
  const drawn = async (what: object, draw: () => Promise<string>): Promise<{ key: string; svg: string }> => {
    const key = createHash("sha256").update(version).update(JSON.stringify(what)).digest("hex");
    const svg = cache.get(key) ?? (await draw());
    kept.set(key, svg);
    return { key, svg };
  };
  const charts = new Map<string, string>();
  const hashes = new Map<string, string>();
  for (const chart of chartsOf(view)) {
    const { key, svg } = await drawn(chart, () => drawChart(chart, theme));
    charts.set(chart.id, svg);
    hashes.set(chart.id, key);
  }
  const strips = new Map<StripView, string>();
  for (const strip of stripsOf(view))
    strips.set(strip, (await drawn(strip, () => drawStrip(strip, theme))).svg);
  return { drawings: drawingsOf(charts, strips, theme), charts, hashes, cache: kept };
}

/** Boxes as large as the drawings, for counting pages while the charts are drawn. */
export function blankDrawings(view: DocumentView, theme: Theme): Drawings {
  const charts = new Map(chartsOf(view).map((chart) => [chart.id, blankSvg(chart)]));
  const strips = new Map(stripsOf(view).map((strip) => [strip, blankSvg(theme.strip)]));
  return drawingsOf(charts, strips, theme);
}

function drawingsOf(
  charts: ReadonlyMap<string, string>,
  strips: ReadonlyMap<StripView, string>,
  theme: Theme,
): Drawings {
  return {
    chart: (id) => found(charts, id, id),
    strip: (strip) => found(strips, strip, strip.alt),
    ...iconsOf(theme),
  };
}

/** The icons, which no paper changes. */
export const iconsOf = (theme: Theme): Omit<Drawings, "chart" | "strip"> => ({
  flagIcon: (flag) => flagIcon({ ...flag, text: "" }, theme),
  targetIcon: (verdict) => targetIcon({ verdict, text: "" }, theme),
  arrowIcon: (direction) => arrowIcon(direction, theme),
  commonCauseIcon: () => flagIcon({ signal: "none", side: "high", hollow: false, text: "" }, theme),
});

function found<K>(drawings: ReadonlyMap<K, string>, key: K, name: string): string {
  const svg = drawings.get(key);
  if (svg === undefined) throw new Error(`nothing was drawn for ${name}`);
  return svg;
}

const stripsOf = (view: DocumentView): StripView[] =>
  (isFlowView(view) ? [] : view.grid.groups)
    .flatMap((g) => g.rows)
    .flatMap(({ strip }) => (typeof strip === "string" ? [] : [strip]));
