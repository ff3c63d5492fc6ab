import type { ChartView } from "../document/views.ts";
import type { TemplateFiles } from "../html/templates.ts";
import type { SiteFile, SiteInput } from "./site.ts";

/** What the project brings to every site. */
export type SiteStyle = {
  readonly templates: TemplateFiles;
  /** What pages load: style sheet, fonts, scripts. */
  readonly assets: readonly SiteFile[];
  /** Draws a chart as SVG text. */
  draw(chart: ChartView): Promise<string>;
};

/** Every page of the website, with the PDFs beside them and what the pages load. */
export async function pageFiles(_input: SiteInput, { assets }: SiteStyle): Promise<SiteFile[]> {
  return [...assets];
}
