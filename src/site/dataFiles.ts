import type { SiteFile, SiteInput } from "./site.ts";

/** Data files, feed, calendar and search index. */
export const dataFiles = (_input: SiteInput): Promise<SiteFile[]> => Promise.resolve([]);
