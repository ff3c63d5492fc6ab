import type { CacheFiles } from "./cacheFiles.ts";
import { drawPointed } from "./charts/pointed.ts";
import type { Theme } from "./charts/theme.ts";
import type { PointedChart } from "./document/site/screenChart.ts";
import { openKeptFile } from "./keptFile.ts";
import { sha256 } from "./sha256.ts";

/** Draws the charts that only the website shows; those of the last site are taken where nothing has changed. */
export type SiteDrawings = {
  draw(chart: PointedChart): Promise<string>;
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
    draw: async (pointed) => {
      const { chart, series } = pointed;
      const key = sha256(JSON.stringify(pointed));
      const svg = kept.get(key) ?? (await drawPointed(chart, series, theme));
      kept.set(key, svg);
      return svg;
    },
    save: kept.save,
  };
}
