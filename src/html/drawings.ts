import type { FlagView, StripView } from "../document/views.ts";
import type { CompiledTemplates, TemplateFiles } from "./templates.ts";

/** What has been drawn for a paper: the SVG of each chart by its id and of each strip, and the icons. */
export type Drawings = {
  chart(id: string): string;
  strip(strip: StripView): string;
  flagIcon(flag: Pick<FlagView, "signal" | "side" | "hollow">): string;
  targetIcon(verdict: "met" | "missed" | "varies"): string;
  arrowIcon(direction: "up" | "rather-up" | "level" | "rather-down" | "down"): string;
  commonCauseIcon(): string;
};

/** The style of the page: templates, and fonts with the style sheet as text; the other papers, and the sheets of a pack, have one more. */
export type Style = {
  readonly templates: TemplateFiles;
  /** Those of the templates that are compiled already; more are added. */
  readonly compiled: CompiledTemplates;
  readonly css: string;
  readonly paperCss: string;
  readonly packCss: string;
};
