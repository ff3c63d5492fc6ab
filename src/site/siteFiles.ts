import { dataFiles } from "./dataFiles.ts";
import { withManifest } from "./manifest.ts";
import { pageFiles, type SiteStyle } from "./pages.ts";
import type { SiteFile, SiteInput } from "./site.ts";

/** Every file of the website: pages, style, fonts, scripts and PDFs; data, feed, calendar, search index and headers; last the list of them all. */
export async function siteFiles(input: SiteInput, style: SiteStyle): Promise<SiteFile[]> {
  const data = await dataFiles(input);
  return withManifest([...(await pageFiles(input, style, data)), ...data]);
}
