import type { OutputFile } from "./disk.ts";
import type { Worded } from "./gist.ts";
import type { Pages } from "./printDocument.ts";
import type { Target } from "./targets.ts";

/** One document that was built. */
export type Built = {
  readonly target: Target;
  readonly worded: Worded;
  /** The files that were written, below the output folder. */
  readonly files: readonly OutputFile[];
  /** The page on which each part of the document stands. */
  readonly plan: Pages;
  readonly pdf: string;
  readonly pages: number;
  readonly charts: number;
  readonly figures: number;
  readonly seconds: number;
};
