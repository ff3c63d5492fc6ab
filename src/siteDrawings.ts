import { createHash } from "node:crypto";
import type { CacheFiles } from "./cacheFiles.ts";
import { drawChart } from "./charts/draw.ts";
import type { Theme } from "./charts/theme.ts";
import type { ChartView } from "./document/views.ts";
import { openKeptFile } from "./keptFile.ts";

/** Draws the charts that only the website shows; those of the last site are taken where nothing has changed. */
export type SiteDrawings = {
  draw(chart: ChartView): Promise<string>;
  save(): Promise<void>;
};

/** @param version names the code and the theme that draw: a change of either draws all anew */
export async function openSiteDrawings(
  files: CacheFiles,
  theme: Theme,
  version: string,
): Promise<SiteDrawings> {
  const kept = await openKeptFile<string>(files, "site/drawings.json", version);
  return {
    draw: async (chart) => {
      const key = createHash("sha256").update(JSON.stringify(chart)).digest("hex");
      const svg = kept.get(key) ?? (await drawChart(chart, theme));
      kept.set(key, svg);
      return svg;
    },
    save: kept.save,
  };
}
