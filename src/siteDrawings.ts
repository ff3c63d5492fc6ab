import { createHash } from "node:crypto";
import type { CacheFiles } from "./cacheFiles.ts";
import { drawPointed } from "./charts/pointed.ts";
import type { Theme } from "./charts/theme.ts";
import type { PointedChart } from "./document/site/screenChart.ts";

/** Draws the charts that only the website shows; those of the last site are taken where nothing has changed. */
export type SiteDrawings = {
  draw(chart: PointedChart): Promise<string>;
  /** Keeps those that this site used. */
  save(): Promise<void>;
};

const file = "site/drawings.json";

/** @param version names the code and the theme that draw: a change of either draws all anew */
export async function openSiteDrawings(
  files: CacheFiles,
  theme: Theme,
  version: string,
): Promise<SiteDrawings> {
  const before = read(await files.read(file));
  const used = new Map<string, string>();
  return {
    draw: async (pointed) => {
      const key = createHash("sha256").update(version).update(JSON.stringify(pointed)).digest("hex");
      const { chart, series } = pointed;
      const svg = used.get(key) ?? before.get(key) ?? (await drawPointed(chart, series, theme));
      used.set(key, svg);
      return svg;
    },
    save: async () => {
      if (used.size === before.size && [...used.keys()].every((key) => before.has(key))) return;
      await files.write(file, JSON.stringify(Object.fromEntries(used)));
    },
  };
}

function read(bytes: Uint8Array | null): Map<string, string> {
  try {
    const stored: unknown = bytes === null ? {} : JSON.parse(Buffer.from(bytes).toString("utf8"));
    return new Map(Object.entries(stored as Record<string, string>));
  } catch {
    return new Map();
  }
}
